import type { DocumentCluster } from "../../model/document";
import { settingDefinition } from "../../model/settings";
import { accessTo, type AccessOptions } from "../access/cluster-access";
import type { AppOutput } from "../app-output";
import { OWN_SETTING, type ConfigAnswer, type LinkAnswer, type MirrorAnswer } from "../rest/answers";
import type { ClusterClient } from "../rest/cluster-client";
import { RestFailure } from "../rest/rest-failure";

export interface LiveMirror {
  readonly topic: string;
  readonly source: string;
  readonly status: string;
}

/** A link object as a cluster has it. No secrets. */
export interface LiveLink {
  readonly name: string;
  readonly peerId: string | undefined;
  readonly state: string;
  /** `DESTINATION` and so on, where the cluster tells it. */
  readonly linkMode?: string;
  readonly connectionMode?: string;
  /** Settings that somebody made and that Terraform can have. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of settings that somebody made and that Terraform cannot have. */
  readonly beyondTerraform: readonly string[];
  readonly mirrors: readonly LiveMirror[];
}

/** What a cluster has, or why it did not tell. */
export type LiveCluster = { readonly links: ReadonlyMap<string, LiveLink> } | { readonly why: string };

/** Asks these clusters for their links, all at the same time. */
export async function liveClusters(
  output: AppOutput,
  stacks: readonly string[],
  clusters: readonly DocumentCluster[],
  options: AccessOptions,
): Promise<ReadonlyMap<DocumentCluster, LiveCluster>> {
  const asked = clusters.map(
    async (cluster) => [cluster, await liveCluster(output, stacks, cluster, options)] as const,
  );
  return new Map(await Promise.all(asked));
}

async function liveCluster(
  output: AppOutput,
  stacks: readonly string[],
  cluster: DocumentCluster,
  options: AccessOptions,
): Promise<LiveCluster> {
  const ways = [...stacks, undefined].map((stack) =>
    accessTo(cluster, stack === undefined ? undefined : output.stack(stack), options),
  );
  const [first] = ways as [(typeof ways)[number]];
  const access = ways.find((way) => !("missing" in way)) ?? first;
  if ("missing" in access) return { why: access.missing };
  try {
    const { client } = access;
    const links = await Promise.all((await client.links()).map(async (link) => liveLink(client, link)));
    return { links: new Map(links.map((link) => [link.name, link])) };
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    return { why: error.message };
  }
}

/** Settings that the blocks of a link stand for. */
const CONNECTION =
  /^(link\.mode|connection\.mode|remote\.link\.connection\.mode|(local\.)?(bootstrap\.servers|security\.protocol|listener|sasl\..*))$/u;

async function liveLink(client: ClusterClient, link: LinkAnswer): Promise<LiveLink> {
  const name = link.link_name;
  const sends = Boolean(link.destination_cluster_id);
  const [configs, mirrors] = await Promise.all([client.linkConfigs(name), sends ? [] : client.mirrors(name)]);
  const own = configs.filter(({ source, is_sensitive: secret }) => source === OWN_SETTING && secret !== true);
  const modes = new Map(configs.map((config) => [config.name, config.value ?? undefined]));
  const [linkMode, connectionMode] = [modes.get("link.mode"), modes.get("connection.mode")];
  return {
    name,
    peerId: [link.source_cluster_id, link.destination_cluster_id, link.remote_cluster_id].find(Boolean) ?? undefined,
    state: link.link_state ?? "UNKNOWN",
    ...(linkMode === undefined ? {} : { linkMode }),
    ...(connectionMode === undefined ? {} : { connectionMode }),
    config: settingsIn(own),
    beyondTerraform: own
      .map((config) => config.name)
      .filter((key) => settingDefinition(key) === undefined && !CONNECTION.test(key)),
    mirrors: mirrors.map(liveMirror),
  };
}

function settingsIn(configs: readonly ConfigAnswer[]): Readonly<Record<string, string>> {
  const known = configs.filter((config) => settingDefinition(config.name) !== undefined);
  return Object.fromEntries(known.map(({ name, value }) => [name, value ?? ""]));
}

function liveMirror(mirror: MirrorAnswer): LiveMirror {
  return { topic: mirror.mirror_topic_name, source: mirror.source_topic_name, status: mirror.mirror_status };
}
