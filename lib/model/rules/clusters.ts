import { isKnown, whenKnown, type Maybe } from "../maybe";
import { quote } from "../names";
import { CLOUDS, CLUSTER_ACCESSES, CLUSTER_KINDS, sameCluster, type Cluster } from "../topology";
import { Rule, type Finding } from "./rule";

export const privateDialsNothing = new Rule("CL016", "error", {
  title: "The dialling cluster cannot reach the other one",
  effect: "The link is created and times out, or stays UNAVAILABLE.",
  allowed: "A link whose dialled cluster is public.",
  fix: "From a private source to a public destination use SourceInitiatedLink, or a BidirectionalLink whose private end is outbound.",
  evidence: "documentation",
});

export const unfitDestination = new Rule("CL017", "error", {
  title: "A cluster type that cannot receive",
  effect: "The link is refused by the API.",
  allowed: "Dedicated or Enterprise as destination; a public one is Dedicated.",
  fix: "Use a Dedicated cluster (JUMP is public and Dedicated).",
  evidence: "documentation",
});

export const sameClusterTwice = new Rule("CL029", "error", {
  title: "A link from a cluster to itself",
  effect: "The link is refused by the API.",
  allowed: "Two different clusters.",
  fix: "Correct the id of the source or of the destination.",
  evidence: "documentation",
});

export const endpointsSwapped = new Rule("CL032", "error", {
  title: "A bootstrap endpoint in the place of a REST endpoint, or the reverse",
  effect: "The plan passes and the link cannot connect.",
  allowed:
    "REST endpoints like https://pkc-00000.region.cloud.confluent.cloud:443, bootstrap endpoints like pkc-00000.region.cloud.confluent.cloud:9092, with SASL_SSL:// before them or not.",
  fix: "Swap the two, or copy them again from the cluster's settings.",
  evidence: "run",
});

export const restEndpointWithoutScheme = new Rule("CL052", "error", {
  title: "A REST endpoint without http",
  effect: "Terraform refuses the plan.",
  allowed: "https://host:443 (or http:// for a cluster under test).",
  fix: "Put https:// before the host.",
  evidence: "run",
});

export const missingEndpoint = new Rule("CL054", "error", {
  title: "An endpoint that the link needs is missing",
  effect: "The plan passes and apply fails.",
  allowed: "A REST endpoint on the cluster that hosts a half, a bootstrap endpoint on the cluster at its other end.",
  fix: "Give the cluster both endpoints.",
  evidence: "run",
});

export const unfitNetworking = new Rule("CL061", "error", {
  title: "A cluster type and an access that do not exist together",
  effect: "Such a cluster cannot exist, so the description is wrong, and so are the checks made with it.",
  allowed: "Basic and Standard are public, Enterprise and Freight private, Dedicated either.",
  fix: "Correct access or kind.",
  evidence: "documentation",
});

export const privateToPrivate = new Rule("CL062", "error", {
  title: "A direct link between private clusters that share no network",
  effect: "The link is refused, or stays UNAVAILABLE.",
  allowed: "Private clusters of one Confluent Cloud network (the same networkId), or a public cluster between them.",
  fix: "Put a public Dedicated cluster (JUMP) between the two: PrivatePublicPrivate.",
  evidence: "documentation",
});

export const unfitDialler = new Rule("CL063", "error", {
  title: "A cluster type that cannot host its half",
  effect: "The link is refused by the API.",
  allowed:
    "Dedicated or Enterprise clusters for a half that dials out from the source and for both ends of a bidirectional link.",
  fix: "Use a Dedicated or Enterprise cluster, or let the destination dial (DestinationInitiatedLink).",
  evidence: "documentation",
});

export const privatePeeringUnproven = new Rule("CL069", "warning", {
  title: "A direct link between private AWS clusters",
  effect:
    "It works for Dedicated clusters of one organization with PrivateLink in some regions, or over one Transit Gateway; elsewhere the link stays UNAVAILABLE.",
  allowed: "What the cluster's networking allows.",
  fix: "Give both clusters their networkId when they share a network, put a public cluster between them, or acknowledge this with the reason why they can connect.",
  evidence: "documentation",
});

export const illegalClusterAttribute = new Rule("CL070", "error", {
  title: "A cluster is described with a value that does not exist",
  effect: "Checks would be made against a cluster that cannot exist.",
  allowed: `access: ${CLUSTER_ACCESSES.join(", ")}; kind: ${CLUSTER_KINDS.join(", ")}; cloud: ${CLOUDS.join(", ")}; a name; an id that is not empty.`,
  fix: "Correct the value.",
  evidence: "own",
});

const CAN_RECEIVE = ["Dedicated", "Enterprise"];
const ALWAYS_PUBLIC = ["Basic", "Standard"];
const ALWAYS_PRIVATE = ["Enterprise", "Freight"];

const called = (cluster: Cluster): string => `${cluster.name} (${cluster.access}, ${cluster.kind})`;

