import { KafkaCluster, type GroupFilter } from "cdktf-cluster-linking";
import type { Broken, RuleCase } from "../support/case";
import { firstLink, mirrors, newStack } from "../support/topology";

/** A value that TypeScript would refuse. */
const any = (value: unknown): never => value as never;

const ofLink = (given: string, props: object): Broken => ({
  build: (app) => void firstLink(newStack(app, "leg"), props),
  at: "leg/link",
  given,
});

const ofSet = (given: string, props: object): Broken => ({
  build: (app) => {
    const stack = newStack(app, "leg");
    mirrors(stack, firstLink(stack), props);
  },
  at: "leg/mirrors",
  given,
});

export const typeRules: readonly RuleCase[] = [
  {
    id: "CL102",
    refuses: {
      "null in the place of a cluster": ofLink("source is null and has to be a KafkaCluster", { source: null }),
      "a number in the place of a name": ofLink("linkName is a number and has to be a text", { linkName: 7 }),
      "a text in the place of a list": ofLink("consumerOffsetSync.groups is a text and has to be a list", {
        consumerOffsetSync: { groups: any("app") },
      }),
      "a filter that is none": ofLink("consumerOffsetSync.groups[1] is null and has to be a filter", {
        consumerOffsetSync: { groups: [{ name: "a", patternType: "LITERAL", filterType: "INCLUDE" }, any(null)] },
      }),
      "a filter without a name": ofLink("consumerOffsetSync.groups[0].name is missing", {
        consumerOffsetSync: { groups: [any({ patternType: "LITERAL", filterType: "INCLUDE" }) as GroupFilter] },
      }),
      "a number that is none": ofLink("topicConfigSync.intervalMs is NaN and has to be a number", {
        topicConfigSync: { intervalMs: Number.NaN },
      }),
      "a function among topics": ofSet("topics[0] is a function and has to be a text", { topics: [any(() => "a")] }),
      "a cluster's region that is an object": {
        build: () => {
          KafkaCluster.fromAttributes(any({ name: "A", id: "lkc-1", access: "public", kind: "Dedicated", region: {} }));
        },
        at: "KafkaCluster",
        given: "region is an object and has to be a text",
      },
    },
    accepts: {
      "what may be left out": (app) => void firstLink(newStack(app, "leg"), { topicConfigSync: undefined }),
    },
    token: {
      "a list, a flag and a number": (app, unknown) => {
        const stack = newStack(app, "leg");
        const link = firstLink(stack, {
          topicConfigSync: { intervalMs: unknown.number(stack, "interval") },
        });
        mirrors(stack, link, { topics: unknown.list(stack, "topics") });
      },
    },
  },
];
