import type { DocumentCredentials } from "../model/document";
import { ConnectionMode, LinkMode, type ClusterRole } from "../model/link-mode";
import type { RunbookCluster } from "./cluster";
import type { Half } from "./halves";
import { linkSettings } from "./link-settings";
import { bootstrapPlaceholder, fileName } from "./names";
import type { RunbookFile } from "./structure";
import type { RunbookLeg } from "./topology";

const LOGIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

type Entry = readonly [key: string, value: string];

/** Name of the file with which the Confluent CLI creates a half: `cl-<link>.<cluster>.config`. */
export function configFileName(leg: RunbookLeg, half: Half): string {
  return `cl-${fileName(leg.link)}.${half.host.slug}.config`;
}

/** The configuration files of a leg's link, as the Confluent CLI takes them; with placeholders for secrets. */
export function configFiles(leg: RunbookLeg): RunbookFile[] {
  if (!leg.data.managed) return [];
  return leg.halves.map((half) => ({
    name: configFileName(leg, half),
    text: entriesOf(half)
      .map(([key, value]) => `${key}=${oneLine(value)}\n`)
      .join(""),
  }));
}

// Whatever is in a name, an entry stays one line of the file.
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, " ");

function entriesOf(half: Half): Entry[] {
  return [...modeEntries(half), ...connectionEntries(half), ...(half.settings ? linkSettings(half.settings) : [])];
}

function modeEntries({ mode, otherWaits }: Half): Entry[] {
  return [
    ["link.mode", mode.linkMode],
    ["connection.mode", mode.connectionMode],
    ...(otherWaits ? ([["remote.link.connection.mode", ConnectionMode.INBOUND]] as const) : []),
  ];
}

/** Who is dialled and how one logs in there; where the other side then acts here, also how it logs in here. */
function connectionEntries(half: Half): Entry[] {
  const { mode, host, peer, otherWaits } = half;
  if (mode.connectionMode === ConnectionMode.INBOUND) return [];
  const actsHere = mode.linkMode === LinkMode.SOURCE || otherWaits;
  return [
    ...login("", peer, keyNames(half, mode.peer, peer)),
    ...(actsHere ? login("local.", host, keyNames(half, mode.host, host)) : []),
  ];
}

function login(prefix: string, cluster: RunbookCluster, { key, secret }: KeyNames): Entry[] {
  return [
    [`${prefix}bootstrap.servers`, `SASL_SSL://${bootstrapOf(cluster)}`],
    [`${prefix}security.protocol`, "SASL_SSL"],
    [`${prefix}sasl.mechanism`, "PLAIN"],
    [`${prefix}sasl.jaas.config`, `${LOGIN_MODULE} required username='<${key}>' password='<${secret}>';`],
  ];
}

/** A cluster's bootstrap endpoint without a protocol. */
export function bootstrapOf({ slug, data }: RunbookCluster): string {
  return data.bootstrapEndpoint?.replace(/^[A-Z_]+:\/\//, "") ?? bootstrapPlaceholder(slug);
}

/** What a key and its secret are called in placeholders. */
export interface KeyNames {
  readonly key: string;
  readonly secret: string;
}

/** Names of a half's key for one of its clusters: those of the stack's variables, where it has some. */
export function keyNames({ credentials }: Half, role: ClusterRole, { slug }: RunbookCluster): KeyNames {
  const found = credentials.find(({ cluster }) => cluster === role);
  const [key, secret] = [variableName(found, "key"), variableName(found, "secret")];
  return key !== undefined && secret !== undefined
    ? { key, secret }
    : { key: `${slug}-api-key`, secret: `${slug}-api-secret` };
}

function variableName(credentials: DocumentCredentials | undefined, member: "key" | "secret"): string | undefined {
  const reference = credentials?.[member];
  return reference?.startsWith("var.") ? reference.slice(4).replaceAll("_", "-") : undefined;
}
