import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { existingClusters } from "../../../lib/rehearsal/terraform/clusters";
import { RehearsalCloud } from "../../../lib/rehearsal/terraform/rehearsal-cloud";
import { runSmokeTest } from "../../../lib/rehearsal/terraform/smoke-test";
import { smokeTopic, type SmokeTopic } from "../../../lib/rehearsal/terraform/smoke-topic";
import { exportCommands, standingEnvironment } from "../../../lib/rehearsal/terraform/standing-environment";
import { cluster, document } from "./documents";

const DOCUMENT = document({ topics: ["orders"] }, { topics: ["orders"] });
const variables = (...names: string[]): Record<string, object> =>
  Object.fromEntries(names.flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]).map((name) => [name, {}]));

describe("the clusters of an app", () => {
  it("are taken as they are described", () => {
    const described = {
      ...cluster("DR"),
      cloud: "GCP",
      region: "europe-west8",
      networkId: "n-1",
      restEndpoint: "https://rest",
      bootstrapEndpoint: "bootstrap:9092",
    };
    expect(existingClusters([described])).toEqual([described]);
  });

  it("have made-up endpoints where nothing needs them", () => {
    expect(existingClusters([cluster("DR", { restEndpoint: null })])).toEqual([
      {
        name: "DR",
        id: "lkc-dr",
        access: "public",
        kind: "Dedicated",
        cloud: "AWS",
        region: "us-east-1",
        restEndpoint: "https://lkc-dr.rehearsal.confluent.cloud:443",
        bootstrapEndpoint: "lkc-dr.rehearsal.confluent.cloud:9092",
      },
    ]);
  });

  it("are not there yet where the app makes them", () => {
    expect(existingClusters([cluster("DR", { id: null })])).toEqual([]);
  });
});

describe("a cloud for a rehearsal", () => {
  let cloud: RehearsalCloud;
  beforeAll(async () => {
    cloud = await RehearsalCloud.start();
    await cloud.addClusters(DOCUMENT);
  });
  afterAll(async () => cloud.stop());

  it("has the topics that mirror topics are made of, once", async () => {
    await cloud.createSourceTopics(DOCUMENT);
    await cloud.createSourceTopics(DOCUMENT);
    expect(await cloud.api("lkc-primary").topics()).toEqual(["orders"]);
    expect(await cloud.api("lkc-jump").topics()).toEqual([]);
  });

  it("lets virtual time pass", async () => {
    const before = cloud.minutes;
    await cloud.wait(600_000);
    expect(cloud.minutes - before).toBeCloseTo(10);
  });

  it("says what the API refused, and not with which secret", async () => {
    const refused = await cloud
      .api("lkc-dr")
      .link("nothing")
      .catch((error: unknown) => (error as Error).message);
    expect(refused).toMatch(/^GET \/links\/nothing on lkc-dr: 404 /);
  });

  it("attaches its provider, with one key for each variable and cluster", () => {
    const one = cloud.environmentOf({ variable: variables("jump", "dr") }, DOCUMENT);
    expect(Object.keys(one).sort()).toEqual([
      "TF_REATTACH_PROVIDERS",
      "TF_VAR_dr_api_key",
      "TF_VAR_dr_api_secret",
      "TF_VAR_jump_api_key",
      "TF_VAR_jump_api_secret",
    ]);
    const two = cloud.environmentOf({ variable: variables("jump", "jump_dial") }, DOCUMENT);
    expect(two["TF_VAR_jump_api_key"]).toBe(one["TF_VAR_jump_api_key"]);
    expect(two["TF_VAR_jump_dial_api_key"]).not.toBe(one["TF_VAR_jump_api_key"]);
    const { apiKeys } = cloud.emulator.cloud.state;
    expect(apiKeys.get(one["TF_VAR_dr_api_key"] ?? "")).toMatchObject({
      clusterId: "lkc-dr",
      secret: one["TF_VAR_dr_api_secret"],
    });
  });

  it("gives one environment for all stacks", () => {
    const stacks = new Map([
      ["one", { variable: variables("primary", "jump") }],
      ["two", { variable: variables("jump", "dr") }],
    ]);
    const environment = standingEnvironment(cloud, stacks, DOCUMENT);
    expect(Object.keys(environment).filter((name) => name.endsWith("_api_key"))).toHaveLength(3);
    expect(environment).toMatchObject({ CHECKPOINT_DISABLE: "1", TF_DATA_DIR: ".terraform-rehearsal" });
  });

  it("gives none where one variable is the key of two clusters", () => {
    const using = (id: string) => ({
      variable: variables("the"),
      resource: {
        x: { y: { kafka: { id, credentials: { key: "${var.the_api_key}", secret: "${var.the_api_secret}" } } } },
      },
    });
    const stacks = new Map([
      ["one", using("lkc-jump")],
      ["two", using("lkc-dr")],
    ]);
    expect(() => standingEnvironment(cloud, stacks, DOCUMENT)).toThrow(
      "TF_VAR_the_api_key would need another value for the stack two than for those before it.",
    );
  });

  const stations = (smokeTopic(DOCUMENT) as SmokeTopic).stations;

  it("fails the smoke test where a mirror topic is missing", async () => {
    await expect(runSmokeTest(cloud, { stations, explicit: true })).rejects.toThrow(
      "There is no topic orders on JUMP.",
    );
  });

  it("fails the smoke test where records do not arrive", async () => {
    for (const id of ["lkc-jump", "lkc-dr"]) await cloud.api(id).createTopic("orders", 1);
    await expect(runSmokeTest(cloud, { stations, explicit: true })).rejects.toThrow(
      "3 records were produced on PRIMARY, 0 arrived on DR.",
    );
  });

  it("passes the smoke test where one cluster is all there is, with a topic that is made for it", async () => {
    const steps: string[] = [];
    const only = stations.slice(0, 1).map((station) => ({ ...station, topic: "made_up" }));
    await runSmokeTest(cloud, { stations: only, explicit: false }, (step) => steps.push(step));
    expect(steps[0]).toBe("topic made_up created on PRIMARY, for the links to discover");
    expect(steps.at(-1)).toBe("3 records consumed on PRIMARY");
  });
});

describe("the environment for a shell", () => {
  it("is quoted", () => {
    expect(exportCommands({ A: "it's", B: "$x" })).toBe("export A='it'\\''s'\nexport B='$x'");
  });
});
