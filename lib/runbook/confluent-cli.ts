import { HALF_MODES, LinkMode } from "../model/link-mode";
import type { RunbookCluster } from "./cluster";
import { bootstrapOf, configFileName, keyNames, type KeyNames } from "./config-files";
import type { Half } from "./halves";
import { mirrorTopics, type NameList } from "./lists";
import type { Command, Operation } from "./structure";
import type { RunbookLeg, RunbookTopology } from "./topology";

function confluent(operation: Operation, ...args: readonly string[]): Command {
  return { program: "confluent", args, operation };
}

/** A command with these names among its arguments, or behind them out of a file. */
function withNames(
  { folder }: RunbookTopology,
  operation: Operation,
  { names, file }: NameList,
  words: readonly string[],
  where: readonly string[],
): Command {
  if (file === undefined) return confluent(operation, ...words, ...names, ...where);
  return { program: "xargs confluent", args: [...words, ...where], input: `${folder}/${file.name}`, operation };
}

const at = ({ id }: RunbookCluster): string[] => ["--cluster", id];

/** Says which cluster is the other one, by the role that it has in the link. */
function peerFlag({ mode, peer }: Half): string[] {
  switch (mode.linkMode) {
    case LinkMode.DESTINATION:
      return ["--source-cluster", peer.id];
    case LinkMode.SOURCE:
      return ["--destination-cluster", peer.id];
    case LinkMode.BIDIRECTIONAL:
      return ["--remote-cluster", peer.id];
  }
}

/** Creates one half of a link from its configuration file. */
export function createLink({ folder }: RunbookTopology, leg: RunbookLeg, half: Half): Command {
  const file = configFileName(leg, half);
  return confluent(
    { kind: "link-create", cluster: half.host.id, link: leg.link, file },
    ...["kafka", "link", "create", leg.link, ...at(half.host), ...peerFlag(half), "--config", `${folder}/${file}`],
  );
}

/** Creates a link that its destination dials without a file, and so without settings; `undefined` for other halves. */
export function createLinkByFlags(leg: RunbookLeg, half: Half): Command | undefined {
  if (half.mode !== HALF_MODES.destinationOutbound) return undefined;
  const { key, secret } = keyNames(half, half.mode.peer, half.peer);
  return confluent(
    { kind: "link-create", cluster: half.host.id, link: leg.link, file: undefined },
    ...["kafka", "link", "create", leg.link, ...at(half.host), ...peerFlag(half)],
    ...["--source-bootstrap-server", bootstrapOf(half.peer)],
    ...["--source-api-key", `<${key}>`, "--source-api-secret", `<${secret}>`],
  );
}

/** Gives a half the settings of its configuration file. */
export function configureLink({ folder }: RunbookTopology, leg: RunbookLeg, half: Half): Command {
  const file = configFileName(leg, half);
  return confluent(
    { kind: "link-configure", cluster: half.host.id, link: leg.link, file },
    ...["kafka", "link", "configuration", "update", leg.link, ...at(half.host), "--config", `${folder}/${file}`],
  );
}

export function listLinks(cluster: RunbookCluster): Command {
  return confluent({ kind: "link-list", cluster: cluster.id }, "kafka", "link", "list", ...at(cluster));
}

const LINK_WORDS = {
  "link-describe": ["describe"],
  "link-configuration": ["configuration", "list"],
  "link-tasks": ["task", "list"],
  "link-delete": ["delete"],
} as const;

/** Shows or deletes the half of a link that is on this cluster. */
export function onLink(kind: keyof typeof LINK_WORDS, leg: RunbookLeg, cluster: RunbookCluster): Command {
  const operation = { kind, cluster: cluster.id, link: leg.link };
  return confluent(operation, "kafka", "link", ...LINK_WORDS[kind], leg.link, ...at(cluster));
}

export function createTopic(cluster: RunbookCluster, topic: string, partitions: number): Command {
  const operation: Operation = { kind: "topic-create", cluster: cluster.id, topic, partitions };
  return confluent(operation, "kafka", "topic", "create", topic, "--partitions", String(partitions), ...at(cluster));
}

/** Deletes topics; mirror topics too, as what they are. Out of a file nobody can be asked. */
export function deleteTopics(topology: RunbookTopology, cluster: RunbookCluster, list: NameList): Command {
  const operation: Operation = { kind: "topic-delete", cluster: cluster.id, topics: list.names };
  const force = list.file === undefined ? [] : ["--force"];
  return withNames(topology, operation, list, ["kafka", "topic", "delete"], [...at(cluster), ...force]);
}

/** Creates the mirror topic of a topic by its names on both ends. */
export function createMirror(leg: RunbookLeg, topic: string, mirrorTopic: string): Command {
  const renamed = topic === mirrorTopic ? [] : ["--source-topic", topic];
  return confluent(
    { kind: "mirror-create", cluster: leg.destination.id, link: leg.link, topics: [{ topic, mirrorTopic }] },
    ...["kafka", "mirror", "create", mirrorTopic, "--link", leg.link, ...renamed, ...at(leg.destination)],
  );
}

