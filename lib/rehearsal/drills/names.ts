import { exampleNames } from "../../model/example-names";
import { isKnown } from "../../model/maybe";
import { arrives, reachOfGroup, reachOfTopic, type Reach } from "../../model/reach";
import type { RunbookChain, RunbookLeg } from "../../runbook/topology";

/** Names on one cluster after the other. */
export type Names = readonly [string, ...string[]];

/** A topic that records are written to. */
export interface DrillTopic {
  /** Its names, from the first cluster to the last that it gets to. */
  readonly names: Names;
  /** Whether it gets to the end of the chain. */
  readonly arrives: boolean;
  /** Whether the app names it, or a filter of the first link chooses it. */
  readonly origin: "explicit" | "filter";
}

/** A consumer group that reads on the first cluster. */
export interface DrillGroup {
  /** Its names, from the first cluster to the last that its offsets get to. */
  readonly names: Names;
  readonly arrives: boolean;
}

/** What a topic or group is called on a cluster; where it does not get to, what it is called on the last one before. */
export const nameOn = ({ names }: { readonly names: Names }, station: number): string =>
  names[Math.min(station, names.length - 1)] as string;

/** What a name is called that a filter for all names chooses. */
const ANY_TOPIC = "drill_topic";
const ANY_GROUP = "drill-consumers";

/** How many consumer groups read. */
const MOST_GROUPS = 5;

/** The topics of a chain: those that the app names, and one of each filter. */
export function drillTopics({ legs }: RunbookChain): DrillTopic[] {
  const [first] = legs as readonly [RunbookLeg, ...RunbookLeg[]];
  const models = legs.map(({ model }) => model);
  const explicit = new Set(first.mirrors.map(({ topic }) => topic));
  const { autoCreate } = first.model.settings;
  const filtered =
    autoCreate.enabled === true ? exampleNames(autoCreate.filters, { any: ANY_TOPIC, ending: "_drill" }) : [];
  const topicOf = (name: string, origin: DrillTopic["origin"]): DrillTopic => {
    const reach = reachOfTopic(models, name);
    return { names: namesOf(reach), arrives: arrives(reach) === true && namesOf(reach).length > legs.length, origin };
  };
  return [
    ...[...explicit].map((name) => topicOf(name, "explicit")),
    ...filtered.filter((name) => !explicit.has(name)).map((name) => topicOf(name, "filter")),
  ].filter(({ names, origin }) => origin === "explicit" || names.length > 1);
}

/** Groups that the filters of a chain carry to its end; where there is none, one that is not carried. */
export function drillGroups({ legs }: RunbookChain): DrillGroup[] {
  const models = legs.map(({ model }) => model);
  const candidates = models.flatMap(({ settings }) =>
    exampleNames(settings.consumerOffsetSync.filters, { any: ANY_GROUP, ending: "-drill" }),
  );
  const groups = [...new Set(candidates)].map((name): DrillGroup => {
    const reach = reachOfGroup(models, name);
    return { names: namesOf(reach), arrives: arrives(reach) === true && namesOf(reach).length > legs.length };
  });
  const carried = groups.filter((group) => group.arrives).slice(0, MOST_GROUPS);
  return carried.length > 0 ? carried : [{ names: [ANY_GROUP], arrives: false }];
}

function namesOf({ name, hops }: Reach): Names {
  const names: [string, ...string[]] = [name];
  for (const hop of hops) {
    if (hop.outcome !== "passes" || !isKnown<string>(hop.name)) break;
    names.push(String(hop.name));
  }
  return names;
}
