import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  GroupFilter,
  KafkaCluster,
  LinkHealth,
  LinkPrincipals,
  MirrorSet,
  MirrorTopic,
  PrivatePublicPrivate,
  TopicFilter,
} from "cdktf-cluster-linking";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { HclRun, meaning } from "./hcl-run";
import { describeWithTerraform } from "./support";

const LEGS = ["primary-to-jump", "jump-to-dr"] as const;
const ENVIRONMENT_ID = "env-1111";

const outdirs: string[] = [];
afterAll(() => outdirs.forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));

const cluster = (name: string, id: string, access: "private" | "public"): KafkaCluster =>
  KafkaCluster.fromAttributes({
    name,
    id,
    access,
    kind: "Dedicated",
    cloud: "AZURE",
    region: name === "PRIMARY" ? "germanywestcentral" : "italynorth",
    restEndpoint: `https://${id}.example.azure.confluent.cloud:443`,
    bootstrapEndpoint: `${id}.example.azure.confluent.cloud:9092`,
    environmentId: ENVIRONMENT_ID,
    rbacCrn: `crn://confluent.cloud/organization=1111aaaa-11aa-11aa-11aa-111111aaaaaa/environment=${ENVIRONMENT_ID}/cloud-cluster=${id}`,
  });

/** Both legs with everything that the library writes in a way of its own. */
function build(app: App, kept: boolean): void {
  const [PRIMARY, JUMP, DR] = [
    cluster("PRIMARY", "lkc-1111", "private"),
    cluster("JUMP", "lkc-2222", "public"),
    cluster("DR", "lkc-3333", "private"),
  ];
  const [primaryToJump, jumpToDr] = LEGS.map((leg) => {
    const stack = new TerraformStack(app, leg);
    new ConfluentProvider(stack, "confluent");
    return stack;
  }) as [TerraformStack, TerraformStack];
  const principals = new LinkPrincipals(primaryToJump, "principals", {
    initiator: "source",
    linkName: "primary-to-jump",
    source: PRIMARY,
    destination: JUMP,
    topics: ["orders", "bills.v1", "audit"],
    groups: [GroupFilter.all()],
  });
  const chain = new PrivatePublicPrivate({
    primaryToJump,
    jumpToDr,
    primary: PRIMARY,
    jump: JUMP,
    dr: DR,
    topics: ["orders", "bills.v1"],
    autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.exclude("mirror_me_not")],
    consumerOffsetSync: { groups: [GroupFilter.include('quo"te\\ %{ and ${" end')] },
    credentials: { primaryToJump: principals.credentials },
    keepPromoted: kept ? ["orders"] : undefined,
  });
  chain.onJump.override("orders", "lifecycle.ignore_changes", ["status"]);
  chain.jumpToDr.resource.addOverride("lifecycle.ignore_changes", ["destination_kafka_cluster[0].rest_endpoint"]);
  chain.jumpToDr.resource.addOverride("timeouts", undefined);
  new LinkHealth(jumpToDr, "health", { link: chain.jumpToDr });
  new MirrorTopic(primaryToJump, "audit", {
    link: chain.primaryToJump,
    topic: "audit",
    movedFrom: "confluent_kafka_mirror_topic.old",
  });
  const list = new TerraformVariable(primaryToJump, "listed", { type: "list(string)", default: ["payments"] });
  new MirrorSet(primaryToJump, "listed-set", { link: chain.primaryToJump, topics: list.listValue });
  new TerraformOutput(primaryToJump, "names", {
    value: { "a.b": `${chain.primaryToJump.linkName}-x`, for: [1, true, "x"], text: 'a "b"\n\tc' },
    description: "What ${is} made",
  });
}

function synthTo(form: "json" | "hcl", kept: boolean): string {
  const outdir = mkdtempSync(join(tmpdir(), `cluster-linking-${form}-`));
  outdirs.push(outdir);
  vi.stubEnv("SYNTH_HCL_OUTPUT", String(form === "hcl"));
  try {
    const app = new App({ outdir, stackTraces: false });
    build(app, kept);
    app.synth();
  } finally {
    vi.unstubAllEnvs();
  }
  return outdir;
}

describeWithTerraform("HCL of every construct", () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.start(synthTo("json", false));
    await deployment.init();
    await deployment.cloud.api("lkc-1111").createTopic("payments", 1);
  });
  afterAll(async () => deployment.stop());

  async function hclRun(out: string, leg: string): Promise<HclRun> {
    const json = JSON.parse(readFileSync(join(synthTo("json", false), "stacks", leg, "cdk.tf.json"), "utf8"));
    const run = new HclRun(out, leg, () => deployment.cloud.environmentOf(json, deployment.document));
    await run.init();
    return run;
  }

  it("says what the JSON says, plans the same, and finds nothing to change in what the JSON made", async () => {
    const out = synthTo("hcl", false);
    for (const leg of LEGS) {
      const [hcl, json] = [await hclRun(out, leg), deployment.stack(leg)];
      const [fromHcl, fromJson] = [await hcl.plan(), await json.plan()];
      expect(fromJson.changes.size).toBeGreaterThan(1);
      expect(meaning(fromHcl)).toEqual(meaning(fromJson));
      await json.apply();
      hcl.takeState(await json.command(["state", "pull"]));
      const later = [...(await hcl.plan()).changes].filter(([address]) => !address.startsWith("data."));
      expect(later).toEqual([]);
    }
  });

  it("forgets and imports topics that are kept, as the JSON does", async () => {
    await deployment.stack("jump-to-dr").apply({ variables: { failover: "FAILED_OVER" } });
    deployment.update(synthTo("json", true));
    const [hcl, json] = [await hclRun(synthTo("hcl", true), "jump-to-dr"), deployment.stack("jump-to-dr")];
    hcl.takeState(await json.command(["state", "pull"]));
    const key = (name: string): string => deployment.variable("jump-to-dr", `dr_api_${name}`) ?? "";
    Object.assign(deployment.cloud.environment, {
      IMPORT_KAFKA_REST_ENDPOINT: cluster("DR", "lkc-3333", "private").restEndpoint ?? "",
      IMPORT_KAFKA_API_KEY: key("key"),
      IMPORT_KAFKA_API_SECRET: key("secret"),
    });
    const plan = await hcl.plan();
    expect(Object.fromEntries(plan.changes)).toMatchObject({
      "confluent_kafka_mirror_topic.mirrors_orders": ["forget"],
    });
    expect(await hcl.planText()).toContain("Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.");
  });
});
