import { expect } from "vitest";
import {
  aclSync,
  autoCreate,
  configuration,
  dialler,
  diallingHalf,
  end,
  mirrorTopic,
  offsetSync,
  ordinaryLink,
  receivingHalf,
  topicFilters,
} from "./blocks";
import type { WrongCase } from "./case";
import type { World } from "./world";

interface Settings {
  readonly [key: string]: string;
}

/** Both halves of leg 1, with settings. */
const legOne = ({ primary, jump }: World, settings: Settings = {}, onSource: Settings = {}): object => ({
  receiving: receivingHalf(primary, jump, { config: settings }),
  dialling: diallingHalf(primary, jump, { config: onSource }),
});

const legTwo = ({ jump, dr }: World, settings: Settings = {}): object => ({
  second: ordinaryLink(jump, dr, { config: settings, depends_on: ["confluent_cluster_link.dialling"] }),
});

/** Terraform is content: applied, and nothing to do. */
async function applied(world: World, json: object): Promise<void> {
  expect((await world.apply(json)).errors).toBe("");
  const { errors, changes } = await world.plan(json);
  expect({ errors, changes }).toEqual({ errors: "", changes: {} });
}

/** A link for which a task cannot work, although it is ACTIVE. */
const failingTask = (rule: string, wrong: string, settings: Settings, task: string): WrongCase => ({
  rule,
  wrong,
  shown: async (world) => {
    world.addTopics(world.primary, "mirror_me_1");
    world.addAcl(world.primary, "mirror_me_1");
    await applied(world, configuration(legOne(world, settings)));
    world.pass({ minutes: 11 });
    expect(world.linkState(world.jump, "primary-to-jump")).toBe("ACTIVE");
    expect(world.taskState(world.jump, "primary-to-jump", task)).toBe("IN_ERROR");
    expect(world.topicsOn(world.jump)).toEqual([]);
    expect(world.aclsOn(world.jump)).toEqual([]);
  },
});

/** Filters by which nothing comes to JUMP. */
const nothingMirrored = (rule: string, wrong: string, settings: Settings): WrongCase => ({
  rule,
  wrong,
  shown: async (world) => {
    world.addTopics(world.primary, "mirror_me_1", "orders");
    await applied(world, configuration(legOne(world, settings)));
    world.pass({ minutes: 11 });
    expect(world.topicsOn(world.jump)).toEqual([]);
  },
});

