import { expect } from "vitest";
import {
  aclSync,
  autoCreate,
  configuration,
  dialled,
  diallingHalf,
  end,
  host,
  mirrorTopic,
  ordinaryLink,
  receivingHalf,
} from "./blocks";
import type { WrongCase } from "./case";
import type { World } from "./world";

/** Terraform refuses to plan it. */
async function refusedByThePlan(world: World, json: object, text: string | RegExp): Promise<void> {
  const { errors } = await world.plan(json);
  expect(errors).toMatch(text);
  expect(world.requests()).toEqual([]);
}

/** The plan passes, and apply fails. */
async function refusedByTheApply(world: World, json: object, text: string | RegExp): Promise<void> {
  expect((await world.plan(json)).errors).toBe("");
  expect((await world.apply(json)).errors).toMatch(text);
}

const legOne = ({ primary, jump }: World, settings: object = {}, mirrors: object = {}): object =>
  configuration(
    {
      receiving: receivingHalf(primary, jump, { config: settings }),
      dialling: diallingHalf(primary, jump),
    },
    mirrors,
  );

const onJump = ({ jump }: World, topic: string, more: object = {}): object =>
  mirrorTopic(jump, "primary-to-jump", topic, {
    depends_on: ["confluent_cluster_link.receiving", "confluent_cluster_link.dialling"],
    ...more,
  });

/** Things in a new environment. */
const created = (resources: object): object => ({
  ...configuration({}),
  resource: { confluent_environment: { it: { display_name: "it" } }, ...resources },
});

const network = (cloud: string, region: string, zones?: readonly string[]): object => ({
  confluent_network: {
    it: {
      display_name: "primary",
      cloud,
      region,
      connection_types: ["PRIVATELINK"],
      dns_config: { resolution: "PRIVATE" },
      environment: { id: "${confluent_environment.it.id}" },
      zones,
    },
  },
});

const badSetting = (rule: string, wrong: string, settings: object, text: string | RegExp): WrongCase => ({
  rule,
  wrong,
  shown: async (world) => {
    await refusedByTheApply(world, legOne(world, settings), text);
    expect(world.hasLink(world.jump, "primary-to-jump")).toBe(false);
  },
});

const badMirror = (rule: string, wrong: string, topic: string, more: object, text: string | RegExp): WrongCase => ({
  rule,
  wrong,
  shown: async (world) => {
    world.addTopics(world.primary, "orders");
    await refusedByTheApply(world, legOne(world, {}, { orders: onJump(world, topic, more) }), text);
    expect(world.topicsOn(world.jump)).toEqual([]);
  },
});

