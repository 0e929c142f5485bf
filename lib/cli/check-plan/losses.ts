import { isKnown, type Maybe } from "../../model/maybe";
import type { Leg } from "../../model/topology";
import type { Attributes } from "./attributes";
import type { Carried } from "./carried";
import type { PlannedChange } from "./plan-file";

/** What would go with one object. */
export interface Loss {
  /** The object, as people call it. */
  readonly what: string;
  readonly lost: readonly string[];
  /** What to do where the object should stay and Terraform should not have it. */
  readonly instead?: string;
}

type LossOf = (before: Attributes, carried: Carried, change: PlannedChange) => Loss;

/** How many names are told before the rest is counted. */
const MANY = 10;

export const LINK_TYPE = "confluent_cluster_link";
export const MIRROR_TYPE = "confluent_kafka_mirror_topic";
export const TOPIC_TYPE = "confluent_kafka_topic";

const mirrorTopic: LossOf = (before, carried, { action }) => {
  const { topic, link, clusterId, status } = mirrorIn(before);
  const where = carried.nameOf(clusterId);
  const isLive = status !== undefined && WRITABLE.includes(status);
  return {
    what: `mirror topic ${topic ?? "(no name told)"} on ${where}, link ${link ?? "(no name told)"}`,
    lost: [
      isLive
        ? `every record of it: it is ${status}, and what was written there since is nowhere else`
        : "every record of it, and those that its source no longer retains for good",
      ...copies(carried, clusterId, topic),
      ...(action === "replace" ? ["the new one begins without records and copies all of them anew"] : []),
    ],
    instead: isLive
      ? "keepPromoted leaves it where it is and makes it an ordinary topic of Terraform"
      : 'a "removed" block with destroy = false gives it up and leaves it as it is',
  };
};

const WRITABLE: readonly string[] = ["PROMOTED", "FAILED_OVER", "STOPPED"];

/** Names of a mirror topic in a plan. */
export function mirrorIn(
  values: Attributes,
): Readonly<Record<"topic" | "link" | "clusterId" | "status", string | undefined>> {
  return {
    topic: values.text("mirror_topic_name") ?? values.text("source_kafka_topic", "topic_name"),
    link: values.text("cluster_link", "link_name"),
    clusterId: values.text("kafka_cluster", "id"),
    status: values.text("status"),
  };
}

const topic: LossOf = (before, carried) => {
  const [name, clusterId] = [before.text("topic_name"), before.text("kafka_cluster", "id")];
  const isKept = name !== undefined && clusterId !== undefined && carried.isKept(clusterId, name);
  return {
    what: `topic ${name ?? "(no name told)"} on ${carried.nameOf(clusterId)}`,
    lost: [
      isKept ? "every record of it: it was promoted, and is the live copy" : "every record of it",
      ...copies(carried, clusterId, name),
    ],
    instead: 'a "removed" block with destroy = false gives it up and leaves it as it is',
  };
};

function copies(carried: Carried, clusterId: string | undefined, name: string | undefined): string[] {
  if (clusterId === undefined || name === undefined) return [];
  return carried
    .copiesOf(clusterId, name)
    .map(
      ({ leg, topic: copy }) =>
        `${copy ?? "its copy"} on ${leg.destination.name} stops: ${linkOf(leg)} has nothing to copy, and its mirror topic fails for good`,
    );
}

const link: LossOf = (before, carried, { action }) => {
  const name = before.text("link_name");
  const [role, clusterId] = roleOf(before);
  const legs = carried.legsOfLink(name, clusterId);
  return {
    what: `${role} of link ${name ?? "(no name told)"} on ${carried.nameOf(clusterId)}`,
    lost: [
      ...(legs.length > 0 ? legs.flatMap((leg) => linkLoss(leg, carried)) : ["everything that it copies stops"]),
      role === "dialling half"
        ? "the receiving half waits: nothing dials it"
        : "its settings and its tie to its mirror topics: they do not take up a new link, they have to be made and copied anew",
      ...(action === "replace" ? ["the new one has to be let in and come up before anything is copied again"] : []),
    ],
    instead: 'a "removed" block with destroy = false gives it up and leaves it as it is',
  };
};

function roleOf(before: Attributes): readonly [role: string, clusterId: string | undefined] {
  switch (before.text("link_mode")) {
    case "SOURCE":
      return ["dialling half", before.text("source_kafka_cluster", "id")];
    case "DESTINATION":
      return [
        before.text("connection_mode") === "INBOUND" ? "receiving half" : "destination",
        before.text("destination_kafka_cluster", "id"),
      ];
    case "BIDIRECTIONAL":
      return ["half", before.text("local_kafka_cluster", "id")];
    default:
      return ["a half", undefined];
  }
}

