import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { explain, type Asked } from "../../lib/cli/explain";
import { ApiKey } from "../../lib/kafka/api-key";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import type { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { parseDocument, type TopologyDocument } from "../../lib/model/document";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { DR, JUMP, PRIMARY, cluster, stackWithProvider } from "../link/clusters";
import { chain, described, documentText, outdirOf } from "./documents";

type Build = Parameters<typeof outdirOf>[0];

const documentOf = (build: Build): TopologyDocument => parseDocument(documentText(outdirOf(build)));
const ARCHIVE = cluster({ name: "archive", id: "lkc-4444", access: "private" });

/** The lines of the only block that explains a name as what was asked. */
function block(document: TopologyDocument, name: string, asked: Asked): { lines: string[]; arrives: boolean } {
  const { text, arrives } = explain(document, name, asked);
  const blocks = text.split("\n\n");
  expect(blocks).toHaveLength(2);
  return { lines: (blocks[0] as string).split("\n"), arrives };
}

describe("a topic", () => {
  const document = documentOf(
    chain({
      topics: ["my_test_topic"],
      autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.excludePrefix("mirror_me_not")],
    }),
  );

  it("that is named gets to DR by mirror topics, with its address in each stack", () => {
    const { lines, arrives } = block(document, "my_test_topic", { topic: true });
    expect(lines).toEqual([
      "As a topic: primary -> jump -> dr",
      "  primary (lkc-1111)  my_test_topic",
      "  jump (lkc-2222)     my_test_topic  by link primary-to-jump, confluent_kafka_mirror_topic.mirrors_my_test_topic",
      "  dr (lkc-3333)       my_test_topic  by link jump-to-dr, confluent_kafka_mirror_topic.mirrors_my_test_topic",
    ]);
    expect(arrives).toBe(true);
  });

  it("that a filter includes gets there after five minutes for each leg", () => {
    const { lines, arrives } = block(document, "mirror_me.a", { topic: true });
    expect(lines.slice(1)).toEqual([
      "  primary (lkc-1111)  mirror_me.a",
      '  jump (lkc-2222)     mirror_me.a  by link primary-to-jump, filter INCLUDE PREFIXED "mirror_me"',
      '  dr (lkc-3333)       mirror_me.a  by link jump-to-dr, filter INCLUDE PREFIXED "mirror_me"',
      "  worst-case discovery delay of a new topic: 10 min",
    ]);
    expect(arrives).toBe(true);
  });

  it.each([
    ["mirror_me_not", 'no mirror topic names it, and the filter EXCLUDE PREFIXED "mirror_me_not" keeps it out'],
    ["orders", "no mirror topic names it, and no filter includes it"],
    ["__consumer_offsets", 'brokers keep topics that start with "__" to themselves'],
  ])("stops at JUMP: %s", (name, reason) => {
    const { lines, arrives } = block(document, name, { topic: true });
    expect(lines.slice(1)).toEqual([
      `  primary (lkc-1111)  ${name}`,
      `  jump (lkc-2222)     stops at link primary-to-jump: ${reason}`,
    ]);
    expect(arrives).toBe(false);
  });

  it("stops at DR where leg 2 does not name it", () => {
    const two = documentOf(
      described(() => ({
        one: { source: PRIMARY, destination: JUMP, topics: ["orders", "bills"] },
        two: { source: JUMP, destination: DR, topics: ["bills"] },
      })),
    );
    const { lines, arrives } = block(two, "orders", { topic: true });
    expect(lines.slice(1)).toEqual([
      "  primary (lkc-1111)  orders",
      "  jump (lkc-2222)     orders  by link one, mirror topic",
      "  dr (lkc-3333)       stops at link two: no mirror topic names it, and the link creates none by filter",
    ]);
    expect(arrives).toBe(false);
    expect(explain(two, "orders").text).toMatch(/\n\nThe topic "orders" stops on its way\.$/);
  });

  it("counts the delay of the legs that a filter carries it over alone", () => {
    const mixed = documentOf(
      described(() => ({
        one: { source: PRIMARY, destination: JUMP, topics: ["orders"] },
        two: { source: JUMP, destination: DR, autoCreate: [TopicFilter.includePrefix("ord")] },
      })),
    );
    const { lines } = block(mixed, "orders", { topic: true });
    expect(lines.at(-1)).toBe("  worst-case discovery delay of a new topic: 5 min");
  });

  it("is called by its prefixed names, and its address found by the name on each source", () => {
    const prefixed = documentOf((app) => {
      const stack = stackWithProvider(app);
      const first = DestinationInitiatedLink.fromAttributes(stack, "one", {
        linkName: "one",
        source: PRIMARY,
        destination: JUMP,
        prefix: "p.",
        topics: ["orders"],
      });
      expect(first.direction.prefix).toBe("p.");
      const link = new DestinationInitiatedLink(stack, "link", {
        linkName: "two",
        source: JUMP,
        sourceCredentials: ApiKey.fromVariables(stack, "jump"),
        destination: DR,
        destinationCredentials: ApiKey.fromVariables(stack, "dr"),
        prefix: "j.",
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["p.orders"] });
    });
    const { lines, arrives } = block(prefixed, "orders", { topic: true });
    expect(lines.slice(1)).toEqual([
      "  primary (lkc-1111)  orders",
      "  jump (lkc-2222)     p.orders  by link one, mirror topic",
      expect.stringMatching(
        /^ {2}dr \(lkc-3333\) {7}j\.p\.orders {2}by link two, confluent_kafka_mirror_topic\.mirrors_p_orders_[0-9a-f]{8}$/,
      ),
    ]);
    expect(arrives).toBe(true);
  });

  it("of JUMP is shown from PRIMARY, and where it goes on", () => {
    const middle = documentOf(
      described(() => ({
        one: { source: PRIMARY, destination: JUMP, topics: ["orders"] },
        two: { source: JUMP, destination: DR, topics: ["orders", "jump_only"] },
      })),
    );
    const { lines, arrives } = block(middle, "jump_only", { topic: true });
    expect(lines).toEqual([
      "As a topic: primary -> jump -> dr",
      "  primary (lkc-1111)  jump_only",
      "  jump (lkc-2222)     stops at link one: no mirror topic names it, and the link creates none by filter",
      "  a topic of jump with this name goes on to dr",
    ]);
    expect(arrives).toBe(false);
  });
});

