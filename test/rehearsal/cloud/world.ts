import { Cloud, type CloudOptions } from "../../../lib/rehearsal/cloud/cloud";
import { createLink } from "../../../lib/rehearsal/cloud/links";
import { createMirror } from "../../../lib/rehearsal/cloud/mirrors";
import { consume, produce } from "../../../lib/rehearsal/cloud/records";
import type { ExistingCluster } from "../../../lib/rehearsal/cloud/cloud";
import type { LinkHalf, Topic } from "../../../lib/rehearsal/cloud/state";
import { ApiError } from "../../../lib/rehearsal/cloud/api-error";

export const PRIMARY = "lkc-primary";
export const JUMP = "lkc-jump";
export const DR = "lkc-dr";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

export type Configs = Readonly<Record<string, string>>;

/** A cluster of the given kind, and an administrator's key `key-<id>` for it. */
export function addCluster(cloud: Cloud, id: string, more: Partial<ExistingCluster> = {}): void {
  cloud.addCluster({
    id,
    access: "private",
    kind: "Dedicated",
    cloud: "AZURE",
    region: "germanywestcentral",
    restEndpoint: `https://${id}.azure.confluent.cloud:443`,
    bootstrapEndpoint: bootstrapOf(id),
    environmentId: "env-1",
    ...more,
  });
  addKey(cloud, id, `key-${id}`, "CloudClusterAdmin");
}

export function bootstrapOf(id: string): string {
  return `SASL_SSL://${id}.azure.confluent.cloud:9092`;
}

/** A key with the secret `secret of <key>`, whose owner has a role on the whole cluster, or none. */
export function addKey({ state }: Cloud, clusterId: string, key: string, role?: string): string {
  const ownerId = `sa-${key}`;
  state.apiKeys.set(key, {
    id: key,
    secret: `secret of ${key}`,
    ownerId,
    clusterId,
    displayName: key,
    description: "",
  });
  if (role !== undefined) bind({ state } as Cloud, clusterId, ownerId, role);
  return ownerId;
}

export function bind({ state }: Cloud, clusterId: string, ownerId: string, role: string, resource = ""): void {
  const id = `rb-${state.roleBindings.size}`;
  const cluster = `crn://confluent.cloud/organization=${state.organizationId}/environment=env-1/cloud-cluster=${clusterId}`;
  const crnPattern = resource === "" ? cluster : `${cluster}/kafka=${clusterId}/${resource}`;
  state.roleBindings.set(id, { id, principal: `User:${ownerId}`, roleName: role, crnPattern });
}

/** PRIMARY (private), JUMP (public) and DR (private). */
export function threeClusters(options: CloudOptions = {}): Cloud {
  const cloud = new Cloud(options);
  addCluster(cloud, PRIMARY);
  addCluster(cloud, JUMP, { access: "public" });
  addCluster(cloud, DR);
  return cloud;
}

export function jaas(key: string, secret = `secret of ${key}`, quote = '"'): string {
  return `org.apache.kafka.common.security.plain.PlainLoginModule required username=${quote}${key}${quote} password=${quote}${secret}${quote};`;
}

type Case = "A" | "B" | "C" | "D" | "E";

const MODES = {
  A: ["DESTINATION", "OUTBOUND", "source"],
  B: ["DESTINATION", "INBOUND", "source"],
  C: ["SOURCE", "OUTBOUND", "destination"],
  D: ["BIDIRECTIONAL", "OUTBOUND", "remote"],
  E: ["BIDIRECTIONAL", "INBOUND", "remote"],
} as const;

export interface HalfOptions {
  readonly configs?: Configs;
  readonly validateLink?: boolean;
  readonly name?: string;
  /** Key for the cluster at the other end. */
  readonly key?: string;
  readonly localKey?: string;
}

