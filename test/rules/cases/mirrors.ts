import { createHash } from "node:crypto";
import { TerraformVariable, type App, type TerraformStack } from "cdktf";
import { expect } from "vitest";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import type { MirrorSet } from "cdktf-cluster-linking";
import {
  DestinationInitiatedLink,
  Failover,
  MirrorStatus,
  MirrorTopic,
  TopicFilter,
  type ExistingLink,
  type IClusterLink,
  type MirrorSetProps,
} from "cdktf-cluster-linking";
import { resources, synthToJson, type Json } from "../../support/synth";
import type { Build, Unknown, RuleCase } from "../support/case";
import {
  buildChain,
  dr,
  firstLink,
  inEveryWay,
  jump,
  key,
  mirrors,
  newStack,
  oneLeg,
  other,
  primary,
  secondLink,
  type Way,
} from "../support/topology";

const SET = "leg/mirrors";

/** A link of leg 1 in the stack `leg`, and what is done with it. */
const onLeg =
  (use: (stack: TerraformStack, link: IClusterLink, unknown: Unknown) => void, link: object = {}): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    use(stack, firstLink(stack, link), unknown);
  };

/** A set of leg 1, at `leg/mirrors`, and what is done with it. */
const onSet = (
  use: (set: MirrorSet, unknown: Unknown) => void,
  props: Partial<MirrorSetProps> = { topics: ["orders"] },
  link: object = {},
): Build => onLeg((stack, made, unknown) => use(mirrors(stack, made, props), unknown), link);

const existing = (stack: TerraformStack, changes: object = {}): ExistingLink =>
  DestinationInitiatedLink.fromAttributes(stack, "link", {
    linkName: "jump-to-dr",
    source: jump(),
    destination: dr(),
    destinationCredentials: key(stack, "dr"),
    upstream: "none",
    ...changes,
  });

const onExisting =
  (props: Partial<MirrorSetProps>, changes: object = {}): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    mirrors(stack, existing(stack, changes), props);
  };

const mirrorTopics = (stack: Json): Record<string, Json> => resources(stack, "confluent_kafka_mirror_topic");

const hashed = (topic: string): string =>
  `${topic.replace(/[^A-Za-z0-9_-]/g, "_")}_${createHash("sha256").update(topic).digest("hex").slice(0, 8)}`;

/** A chain whose set on JUMP fails over. */
const failingJump = (way: Way, upstream?: "none"): Build => {
  return (app) => {
    const onJump = newStack(app, "primary-to-jump");
    const set = mirrors(onJump, firstLink(onJump), { topics: ["orders"], failover: Failover.fromVariable(onJump) });
    const onDr = newStack(app, "jump-to-dr");
    if (way === "fromAttributes") {
      const ends = { linkName: "jump-to-dr", source: jump(), destination: dr() };
      DestinationInitiatedLink.fromAttributes(onDr, "link", { ...ends, topics: ["orders"], upstream });
      return;
    }
    const link = secondLink(onDr, { upstream });
    mirrors(onDr, link, way === "follows" ? { follows: set } : { topics: ["orders"] });
  };
};

/** Leg 2, whose set follows one that fills `filled`. */
const followingWhatFills = (way: Way, id: string | ((stack: TerraformStack) => string)): Build => {
  return (app) => {
    const before = newStack(app, "before");
    const destination = jump({ id: typeof id === "string" ? id : id(before) });
    const link: IClusterLink =
      way === "fromAttributes"
        ? DestinationInitiatedLink.fromAttributes(before, "link", {
            linkName: "before",
            source: other(),
            destination,
            destinationCredentials: key(before, "jump"),
          })
        : firstLink(before, { destination });
    const followed = mirrors(before, link, { topics: ["orders"] });
    const stack = newStack(app, "jump-to-dr");
    if (way === "cluster ids") mirrors(stack, secondLink(stack, { upstream: "none" }), { topics: ["orders"] });
    else if (way === "follows") mirrors(stack, secondLink(stack), { follows: followed });
    else {
      const ends = { linkName: "jump-to-dr", source: jump(), destination: dr() };
      const credentials = { destinationCredentials: key(stack, "dr") };
      const next = DestinationInitiatedLink.fromAttributes(stack, "link", { ...ends, ...credentials });
      mirrors(stack, next, { follows: followed });
    }
  };
};