describe("what only Terraform knows", () => {
  it("is not proved: a list of topics", () => {
    const document = documentOf(
      described((stack) => {
        const topics = new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;
        return { one: { source: PRIMARY, destination: JUMP, topics } };
      }),
    );
    const { lines, arrives } = block(document, "orders", { topic: true });
    expect(lines.at(-1)).toBe(
      "  jump (lkc-2222)     not proved for link one: its list of topics is known to Terraform only",
    );
    expect(arrives).toBe(false);
    expect(explain(document, "orders").text).toMatch(
      /\n\nNothing proves that the topic "orders" gets to the end of every chain\.$/,
    );
  });

  it("is not proved: a name behind a prefix", () => {
    const document = documentOf(
      described((stack) => {
        const prefix = new TerraformVariable(stack, "prefix", { type: "string" }).stringValue;
        return {
          one: { source: PRIMARY, destination: JUMP, prefix, topics: ["orders"] },
          two: { source: JUMP, destination: DR, topics: ["orders"] },
        };
      }),
    );
    const { lines, arrives } = block(document, "orders", { topic: true });
    expect(lines.slice(2)).toEqual([
      "  jump (lkc-2222)     (a name known to Terraform only)  by link one, mirror topic",
      "  dr (lkc-3333)       not proved for link two: its name here is known to Terraform only",
    ]);
    expect(arrives).toBe(false);
  });

  it("is called by the construct's path where it is a link's name, and by its name alone where it is a cluster's id", () => {
    const document = documentOf((app) => {
      const stack = stackWithProvider(app);
      const token = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      const unknown = cluster({ name: "somewhere", id: token("id"), access: "public" });
      DestinationInitiatedLink.fromAttributes(stack, "one", {
        linkName: token("name"),
        source: PRIMARY,
        destination: unknown,
        topics: ["orders"],
      });
    });
    const { lines } = block(document, "orders", { topic: true });
    expect(lines.at(-1)).toBe("  somewhere           orders  by link of stack/one, mirror topic");
  });
});