/** Wrong configurations that Terraform applies, and that show on the day of the disaster. */
export const SILENT: readonly WrongCase[] = [
  failingTask("CL001", "ACL sync without filters", { "acl.sync.enable": "true" }, "AclSync"),
  failingTask(
    "CL002",
    "auto-create without filters",
    { "auto.create.mirror.topics.enable": "true" },
    "AutoCreateMirror",
  ),
  {
    rule: "CL003",
    wrong: "offset sync without group filters",
    shown: async (world) => {
      const { primary, jump } = world;
      world.addTopics(primary, "orders");
      world.produce(primary, "orders", 5);
      world.consume(primary, "orders", "billing");
      await applied(
        world,
        configuration(legOne(world, { "consumer.offset.sync.enable": "true" }), {
          orders: mirrorTopic(jump, "primary-to-jump", "orders", {
            depends_on: ["confluent_cluster_link.receiving", "confluent_cluster_link.dialling"],
          }),
        }),
      );
      world.pass({ minutes: 2 });
      expect(world.groupsOn(primary)).toEqual(["billing"]);
      expect(world.groupsOn(jump)).toEqual([]);
    },
  },
  nothingMirrored("CL004", "filters for auto-create that is off", {
    "auto.create.mirror.topics.filters": topicFilters("INCLUDE PREFIXED mirror_me"),
  }),
  nothingMirrored("CL006", "a star behind a prefix", autoCreate("INCLUDE PREFIXED mirror_me*")),
  nothingMirrored("CL007", "only EXCLUDE", autoCreate("EXCLUDE PREFIXED no_mirror")),
  nothingMirrored("CL056", "an entry that cannot match", autoCreate("INCLUDE LITERAL mirror me")),
  {
    rule: "CL005",
    wrong: "auto-create on the dialling half",
    shown: async (world) => {
      world.addTopics(world.primary, "mirror_me_1");
      await applied(world, configuration(legOne(world, {}, autoCreate("INCLUDE PREFIXED mirror_me"))));
      world.pass({ minutes: 11 });
      expect(world.topicsOn(world.jump)).toEqual([]);
    },
  },
  {
    rule: "CL005",
    wrong: "a prefix on the dialling half",
    shown: async (world) => {
      const { primary, jump } = world;
      world.addTopics(primary, "orders");
      const links = legOne(world, {}, { "cluster.link.prefix": "p-" });
      await applied(world, configuration(links));
      const mirror = mirrorTopic(jump, "primary-to-jump", "orders", { mirror_topic_name: "p-orders" });
      expect((await world.apply(configuration(links, { mirror }))).errors).toContain("Topic renaming");
    },
  },
  {
    rule: "CL009",
    wrong: "a prefix and auto-create in a chain",
    shown: async (world) => {
      world.addTopics(world.primary, "mirror_me_1");
      const first = { ...autoCreate("INCLUDE PREFIXED mirror_me"), "cluster.link.prefix": "p-" };
      await applied(
        world,
        configuration({ ...legOne(world, first), ...legTwo(world, autoCreate("INCLUDE LITERAL *")) }),
      );
      world.pass({ minutes: 16 });
      expect(world.topicsOn(world.jump)).toEqual(["p-mirror_me_1"]);
      expect(world.topicsOn(world.dr)).toEqual([]);
    },
  },
  {
    rule: "CL012",
    wrong: "a leg whose filters take nothing of what the leg before it brings",
    shown: async (world) => {
      world.addTopics(world.primary, "mirror_me_1");
      await applied(
        world,
        configuration({
          ...legOne(world, autoCreate("INCLUDE PREFIXED mirror_me")),
          ...legTwo(world, autoCreate("INCLUDE PREFIXED mirrored")),
        }),
      );
      world.pass({ minutes: 16 });
      expect(world.topicsOn(world.jump)).toEqual(["mirror_me_1"]);
      expect(world.topicsOn(world.dr)).toEqual([]);
    },
  },
  {
    rule: "CL035",
    wrong: "a leg that takes less than the leg before it brings",
    shown: async (world) => {
      world.addTopics(world.primary, "mirror_me_1", "mirror_me_too");
      await applied(
        world,
        configuration({
          ...legOne(world, autoCreate("INCLUDE PREFIXED mirror_me")),
          ...legTwo(world, autoCreate("INCLUDE LITERAL mirror_me_1")),
        }),
      );
      world.pass({ minutes: 16 });
      expect(world.topicsOn(world.jump)).toEqual(["mirror_me_1", "mirror_me_too"]);
      expect(world.topicsOn(world.dr)).toEqual(["mirror_me_1"]);
    },
  },
  {
    rule: "CL013",
    wrong: "offset sync on leg 1 alone",
    shown: async (world) => {
      const { primary, jump, dr } = world;
      world.addTopics(primary, "mirror_me_1");
      world.produce(primary, "mirror_me_1", 5);
      world.consume(primary, "mirror_me_1", "billing");
      const filter = autoCreate("INCLUDE PREFIXED mirror_me");
      await applied(
        world,
        configuration({
          ...legOne(world, { ...filter, ...offsetSync("INCLUDE LITERAL *") }),
          ...legTwo(world, filter),
        }),
      );
      world.pass({ minutes: 16 });
      expect(world.groupsOn(jump)).toEqual(["billing"]);
      expect(world.topicsOn(dr)).toEqual(["mirror_me_1"]);
      expect(world.groupsOn(dr)).toEqual([]);
    },
  },
  {
    rule: "CL019",
    wrong: "a dialling bidirectional half without a key of the remote cluster",
    shown: async (world) => {
      const { primary, jump } = world;
      const here = end(jump, primary, "INBOUND");
      const there = end(primary, jump, "OUTBOUND", {
        remote_kafka_cluster: dialler(jump),
        depends_on: ["confluent_cluster_link.here"],
      });
      await world.apply(configuration({ here, there }));
      world.pass({ minutes: 6 });
      expect(world.linkState(jump, "both-ways")).toBe("UNAVAILABLE");
      expect(world.requests("POST", "/links")).toHaveLength(2);
    },
  },
  {
    rule: "CL026",
    wrong: "a group that consumes on DR while the link copies its offsets",
    shown: async (world) => {
      const { jump, dr } = world;
      world.addTopics(jump, "orders");
      world.produce(jump, "orders", 6);
      world.consume(jump, "orders", "billing", 2);
      await applied(
        world,
        configuration(
          { link: ordinaryLink(jump, dr, { config: offsetSync("INCLUDE LITERAL billing") }) },
          { orders: mirrorTopic(dr, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.link"] }) },
        ),
      );
      world.pass({ minutes: 1 });
      world.consume(dr, "orders", "billing", 4);
      expect(world.committed(dr, "orders", "billing")).toBe(6);
      world.pass({ minutes: 1 });
      expect(world.committed(dr, "orders", "billing")).toBe(2);
    },
  },
  {
    rule: "CL027",
    wrong: "ACL sync of every ACL",
    shown: async (world) => {
      const { primary, jump } = world;
      world.addAcl(primary, "orders");
      world.addAcl(jump, "only-on-jump");
      await applied(world, configuration(legOne(world, aclSync())));
      world.pass({ minutes: 1 });
      expect(world.aclsOn(primary)).toEqual(["orders"]);
      expect(world.aclsOn(jump)).toEqual(["orders"]);
    },
  },
  {
    rule: "CL032",
    wrong: "a REST endpoint as bootstrap server",
    shown: async (world) => {
      const { jump, dr } = world;
      const swapped = { ...jump, bootstrapEndpoint: jump.restEndpoint };
      const json = configuration({ link: ordinaryLink(swapped, dr) });
      expect((await world.plan(json)).errors).toBe("");
      expect((await world.apply(json)).errors).toMatch(/400 Bad Request/);
      expect(world.hasLink(dr, "jump-to-dr")).toBe(false);
    },
  },
  {
    rule: "CL037",
    wrong: "a star that also takes application topics with an underscore",
    shown: async (world) => {
      world.addTopics(world.primary, "orders", "_schemas", "__consumer_offsets");
      await applied(world, configuration(legOne(world, autoCreate("INCLUDE LITERAL *"))));
      world.pass({ minutes: 6 });
      expect(world.topicsOn(world.jump)).toEqual(["_schemas", "orders"]);
    },
  },
  {
    rule: "CL039",
    wrong: "a ring of links without a prefix",
    shown: async (world) => {
      const { jump, dr } = world;
      const third = await world.addCluster("lkc-third1", { access: "public", kind: "Dedicated" });
      world.addTopics(jump, "orders");
      const every = autoCreate("INCLUDE LITERAL *");
      await applied(
        world,
        configuration({
          one: ordinaryLink(jump, dr, { config: every }),
          two: receivingHalf(dr, third, { link_name: "dr-to-third", config: every }),
          two_dialling: diallingHalf(dr, third, {
            link_name: "dr-to-third",
            depends_on: ["confluent_cluster_link.two"],
          }),
          three: ordinaryLink(third, jump, { link_name: "third-to-jump", config: every }),
        }),
      );
      world.pass({ minutes: 16 });
      expect(world.mirrorOf(third, "orders")?.status).toBe("ACTIVE");
      expect(world.mirrorOf(jump, "orders")).toBeUndefined();
    },
  },
  {
    rule: "CL040",
    wrong: "failover of the mirror topics on JUMP",
    shown: async (world) => {
      const { primary, jump, dr } = world;
      world.addTopics(primary, "orders");
      const links = { ...legOne(world), ...legTwo(world) };
      const onJump = (more: object): object =>
        mirrorTopic(jump, "primary-to-jump", "orders", {
          depends_on: ["confluent_cluster_link.receiving", "confluent_cluster_link.dialling"],
          ...more,
        });
      const onDr = mirrorTopic(dr, "jump-to-dr", "orders", {
        depends_on: ["confluent_cluster_link.second", "confluent_kafka_mirror_topic.on_jump"],
      });
      await applied(world, configuration(links, { on_jump: onJump({}), on_dr: onDr }));
      await applied(world, configuration(links, { on_jump: onJump({ status: "FAILED_OVER" }), on_dr: onDr }));
      world.produce(primary, "orders", 3);
      world.produce(jump, "orders", 1);
      world.pass({ minutes: 2 });
      expect(world.recordsOn(jump, "orders")).toBe(1);
      expect(world.recordsOn(dr, "orders")).toBe(1);
    },
  },
];