export const mirrorRules: readonly RuleCase[] = [
  {
    id: "CL023",
    refuses: {
      "another name for one topic": {
        build: onSet((set) => set.override("orders", "mirror_topic_name", "bestellungen")),
        at: SET,
        given: 'mirror_topic_name of "orders" is set to "bestellungen"',
      },
      "the name without the link's prefix": {
        build: onSet((set) => set.override("orders", "mirror_topic_name", "orders"), undefined, { prefix: "eu-" }),
        at: SET,
        given: 'mirror_topic_name of "orders" is set to "orders"',
      },
      "one name for every topic": {
        build: onSet((set) => set.override(undefined, "mirror_topic_name", "orders")),
        at: SET,
        given: 'mirror_topic_name of every topic is set to "orders"',
      },
    },
    accepts: {
      "the name that prefix and topic give": onSet(
        (set) => set.override("orders", "mirror_topic_name", "eu-orders"),
        undefined,
        { prefix: "eu-" },
      ),
      "another attribute": onSet((set) => set.override("orders", "lifecycle.ignore_changes", ["status"])),
    },
    token: {
      "the name": onSet((set, unknown) =>
        set.override("orders", "mirror_topic_name", unknown.text(set.link.direction.stack, "value")),
      ),
    },
  },
  {
    id: "CL024",
    refuses: {
      "a topic that a prefix chooses": {
        build: oneLeg({}, { topics: ["orders"], autoCreate: [TopicFilter.includePrefix("or")] }),
        at: SET,
        given: 'The topic "orders" is matched by the auto-create filters of leg/link too',
      },
      "a topic that another set's filter chooses": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { topics: ["orders", "payments"] });
          mirrors(stack, link, { autoCreate: [TopicFilter.include("payments")] }, "filters");
        }),
        at: SET,
        given: 'The topic "payments" is matched by the auto-create filters of leg/link too',
      },
      "a MirrorTopic": {
        build: onLeg((stack, link) => {
          new MirrorTopic(stack, "orders", { link, topic: "orders" });
          mirrors(stack, link, { autoCreate: [TopicFilter.include("orders")] });
        }),
        at: "leg/orders",
        given: 'The topic "orders" is matched',
      },
    },
    accepts: {
      "a topic that is left out of the filters": oneLeg(
        {},
        { topics: ["orders"], autoCreate: [TopicFilter.includePrefix("or"), TopicFilter.exclude("orders")] },
      ),
      "filters that are switched off": {
        build: oneLeg(
          {},
          { topics: ["orders"], autoCreate: { enabled: false, filters: [TopicFilter.include("orders")] } },
        ),
        also: ["CL004"],
      },
    },
    token: {
      "the filter's name": onLeg((stack, link, unknown) => {
        mirrors(stack, link, { topics: ["orders"], autoCreate: [TopicFilter.include(unknown.text(stack, "value"))] });
      }),
      "the topic": onLeg((stack, link, unknown) => {
        new MirrorTopic(stack, "mirror", { link, topic: unknown.text(stack, "value") });
        mirrors(stack, link, { autoCreate: [TopicFilter.include("orders")] });
      }),
      "the list": onLeg((stack, link, unknown) => {
        mirrors(stack, link, {
          topics: unknown.list(stack, "value"),
          autoCreate: [TopicFilter.include("orders")],
        });
      }),
    },
  },
  {
    id: "CL025",
    refuses: {
      "a status as text": {
        build: oneLeg({}, { topics: ["orders"], status: "PAUSED" as never }),
        at: SET,
        given: 'status is "PAUSED"',
      },
      "a status as text on a MirrorTopic": {
        build: onLeg((stack, link) => {
          new MirrorTopic(stack, "mirror", { link, topic: "orders", status: "PROMOTED" as never });
        }),
        at: "leg/mirror",
        given: 'status is "PROMOTED"',
      },
      "a status by an override": {
        build: onSet((set) => set.override("orders", "status", "FAILED_OVER")),
        at: SET,
        given: 'status is set to "FAILED_OVER" by an override',
      },
      "a status and failover": {
        build: onLeg((stack, link) => {
          const status = MirrorStatus.ofExistingMirror("PAUSED");
          mirrors(stack, link, { topics: ["orders"], status, failover: Failover.fromVariable(stack) } as object);
        }),
        at: SET,
        given: "status and failover are both given",
      },
    },
    accepts: {
      "no status": oneLeg({}, { topics: ["orders"] }),
      "a status for mirror topics that exist": oneLeg(
        {},
        { topics: ["orders"], status: MirrorStatus.ofExistingMirror("PAUSED") },
      ),
      failover: onLeg((stack, link) => {
        mirrors(stack, link, { topics: ["orders"], failover: Failover.fromVariable(stack) });
      }),
    },
    token: {
      "the status": onSet((set, unknown) =>
        set.override("orders", "status", unknown.text(set.link.direction.stack, "value")),
      ),
      "the status of mirror topics that exist": onLeg((stack, link, unknown) => {
        const status = MirrorStatus.ofExistingMirror(unknown.text(stack, "value") as never);
        mirrors(stack, link, { topics: ["orders"], status });
      }),
    },
  },
  {
    id: "CL028",
    guarantees: {
      "that within a stack a mirror topic of leg 2 depends on that of leg 1": () => {
        const { stacks } = synthToJson((app) => {
          const stack = newStack(app, "both");
          const onJump = mirrors(stack, firstLink(stack), { topics: ["orders", "payments"] }, "jump");
          const link = secondLink(stack, {}, "next");
          mirrors(stack, link, { follows: onJump }, "dr");
        });
        const made = mirrorTopics(stacks["both"]);
        expect(made["dr_orders"].depends_on).toEqual([
          "confluent_cluster_link.next",
          "confluent_kafka_mirror_topic.jump_orders",
        ]);
        expect(made["dr_payments"].depends_on).toContain("confluent_kafka_mirror_topic.jump_payments");
        expect(made["jump_orders"].depends_on).toHaveLength(2);
      },
      "the same where the id of the cluster in between is a token": () => {
        const { stacks } = synthToJson((app) => {
          const stack = newStack(app, "both");
          const id = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
          const destination = jump({ id: id("one") });
          const onJump = mirrors(stack, firstLink(stack, { destination }), { topics: ["orders"] }, "jump");
          const next = secondLink(stack, { source: jump({ id: id("two") }) }, "next");
          mirrors(stack, next, { follows: onJump }, "dr");
        });
        const { depends_on } = mirrorTopics(stacks["both"])["dr_orders"];
        expect(depends_on).toContain("confluent_kafka_mirror_topic.jump_orders");
      },
      "the same without follows, with a prefix and of a MirrorTopic": () => {
        const { stacks } = synthToJson((app) => {
          const stack = newStack(app, "both");
          const first = firstLink(stack, { prefix: "eu-" });
          new MirrorTopic(stack, "jump", { link: first, topic: "orders" });
          new MirrorTopic(stack, "dr", { link: secondLink(stack, {}, "next"), topic: "eu-orders" });
        });
        const made = mirrorTopics(stacks["both"]);
        expect(made["dr"].depends_on).toContain("confluent_kafka_mirror_topic.jump");
      },
      ...Object.fromEntries(
        (["follows", "cluster ids"] as const).map((way) => [
          `that leg 2's stack is deployed after leg 1's, known by ${way}`,
          () => {
            const set = way === "follows" ? {} : { topics: ["orders"] };
            const { manifest, stacks } = synthToJson((app) => buildChain(app, way, { topics: ["orders"] }, { set }));
            expect(manifest.stacks["jump-to-dr"]?.dependencies).toEqual(["primary-to-jump"]);
            expect(mirrorTopics(stacks["jump-to-dr"])["mirrors_orders"].depends_on).toEqual([
              "confluent_cluster_link.link",
            ]);
          },
        ]),
      ),
    },
  },
  {
    id: "CL034",
    guarantees: {
      "prevent_destroy on every half and every mirror topic": () => {
        const { stacks } = synthToJson((app) => {
          buildChain(app, "follows", { topics: ["orders"] }, { set: {} });
          const stack = newStack(app, "more");
          const link = firstLink(stack, { source: primary({ id: "lkc-7" }), destination: other() });
          new MirrorTopic(stack, "mirror", { link, topic: "orders" });
          mirrors(stack, link, { topics: "${var.list}" as never });
          stack.addOverride("variable.list", { type: "list(string)" });
        });
        const made = Object.values(stacks).flatMap((stack) =>
          ["confluent_cluster_link", "confluent_kafka_mirror_topic"].flatMap((type) =>
            Object.values(resources(stack, type)),
          ),
        );
        expect(made).toHaveLength(9);
        for (const resource of made) expect(resource.lifecycle.prevent_destroy).toBe(true);
      },
      "that only preventDestroy: false takes it away": () => {
        const { stacks } = synthToJson((app) =>
          oneLeg({ preventDestroy: false }, { topics: ["orders"], preventDestroy: false })(app, {} as never),
        );
        const made = ["confluent_cluster_link", "confluent_kafka_mirror_topic"].flatMap((type) =>
          Object.values(resources(stacks["leg"], type)),
        );
        expect(made.map(({ lifecycle }) => lifecycle)).toEqual([undefined, undefined, undefined]);
      },
    },
  },
  {
    id: "CL040",
    refuses: {
      ...inEveryWay((way) => ({
        build: failingJump(way),
        at: "primary-to-jump/mirrors",
        given: "JUMP is the source of jump-to-dr/link",
      })),
      "a MirrorTopic": {
        build: (app) => {
          const onJump = newStack(app, "primary-to-jump");
          const link = firstLink(onJump);
          new MirrorTopic(onJump, "orders", { link, topic: "orders", failover: Failover.fromVariable(onJump) });
          const onDr = newStack(app, "jump-to-dr");
          mirrors(onDr, secondLink(onDr), { topics: ["orders"] });
        },
        at: "primary-to-jump/orders",
        given: "JUMP is the source of jump-to-dr/link",
      },
      "a status that makes JUMP's topic writable": {
        build: (app) => {
          const onJump = newStack(app, "primary-to-jump");
          const status = MirrorStatus.ofExistingMirror("PROMOTED");
          new MirrorTopic(onJump, "orders", { link: firstLink(onJump), topic: "orders", status });
          const onDr = newStack(app, "jump-to-dr");
          mirrors(onDr, secondLink(onDr), { topics: ["orders"] });
        },
        at: "primary-to-jump/orders",
        given: "JUMP is the source of jump-to-dr/link",
      },
    },
    accepts: {
      "a status that does not": (app) => {
        const onJump = newStack(app, "primary-to-jump");
        const status = MirrorStatus.ofExistingMirror("PAUSED");
        new MirrorTopic(onJump, "orders", { link: firstLink(onJump), topic: "orders", status });
        const onDr = newStack(app, "jump-to-dr");
        mirrors(onDr, secondLink(onDr), { topics: ["orders"] });
      },
      ...inEveryWay<Build>((way) => (app) => {
        buildChain(app, way, { topics: ["orders"] }, {});
        const stack = app.node.findChild("jump-to-dr") as TerraformStack;
        const link = stack.node.findChild("link") as DestinationInitiatedLink;
        const follows =
          way === "follows"
            ? (app.node.findChild("primary-to-jump").node.findChild("mirrors") as MirrorSet)
            : undefined;
        const topics = way === "follows" ? undefined : ["orders"];
        mirrors(stack, link, { follows, topics, failover: Failover.fromVariable(stack) });
      }),
      "a link that is stated to take nothing from it": failingJump("cluster ids", "none"),
    },
    token: {
      "the ids of clusters": {
        build: (app, unknown) => {
          const onJump = newStack(app, "primary-to-jump");
          const destination = jump({ id: unknown.text(onJump, "jump") });
          const failover = Failover.fromVariable(onJump);
          mirrors(onJump, firstLink(onJump, { destination }), { topics: ["orders"], failover });
          const onDr = newStack(app, "jump-to-dr");
          mirrors(onDr, secondLink(onDr), { topics: ["orders"] });
        },
        also: ["CL044"],
      },
    },
  },
  {
    id: "CL041",
    refuses: {
      "a set": {
        build: onLeg((stack, link) => {
          mirrors(newStack(stack.node.root as App, "elsewhere"), link, { topics: ["orders"] });
        }),
        at: "elsewhere/mirrors",
        given: "The set is in stack elsewhere, its link in leg",
      },
      "a MirrorTopic": {
        build: onLeg((stack, link) => {
          new MirrorTopic(newStack(stack.node.root as App, "elsewhere"), "orders", { link, topic: "orders" });
        }),
        at: "elsewhere/orders",
        given: "The mirror topic is in stack elsewhere, its link in leg",
      },
    },
    accepts: {
      "the link's stack": oneLeg({}, { topics: ["orders"] }),
      "a link described by fromAttributes": onExisting({ topics: ["orders"] }),
    },
    token: { never: "stacks are objects, which no token stands for" },
  },
  {
    id: "CL045",
    refuses: {
      "a list that only Terraform knows": {
        build: (app, unknown) => {
          const before = newStack(app, "before");
          const followed = mirrors(before, firstLink(before), { topics: unknown.list(before, "value") });
          const stack = newStack(app, "leg");
          mirrors(stack, secondLink(stack), { follows: followed });
        },
        at: SET,
        given: "before/mirrors has a list of topics that only Terraform knows",
      },
      "a prefix that only Terraform knows": {
        build: (app, unknown) => {
          const before = newStack(app, "before");
          const link = firstLink(before, { prefix: unknown.text(before, "value") });
          const followed = mirrors(before, link, { topics: ["orders"] });
          const stack = newStack(app, "leg");
          mirrors(stack, secondLink(stack), { follows: followed });
        },
        at: SET,
        given: "before/mirrors has a prefix that only Terraform knows",
      },
    },
    accepts: {
      "topics that are known": (app) => buildChain(app, "follows", { topics: ["orders"] }, { set: {} }),
    },
    token: {
      "the same list in a variable of this stack": (app, unknown) => {
        const before = newStack(app, "before");
        mirrors(before, firstLink(before), { topics: unknown.list(before, "value") });
        const stack = newStack(app, "leg");
        mirrors(stack, secondLink(stack), { topics: unknown.list(stack, "value") });
      },
    },
  },
  {
    id: "CL046",
    refuses: {
      follows: {
        build: followingWhatFills("follows", "lkc-9999"),
        at: "jump-to-dr/mirrors",
        given: "It follows before/mirrors, which fills JUMP; its link starts at JUMP",
      },
      fromAttributes: {
        build: followingWhatFills("fromAttributes", "lkc-9999"),
        at: "jump-to-dr/mirrors",
        given: "It follows before/mirrors",
      },
      "an upstream that ends elsewhere": {
        build: (app) => {
          const before = newStack(app, "before");
          const upstream = firstLink(before, { destination: other() });
          mirrors(before, upstream, { topics: ["orders"] });
          const stack = newStack(app, "jump-to-dr");
          mirrors(stack, secondLink(stack, { upstream }), { topics: ["orders"] });
        },
        at: "jump-to-dr/link",
        given: "Its upstream before/link fills OTHER; the link starts at JUMP",
      },
    },
    accepts: {
      follows: followingWhatFills("follows", "lkc-2222"),
      "no follows": followingWhatFills("cluster ids", "lkc-9999"),
      fromAttributes: followingWhatFills("fromAttributes", "lkc-2222"),
    },
    token: {
      "the id of the cluster in between": (app, unknown) =>
        followingWhatFills("follows", (stack) => unknown.text(stack, "value"))(app, unknown),
      "that id, through fromAttributes": (app, unknown) =>
        followingWhatFills("fromAttributes", (stack) => unknown.text(stack, "value"))(app, unknown),
    },
  },
  {
    id: "CL057",
    refuses: {
      "a topic twice in a list": {
        build: oneLeg({}, { topics: ["orders", "orders"] }),
        at: SET,
        given: 'The topic "orders" is claimed by leg/mirrors twice',
      },
      "a topic that the set has": {
        build: onSet((set) => void set.addTopic("orders")),
        at: SET,
        given: 'The topic "orders" is claimed by leg/mirrors twice',
      },
      "a topic of two sets": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { topics: ["orders"] });
          mirrors(stack, link, { topics: ["payments", "orders"] }, "others");
        }),
        at: "leg/others",
        given: 'The topic "orders" is claimed by leg/mirrors and leg/others',
      },
      "a topic of a set and of a MirrorTopic": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { topics: ["orders"] });
          new MirrorTopic(stack, "single", { link, topic: "orders" });
        }),
        at: "leg/single",
        given: 'The topic "orders" is claimed by leg/mirrors and leg/single',
      },
      "filters of two sets": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { autoCreate: [TopicFilter.include("orders")] });
          mirrors(stack, link, { autoCreate: [TopicFilter.include("a"), TopicFilter.exclude("orders")] }, "others");
        }),
        at: "leg/others",
        given: 'LITERAL "orders" is INCLUDE in leg/mirrors and EXCLUDE in leg/others',
        also: ["CL056"],
      },
    },
    accepts: {
      "sets that share no topic": onLeg((stack, link) => {
        mirrors(stack, link, { topics: ["orders"], autoCreate: [TopicFilter.include("a")] });
        mirrors(stack, link, { topics: ["payments"], autoCreate: [TopicFilter.include("a")] }, "others");
      }),
      "one topic on two links": (app) => buildChain(app, "follows", { topics: ["orders"] }, { set: {} }),
    },
    token: {
      "one of the topics": onLeg((stack, link, unknown) => {
        mirrors(stack, link, { topics: ["orders"] });
        new MirrorTopic(stack, "single", { link, topic: unknown.text(stack, "value") });
      }),
      "one of the filters": onLeg((stack, link, unknown) => {
        const filter = TopicFilter.exclude(unknown.text(stack, "value"));
        mirrors(stack, link, { autoCreate: [TopicFilter.include("orders")] });
        mirrors(stack, link, { autoCreate: [TopicFilter.include("a"), filter] }, "others");
      }),
    },
  },
  {
    id: "CL058",
    refuses: {
      "no props": { build: oneLeg({}, {}), at: SET, given: "It has neither" },
      "empty lists": { build: oneLeg({}, { topics: [], autoCreate: [] }), at: SET, given: "It has neither" },
      "a set that follows one that filters alone, without filters": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const first = mirrors(stack, firstLink(stack), {}, "before");
          mirrors(stack, secondLink(stack, {}, "next"), { follows: first });
        },
        at: SET,
        given: "It follows leg/before, which has neither",
      },
    },
    accepts: {
      "a topic": oneLeg({}, { topics: ["orders"] }),
      "a topic that is added later": onSet((set) => void set.addTopic("orders"), {}),
      "a filter": oneLeg({}, { autoCreate: [TopicFilter.include("orders")] }),
      "a set to follow": (app) => buildChain(app, "follows", { topics: ["orders"] }, { set: {} }),
      "a link that is described and nothing else": (app) => void existing(newStack(app, "leg")),
    },
    token: {
      "the list": onLeg((stack, link, unknown) => void mirrors(stack, link, { topics: unknown.list(stack, "value") })),
    },
  },
  {
    id: "CL060",
    refuses: {
      "blocks of two sets": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { topics: ["b_c"] }, "a");
          mirrors(stack, link, { topics: ["c"] }, "a_b");
        }),
        at: "leg/a_b/Default",
        given: "leg/a/Default and leg/a_b/Default both write confluent_kafka_mirror_topic.a_b_c",
      },
      "a block and a generated resource": {
        build: onLeg((stack, link) => {
          mirrors(stack, link, { topics: ["orders"] });
          const config = {
            clusterLink: { linkName: "primary-to-jump" },
            kafkaCluster: { id: "lkc-2222", restEndpoint: "https://jump.example:443" },
            sourceKafkaTopic: { topicName: "others" },
          };
          new KafkaMirrorTopic(stack, "raw", config).overrideLogicalId("mirrors_orders");
        }),
        at: "leg/raw",
        given: "leg/mirrors/Default and leg/raw both write confluent_kafka_mirror_topic.mirrors_orders",
      },
      "two topics of a set": {
        build: oneLeg({}, { topics: ["a.b", hashed("a.b")] }),
        at: SET,
        given: `both make the address confluent_kafka_mirror_topic.mirrors_${hashed("a.b")}`,
      },
    },
    accepts: {
      "topics that only differ where an address has no such character": oneLeg({}, { topics: ["a.b", "a_b", "a-b"] }),
      "sets of other names": onLeg((stack, link) => {
        mirrors(stack, link, { topics: ["b"] }, "a");
        mirrors(stack, link, { topics: ["c"] }, "b");
      }),
    },
    token: { never: "addresses are made of ids of constructs and of topics that are known" },
  },
  {
    id: "CL071",
    refuses: {
      "a space": { build: oneLeg({}, { topics: ["my orders"] }), at: SET, given: 'The topic is "my orders"' },
      "an empty name": { build: oneLeg({}, { topics: [""] }), at: SET, given: 'The topic is "": it is empty' },
      dots: { build: oneLeg({}, { topics: [".."] }), at: SET, given: 'The topic is ".."' },
      "250 characters": {
        build: oneLeg({}, { topics: ["t".repeat(250)] }),
        at: SET,
        given: "it has 250 characters, 249 are allowed",
      },
      "250 characters with the prefix": {
        build: oneLeg({ prefix: "eu-" }, { topics: ["t".repeat(247)] }),
        at: SET,
        given: "it has 250 characters, 249 are allowed",
      },
      "a MirrorTopic": {
        build: onLeg((stack, link) => void new MirrorTopic(stack, "mirror", { link, topic: "a/b" })),
        at: "leg/mirror",
        given: 'The topic is "a/b"',
      },
      "a topic that is added": {
        build: onSet((set) => void set.addTopic("a/b")),
        at: SET,
        given: 'The topic is "a/b"',
      },
      "a token among names": {
        build: onLeg((stack, link, unknown) => {
          mirrors(stack, link, { topics: ["orders", unknown.text(stack, "value")] });
        }),
        at: SET,
        given: "A topic in the list is only known to Terraform",
      },
      "a name added to a list that only Terraform knows": {
        build: onLeg((stack, link, unknown) => {
          mirrors(stack, link, { topics: unknown.list(stack, "value") }).addTopic("orders");
        }),
        at: SET,
        given: '"orders" is added to a list that only Terraform knows',
      },
      "a topic of a link that exists": {
        build: (app) => void existing(newStack(app, "leg"), { topics: ["my orders"] }),
        at: "leg/link",
        given: 'The topic is "my orders"',
      },
    },
    accepts: {
      "249 legal characters": oneLeg({}, { topics: [`a.B_9-${"t".repeat(243)}`] }),
      "249 with the prefix": oneLeg({ prefix: "eu-" }, { topics: ["t".repeat(246)] }),
    },
    token: {
      "the list": onLeg((stack, link, unknown) => void mirrors(stack, link, { topics: unknown.list(stack, "value") })),
      "the topic": onLeg(
        (stack, link, unknown) => void new MirrorTopic(stack, "mirror", { link, topic: unknown.text(stack, "value") }),
      ),
      "the prefix": (app, unknown) => {
        const stack = newStack(app, "leg");
        const link = firstLink(stack, { prefix: unknown.text(stack, "value") });
        mirrors(stack, link, { topics: ["t".repeat(249)] });
      },
    },
  },
  {
    id: "CL072",
    refuses: {
      filters: {
        build: onExisting({ autoCreate: [TopicFilter.includePrefix("orders")] }),
        at: SET,
        given: "1 filter(s) are given for leg/link",
      },
      "filters that are followed": {
        build: (app) => {
          const before = newStack(app, "before");
          const followed = mirrors(before, firstLink(before), { autoCreate: [TopicFilter.include("orders")] });
          const stack = newStack(app, "leg");
          const link = existing(stack, { upstream: undefined, autoCreate: [TopicFilter.include("orders")] });
          mirrors(stack, link, { follows: followed });
        },
        at: SET,
        given: "1 filter(s) are given for leg/link",
      },
    },
    accepts: {
      "topics of their own": onExisting({ topics: ["orders"] }),
      "filters that are stated": onExisting(
        { topics: ["payments"] },
        { autoCreate: [TopicFilter.includePrefix("orders")] },
      ),
      "filters on a link that this app creates": oneLeg({}, { autoCreate: [TopicFilter.include("orders")] }),
    },
    token: { never: "what counts is that filters are given, whatever their names" },
  },
  {
    id: "CL075",
    refuses: {
      "an address": {
        build: onSet((set) => void set.mirror("payments")),
        at: SET,
        given: 'The topic is "payments"',
      },
      "an override": {
        build: onSet((set) => set.override("payments", "lifecycle.ignore_changes", ["status"])),
        at: SET,
        given: 'The topic is "payments"',
      },
      "a move": {
        build: onSet((set) => set.moveFrom("payments", "confluent_kafka_mirror_topic.single")),
        at: SET,
        given: 'The topic is "payments"',
      },
      "the name with its prefix": {
        build: onSet((set) => void set.mirror("eu-orders"), undefined, { prefix: "eu-" }),
        at: SET,
        given: 'The topic is "eu-orders"',
      },
      "an override of one topic of a list that only Terraform knows": {
        build: onLeg((stack, link, unknown) => {
          mirrors(stack, link, { topics: unknown.list(stack, "value") }).override("orders", "status", undefined);
        }),
        at: SET,
        given: '"orders" belongs to a list that only Terraform knows',
      },
    },
    accepts: {
      "a topic of the set": onSet((set) => {
        set.mirror("orders");
        set.override("orders", "lifecycle.ignore_changes", ["status"]);
        set.moveFrom("orders", "confluent_kafka_mirror_topic.single");
      }),
    },
    token: {
      "the list": onLeg((stack, link, unknown) => {
        mirrors(stack, link, { topics: unknown.list(stack, "value") }).mirror("orders");
      }),
    },
  },
];