function checkRestEndpoint(value: Maybe<string> | undefined): Finding[] {
  if (value === undefined || !isKnown(value)) return [];
  if (/^SASL_SSL:/i.test(value) || /:9092\/?$/.test(value)) {
    return [endpointsSwapped.finding(`restEndpoint is ${quote(value)}, which is a bootstrap endpoint.`)];
  }
  return /^https?:\/\/[^\s/]+/.test(value)
    ? []
    : [restEndpointWithoutScheme.finding(`restEndpoint is ${quote(value)}.`)];
}

function checkBootstrapEndpoint(value: Maybe<string> | undefined): Finding[] {
  if (value === undefined || !isKnown(value)) return [];
  if (/^https?:/i.test(value) || /:443\/?$/.test(value)) {
    return [endpointsSwapped.finding(`bootstrapEndpoint is ${quote(value)}, which is a REST endpoint.`)];
  }
  const legal = /^(SASL_SSL:\/\/)?[^\s/:]+:\d+$/.test(value);
  return legal ? [] : [endpointsSwapped.finding(`bootstrapEndpoint is ${quote(value)}, which is not host:port.`)];
}

/** What is wrong with the description of one cluster. */
export function checkCluster(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  const illegal = (member: string, value: unknown): void => {
    findings.push(illegalClusterAttribute.finding(`${member} is ${quote(String(value))}.`));
  };
  if (typeof cluster.name !== "string" || cluster.name.trim() === "") illegal("name", cluster.name);
  if (isKnown(cluster.id) && (typeof cluster.id !== "string" || cluster.id.trim() === "")) illegal("id", cluster.id);
  if (!CLUSTER_ACCESSES.includes(cluster.access)) illegal("access", cluster.access);
  if (!CLUSTER_KINDS.includes(cluster.kind)) illegal("kind", cluster.kind);
  const cloud = whenKnown(cluster.cloud);
  if (cloud !== undefined && !(CLOUDS as readonly string[]).includes(cloud)) illegal("cloud", cloud);
  const impossible =
    (cluster.access === "private" && ALWAYS_PUBLIC.includes(cluster.kind)) ||
    (cluster.access === "public" && ALWAYS_PRIVATE.includes(cluster.kind));
  if (impossible) findings.push(unfitNetworking.finding(`${cluster.name} is ${cluster.access} and ${cluster.kind}.`));
  return [
    ...findings,
    ...checkRestEndpoint(cluster.restEndpoint),
    ...checkBootstrapEndpoint(cluster.bootstrapEndpoint),
  ];
}

/** Whether `from` can open a connection to `to`. */
export function checkDial(from: Cluster, to: Cluster): Finding[] {
  if (to.access === "public") return [];
  const given = `${called(from)} would have to dial ${called(to)}.`;
  if (from.access === "public") return [privateDialsNothing.finding(given)];
  const [a, b] = [from.networkId, to.networkId];
  if (a !== undefined && b !== undefined && (!isKnown(a) || !isKnown(b) || a === b)) return [];
  const perhapsAws = (cloud: Maybe<string> | undefined): boolean =>
    cloud === undefined || !isKnown(cloud) || cloud === "AWS";
  const rule =
    from.kind === "Dedicated" && to.kind === "Dedicated" && perhapsAws(from.cloud) && perhapsAws(to.cloud)
      ? privatePeeringUnproven
      : privateToPrivate;
  return [rule.finding(given)];
}

/** Whether a cluster can receive mirror topics. */
export function checkReceiver(cluster: Cluster): Finding[] {
  return CAN_RECEIVE.includes(cluster.kind) ? [] : [unfitDestination.finding(`The destination is ${called(cluster)}.`)];
}

/** Whether a cluster can host a half that is no plain destination. */
export function checkDialler(cluster: Cluster): Finding[] {
  return CAN_RECEIVE.includes(cluster.kind)
    ? []
    : [unfitDialler.finding(`The half would be hosted on ${called(cluster)}.`)];
}

/** Whether the two ends of a link are two clusters. */
export function checkEnds(source: Cluster, destination: Cluster): Finding[] {
  if (sameCluster(source, destination) !== true) return [];
  const id = isKnown(source.id) ? quote(source.id) : "the same token";
  return [
    sameClusterTwice.finding(`Source ${source.name} and destination ${destination.name} both have the id ${id}.`),
  ];
}

/** Whether a half finds the endpoints it needs. */
export function checkEndpoints(host: Cluster, peer: Cluster): Finding[] {
  const findings: Finding[] = [];
  if (host.restEndpoint === undefined) {
    findings.push(missingEndpoint.finding(`${host.name} hosts a half and has no restEndpoint.`));
  }
  if (peer.bootstrapEndpoint === undefined) {
    findings.push(missingEndpoint.finding(`${peer.name} is the other end of a half and has no bootstrapEndpoint.`));
  }
  return findings;
}
