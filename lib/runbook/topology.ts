import { chainsOf, isSpare, otherDirection } from "../model/chains";
import { readDocument, type DocumentLeg, type DocumentStack, type TopologyDocument } from "../model/document";
import type { Leg } from "../model/topology";
import type { RunbookCluster } from "./cluster";
import { halvesOf, withSpare, type Half } from "./halves";
import { clusterPlaceholder, clusterSlugs, linkPlaceholder } from "./names";

/** A topic's names on the two ends of a leg. */
export interface MirrorName {
  readonly topic: string;
  /** `null` where only Terraform knows it. */
  readonly mirrorTopic: string | null;
  readonly address: string | null;
  readonly stack: string;
}

/** One direction of data over one link. A direction that waits to be used is no leg of its own. */
export interface RunbookLeg {
  readonly data: DocumentLeg;
  readonly model: Leg;
  /** Name of the link, or a placeholder. */
  readonly link: string;
  readonly source: RunbookCluster;
  readonly destination: RunbookCluster;
  readonly halves: readonly Half[];
  /** The other direction of a bidirectional link, where it waits to be used. */
  readonly spare: RunbookLeg | undefined;
  readonly mirrors: readonly MirrorName[];
  /** Whether the names of all its explicit mirror topics are known. */
  readonly mirrorsKnown: boolean;
  /** Whether the link makes mirror topics by itself, that Terraform does not know. */
  readonly makesMirrors: boolean;
  /** Whether a variable of Terraform fails its mirror topics over. */
  readonly failsOver: boolean;
}

/** A way that data takes. */
export interface RunbookChain {
  readonly legs: readonly RunbookLeg[];
  readonly clusters: readonly RunbookCluster[];
  readonly first: RunbookCluster;
  readonly last: RunbookCluster;
  readonly lastLeg: RunbookLeg;
  /** `PRIMARY -> JUMP -> DR`. */
  readonly title: string;
  /** `primary-jump-dr`. */
  readonly slug: string;
}

export interface RunbookStack {
  readonly name: string;
  readonly data: DocumentStack;
  /** Folder of its JSON, from where the commands are run. */
  readonly folder: string;
  readonly legs: readonly RunbookLeg[];
  /** Clusters that Terraform calls there. */
  readonly calls: readonly RunbookCluster[];
}

/** A topology as the runbook speaks of it. */
export interface RunbookTopology {
  readonly document: TopologyDocument;
  readonly clusters: readonly RunbookCluster[];
  readonly legs: readonly RunbookLeg[];
  readonly chains: readonly RunbookChain[];
  /** Each stack after those that it depends on. */
  readonly stacks: readonly RunbookStack[];
  /** Where synth wrote, from where the commands are run. */
  readonly out: string;
  /** Where the runbook's files are, from where the commands are run. */
  readonly folder: string;
}

export interface TopologyOptions {
  /** Where synth wrote, from where the commands are run. @default "cdktf.out" */
  readonly out?: string;
  /** Folder of a stack in it. @default - `stacks/` and the stack's name */
  readonly stackFolder?: (stack: string) => string | undefined;
  /** Where the runbook's files are, from where the commands are run. @default - `runbook` where synth wrote */
  readonly folder?: string;
}

/** Reads a document. Throws where a leg names a cluster or a chain names a leg that is not there. */
export function readTopology(document: TopologyDocument, options: TopologyOptions = {}): RunbookTopology {
  const { out = "cdktf.out", stackFolder = () => undefined } = options;
  const { folder = `${out}/runbook` } = options;
  const slugs = clusterSlugs(document.clusters);
  const clusters = document.clusters.map((data, i): RunbookCluster => {
    const slug = slugs[i] as string;
    return {
      name: data.name,
      id: data.id ?? clusterPlaceholder(slug),
      slug,
      isPrivate: data.access === "private",
      data,
    };
  });
  const models = readDocument(document);
  const directions = document.legs.map((data, i) => readLeg(document, data, models[i] as Leg, clusters));
  const legs = joined(directions);
  const byModel = new Map(legs.map((leg) => [leg.model, leg]));
  return {
    document,
    clusters,
    legs,
    chains: chainsOf(models).map((chain) => readChain(chain.map((leg) => byModel.get(leg) as RunbookLeg))),
    stacks: inOrder(document.stacks).map((data) => {
      const own = legs.filter(
        (leg) => leg.halves.some(({ stack }) => stack === data.name) || leg.data.stack === data.name,
      );
      return {
        name: data.name,
        data,
        folder: `${out}/${stackFolder(data.name) ?? `stacks/${data.name}`}`,
        legs: own,
        calls: callsOf(data.name, own),
      };
    }),
    out,
    folder,
  };
}

