import type { DocumentCluster, DocumentLeg } from "../../model/document";
import { accessTo, type AccessOptions } from "../access/cluster-access";
import type { AppOutput } from "../app-output";
import { Misuse, NoAnswer } from "../command";
import type { MirrorAnswer } from "../rest/answers";
import type { ClusterClient } from "../rest/cluster-client";
import { RestFailure } from "../rest/rest-failure";

/** The mirror topics of one link that shall become writable. */
export interface LinkTask {
  readonly leg: DocumentLeg;
  readonly link: string;
  readonly cluster: string;
  readonly client: ClusterClient;
  /** Base of the cluster's REST API. */
  readonly url: string;
  /** Those that are not STOPPED yet. */
  readonly open: readonly MirrorAnswer[];
  /** Names of those that are. */
  readonly stopped: readonly string[];
  /** Mirror topics that the app names and the link does not have. */
  readonly missing: readonly string[];
}

/** Asks the destination of each leg for its mirror topics, explicit and auto-created ones. */
export async function linkTasks(
  output: AppOutput,
  legs: readonly DocumentLeg[],
  topics: readonly string[] | undefined,
  options: AccessOptions,
): Promise<readonly LinkTask[]> {
  const all = await Promise.all(legs.map(async (leg) => taskOf(output, leg, options)));
  return topics === undefined ? all : narrowed(all, new Set(topics));
}

async function taskOf(output: AppOutput, leg: DocumentLeg, options: AccessOptions): Promise<LinkTask> {
  const cluster = output.document.clusters[leg.destination] as DocumentCluster;
  const { linkName: link } = leg;
  if (link === null) throw new NoAnswer(`The name of the link of ${leg.path} is known to Terraform only.`);
  const access = accessTo(cluster, output.stack(leg.stack), options);
  if ("missing" in access) throw new NoAnswer(`${cluster.name} cannot be asked: ${access.missing}.`);
  const { client, url } = access;
  const mirrors = await mirrorsOf(client, link, cluster.name);
  const there = new Set(mirrors.map(({ mirror_topic_name: name }) => name));
  const expected = leg.sets.flatMap((set) => set.mirrors.flatMap(({ mirrorTopic }) => mirrorTopic ?? []));
  return {
    leg,
    link,
    cluster: cluster.name,
    client,
    url,
    open: mirrors.filter(({ mirror_status: status }) => status !== "STOPPED"),
    stopped: mirrors.flatMap(({ mirror_status: status, mirror_topic_name: name }) =>
      status === "STOPPED" ? name : [],
    ),
    missing: expected.filter((name) => !there.has(name)),
  };
}

async function mirrorsOf(client: ClusterClient, link: string, cluster: string): Promise<readonly MirrorAnswer[]> {
  try {
    return await client.mirrors(link);
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    throw new NoAnswer(`The mirror topics of ${link} on ${cluster} cannot be listed: ${error.message}.`);
  }
}

/** The tasks for some topics alone. Throws {@link Misuse} when one of them is no mirror topic. */
function narrowed(tasks: readonly LinkTask[], topics: ReadonlySet<string>): readonly LinkTask[] {
  const there = new Set(
    tasks.flatMap(({ open, stopped }) => [...open.map(({ mirror_topic_name: name }) => name), ...stopped]),
  );
  const unknown = [...topics].filter((topic) => !there.has(topic));
  if (unknown.length > 0) {
    const links = tasks.map(({ link, cluster }) => `${link} on ${cluster}`).join(", ");
    throw new Misuse(
      `Nothing was done: no mirror topic of ${links}: ${unknown.join(", ")}. Names are those on the destination.`,
    );
  }
  return tasks.map((task) => ({
    ...task,
    open: task.open.filter(({ mirror_topic_name: name }) => topics.has(name)),
    stopped: task.stopped.filter((name) => topics.has(name)),
    missing: [],
  }));
}
