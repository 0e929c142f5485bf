import type { DocumentCluster } from "../../model/document";
import { compareHalf } from "./compare-half";
import { compareMirror } from "./compare-mirror";
import { halfEnvironment, mirrorEnvironment, sameEnvironment, type EnvironmentLine } from "./import-environment";
import type { LiveCluster, LiveLink } from "./live";
import type { Run } from "./runs";
import type { StateInstance } from "./state-file";
import type { Wanted, WantedHalf, WantedMirror } from "./wanted";

/** How what exists comes into one stack. */
export interface StackAdoption {
  readonly stack: string;
  /** Empty while something is in the way. */
  readonly runs: readonly Run[];
  /** What is in the way: the app has to be mended before. */
  readonly blockers: readonly string[];
  /** Which clusters did not tell. */
  readonly unknown: readonly string[];
  /** Addresses that are in the state already. */
  readonly adopted: readonly string[];
  /** Addresses of what does not exist: the next deployment creates it. */
  readonly created: readonly string[];
  /** Instances of another state that the imports take over. */
  readonly released: readonly StateInstance[];
  readonly remarks: readonly string[];
}

export interface States {
  /** What the stack's own state has, under whatever addresses. */
  readonly own: readonly StateInstance[];
  /** What other states have and give up. */
  readonly other: readonly StateInstance[];
}

interface Import {
  readonly address: string;
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly environment: readonly EnvironmentLine[];
  readonly changes: readonly string[];
  readonly unseen: readonly string[];
}

/** Decides for one stack what is moved, imported, created, or in the way. */
export function adoptStack(
  stack: string,
  { halves, mirrors }: Wanted,
  live: ReadonlyMap<DocumentCluster, LiveCluster>,
  states: States,
): StackAdoption {
  const found = new Findings(live, states);
  const imports = [
    ...halves.filter((half) => half.stack === stack).flatMap((half) => found.half(half)),
    ...mirrors.filter((mirror) => mirror.stack === stack).flatMap((mirror) => found.mirror(mirror)),
  ];
  const { blockers, unknown, moved } = found;
  const stuck = blockers.length > 0 || unknown.size > 0;
  return {
    stack,
    runs: stuck ? [] : runsOf(stack, moved, imports),
    blockers,
    unknown: [...unknown],
    adopted: found.adopted,
    created: found.created,
    released: found.released,
    remarks: imports.flatMap(({ address, unseen }) =>
      unseen.length === 0 ? [] : [`${address}: not compared, as only Terraform knows them: ${unseen.join(", ")}`],
    ),
  };
}

class Findings {
  public readonly blockers: string[] = [];
  public readonly unknown = new Set<string>();
  public readonly adopted: string[] = [];
  public readonly created: string[] = [];
  public readonly moved: { from: string; to: string }[] = [];
  public readonly released: StateInstance[] = [];
  readonly #live: ReadonlyMap<DocumentCluster, LiveCluster>;
  readonly #own: ReadonlyMap<string, StateInstance>;
  readonly #other: ReadonlyMap<string, StateInstance>;

  public constructor(live: ReadonlyMap<DocumentCluster, LiveCluster>, { own, other }: States) {
    this.#live = live;
    this.#own = byTypeAndId(own);
    this.#other = byTypeAndId(other);
  }