/** Creates every mirror topic that a leg names. */
export function createMirrors({ folder }: RunbookTopology, leg: RunbookLeg): Command[] {
  const topics = leg.mirrors.flatMap(({ topic, mirrorTopic }) =>
    mirrorTopic === null ? [] : [{ topic, mirrorTopic }],
  );
  const { file } = mirrorTopics(leg);
  if (file === undefined || topics.some(({ topic, mirrorTopic }) => topic !== mirrorTopic)) {
    return topics.map(({ topic, mirrorTopic }) => createMirror(leg, topic, mirrorTopic));
  }
  return [
    {
      program: "xargs -n 1 confluent",
      args: ["kafka", "mirror", "create", "--link", leg.link, ...at(leg.destination)],
      input: `${folder}/${file.name}`,
      operation: { kind: "mirror-create", cluster: leg.destination.id, link: leg.link, topics },
    },
  ];
}

export function listMirrors(leg: RunbookLeg): Command {
  const operation = { kind: "mirror-list", cluster: leg.destination.id, link: leg.link } as const;
  return confluent(operation, "kafka", "mirror", "list", "--link", leg.link, ...at(leg.destination));
}

const MIRROR_WORDS = {
  "mirror-promote": ["promote"],
  "mirror-failover": ["failover"],
  "mirror-reverse": ["reverse-and-start"],
} as const;

/** What stands for names that only the cluster or Terraform knows. */
const TOPIC_PLACEHOLDER = "<topic>";

/** Does one thing to all mirror topics of a leg, in one call. */
export function onMirrors(topology: RunbookTopology, kind: keyof typeof MIRROR_WORDS, leg: RunbookLeg): Command {
  const { names, file } = mirrorTopics(leg);
  const list = { names: names.length > 0 ? names : [TOPIC_PLACEHOLDER], file };
  const operation: Operation = { kind, cluster: leg.destination.id, link: leg.link, mirrorTopics: list.names };
  const words = ["kafka", "mirror", ...MIRROR_WORDS[kind]];
  return withNames(topology, operation, list, words, ["--link", leg.link, ...at(leg.destination)]);
}

/** Makes topics the mirror topics of their stopped mirror topics; or tells what that would cut off, by partition. */
export function restoreMirrors(topology: RunbookTopology, leg: RunbookLeg, dryRun: boolean): Command {
  const { names, file } = mirrorTopics(leg);
  const list = { names: names.length > 0 ? names : [TOPIC_PLACEHOLDER], file };
  const { link, destination } = leg;
  const operation: Operation = {
    kind: "mirror-restore",
    cluster: destination.id,
    link,
    mirrorTopics: list.names,
    dryRun,
  };
  const flags = dryRun ? ["--dry-run", "--include-partitions"] : [];
  return withNames(
    topology,
    operation,
    list,
    ["kafka", "mirror", "truncate-and-restore"],
    ["--link", link, ...at(destination), ...flags],
  );
}

/** Shows why a mirror topic does not stop. */
export function mirrorErrors(leg: RunbookLeg): Command {
  return confluent(
    { kind: "mirror-errors", cluster: leg.destination.id, link: leg.link, mirrorTopics: [TOPIC_PLACEHOLDER] },
    ...["kafka", "mirror", "state-transition-error", "list", TOPIC_PLACEHOLDER],
    ...["--link", leg.link, ...at(leg.destination)],
  );
}

export function storeKey(cluster: RunbookCluster, { key, secret }: KeyNames): Command {
  const operation: Operation = { kind: "key-store", cluster: cluster.id };
  return confluent(operation, "api-key", "store", `<${key}>`, `<${secret}>`, "--resource", cluster.id);
}

export function useKey(cluster: RunbookCluster, { key }: KeyNames): Command {
  return confluent({ kind: "key-use", cluster: cluster.id }, "api-key", "use", `<${key}>`);
}

export function createKey(cluster: RunbookCluster): Command {
  return confluent(
    { kind: "key-create", cluster: cluster.id },
    ...["api-key", "create", "--resource", cluster.id, "--service-account", "<service-account-id>"],
  );
}

export function deleteKey(cluster: RunbookCluster): Command {
  return confluent({ kind: "key-delete", cluster: cluster.id }, "api-key", "delete", "<old-api-key>");
}

export function produce(cluster: RunbookCluster, topic: string): Command {
  return confluent({ kind: "produce", cluster: cluster.id, topic }, "kafka", "topic", "produce", topic, ...at(cluster));
}

export function consume(cluster: RunbookCluster, topic: string): Command {
  const operation: Operation = { kind: "consume", cluster: cluster.id, topic };
  return confluent(operation, "kafka", "topic", "consume", topic, "--from-beginning", ...at(cluster));
}