describe("a consumer group", () => {
  const groups = [GroupFilter.includePrefix("app-"), GroupFilter.exclude("app-test")];
  const document = documentOf(chain({ topics: ["orders"], consumerOffsetSync: { groups, intervalMs: 45_500 } }));

  it("gets to DR by group filters, with offsets that are as old as the intervals of all legs", () => {
    const { lines, arrives } = block(document, "app-billing", { group: true });
    expect(lines).toEqual([
      "As a consumer group: primary -> jump -> dr",
      "  primary (lkc-1111)  app-billing",
      '  jump (lkc-2222)     app-billing  by link primary-to-jump, filter INCLUDE PREFIXED "app-"',
      '  dr (lkc-3333)       app-billing  by link jump-to-dr, filter INCLUDE PREFIXED "app-"',
      "  worst-case age of committed offsets: 1 min 31 s",
    ]);
    expect(arrives).toBe(true);
  });

  it("says the interval in parts of a second too", () => {
    const quick = documentOf(chain({ topics: ["orders"], consumerOffsetSync: { groups, intervalMs: 1250 } }));
    const { lines } = block(quick, "app-billing", { group: true });
    expect(lines.at(-1)).toBe("  worst-case age of committed offsets: 2 s 500 ms");
  });

  it.each([
    ["app-test", 'the group filter EXCLUDE LITERAL "app-test" keeps it out'],
    ["other", "no group filter includes it"],
  ])("stops at JUMP: %s", (name, reason) => {
    const { lines, arrives } = block(document, name, { group: true });
    expect(lines.at(-1)).toBe(`  jump (lkc-2222)     stops at link primary-to-jump: ${reason}`);
    expect(arrives).toBe(false);
  });

  it("stops where the sync is off, and goes on where it is on behind that", () => {
    const second = documentOf(
      described(() => ({
        one: { source: PRIMARY, destination: JUMP, topics: ["orders"] },
        two: { source: JUMP, destination: DR, topics: ["orders"], groups: [GroupFilter.all()] },
      })),
    );
    const { lines } = block(second, "app", { group: true });
    expect(lines.slice(2)).toEqual([
      "  jump (lkc-2222)     stops at link one: consumer offset sync is off",
      "  a consumer group of jump with this name goes on to dr",
    ]);
  });

  it("has another name behind a link that puts its prefix before groups", () => {
    const prefixed = documentOf((app) => {
      const stack = stackWithProvider(app);
      const link = new DestinationInitiatedLink(stack, "link", {
        linkName: "link",
        source: JUMP,
        sourceCredentials: ApiKey.fromVariables(stack, "jump"),
        destination: DR,
        destinationCredentials: ApiKey.fromVariables(stack, "dr"),
        prefix: "j.",
        consumerGroupPrefix: true,
        consumerOffsetSync: { groups: [GroupFilter.all()] },
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
    });
    const { lines, arrives } = block(prefixed, "app", { group: true });
    expect(lines.slice(1)).toEqual([
      "  jump (lkc-2222)  app",
      '  dr (lkc-3333)    j.app  by link link, filter INCLUDE LITERAL "*"',
      "  worst-case age of committed offsets: 30 s",
    ]);
    expect(arrives).toBe(true);
  });

  it("says when an age rests on an interval that only Terraform knows", () => {
    const [first, ...rest] = document.legs as [TopologyDocument["legs"][number]];
    const consumerOffsetSync = { ...first.consumerOffsetSync, intervalMs: null };
    const { lines } = block({ ...document, legs: [{ ...first, consumerOffsetSync }, ...rest] }, "app-billing", {
      group: true,
    });
    expect(lines.at(-1)).toBe(
      "  worst-case age of committed offsets: 1 min 15 s 500 ms, if an interval known to Terraform only is the default",
    );
  });
});

describe("what is judged", () => {
  const sync = { groups: [GroupFilter.includePrefix("app-")] };
  const named = documentOf(chain({ topics: ["orders"], consumerOffsetSync: sync }));
  const everyGroup = documentOf(chain({ topics: ["orders"], consumerOffsetSync: { groups: [GroupFilter.all()] } }));

  it.each<[string, TopologyDocument, string, Asked, boolean]>([
    ["a name that a link mirrors is a topic", named, "orders", {}, true],
    ["a name that only a group filter names is a group", named, "app-billing", {}, true],
    ["a name that nothing names is a topic", named, "nothing", {}, false],
    ['"*" names no group', everyGroup, "app-billing", {}, false],
    ["--topic asks for the topic alone", named, "app-billing", { topic: true }, false],
    ["--group asks for the group alone", named, "orders", { group: true }, false],
    ["--group alone is enough for a group", everyGroup, "app-billing", { group: true }, true],
    ["both ask for both: the group stops", named, "orders", { topic: true, group: true }, false],
    ["both ask for both: the topic stops", everyGroup, "app-billing", { topic: true, group: true }, false],
    ["both ask for both: both arrive", everyGroup, "orders", { topic: true, group: true }, true],
  ])("%s", (_, document, name, asked, arrives) => {
    expect(explain(document, name, asked).arrives).toBe(arrives);
  });

  it("is said last, and shown as both unless one is asked for", () => {
    const blocks = explain(named, "orders").text.split("\n\n");
    expect(blocks.map((each) => each.split("\n")[0])).toEqual([
      "As a topic: primary -> jump -> dr",
      "As a consumer group: primary -> jump -> dr",
      'The topic "orders" gets to the end of every chain.',
    ]);
    expect(explain(named, "orders", { topic: true, group: true }).text.split("\n\n").slice(2)).toEqual([
      'The topic "orders" gets to the end of every chain.',
      'The consumer group "orders" stops on its way.',
    ]);
  });
});

describe("several chains", () => {
  it("are explained one by one, and all have to be passed", () => {
    const fan = documentOf(
      described(() => ({
        one: { source: PRIMARY, destination: JUMP, topics: ["orders", "bills"] },
        two: { source: JUMP, destination: DR, topics: ["orders", "bills"] },
        three: { source: JUMP, destination: ARCHIVE, topics: ["bills"] },
      })),
    );
    const { text, arrives } = explain(fan, "orders", { topic: true });
    expect(text.split("\n\n").map((each) => each.split("\n")[0])).toEqual([
      "As a topic: primary -> jump -> dr",
      "As a topic: primary -> jump -> archive",
      'The topic "orders" stops on its way.',
    ]);
    expect(arrives).toBe(false);
    expect(explain(fan, "bills", { topic: true }).arrives).toBe(true);
  });

  it("may be a ring, that begins at its first link and ends where it began", () => {
    const [A, B, C] = ["a", "b", "c"].map((name) => cluster({ name, id: `lkc-${name}`, access: "public" })) as [
      KafkaCluster,
      KafkaCluster,
      KafkaCluster,
    ];
    const ring = documentOf(
      described(() => ({
        ab: { source: A, destination: B, prefix: "a.", topics: ["orders", "a.orders"] },
        bc: { source: B, destination: C, topics: ["a.orders"] },
        ca: { source: C, destination: A, topics: ["a.orders"] },
      })),
    );
    const { lines, arrives } = block(ring, "orders", { topic: true });
    expect(lines).toEqual([
      "As a topic: a -> b -> c -> a",
      "  a (lkc-a)  orders",
      "  b (lkc-b)  a.orders  by link ab, mirror topic",
      "  c (lkc-c)  a.orders  by link bc, mirror topic",
      "  a (lkc-a)  a.orders  by link ca, mirror topic",
    ]);
    expect(arrives).toBe(true);
  });

  it("may be none", () => {
    const empty: TopologyDocument = {
      version: 1,
      stacks: [],
      clusters: [],
      legs: [],
      chains: [],
      reach: [],
      acknowledged: [],
    };
    expect(explain(empty, "orders")).toEqual({ text: "There is no link.", arrives: false });
  });
});
