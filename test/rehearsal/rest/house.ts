import { ManualClock } from "../../../lib/rehearsal/clock/manual-clock";
import type { ClusterDescription } from "../../../lib/rehearsal/cloud/emulator";
import { Emulator } from "../../../lib/rehearsal/cloud/emulator";

const AZURE = { cloud: "AZURE", region: "germanywestcentral", kind: "Dedicated" } as const;

export const CLUSTERS: readonly ClusterDescription[] = [
  {
    ...AZURE,
    id: "lkc-primary",
    name: "primary",
    access: "private",
    networkId: "n-primary",
    restEndpoint: "https://lkc-primary.azure.confluent.cloud:443",
    bootstrapEndpoint: "lkc-primary.azure.confluent.cloud:9092",
  },
  {
    ...AZURE,
    id: "lkc-jump",
    name: "jump",
    access: "public",
    restEndpoint: "https://lkc-jump.azure.confluent.cloud:443",
    bootstrapEndpoint: "lkc-jump.azure.confluent.cloud:9092",
  },
  {
    ...AZURE,
    id: "lkc-dr",
    name: "dr",
    access: "private",
    networkId: "n-dr",
    restEndpoint: "https://lkc-dr.azure.confluent.cloud:443",
    bootstrapEndpoint: "lkc-dr.azure.confluent.cloud:9092",
  },
];

/** JSON of any shape. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Reply {
  readonly status: number;
  /** Parsed; `undefined` for an empty one. */
  readonly body: Json;
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;

export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

export function basic({ key, secret }: KeyPair): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
}

/** Asks over HTTP, with a key or without. */
export async function ask(url: string, method: string, body?: unknown, key?: KeyPair): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...(key && { authorization: basic(key) }) },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** PRIMARY, JUMP and DR, and a way to ask each with a key that may do everything. */
export interface House {
  readonly emulator: Emulator;
  readonly primary: Ask;
  readonly jump: Ask;
  readonly dr: Ask;
  readonly admin: Ask;
  readonly keys: { readonly primary: KeyPair; readonly jump: KeyPair; readonly dr: KeyPair };
  advance(milliseconds: number): void;
}

export async function openHouse(): Promise<House> {
  const emulator = await Emulator.start({ clusters: CLUSTERS, clock: (timeline) => new ManualClock(timeline) });
  const keys = {
    primary: emulator.grantAll("lkc-primary"),
    jump: emulator.grantAll("lkc-jump"),
    dr: emulator.grantAll("lkc-dr"),
  };
  const askOf =
    (name: "primary" | "jump" | "dr"): Ask =>
    async (method, path, body) =>
      ask(`${emulator.restUrl(`lkc-${name}`)}/kafka/v3/clusters/lkc-${name}${path}`, method, body, keys[name]);
  return {
    emulator,
    keys,
    primary: askOf("primary"),
    jump: askOf("jump"),
    dr: askOf("dr"),
    admin: async (method, path, body) => ask(`${emulator.url}/emulator${path}`, method, body),
    advance: (milliseconds) => (emulator.clock as ManualClock).advance(milliseconds),
  };
}

/** The JAAS line with a key, as the provider writes it. */
export function jaas({ key, secret }: KeyPair): string {
  return `org.apache.kafka.common.security.plain.PlainLoginModule required username="${key}" password="${secret}";`;
}

/** Settings of a half that dials, in the form of a creation body. */
export function dialSettings(mode: string, bootstrap: string, key: KeyPair, local?: KeyPair): object[] {
  const pair = (prefix: string, who: KeyPair): object[] => [
    { name: `${prefix}security.protocol`, value: "SASL_SSL" },
    { name: `${prefix}sasl.mechanism`, value: "PLAIN" },
    { name: `${prefix}sasl.jaas.config`, value: jaas(who) },
  ];
  return [
    { name: "connection.mode", value: "OUTBOUND" },
    { name: "link.mode", value: mode },
    { name: "bootstrap.servers", value: bootstrap },
    ...pair("", key),
    ...(local ? pair("local.", local) : []),
  ];
}

/** Creates both halves of leg 1, with these settings on the receiving half. */
export async function createLegOne(house: House, settings: readonly object[] = []): Promise<Reply[]> {
  const receiving = await house.jump("POST", "/links?link_name=primary-to-jump", {
    source_cluster_id: "lkc-primary",
    configs: [
      { name: "connection.mode", value: "INBOUND" },
      { name: "link.mode", value: "DESTINATION" },
      { name: "bootstrap.servers", value: "lkc-primary.azure.confluent.cloud:9092" },
      ...settings,
    ],
  });
  const dialling = await house.primary("POST", "/links?link_name=primary-to-jump", {
    destination_cluster_id: "lkc-jump",
    configs: dialSettings("SOURCE", "lkc-jump.azure.confluent.cloud:9092", house.keys.jump, house.keys.primary),
  });
  return [receiving, dialling];
}