/** One half as the provider posts it. */
export function half(cloud: Cloud, which: Case, host: string, peer: string, options: HalfOptions = {}): LinkHalf {
  const { configs = {}, validateLink = true, name = "link", key = `key-${peer}`, localKey = `key-${host}` } = options;
  const [mode, connectionMode, role] = MODES[which];
  const connection: Record<string, string> = {
    "link.mode": mode,
    "connection.mode": connectionMode,
    "bootstrap.servers": bootstrapOf(peer),
  };
  if (connectionMode === "OUTBOUND") {
    connection["security.protocol"] = "SASL_SSL";
    connection["sasl.mechanism"] = "PLAIN";
    connection["sasl.jaas.config"] = jaas(key);
  }
  if (which === "C" || which === "D") connection["local.sasl.jaas.config"] = jaas(localKey);
  const all = new Map(Object.entries({ ...connection, ...configs }));
  return createLink(cloud, host, { name, peer: { role, id: peer }, configs: all, validateLink });
}

/** PRIMARY -> JUMP: the receiving half on JUMP, then the dialling half on PRIMARY. */
export function legOne(cloud: Cloud, configs: Configs = {}): { receiving: LinkHalf; dialling: LinkHalf } {
  const receiving = half(cloud, "B", JUMP, PRIMARY, { configs, name: "primary-to-jump" });
  const dialling = half(cloud, "C", PRIMARY, JUMP, { name: "primary-to-jump" });
  return { receiving, dialling };
}

/** JUMP -> DR. */
export function legTwo(cloud: Cloud, configs: Configs = {}): LinkHalf {
  return half(cloud, "A", DR, JUMP, { configs, name: "jump-to-dr" });
}

/** Both legs with an explicit mirror topic on each. */
export function chainOf(cloud: Cloud, topic: string, configs: Configs = {}): void {
  legOne(cloud, configs);
  legTwo(cloud, configs);
  createMirror(cloud, JUMP, "primary-to-jump", { sourceTopic: topic });
  createMirror(cloud, DR, "jump-to-dr", { sourceTopic: topic });
}

export function pass(cloud: Cloud, milliseconds: number): void {
  cloud.advanceTo(cloud.state.now + milliseconds);
}

export function produceMany(cloud: Cloud, clusterId: string, topic: string, count: number, partition = 0): void {
  for (let index = 0; index < count; index++) produce(cloud, clusterId, topic, { value: `${index}`, partition });
}

export function valuesOn(cloud: Cloud, clusterId: string, topic: string): (string | null)[] {
  return consume(cloud, clusterId, topic).map(({ value }) => value);
}

export function topicOn(cloud: Cloud, clusterId: string, name: string): Topic {
  const topic = cloud.state.clusters.get(clusterId)?.topics.get(name);
  if (!topic) throw new Error(`${name} is not on ${clusterId}`);
  return topic;
}

export function statusOf(cloud: Cloud, clusterId: string, name: string): string | undefined {
  return cloud.state.clusters.get(clusterId)?.topics.get(name)?.mirror?.status;
}

/** Status, code and message of a refusal. */
export function refusal(action: () => unknown): { status: number; code: number; message: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, code: error.code, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

export function topicFilters(...filters: [name: string, pattern: string, type?: string][]): string {
  return JSON.stringify({
    topicFilters: filters.map(([name, patternType, filterType = "INCLUDE"]) => ({ name, patternType, filterType })),
  });
}

export function groupFilters(...filters: [name: string, pattern: string, type?: string][]): string {
  return topicFilters(...filters).replace("topicFilters", "groupFilters");
}

export const autoCreate = (...filters: Parameters<typeof topicFilters>): Configs => ({
  "auto.create.mirror.topics.enable": "true",
  "auto.create.mirror.topics.filters": topicFilters(...filters),
});

export const offsetSync = (...filters: Parameters<typeof groupFilters>): Configs => ({
  "consumer.offset.sync.enable": "true",
  "consumer.offset.group.filters": groupFilters(...filters),
});
