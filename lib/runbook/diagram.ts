import { ConnectionMode } from "../model/link-mode";
import { isKnown } from "../model/maybe";
import { reachOfTopic } from "../model/reach";
import type { RunbookCluster } from "./cluster";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "./topology";

/** How many topics are drawn one by one. */
const DRAWN = 8;

/** A text between quotes of a Mermaid diagram that cannot end them or be taken for markup. */
export function mermaidText(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,:;/()*_+-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

/** The topology as a Mermaid flowchart: networks, clusters, topics, who dials, which way data goes, and where each stack is run. */
export function diagram(topology: RunbookTopology): string {
  const node = nodeIds(topology);
  const lines = [
    "flowchart LR",
    ...topology.clusters.flatMap((cluster) => zone(topology, cluster, node)),
    ...topology.legs.flatMap((leg) => data(topology, leg, node)),
    ...topology.legs.flatMap((leg) => dialling(leg, node)),
    ...topology.stacks.flatMap((stack, i) => [
      `  stack${i}{{"${mermaidText(`stack ${stack.name}`)}"}}`,
      ...stack.calls.map((cluster) => `  stack${i} -. "calls" .-> ${node.cluster(cluster)}`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

interface NodeIds {
  cluster(cluster: RunbookCluster): string;
  /** The node of a topic on a cluster; of all that are not drawn by themselves. */
  topic(cluster: RunbookCluster, name: string): string;
}

function nodeIds({ clusters }: RunbookTopology): NodeIds {
  const numbers = new Map(clusters.map((cluster, i) => [cluster, i]));
  const names = new Map<string, number>();
  const number = (name: string): number => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name) as number;
  };
  const cluster = (each: RunbookCluster): string => `c${numbers.get(each) ?? 0}`;
  return { cluster, topic: (each, name) => `${cluster(each)}t${number(name)}` };
}

function zone(topology: RunbookTopology, cluster: RunbookCluster, node: NodeIds): string[] {
  const id = node.cluster(cluster);
  const { cloud, region, kind } = cluster.data;
  const place = [cloud, region].filter((part) => typeof part === "string").join(" ");
  const network = `${cluster.isPrivate ? `private network of ${cluster.name}` : "internet"}${place === "" ? "" : `, ${place}`}`;
  return [
    `  subgraph z${id}["${mermaidText(network)}"]`,
    `    subgraph ${id}["${mermaidText(`${cluster.name}, ${cluster.id}, ${kind}`)}"]`,
    ...topicsOn(topology, cluster).map((name) => `      ${node.topic(cluster, name)}["${mermaidText(name)}"]`),
    "    end",
    "  end",
  ];
}

const OTHERS = "…";

/** What is drawn on a cluster: topics by name while they are few, else their number; and filters. */
function topicsOn(topology: RunbookTopology, cluster: RunbookCluster): string[] {
  const drawn = topology.legs.flatMap((leg) =>
    drawnOn(leg).map(({ on, to }) => (leg.source === cluster ? on : leg.destination === cluster ? to : undefined)),
  );
  const names = [...new Set(drawn.flatMap((name) => name ?? []))];
  return names.length > 0 ? names : [OTHERS];
}

interface Drawn {
  readonly on: string;
  readonly to: string;
}

function drawnOn(leg: RunbookLeg): Drawn[] {
  const { mirrors } = leg;
  const shown = mirrors.length <= DRAWN ? mirrors : [];
  const count = `${mirrors.length} topics`;
  const prefix = leg.data.prefix ?? "";
  return [
    ...shown.map(({ topic, mirrorTopic }) => ({ on: topic, to: mirrorTopic ?? OTHERS })),
    ...(mirrors.length > DRAWN ? [{ on: count, to: count }] : []),
    ...(leg.makesMirrors
      ? [{ on: filterText(leg), to: prefix === "" ? filterText(leg) : `${prefix}: ${filterText(leg)}` }]
      : []),
  ];
}

function filterText({ data: { autoCreate } }: RunbookLeg): string {
  const part = (type: string): string =>
    autoCreate.filters
      .filter(({ filterType }) => filterType === type)
      .map(({ name, patternType }) => (patternType === "PREFIXED" ? `${name ?? OTHERS}*` : (name ?? OTHERS)))
      .join(", ");
  const excluded = part("EXCLUDE");
  return `by filter: ${part("INCLUDE")}${excluded === "" ? "" : ` but not ${excluded}`}`;
}

function data(topology: RunbookTopology, leg: RunbookLeg, node: NodeIds): string[] {
  const drawn = drawnOn(leg);
  const label = mermaidText(`data: ${leg.link}`);
  const pairs = drawn.length > 0 ? drawn : [{ on: OTHERS, to: OTHERS }];
  return pairs.map(
    ({ on, to }) =>
      `  ${place(topology, leg.source, on, node)} == "${label}" ==> ${place(topology, leg.destination, to, node)}`,
  );
}

const place = (topology: RunbookTopology, cluster: RunbookCluster, name: string, node: NodeIds): string =>
  topicsOn(topology, cluster).includes(name) ? node.topic(cluster, name) : node.cluster(cluster);

function dialling(leg: RunbookLeg, node: NodeIds): string[] {
  return leg.halves
    .filter(({ mode }) => mode.connectionMode === ConnectionMode.OUTBOUND)
    .map(
      ({ host, peer }) => `  ${node.cluster(host)} -. "${mermaidText(`dials: ${leg.link}`)}" .-> ${node.cluster(peer)}`,
    );
}

/** How far one topic gets along a chain. */
export interface TopicReach {
  readonly topic: string;
  /** Its name on each cluster; `undefined` where it does not get to. */
  readonly names: readonly (string | undefined)[];
}

/** How far the explicit topics of a chain get. */
export function reachOf(chain: RunbookChain): TopicReach[] {
  const models = chain.legs.map(({ model }) => model);
  const topics = [...new Set((chain.legs[0]?.mirrors ?? []).map(({ topic }) => topic))];
  return topics.map((topic) => {
    const names: (string | undefined)[] = [topic];
    for (const hop of reachOfTopic(models, topic).hops) {
      if (hop.outcome === "passes") names.push(isKnown(hop.name) ? hop.name : "known to Terraform only");
    }
    return { topic, names: chain.clusters.map((_, i) => names[i]) };
  });
}
