import { linkNameProblem, quote } from "../../model/names";
import { checkDialler, checkReceiver } from "../../model/rules/clusters";
import type { Finding } from "../../model/rules/rule";
import { syncAcls } from "./acl-sync";
import { ApiError } from "./api-error";
import type { Cloud } from "./cloud";
import { syncAllConfigs } from "./config-sync";
import { setStatus } from "./copying";
import { dial, dialObstacle, modelOf } from "./dialling";
import { discover } from "./discovery";
import { counterpartOf, mirrorsOn, receives, type HostedHalf } from "./halves";
import {
  DISCOVERY_MS,
  checkLinkConfigChange,
  checkLinkConfigNames,
  checkLinkConfigs,
  known,
  settingsOf,
} from "./link-settings";
import { watch } from "./link-watch";
import { syncOffsets } from "./offset-sync";
import { randomId } from "./random";
import { clusterOf, invalid, unknownLink } from "./refusals";
import { repeat } from "./repeating";
import type { Cluster, ConnectionMode, LinkHalf, LinkMode } from "./state";
import { refreshTasks } from "./tasks";

/** A link half as it is asked for. */
export interface LinkRequest {
  readonly name: string;
  /** The cluster at the other end, and which end that is. */
  readonly peer: { readonly role: "source" | "destination" | "remote"; readonly id: string };
  readonly configs: ReadonlyMap<string, string>;
  /** Whether the connection is tried before the half is made. */
  readonly validateLink: boolean;
}

export interface LinkOptions {
  /** Whether nothing is changed. @default false */
  readonly validateOnly?: boolean;
}

/** One change of a link's settings. */
export interface ConfigChange {
  readonly name: string;
  readonly value?: string;
  readonly operation: "SET" | "DELETE";
}

const MODE_OF_PEER = { source: "DESTINATION", destination: "SOURCE", remote: "BIDIRECTIONAL" } as const;

function modeOf({ peer, configs }: LinkRequest): { readonly mode: LinkMode; readonly connectionMode: ConnectionMode } {
  const mode = MODE_OF_PEER[peer.role];
  const given = configs.get("link.mode") ?? "DESTINATION";
  if (given !== mode) {
    throw invalid(`A link with link.mode ${quote(given)} does not take a ${peer.role} cluster id.`);
  }
  const connectionMode = configs.get("connection.mode") ?? "OUTBOUND";
  if (connectionMode !== "OUTBOUND" && connectionMode !== "INBOUND") {
    throw invalid(`Invalid link config: connection.mode is ${quote(connectionMode)}.`);
  }
  if (mode === "SOURCE" && connectionMode === "INBOUND") {
    throw invalid("A link with link.mode SOURCE cannot have the connection.mode INBOUND.");
  }
  return { mode, connectionMode };
}

function refuseFindings(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first) throw invalid(`${first.rule.title}: ${first.given}`);
}

function checkKinds(cloud: Cloud, host: Cluster, peerId: string, mode: LinkMode): void {
  const peer = cloud.state.clusters.get(peerId);
  if (mode === "DESTINATION") refuseFindings(checkReceiver(modelOf(host)));
  else refuseFindings(checkDialler(modelOf(host)));
  if (!peer || mode === "DESTINATION") return;
  if (mode === "SOURCE") refuseFindings(checkReceiver(modelOf(peer)));
  else refuseFindings(checkDialler(modelOf(peer)));
}

/** Refuses a half that dials before the half that waits for it exists. */
function checkOrder(cloud: Cloud, { host, half }: HostedHalf): void {
  if (half.mode === "DESTINATION" || half.connectionMode === "INBOUND") return;
  if (counterpartOf(cloud, host, half)) return;
  const peer = cloud.state.clusters.get(half.peerId);
  const mayDialBack = half.mode === "BIDIRECTIONAL" && peer && !dialObstacle(cloud, peer, host.id);
  if (mayDialBack) return;
  throw invalid(
    `Cluster link ${quote(half.name)} for ${host.id} does not exist on ${half.peerId}: create it there first.`,
  );
}

function check(cloud: Cloud, hosted: HostedHalf, validateLink: boolean): void {
  const { half } = hosted;
  if (half.connectionMode === "INBOUND") return;
  if (half.configs.get("bootstrap.servers") === undefined) throw invalid("bootstrap.servers is missing.");
  if (validateLink || half.mode === "SOURCE") {
    const { obstacle } = dial(cloud, hosted);
    if (obstacle) throw invalid(`Unable to validate the cluster link: ${obstacle.error}: ${obstacle.message}`);
  }
  checkOrder(cloud, hosted);
}

