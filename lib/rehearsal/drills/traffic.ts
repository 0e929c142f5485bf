import type { Cloud } from "../cloud/cloud";
import { offsetKey, setGroupActive } from "../cloud/groups";
import { isWritable, logEnd } from "../cloud/logs";
import { consume, produce } from "../cloud/records";
import type { Cluster, Topic } from "../cloud/state";
import { nameOn, type DrillGroup, type DrillTopic } from "./names";

/** Milliseconds of virtual time between two records of a topic. */
const PRODUCE_MS = 1_000;
/** Milliseconds of virtual time between two reads of a group, after each of which it commits. */
const CONSUME_MS = 5_000;
/** How many topics get records all the time; those beyond get bursts alone. */
const MOST_STEADY = 20;
/** How many topics a group reads. */
const MOST_READ = 20;

/** A record that somebody has written, and been told so. */
export interface Written {
  readonly value: string;
  /** Milliseconds of virtual time. */
  readonly at: number;
}

/** What a group had committed at a moment. */
export interface Commit {
  readonly at: number;
  /** By topic and partition, with the names of the cluster it reads on. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Where a group goes on with a topic on the last cluster. */
export interface Resumption {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** Offset that was committed where the group read before. */
  readonly left: number;
  /** Offset that it finds on the last cluster; `undefined` for none. */
  readonly found: number | undefined;
  readonly logEnd: number;
}

export interface TrafficOptions {
  readonly cloud: Cloud;
  /** Ids of the clusters of a chain. */
  readonly stations: readonly string[];
  readonly topics: readonly DrillTopic[];
  readonly groups: readonly DrillGroup[];
  /** Text that sets this traffic's records apart from others'. */
  readonly tag: string;
}

/** Producers and consumers of a chain. They work in virtual time, by themselves. */
export class Traffic {
  public readonly topics: readonly DrillTopic[];
  public readonly groups: readonly DrillGroup[];
  /** Records that nobody took. */
  public refused = 0;
  readonly #options: TrafficOptions;
  readonly #written = new Map<DrillTopic, Written[]>();
  readonly #commits = new Map<DrillGroup, Commit[]>();
  /** What runs now; another object after each stop, so that what is due of the one before does nothing. */
  #producing: object | undefined;
  #consuming: object | undefined;
  #counter = 0;

  public constructor(options: TrafficOptions) {
    this.#options = options;
    this.topics = options.topics;
    this.groups = options.groups;
    for (const topic of options.topics) this.#written.set(topic, []);
    for (const group of options.groups) this.#commits.set(group, []);
  }

  /** Writes a record to each topic every second from now on, on one of the clusters. */
  public produceOn(station: number): void {
    const run = (this.#producing = {});
    const steady = this.topics.filter(({ names }) => names[station] !== undefined).slice(0, MOST_STEADY);
    this.#every(PRODUCE_MS, () => {
      if (this.#producing !== run) return false;
      for (const topic of steady) this.#write(topic, station);
      return true;
    });
  }

  public stopProducing(): void {
    this.#producing = undefined;
  }

  /** Writes some records to every topic at this moment. */
  public burst(station: number, records: number): void {
    for (const topic of this.topics) {
      if (topic.names[station] === undefined) continue;
      for (let i = 0; i < records; i++) this.#write(topic, station);
    }
  }

