import { DISCOVERY_INTERVAL_MS } from "../../model/chains";
import type { RehearsalCloud } from "./rehearsal-cloud";
import type { SmokeTopic } from "./smoke-topic";

const VALUES = ["one", "two", "three"];
const PARTITIONS = 3;
/** How long records may take from the first cluster to the last, in milliseconds of virtual time. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 500;

/** Produces on the first cluster of a chain and consumes on the last. Throws when that is not what was produced. */
export async function runSmokeTest(
  cloud: RehearsalCloud,
  { stations, explicit }: SmokeTopic,
  onStep: (text: string) => void = () => undefined,
): Promise<void> {
  const [first, last] = [stations[0], stations.at(-1)];
  if (first === undefined || last === undefined) return;
  if (!explicit) {
    await cloud.api(first.clusterId).createTopic(first.topic, PARTITIONS);
    onStep(`topic ${first.topic} created on ${first.cluster}, for the links to discover`);
    await cloud.wait((stations.length - 1) * DISCOVERY_INTERVAL_MS);
  }
  for (const { cluster, clusterId, topic } of stations) {
    const topics = await cloud.api(clusterId).topics();
    if (!topics.includes(topic)) throw new Error(`There is no topic ${topic} on ${cluster}.`);
    onStep(`topic ${topic} is on ${cluster}${clusterId === first.clusterId ? "" : ", a mirror"}`);
  }
  const before = cloud.consume(last.clusterId, last.topic).length;
  for (const value of VALUES) await cloud.api(first.clusterId).produce(first.topic, value);
  onStep(`${VALUES.length} records produced on ${first.cluster}`);
  const arrived = async (waited: number): Promise<(string | null)[]> => {
    const values = cloud.consume(last.clusterId, last.topic).slice(before);
    if (values.length >= VALUES.length || waited >= PATIENCE_MS) return values;
    await cloud.wait(LOOK_MS);
    return arrived(waited + LOOK_MS);
  };
  const values = await arrived(0);
  if ([...values].sort().join() !== [...VALUES].sort().join()) {
    throw new Error(
      `${VALUES.length} records were produced on ${first.cluster}, ${values.length} arrived on ${last.cluster}.`,
    );
  }
  onStep(`${values.length} records consumed on ${last.cluster}`);
}