function readLeg(
  document: TopologyDocument,
  data: DocumentLeg,
  model: Leg,
  clusters: readonly RunbookCluster[],
): RunbookLeg {
  const [source, destination] = [clusters[data.source], clusters[data.destination]];
  if (!source || !destination) throw new Error(`the leg ${data.path} names a cluster that is not listed`);
  const mirrors = data.sets.flatMap((set) =>
    set.mirrors.map(({ topic, mirrorTopic, address }) => ({ topic, mirrorTopic, address, stack: set.stack })),
  );
  return {
    data,
    model,
    link: data.linkName ?? linkPlaceholder(source.slug, destination.slug),
    source,
    destination,
    halves: halvesOf(document, data, { source, destination }),
    spare: undefined,
    mirrors,
    mirrorsKnown:
      data.sets.every(({ topicsKnown }) => topicsKnown) && mirrors.every(({ mirrorTopic }) => mirrorTopic !== null),
    makesMirrors: data.autoCreate.enabled !== false,
    failsOver: data.sets.some(({ failover }) => failover),
  };
}

/** Legs that are used, each with what the unused direction of its link has. */
function joined(directions: readonly RunbookLeg[]): RunbookLeg[] {
  const models = directions.map(({ model }) => model);
  return directions
    .filter(({ model }) => !isSpare(models, model))
    .map((leg) => {
      const other = otherDirection(models, leg.model);
      const spare = directions.find(({ model }) => model === other && isSpare(models, model));
      return spare ? { ...leg, spare, halves: withSpare(leg.halves, spare.halves) } : leg;
    });
}

function readChain(legs: readonly RunbookLeg[]): RunbookChain {
  const [firstLeg, lastLeg] = [legs[0] as RunbookLeg, legs.at(-1) as RunbookLeg];
  const clusters = [firstLeg.source, ...legs.map(({ destination }) => destination)];
  return {
    legs,
    clusters,
    first: firstLeg.source,
    last: lastLeg.destination,
    lastLeg,
    title: clusters.map(({ name }) => name).join(" -> "),
    slug: clusters.map(({ slug }) => slug).join("-"),
  };
}

/** Clusters whose REST endpoints Terraform asks in a stack: hosts of halves, and of mirror topics. */
function callsOf(stack: string, legs: readonly RunbookLeg[]): RunbookCluster[] {
  const called = legs.flatMap((leg) => [
    ...leg.halves.filter((half) => half.stack === stack && leg.data.managed).map(({ host }) => host),
    ...(leg.data.sets.some((set) => set.stack === stack) ? [leg.destination] : []),
  ]);
  return [...new Set(called)];
}

function inOrder(stacks: readonly DocumentStack[]): DocumentStack[] {
  const ordered: DocumentStack[] = [];
  const seen = new Set<string>();
  const visit = (stack: DocumentStack): void => {
    if (seen.has(stack.name)) return;
    seen.add(stack.name);
    for (const name of stack.dependsOn) {
      const before = stacks.find((each) => each.name === name);
      if (before) visit(before);
    }
    ordered.push(stack);
  };
  for (const stack of stacks) visit(stack);
  return ordered;
}

/** The stack of this name. */
export function stackOf(topology: RunbookTopology, name: string): RunbookStack {
  const found = topology.stacks.find((stack) => stack.name === name);
  if (!found) throw new Error(`there is no stack ${name}`);
  return found;
}