  /** Lets the groups read and commit every few seconds from now on. */
  public consumeOn(station: number): void {
    const run = (this.#consuming = {});
    for (const name of this.#groupNames(station)) setGroupActive(this.#options.cloud, this.#id(station), name, true);
    this.#every(CONSUME_MS, () => {
      if (this.#consuming !== run) return false;
      this.#read(station);
      return true;
    });
  }

  /** Stops the groups where they are; with `end`, once they have read everything. */
  public stopConsuming(station: number, { end = false }: { readonly end?: boolean } = {}): void {
    this.#consuming = undefined;
    if (end) this.#read(station);
    for (const name of this.#groupNames(station)) setGroupActive(this.#options.cloud, this.#id(station), name, false);
  }

  /** Records of a topic that were written and are taken. */
  public written(topic: DrillTopic): readonly Written[] {
    return this.#writtenTo(topic);
  }

  /** Values of those that a cluster does not have. */
  public missingOn(topic: DrillTopic, station: number): string[] {
    const there = this.valuesOn(topic, station);
    return this.written(topic).flatMap(({ value }) => (there.has(value) ? [] : [value]));
  }

  public valuesOn(topic: DrillTopic, station: number): ReadonlySet<string> {
    const { partitions = [] } = this.topicOn(topic, station) ?? {};
    return new Set(partitions.flatMap((records) => records.flatMap(({ value }) => value ?? [])));
  }

  /** The topic as a cluster has it. */
  public topicOn(topic: DrillTopic, station: number): Topic | undefined {
    const name = topic.names[station];
    return name === undefined ? undefined : this.#cluster(station).topics.get(name);
  }

  /** All records of all topics on a cluster. */
  public countOn(station: number): number {
    let count = 0;
    for (const topic of this.topics) {
      for (const records of this.topicOn(topic, station)?.partitions ?? []) count += records.length;
    }
    return count;
  }

  /** What a group had committed last at a moment. */
  public committedAt(group: DrillGroup, at: number): Commit | undefined {
    return this.#commitsOf(group)
      .filter((commit) => commit.at <= at)
      .at(-1);
  }

  /** Where the groups go on at the end of the chain that were carried there, after they were at its beginning. */
  public resumptions(group: DrillGroup, topic: DrillTopic): Resumption[] {
    const last = this.#options.stations.length - 1;
    const [from, to] = [topic.names[0], nameOn(topic, last)];
    const name = nameOn(group, last);
    const left = this.#commitsOf(group).at(-1)?.offsets;
    const found = this.#cluster(last).groups.get(name)?.offsets;
    const there = this.topicOn(topic, last);
    if (left === undefined || there === undefined) return [];
    return there.partitions.flatMap((_, partition): Resumption[] => {
      const committed = left.get(offsetKey(from, partition));
      if (committed === undefined) return [];
      return [
        {
          group: name,
          topic: to,
          partition,
          left: committed,
          found: found?.get(offsetKey(to, partition)),
          logEnd: logEnd(there, partition),
        },
      ];
    });
  }

  #write(topic: DrillTopic, station: number): void {
    const there = this.topicOn(topic, station);
    if (there === undefined || !isWritable(there) || !isReachable(this.#options.cloud, this.#cluster(station))) {
      this.refused++;
      return;
    }
    const value = `${this.#options.tag}${++this.#counter}`;
    produce(this.#options.cloud, this.#id(station), there.name, { value });
    this.#writtenTo(topic).push({ value, at: this.#options.cloud.state.now });
  }

  #read(station: number): void {
    const { cloud } = this.#options;
    const cluster = this.#cluster(station);
    if (!isReachable(cloud, cluster)) return;
    const topics = this.topics.flatMap((topic) => this.topicOn(topic, station)?.name ?? []).slice(0, MOST_READ);
    this.groups.forEach((group) => {
      const name = group.names[station];
      if (name === undefined) return;
      for (const topic of topics) consume(cloud, cluster.id, topic, { group: name });
      const offsets = new Map(cluster.groups.get(name)?.offsets);
      this.#commitsOf(group).push({ at: cloud.state.now, offsets });
    });
  }

  /** Lets something happen again and again, until it says that it is over. */
  #every(milliseconds: number, happen: () => boolean): void {
    const { cloud } = this.#options;
    cloud.after(milliseconds, () => {
      if (happen()) this.#every(milliseconds, happen);
    });
  }

  #groupNames(station: number): string[] {
    return this.groups.flatMap(({ names }) => names[station] ?? []);
  }

  #id(station: number): string {
    return this.#options.stations[station] as string;
  }

  #writtenTo(topic: DrillTopic): Written[] {
    return this.#written.get(topic) as Written[];
  }

  #commitsOf(group: DrillGroup): Commit[] {
    return this.#commits.get(group) as Commit[];
  }

  #cluster(station: number): Cluster {
    const cluster = this.#options.cloud.state.clusters.get(this.#id(station));
    if (cluster === undefined) throw new Error(`There is no cluster ${JSON.stringify(this.#id(station))}.`);
    return cluster;
  }
}

/** Whether clients get through to a cluster. */
function isReachable({ state }: Cloud, { reachability, networkId }: Cluster): boolean {
  const network = state.networks.get(networkId ?? "");
  return [reachability, network?.reachability].every((how = "reachable") => how === "reachable");
}
