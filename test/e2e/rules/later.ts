import { expect } from "vitest";
import {
  autoCreate,
  configuration,
  dialled,
  diallingHalf,
  end,
  mirrorTopic,
  ordinaryLink,
  receivingHalf,
} from "./blocks";
import type { WrongCase } from "./case";
import type { World } from "./world";

async function works(world: World, json: object): Promise<void> {
  expect((await world.apply(json)).errors).toBe("");
}

const legTwo = ({ jump, dr }: World, config?: object): object =>
  configuration({ link: ordinaryLink(jump, dr, config === undefined ? {} : { config }) });

const withMirror = ({ jump, dr }: World, more: object = {}): object =>
  configuration(
    { link: ordinaryLink(jump, dr) },
    { orders: mirrorTopic(dr, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.link"], ...more }) },
  );

const NO_RESET = "reset to cluster link setting's default value operation";

/** A config that Terraform cannot get to from the one that was applied, however often it tries. */
const stuck = (rule: string, wrong: string, before: object, after: object): WrongCase => ({
  rule,
  wrong,
  shown: async (world) => {
    await works(world, legTwo(world, before));
    for (let i = 0; i < 2; i++) {
      expect((await world.plan(legTwo(world, after))).errors).toBe("");
      expect((await world.apply(legTwo(world, after))).errors).toContain(NO_RESET);
    }
    expect((await world.plan(legTwo(world, before))).changes).toEqual({});
  },
});

const FILTERS = autoCreate("INCLUDE PREFIXED mirror_me") as object;

/** What is right or accepted when it is deployed, and goes wrong in what comes after. */
export const LATER: readonly WrongCase[] = [
  stuck("CL022", "a switch that disappears", FILTERS, {
    "auto.create.mirror.topics.filters": (FILTERS as Record<string, string>)["auto.create.mirror.topics.filters"],
  }),
  stuck(
    "CL048",
    "an interval that disappears",
    { "consumer.offset.sync.ms": "60000", "acl.sync.ms": "6000" },
    { "acl.sync.ms": "6000" },
  ),
  stuck("CL049", "a config that becomes empty", { "acl.sync.ms": "6000" }, {}),
  {
    rule: "CL025",
    wrong: "a status for a mirror topic that does not exist",
    shown: async (world) => {
      world.addTopics(world.jump, "orders");
      const promoted = withMirror(world, { status: "PROMOTED" });
      await works(world, promoted);
      expect(world.mirrorOf(world.dr, "orders")?.status).toBe("ACTIVE");
      await works(world, promoted);
      expect(world.mirrorOf(world.dr, "orders")?.status).toBe("STOPPED");
      expect((await world.apply(withMirror(world, { status: "ACTIVE" }))).errors).not.toBe("");
      expect(world.mirrorOf(world.dr, "orders")?.status).toBe("STOPPED");
    },
  },
  {
    rule: "CL034",
    wrong: "a mirror topic that is removed after it became the live copy",
    shown: async (world) => {
      world.addTopics(world.jump, "orders");
      await works(world, withMirror(world));
      await works(world, withMirror(world, { status: "FAILED_OVER" }));
      world.produce(world.dr, "orders", 3);
      await works(world, legTwo(world));
      expect(world.topicsOn(world.dr)).toEqual([]);
    },
  },
  {
    rule: "CL034",
    wrong: "an endpoint in another spelling",
    shown: async (world) => {
      world.addTopics(world.jump, "orders");
      await works(world, withMirror(world));
      const respelled = { ...world.dr, restEndpoint: `${world.dr.restEndpoint}/` };
      const { changes } = await world.plan(
        configuration(
          { link: ordinaryLink(world.jump, respelled) },
          {
            orders: mirrorTopic(respelled, "jump-to-dr", "orders", { depends_on: ["confluent_cluster_link.link"] }),
          },
        ),
      );
      expect(changes).toEqual({
        "confluent_cluster_link.link": ["delete", "create"],
        "confluent_kafka_mirror_topic.orders": ["delete", "create"],
      });
    },
  },
  {
    rule: "CL083",
    wrong: "a protected mirror topic whose block is gone",
    shown: async (world) => {
      world.addTopics(world.jump, "orders");
      await works(world, withMirror(world, { lifecycle: { prevent_destroy: true } }));
      expect((await world.plan(legTwo(world))).changes).toEqual({ "confluent_kafka_mirror_topic.orders": ["delete"] });
      await works(world, legTwo(world));
      expect(world.topicsOn(world.dr)).toEqual([]);
    },
  },
  {
    rule: "CL082",
    wrong: "a kept topic whose block is gone",
    shown: async (world) => {
      const { dr } = world;
      const kept = {
        confluent_kafka_topic: {
          orders: {
            kafka_cluster: [{ id: dr.id }],
            topic_name: "orders",
            rest_endpoint: dr.restEndpoint,
            credentials: [{ key: dr.key, secret: dr.secret }],
            lifecycle: { prevent_destroy: true },
          },
        },
      };
      const { terraform } = configuration({}) as { terraform: object };
      await works(world, { terraform, resource: kept });
      world.produce(dr, "orders", 3);
      await works(world, { terraform });
      expect(world.topicsOn(dr)).toEqual([]);
    },
  },
  {
    rule: "CL047",
    wrong: "remote credentials on the inbound half",
    shown: async (world) => {
      const { primary, jump } = world;
      const here = configuration({
        here: end(jump, primary, "INBOUND", { remote_kafka_cluster: dialled(primary) }),
      });
      await works(world, here);
      for (let i = 0; i < 2; i++) {
        expect((await world.plan(here)).changes).toEqual({ "confluent_cluster_link.here": ["update"] });
        expect((await world.apply(here)).errors).toContain("len(credentialConfigs) is 0");
      }
    },
  },
  {
    rule: "CL051",
    wrong: "one key for REST and for dialling, rotated",
    shown: async (world) => {
      const { primary } = world;
      const links = (jump: World["jump"]): object =>
        configuration({ receiving: receivingHalf(primary, jump), dialling: diallingHalf(primary, jump) });
      await works(world, links(world.jump));
      const rotated = links({ ...world.jump, ...world.addKey(world.jump) });
      const sent = world.requests("PUT").length;
      expect((await world.apply(rotated)).errors).toContain("len(credentialConfigs) is 0");
      expect(world.requests("PUT")).toHaveLength(sent);
      await works(world, rotated);
      expect(world.requests("PUT")).toHaveLength(sent + 1);
    },
  },
  {
    rule: "CL073",
    wrong: "a key that is deleted before the link has its successor",
    shown: async (world) => {
      const { jump, dr } = world;
      await works(world, legTwo(world));
      const renewed = { ...dr, ...world.addKey(dr) };
      world.revoke(dr.key);
      const json = configuration({ link: ordinaryLink(jump, renewed) });
      for (let i = 0; i < 2; i++) expect((await world.apply(json)).errors).toContain("401 Unauthorized");
    },
  },
  {
    rule: "CL067",
    wrong: "two stacks with one state",
    shown: async (world) => {
      const { primary, jump } = world;
      await works(world, legTwo(world));
      const { changes } = await world.plan(configuration({ receiving: receivingHalf(primary, jump) }));
      expect(changes).toEqual({
        "confluent_cluster_link.link": ["delete"],
        "confluent_cluster_link.receiving": ["create"],
      });
    },
  },
  {
    rule: "CL043",
    wrong: "a DR-side stack that reads another stack's state",
    shown: async (world) => {
      const json = {
        ...legTwo(world),
        data: {
          terraform_remote_state: { primary: { backend: "local", config: { path: "gone/with-primary.tfstate" } } },
        },
        output: { id: { value: "${data.terraform_remote_state.primary.outputs.id}" } },
      };
      expect((await world.plan(json)).errors).toContain("Unable to find remote state");
    },
  },
  {
    rule: "CL076",
    wrong: "both legs in one stack, and PRIMARY gone",
    shown: async (world) => {
      const { primary, jump, dr } = world;
      const together = configuration({
        receiving: receivingHalf(primary, jump),
        dialling: diallingHalf(primary, jump),
        second: ordinaryLink(jump, dr, { depends_on: ["confluent_cluster_link.dialling"] }),
      });
      await works(world, together);
      await world.breakCluster(primary);
      expect((await world.plan(together)).errors).toContain("confluent_cluster_link.dialling");
    },
  },
];