/** Wrong configurations that Terraform, the provider or the API refuses, at the plan or only at apply. */
export const REFUSED: readonly WrongCase[] = [
  {
    rule: "CL020",
    wrong: "both endpoints in one block",
    shown: async (world) => {
      const { primary, jump } = world;
      const both = [{ ...(host(jump)[0] as object), bootstrap_endpoint: jump.bootstrapEndpoint }];
      await refusedByThePlan(
        world,
        configuration({ receiving: receivingHalf(primary, jump, { destination_kafka_cluster: both }) }),
        "only one of",
      );
    },
  },
  {
    rule: "CL021",
    wrong: "a config key that the provider does not take",
    shown: async (world) =>
      refusedByThePlan(world, legOne(world, { "metadata.max.age.ms": "60000" }), "read-only and cannot be updated"),
  },
  {
    rule: "CL052",
    wrong: "a REST endpoint without http",
    shown: async (world) => {
      const jump = { ...world.jump, restEndpoint: "pkc-5wn8t.italynorth.azure.confluent.cloud:443" };
      await refusedByThePlan(
        world,
        configuration({ receiving: receivingHalf(world.primary, jump) }),
        "must start with 'https://'",
      );
    },
  },
  badSetting("CL008", "ACL sync and a prefix", { ...aclSync(), "cluster.link.prefix": "p-" }, "400 Bad Request"),
  badSetting("CL010", "a prefix of 13 characters", { "cluster.link.prefix": "from-germany-" }, "400 Bad Request"),
  badSetting("CL011", "a group prefix alone", { "consumer.group.prefix.enable": "true" }, "400 Bad Request"),
  badSetting(
    "CL030",
    "an include list without what is always copied",
    { "topic.config.sync.include": "retention.ms" },
    "400 Bad Request",
  ),
  badSetting("CL031", "an interval of half a second", { "acl.sync.ms": "500" }, "400 Bad Request"),
  badSetting("CL056", "a filter of an unknown pattern type", autoCreate("INCLUDE REGEX mirror_.*"), "400 Bad Request"),
  badSetting(
    "CL056",
    "a filter document that is no JSON",
    { "auto.create.mirror.topics.enable": "true", "auto.create.mirror.topics.filters": "mirror_me" },
    "400 Bad Request",
  ),
  badSetting("CL068", "an interval in words", { "consumer.offset.sync.ms": "30 s" }, "400 Bad Request"),
  badMirror("CL023", "another name than the topic's", "orders", { mirror_topic_name: "bills" }, "must be named"),
  badMirror("CL036", "an internal topic", "__consumer_offsets", {}, "Bad Request"),
  badMirror("CL046", "a topic that the source does not have", "bills", {}, "does not host"),
  badMirror("CL071", "a name with a space", "my orders", {}, "Bad Request"),
  {
    rule: "CL011",
    wrong: "a group prefix on a bidirectional link",
    shown: async (world) => {
      const settings = { "cluster.link.prefix": "p-", "consumer.group.prefix.enable": "true" };
      const ends = { here: end(world.jump, world.primary, "INBOUND", { config: settings }) };
      await refusedByTheApply(world, configuration(ends), "400 Bad Request");
    },
  },
  {
    rule: "CL014",
    wrong: "halves of different names",
    shown: async (world) => {
      const { primary, jump } = world;
      const halves = {
        receiving: receivingHalf(primary, jump),
        dialling: diallingHalf(primary, jump, { link_name: "primary-to-jmup" }),
      };
      await refusedByTheApply(world, configuration(halves), "400 Bad Request");
      world.pass({ minutes: 10 });
      expect(world.linkState(jump, "primary-to-jump")).toBe("UNAVAILABLE");
    },
  },
  {
    rule: "CL015",
    wrong: "the dialling half alone",
    shown: async (world) => {
      const { primary, jump } = world;
      await refusedByTheApply(
        world,
        configuration({ dialling: diallingHalf(primary, jump, { depends_on: [] }) }),
        "400 Bad Request",
      );
    },
  },
  {
    rule: "CL016",
    wrong: "a public destination that dials a private source",
    shown: async (world) => {
      const link = ordinaryLink(world.primary, world.jump, { link_name: "primary-to-jump" });
      await refusedByTheApply(world, configuration({ link }), "400 Bad Request");
    },
  },
  {
    rule: "CL017",
    wrong: "a Standard cluster as destination",
    shown: async (world) => {
      const standard = await world.addCluster("lkc-std001", { access: "public", kind: "Standard" });
      const link = ordinaryLink(world.jump, standard);
      await refusedByTheApply(world, configuration({ link }), "Bad Request");
    },
  },
  {
    rule: "CL018",
    wrong: "no key for the cluster that is dialled",
    shown: async (world) => {
      const { jump, dr } = world;
      const [{ credentials: _, ...withoutKey }] = dialled(jump);
      await refusedByTheApply(
        world,
        configuration({ link: ordinaryLink(jump, dr, { source_kafka_cluster: [withoutKey] }) }),
        '"credentials" must be specified',
      );
    },
  },
  {
    rule: "CL018",
    wrong: "a key for the cluster that dials",
    shown: async (world) => {
      const { primary, jump } = world;
      await refusedByTheApply(
        world,
        configuration({ receiving: receivingHalf(primary, jump, { source_kafka_cluster: dialled(primary) }) }),
        '"credentials" must not be specified',
      );
    },
  },
  {
    rule: "CL024",
    wrong: "an explicit topic that a filter has mirrored before",
    shown: async (world) => {
      world.addTopics(world.primary, "mirror_me_1");
      const settings = autoCreate("INCLUDE PREFIXED mirror_me");
      expect((await world.apply(legOne(world, settings))).errors).toBe("");
      world.pass({ minutes: 6 });
      expect(world.topicsOn(world.jump)).toEqual(["mirror_me_1"]);
      const both = legOne(world, settings, { mirror_me_1: onJump(world, "mirror_me_1") });
      await refusedByTheApply(world, both, "already exists");
    },
  },
  {
    rule: "CL028",
    wrong: "a mirror topic of leg 2 before that of leg 1",
    shown: async (world) => {
      world.addTopics(world.primary, "orders");
      const mirror = mirrorTopic(world.dr, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.link"] });
      await refusedByTheApply(
        world,
        configuration({ link: ordinaryLink(world.jump, world.dr) }, { orders: mirror }),
        "does not host",
      );
    },
  },
  {
    rule: "CL029",
    wrong: "a link from a cluster to itself",
    shown: async (world) => {
      await refusedByTheApply(world, configuration({ link: ordinaryLink(world.jump, world.jump) }), "400 Bad Request");
    },
  },
  {
    rule: "CL033",
    wrong: "a key whose owner has no role yet",
    shown: async (world) => {
      const jump = { ...world.jump, ...world.addKeyWithoutRights(world.jump) };
      await refusedByTheApply(world, configuration({ receiving: receivingHalf(world.primary, jump) }), "403 Forbidden");
    },
  },
  {
    rule: "CL085",
    wrong: "a topic that the link's principal may not read",
    shown: async (world) => {
      const { jump, dr } = world;
      world.addTopics(jump, "orders");
      const reader = { ...jump, ...world.addKeyWithoutRights(jump) };
      const link = ordinaryLink(reader, dr);
      const orders = mirrorTopic(dr, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.link"] });
      await refusedByTheApply(world, configuration({ link }, { orders }), "does not host");
      expect(world.topicsOn(dr)).toEqual([]);
    },
  },
  {
    rule: "CL089",
    wrong: "a role on the name of another cluster",
    shown: async (world) => {
      const { primary, jump, dr } = world;
      const receiver = { ...jump, ...world.addKeyWithoutRights(jump, dr) };
      await refusedByTheApply(world, configuration({ receiving: receivingHalf(primary, receiver) }), "403 Forbidden");
    },
  },
  {
    rule: "CL038",
    wrong: "two links into one cluster for one name",
    shown: async (world) => {
      const { jump, dr } = world;
      const other = await world.addCluster("lkc-other1", { access: "public", kind: "Dedicated" });
      world.addTopics(jump, "orders");
      world.addTopics(other, "orders");
      const links = {
        one: ordinaryLink(jump, dr),
        two: ordinaryLink(other, dr, { link_name: "other-to-dr" }),
      };
      const first = { orders: mirrorTopic(dr, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.one"] }) };
      expect((await world.apply(configuration(links, first))).errors).toBe("");
      const second = mirrorTopic(dr, "other-to-dr", "orders", { depends_on: ["confluent_cluster_link.two"] });
      await refusedByTheApply(world, configuration(links, { ...first, second }), "already exists");
      expect(world.mirrorOf(dr, "orders")?.linkName).toBe("jump-to-dr");
    },
  },
  {
    rule: "CL054",
    wrong: "the REST endpoint where the bootstrap endpoint is needed",
    shown: async (world) => {
      const { jump, dr } = world;
      await refusedByTheApply(
        world,
        configuration({ link: ordinaryLink(jump, dr, { source_kafka_cluster: host(jump) }) }),
        '"bootstrap_endpoint" must be specified',
      );
    },
  },
  {
    rule: "CL055",
    wrong: "a slash in the name of a link",
    shown: async (world) => {
      const { jump, dr } = world;
      const json = configuration({ link: ordinaryLink(jump, dr, { link_name: "jump/dr" }) });
      const id = `jump/dr/DESTINATION/OUTBOUND/${jump.id}/${dr.id}`;
      const imported = await world.planAnew({ ...json, import: [{ to: "confluent_cluster_link.link", id }] });
      expect(imported.errors).toContain("invalid format");
      await refusedByTheApply(world, json, "400 Bad Request");
    },
  },
  {
    rule: "CL062",
    wrong: "a private cluster that dials another network's",
    shown: async (world) => {
      await refusedByTheApply(
        world,
        configuration({ link: ordinaryLink(world.primary, world.dr, { link_name: "primary-to-dr" }) }),
        "400 Bad Request",
      );
    },
  },
  {
    rule: "CL063",
    wrong: "a Basic cluster that dials as source",
    shown: async (world) => {
      const basic = await world.addCluster("lkc-bas001", { access: "public", kind: "Basic" });
      const halves = {
        receiving: receivingHalf(basic, world.jump),
        dialling: diallingHalf(basic, world.jump),
      };
      await refusedByTheApply(world, configuration(halves), "Bad Request");
      expect(world.hasLink(basic, "primary-to-jump")).toBe(false);
    },
  },
  {
    rule: "CL077",
    wrong: "a prefix for a link that exists",
    shown: async (world) => {
      expect((await world.apply(legOne(world, { "acl.sync.enable": "false" }))).errors).toBe("");
      const prefixed = legOne(world, { "acl.sync.enable": "false", "cluster.link.prefix": "p-" });
      await refusedByTheApply(world, prefixed, "400 Bad Request");
    },
  },
  {
    rule: "CL091",
    wrong: "one CKU in several zones",
    shown: async (world) =>
      refusedByTheApply(
        world,
        created({
          confluent_kafka_cluster: {
            it: {
              display_name: "jump",
              cloud: "AZURE",
              region: "italynorth",
              availability: "MULTI_ZONE",
              dedicated: { cku: 1 },
              environment: { id: "${confluent_environment.it.id}" },
            },
          },
        }),
        /at least 2 CKU/,
      ),
  },
  {
    rule: "CL093",
    wrong: "a project in the place of a subscription",
    shown: async (world) =>
      refusedByTheApply(
        world,
        created({
          ...network("AZURE", "italynorth"),
          confluent_private_link_access: {
            it: {
              display_name: "primary",
              azure: { subscription: "my-project" },
              environment: { id: "${confluent_environment.it.id}" },
              network: { id: "${confluent_network.it.id}" },
            },
          },
        }),
        "400 Bad Request",
      ),
  },
  {
    rule: "CL094",
    wrong: "two zones",
    shown: async (world) =>
      refusedByTheApply(
        world,
        created(network("GCP", "europe-west8", ["europe-west8-a", "europe-west8-b"])),
        "400 Bad Request",
      ),
  },
];