function linkLoss(leg: Leg, carried: Carried): string[] {
  const topics = leg.claims.flatMap((claim) => claim.topics);
  const { enabled } = leg.settings.autoCreate;
  const what = [
    ...(topics.length > 0 ? [listed(topics)] : []),
    ...(enabled === false || leg.settings.autoCreate.filters.length === 0 ? [] : ["what its filters chose"]),
    ...(leg.settings.consumerOffsetSync.enabled === false ? [] : ["offsets of consumer groups"]),
  ];
  if (topics.length === 0 && leg.claims.length === 0 && what.length < 2) return [];
  return [
    `${leg.source.name} -> ${leg.destination.name} stops: ${what.join(", ")}`,
    ...carried
      .legsAfter(leg)
      .map((next) => `nothing new gets to ${next.destination.name}: ${linkOf(next)} takes it from ${next.source.name}`),
  ];
}

const cluster: LossOf = (before, carried) => {
  const id = before.text("id");
  return {
    what: `cluster ${named(before, carried.nameOf(id))}`,
    lost: [
      "every topic on it with its records, its links, and the offsets of consumer groups",
      ...(id === undefined
        ? []
        : carried.legsAt(id).map((leg) => `${linkOf(leg)}: ${leg.source.name} -> ${leg.destination.name} ends`)),
    ],
  };
};

const network: LossOf = (before, carried) => {
  const id = before.text("id");
  return {
    what: `network ${named(before, id ?? "(no id told)")}`,
    lost: wayTo(
      carried.clustersWhere(({ networkId }) => networkId !== undefined && networkId === id).map(({ name }) => name),
    ),
  };
};

const access: LossOf = (before, carried, { type }) => {
  const id = before.text("network", "id") ?? before.text("private_link_attachment", "id");
  return {
    what: `${type.replace(/^confluent_/u, "").replaceAll("_", " ")} ${named(before, before.text("id") ?? "(no id told)")}`,
    lost: wayTo(
      carried.clustersWhere(({ networkId }) => networkId !== undefined && networkId === id).map(({ name }) => name),
    ),
  };
};

const environment: LossOf = (before, carried) => {
  const id = before.text("id");
  const clusters = carried.clustersWhere(({ environmentId }) => environmentId !== undefined && environmentId === id);
  return {
    what: `environment ${named(before, id ?? "(no id told)")}`,
    lost: [
      clusters.length > 0
        ? `everything in it: ${listed(clusters.map(({ name }) => name))}, with networks and topics`
        : "everything in it: clusters, networks and topics",
    ],
  };
};

const wayTo = (clusters: readonly string[]): readonly string[] => [
  clusters.length > 0
    ? `the way to ${listed(clusters)}: applications, links and Terraform do not reach it`
    : "the way to its clusters: applications, links and Terraform do not reach them",
];

/** What the deletion of an object takes along, by the type of the object. */
export const LOSSES: ReadonlyMap<string, LossOf> = new Map<string, LossOf>([
  [LINK_TYPE, link],
  [MIRROR_TYPE, mirrorTopic],
  [TOPIC_TYPE, topic],
  ["confluent_kafka_cluster", cluster],
  ["confluent_network", network],
  ["confluent_private_link_access", access],
  ["confluent_private_link_attachment", access],
  ["confluent_private_link_attachment_connection", access],
  ["confluent_peering", access],
  ["confluent_transit_gateway_attachment", access],
  ["confluent_network_link_endpoint", access],
  ["confluent_network_link_service", access],
  ["confluent_gateway", access],
  ["confluent_access_point", access],
  ["confluent_dns_forwarder", access],
  ["confluent_dns_record", access],
  ["confluent_environment", environment],
]);

function named(before: Attributes, id: string): string {
  const name = before.text("display_name");
  return name === undefined ? id : `${JSON.stringify(name)} ${id}`;
}

const linkOf = ({ linkName, path }: Leg): string => known(linkName) ?? path;

const known = (value: Maybe<string>): string | undefined => (isKnown(value) ? value : undefined);

/** Names, and the number of those that are too many. */
export function listed(names: readonly string[]): string {
  const rest = names.length - MANY;
  return rest > 1 ? `${names.slice(0, MANY).join(", ")} and ${rest} more` : names.join(", ");
}