function startWork(cloud: Cloud, hosted: HostedHalf): void {
  const { half } = hosted;
  repeat(cloud, hosted, "watch", cloud.pace.contactMs, () => watch(cloud, hosted));
  if (!receives(half)) return;
  const { aclSync, autoCreate, consumerOffsetSync } = settingsOf(half);
  const when = <T>(enabled: unknown, intervalMs: T): T | undefined => (enabled === true ? intervalMs : undefined);
  repeat(cloud, hosted, "discover", when(autoCreate.enabled, DISCOVERY_MS), () => discover(cloud, hosted));
  repeat(cloud, hosted, "offsets", when(consumerOffsetSync.enabled, known(consumerOffsetSync.intervalMs)), () =>
    syncOffsets(cloud, hosted),
  );
  repeat(cloud, hosted, "acls", when(aclSync.enabled, known(aclSync.intervalMs)), () => syncAcls(cloud, hosted));
}

/** Makes one half of a link on a cluster. */
export function createLink(
  cloud: Cloud,
  hostId: string,
  request: LinkRequest,
  { validateOnly = false }: LinkOptions = {},
): LinkHalf {
  const host = clusterOf(cloud, hostId);
  const { name, peer, configs, validateLink } = request;
  const problem = linkNameProblem(name);
  if (problem) throw invalid(`The link's name is ${quote(name)}: ${problem}.`);
  if (host.links.has(name)) throw new ApiError(409, 409, `Cluster link ${quote(name)} already exists.`);
  if (peer.id === host.id) throw invalid(`A cluster cannot be linked to itself: ${quote(peer.id)}.`);
  const { mode, connectionMode } = modeOf(request);
  checkKinds(cloud, host, peer.id, mode);
  checkLinkConfigs(configs, mode);
  const counterpart = counterpartOf(cloud, host, { name, peerId: peer.id, mode, connectionMode });
  // A receiving half that is made anew is another link than the one its dialling half knows.
  const joined = mode === "DESTINATION" ? undefined : counterpart;
  const half: LinkHalf = {
    name,
    clusterLinkId: joined?.clusterLinkId ?? randomId(cloud.random),
    mode,
    connectionMode,
    peerId: peer.id,
    configs: new Map(configs),
    createdAt: cloud.state.now,
    state: "UNAVAILABLE",
    error: "NO_ERROR",
    errorMessage: "",
    lastContact: undefined,
    tasks: new Map(),
  };
  const hosted = { host, half };
  check(cloud, hosted, validateLink);
  if (validateOnly) return half;
  host.links.set(name, half);
  refreshTasks(half);
  watch(cloud, hosted);
  startWork(cloud, hosted);
  if (counterpart) watch(cloud, { host: clusterOf(cloud, peer.id), half: counterpart });
  return half;
}

/** The half of this name on a cluster, or a refusal. */
export function findLink(cloud: Cloud, hostId: string, name: string): LinkHalf {
  const half = clusterOf(cloud, hostId).links.get(name);
  if (!half) throw unknownLink(name);
  return half;
}

/** Deletes a half. Without force, its mirror topics must be stopped or gone. */
export function deleteLink(
  cloud: Cloud,
  hostId: string,
  name: string,
  { force = false, validateOnly = false }: LinkOptions & { readonly force?: boolean } = {},
): void {
  const host = clusterOf(cloud, hostId);
  const half = findLink(cloud, hostId, name);
  const mirrors = mirrorsOn({ host, half }).filter(({ mirror }) => mirror.status !== "STOPPED");
  if (mirrors.length > 0 && !force) {
    throw invalid(`Cluster link ${quote(name)} is in use by ${mirrors.length} mirror topic(s) that are not stopped.`);
  }
  if (validateOnly) return;
  host.links.delete(name);
  for (const topic of mirrors) {
    const { status } = topic.mirror;
    if (status === "FAILED") continue;
    setStatus(cloud, topic, status === "PENDING_STOPPED" ? "FAILED" : "LINK_FAILED");
  }
}

/** Changes settings of a half: all of them, or none where one is refused. */
export function alterLinkConfigs(
  cloud: Cloud,
  hostId: string,
  name: string,
  changes: readonly ConfigChange[],
  { validateOnly = false }: LinkOptions = {},
): void {
  const host = clusterOf(cloud, hostId);
  const half = findLink(cloud, hostId, name);
  const after = new Map(half.configs);
  for (const { name: key, value, operation } of changes) {
    if (operation === "DELETE") after.delete(key);
    else if (value === undefined) throw invalid(`The value of ${quote(key)} is missing.`);
    else after.set(key, value);
  }
  checkLinkConfigNames(changes.map((change) => change.name));
  checkLinkConfigs(after, half.mode);
  checkLinkConfigChange(half.configs, after);
  if (validateOnly) return;
  half.configs.clear();
  for (const [key, value] of after) half.configs.set(key, value);
  const hosted = { host, half };
  refreshTasks(half);
  watch(cloud, hosted);
  startWork(cloud, hosted);
  if (receives(half)) syncAllConfigs(cloud, hosted);
}