  public half(half: WantedHalf): Import[] {
    const { address, role, host, block } = half;
    const link = this.#link(host, block.linkName);
    if (link === undefined) return [];
    if (link === null) {
      this.created.push(address);
      return [];
    }
    const hostId = block.host.id ?? host.id ?? "";
    const { blockers, changes, unseen } = compareHalf(half, link);
    this.#block(address, blockers);
    const identity = {
      [`${block.mode.host}_kafka_cluster.rest_endpoint`]: block.host.restEndpoint,
      [`${block.mode.peer}_kafka_cluster.bootstrap_endpoint`]: block.peer.bootstrapEndpoint,
    };
    if (this.#isInState("confluent_cluster_link", `${hostId}/${block.linkName}`, address, identity)) return [];
    return [
      {
        address,
        id: importId(half),
        title: `${role} of ${block.linkName} on ${host.name}`,
        role,
        environment: halfEnvironment(half),
        changes: changes.map((change) => `${address}: ${change}`),
        unseen,
      },
    ];
  }

  public mirror(wanted: WantedMirror): Import[] {
    const { address, cluster, leg, mirror, block } = wanted;
    const link = this.#link(cluster, leg.linkName ?? "");
    if (link === undefined) return [];
    const there = link?.mirrors.find(({ topic, source }) =>
      mirror.mirrorTopic === null ? source === mirror.topic : topic === mirror.mirrorTopic,
    );
    if (link === null || there === undefined) {
      this.created.push(address);
      return [];
    }
    const { blockers, changes } = compareMirror(wanted, there);
    this.#block(address, blockers);
    const id = `${block.id ?? cluster.id ?? ""}/${link.name}/${there.topic}`;
    const identity = { "kafka_cluster.rest_endpoint": block.restEndpoint };
    if (this.#isInState("confluent_kafka_mirror_topic", id, address, identity)) return [];
    return [
      {
        address,
        id,
        title: `mirror topics on ${cluster.name}`,
        role: "mirror topics",
        environment: mirrorEnvironment(wanted),
        changes: changes.map((change) => `${address}: ${change}`),
        unseen: [],
      },
    ];
  }

  /** The live link, `null` where there is none, `undefined` where its cluster did not tell. */
  #link(cluster: DocumentCluster, name: string): LiveLink | null | undefined {
    const answer = this.#live.get(cluster);
    if (answer === undefined || "why" in answer) {
      this.unknown.add(`${cluster.name}: ${answer?.why ?? "not asked"}`);
      return undefined;
    }
    return answer.links.get(name) ?? null;
  }

  #block(address: string, reasons: readonly string[]): void {
    this.blockers.push(...reasons.map((reason) => `${address}: ${reason}`));
  }

  /** Whether the stack's state has it, where it belongs or somewhere else. */
  #isInState(
    type: string,
    id: string,
    address: string,
    identity: Readonly<Record<string, string | undefined>>,
  ): boolean {
    const key = `${type} ${id}`;
    const other = this.#other.get(key);
    if (other) this.released.push(other);
    const own = this.#own.get(key);
    if (own === undefined) return false;
    const differing = Object.entries(identity).filter(
      ([path, text]) => text !== undefined && own.identity[path] !== text,
    );
    this.#block(
      address,
      differing.map(
        ([path, text]) =>
          `its ${path} is ${JSON.stringify(own.identity[path])} in the state and ${JSON.stringify(text)} in the app: it would be replaced`,
      ),
    );
    if (own.address === address) this.adopted.push(address);
    else this.moved.push({ from: own.address, to: address });
    return true;
  }
}

const byTypeAndId = (instances: readonly StateInstance[]): ReadonlyMap<string, StateInstance> =>
  new Map(instances.map((instance) => [`${instance.type} ${instance.id}`, instance]));

/** What `terraform import` takes for a link, which is not its id in the state. */
function importId({ block, host, peer }: WantedHalf): string {
  const { mode, linkName } = block;
  const [hostId, peerId] = [block.host.id ?? host.id ?? "", block.peer.id ?? peer.id ?? ""];
  const hostComesFirst = mode.host === "source" || mode.host === "local";
  const ids = hostComesFirst ? [hostId, peerId] : [peerId, hostId];
  return [linkName, mode.linkMode, mode.connectionMode, ...ids].join("/");
}

/** First what moves, then one run for each half, then one for all mirror topics with the same environment. */
function runsOf(stack: string, moved: readonly { from: string; to: string }[], imports: readonly Import[]): Run[] {
  const groups: Import[][] = [];
  for (const each of imports) {
    const fitting = groups.find(
      ([first]) => first?.role === each.role && sameEnvironment(first.environment, each.environment),
    );
    if (fitting) fitting.push(each);
    else groups.push([each]);
  }
  const moves: Omit<Run, "name" | "stack">[] =
    moved.length === 0
      ? []
      : [
          {
            title: "what is in the state under other addresses",
            blocks: { moved },
            targets: moved.flatMap(({ from, to }) => [from, to]),
            environment: [],
            changes: [],
            changed: undefined,
          },
        ];
  const imported = groups.map((group): Omit<Run, "name" | "stack"> => {
    const [first] = group as [Import, ...Import[]];
    return {
      title: [...new Set(group.map(({ title }) => title))].join(", "),
      blocks: { import: group.map(({ address, id }) => ({ to: address, id })) },
      targets: group.map(({ address }) => address),
      environment: first.environment,
      changes: group.flatMap(({ changes }) => changes),
      changed: group.some(({ unseen }) => unseen.length > 0)
        ? undefined
        : group.filter(({ changes }) => changes.length > 0).length,
    };
  });
  return [...moves, ...imported].map((run, i) => ({ ...run, stack, name: `${i + 1}-${folderName(run.title)}` }));
}

const folderName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
