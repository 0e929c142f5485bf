import { performance } from "node:perf_hooks";
import type { NameFilterEntry } from "../../lib/model/filter-matcher";
import { FilterType, PatternType } from "../../lib/model/filters";
import { arrives, reachOfTopic } from "../../lib/model/reach";
import type { Cluster, Leg } from "../../lib/model/topology";
import { report } from "./sample";

const [variant, topicCount, filterCount] = process.argv.slice(2);
/** Rounds before the one that counts. What is arranged for a leg is arranged anew in each. */
const WARM_UP = 4;
const AREAS = 500;
const topics = Array.from({ length: Number(topicCount) }, (_, i) => `area-${i % AREAS}.orders-${i}`);
const filters = Array.from({ length: Number(filterCount) }, (_, i): NameFilterEntry => {
  const filterType = i % 5 === 0 ? FilterType.EXCLUDE : FilterType.INCLUDE;
  return i % 2 === 0
    ? { name: `area-${i % AREAS}.orders-${i}`, patternType: PatternType.LITERAL, filterType }
    : { name: i % 3 === 0 ? `area-${i}.` : `area-${i}.orders-1`, patternType: PatternType.PREFIXED, filterType };
});

function cluster(name: string): Cluster {
  return {
    name,
    id: name,
    identity: name,
    access: "public",
    kind: "Dedicated",
    cloud: undefined,
    region: undefined,
    networkId: undefined,
    restEndpoint: undefined,
    bootstrapEndpoint: undefined,
  };
}

const newLeg = (): Leg => ({
  path: "link",
  stack: "stack",
  linkName: "link",
  shape: "destination-initiated",
  managed: true,
  source: cluster("primary"),
  destination: cluster("jump"),
  settings: {
    prefix: undefined,
    consumerGroupPrefix: false,
    autoCreate: { enabled: true, filters },
    consumerOffsetSync: { enabled: false, intervalMs: 30_000, filters: [] },
    aclSync: { enabled: false, intervalMs: 5_000, filters: [] },
    topicConfigSync: { intervalMs: 5_000, include: undefined },
  },
  claims: [],
  upstream: undefined,
});

function comparesEach(name: string): boolean {
  let included = false;
  let excluded = false;
  for (const filter of filters) {
    const matches =
      filter.patternType === PatternType.LITERAL ? name === filter.name : name.startsWith(filter.name as string);
    if (!matches) continue;
    if (filter.filterType === FilterType.EXCLUDE) excluded = true;
    else included = true;
  }
  return included && !excluded;
}

function reaches(): (name: string) => boolean {
  const chain = [newLeg()];
  return (name) => arrives(reachOfTopic(chain, name)) === true;
}

const times: number[] = [];
let verdicts: boolean[] = [];
for (let i = 0; i < WARM_UP + 1; i++) {
  const start = performance.now();
  verdicts = topics.map(variant === "reach" ? reaches() : comparesEach);
  times.push(performance.now() - start);
}
report(times[WARM_UP] as number, verdicts);
