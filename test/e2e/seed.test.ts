import { afterAll, beforeAll, expect, it } from "vitest";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { runSmokeTest } from "../../lib/rehearsal/terraform/smoke-test";
import { smokeTopic } from "../../lib/rehearsal/terraform/smoke-topic";
import type { Report } from "../../lib/rehearsal/terraform/stack-run";
import { linkDescription, linkList } from "../../lib/rehearsal/terraform/tables";
import { DISCOVERY_INTERVAL_MS } from "../../lib/model/chains";
import * as guide from "./guide";
import { describeWithTerraform, LEGS, synthByCdktf } from "./support";

const PRIMARY = "lkc-7xk2qp";
const JUMP = "lkc-m4d93z";
const DR = "lkc-0v6wnr";
const JUMP_BOOTSTRAP = "pkc-5wn8t.italynorth.azure.confluent.cloud";
const EMULATED = "EMULATED, not Confluent Cloud";

describeWithTerraform("the sample app, synthesised by cdktf and applied by Terraform", () => {
  let deployment: Deployment;
  const plans: Record<string, { creates: string[]; report: Report; requests: number }> = {};
  const requests: string[] = [];

  const asked = (): string[] =>
    deployment.cloud.emulator.requests.map(({ on, method, path }) => `${on} ${method} ${path}`);

  beforeAll(async () => {
    deployment = await Deployment.start(await synthByCdktf());
    await deployment.init();
    for (const leg of LEGS) {
      const stack = deployment.stack(leg);
      const { length } = asked();
      const plan = await stack.plan();
      const creates = [...plan.changes]
        .filter(([, actions]) => actions.join() === "create")
        .map(([address]) => address);
      expect(creates).toHaveLength(plan.changes.size);
      plans[leg] = { creates, report: plan, requests: asked().length - length };
      await stack.applyPlan();
      requests.push(...asked().slice(length));
    }
  });
  afterAll(async () => deployment.stop());

  it("is valid", async () => {
    for (const leg of LEGS) {
      const { valid, diagnostics } = await deployment.stack(leg).validate();
      expect(valid).toBe(true);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("is planned without a request, with the warning that this is not Confluent Cloud", () => {
    expect(plans["primary-to-jump"]?.creates.sort()).toEqual([
      "confluent_cluster_link.link_dialling_DEF39909",
      "confluent_cluster_link.link_receiving_DE6DD55A",
      "confluent_kafka_mirror_topic.mirrors_my_test_topic",
    ]);
    expect(plans["jump-to-dr"]?.creates.sort()).toEqual([
      "confluent_cluster_link.link",
      "confluent_kafka_mirror_topic.mirrors_my_test_topic",
    ]);
    for (const { report, requests: made } of Object.values(plans)) {
      expect(made).toBe(0);
      expect(report.diagnostics.map(({ severity, summary }) => `${severity} ${summary}`)).toContainEqual(
        expect.stringContaining(`warning ${EMULATED}`),
      );
    }
  });

  it("is applied with the provider's requests, receiving half first", () => {
    const links = (id: string): string => `/kafka/v3/clusters/${id}/links`;
    expect(requests).toEqual([
      `${JUMP} POST ${links(JUMP)}?link_name=primary-to-jump`,
      `${JUMP} GET ${links(JUMP)}/primary-to-jump`,
      `${JUMP} GET ${links(JUMP)}/primary-to-jump/configs`,
      `${PRIMARY} POST ${links(PRIMARY)}?link_name=primary-to-jump`,
      `${PRIMARY} GET ${links(PRIMARY)}/primary-to-jump`,
      `${PRIMARY} GET ${links(PRIMARY)}/primary-to-jump/configs`,
      `${JUMP} POST ${links(JUMP)}/primary-to-jump/mirrors`,
      `${JUMP} GET ${links(JUMP)}/primary-to-jump/mirrors/my_test_topic`,
      `${DR} POST ${links(DR)}?link_name=jump-to-dr`,
      `${DR} GET ${links(DR)}/jump-to-dr`,
      `${DR} GET ${links(DR)}/jump-to-dr/configs`,
      `${DR} POST ${links(DR)}/jump-to-dr/mirrors`,
      `${DR} GET ${links(DR)}/jump-to-dr/mirrors/my_test_topic`,
    ]);
  });

  it("has nothing to do afterwards", async () => {
    for (const stack of deployment.stacks) expect([...(await stack.plan()).changes]).toEqual([]);
  });

  const called = (table: string): string =>
    table.replaceAll(PRIMARY, guide.PRIMARY).replaceAll(JUMP, guide.JUMP).replaceAll(DR, guide.DR);

  it("shows the guide's link lists", async () => {
    for (const [id, name] of [
      [PRIMARY, guide.PRIMARY],
      [JUMP, guide.JUMP],
      [DR, guide.DR],
    ] as const) {
      const list = linkList(await deployment.cloud.api(id).links());
      expect(guide.cells(called(list))).toEqual(guide.cells(guide.LINK_LISTS[name]));
    }
  });

  it("shows the guide's link descriptions", async () => {
    const describe = async (id: string): Promise<string> =>
      called(linkDescription(await deployment.cloud.api(id).link("primary-to-jump")));
    expect(guide.cells(await describe(PRIMARY))).toEqual(guide.cells(guide.ON_PRIMARY));
    expect(guide.cells(await describe(JUMP))).toEqual(guide.cells(guide.onJump(3)));
  });

  describeConfigs("JUMP", JUMP, "primary-to-jump", guide.JUMP_FILE, {
    "bootstrap.servers": "lkc-7xk2qp.dom4ky9mzr1.germanywestcentral.azure.confluent.cloud:9092",
  });
  describeConfigs("PRIMARY", PRIMARY, "primary-to-jump", guide.PRIMARY_FILE, {});
  describeConfigs("DR", DR, "jump-to-dr", guide.DR_FILE, {
    "auto.create.mirror.topics.enable": "true",
    "auto.create.mirror.topics.filters": guide.JUMP_FILE["auto.create.mirror.topics.filters"],
  });

  /** A half has what the guide's file says, and beyond it nothing but what is named here. */
  function describeConfigs(name: string, id: string, link: string, file: object, more: object): void {
    it(`gives the link on ${name} the guide's settings`, () => {
      const half = deployment.cloud.emulator.cloud.state.clusters.get(id)?.links.get(link);
      const receives = half?.mode === "DESTINATION";
      const toggles = receives ? { "acl.sync.enable": "false", "consumer.offset.sync.enable": "false" } : {};
      const configs = [...(half?.configs ?? [])].map(([key, value]) => [key, readable(value)]);
      expect(Object.fromEntries(configs)).toEqual({ ...file, ...toggles, ...more });
    });
  }

  /** A setting in the words of the guide. */
  function readable(value: string): unknown {
    if (value.startsWith("{")) return JSON.parse(value);
    const login =
      /^org\.apache\.kafka\.common\.security\.plain\.PlainLoginModule required username="(.+)" password="(.+)";$/;
    const [, key, secret] = login.exec(value) ?? [];
    if (key === undefined || secret === undefined) return value.replace(JUMP_BOOTSTRAP, "<JUMP_BOOTSTRAP_URL>");
    const { apiKeys } = deployment.cloud.emulator.cloud.state;
    const made = apiKeys.get(key);
    const owner = { [PRIMARY]: "primary", [JUMP]: "jump", [DR]: "dr" }[made?.clusterId ?? ""];
    return [`<${owner}-api-key>`, secret === made?.secret ? `<${owner}-api-secret>` : "another secret"];
  }

  it("has mirrors on JUMP and DR", async () => {
    for (const [id, link] of [
      [JUMP, "primary-to-jump"],
      [DR, "jump-to-dr"],
    ] as const) {
      expect(await deployment.cloud.api(id).mirrors(link)).toMatchObject([
        { mirror_topic_name: "my_test_topic", source_topic_name: "my_test_topic", mirror_status: "ACTIVE" },
      ]);
    }
  });

  it("passes the guide's smoke test", async () => {
    const topic = smokeTopic(deployment.document);
    expect(topic?.stations.map(({ cluster, topic: name }) => `${cluster} ${name}`)).toEqual([
      "PRIMARY my_test_topic",
      "JUMP my_test_topic",
      "DR my_test_topic",
    ]);
    const steps: string[] = [];
    await runSmokeTest(deployment.cloud, topic!, (step) => steps.push(step));
    expect(steps.slice(-2)).toEqual(["3 records produced on PRIMARY", "3 records consumed on DR"]);
  });

  it("mirrors what the filters let through to DR in two discovery intervals, and nothing else ever", async () => {
    const { cloud } = deployment;
    for (const topic of ["mirror_me_1", "no_mirror_1", "other"]) await cloud.api(PRIMARY).createTopic(topic, 1);
    await cloud.wait(2 * DISCOVERY_INTERVAL_MS);
    expect(await cloud.api(DR).topics()).toContain("mirror_me_1");
    await cloud.wait(10 * DISCOVERY_INTERVAL_MS);
    for (const id of [JUMP, DR]) {
      expect((await cloud.api(id).topics()).sort()).toEqual(["mirror_me_1", "my_test_topic"]);
    }
    await cloud.api(PRIMARY).produce("mirror_me_1", "hello");
    await cloud.wait(10_000);
    expect(cloud.consume(DR, "mirror_me_1")).toEqual(["hello"]);
    for (const stack of deployment.stacks) expect([...(await stack.plan()).changes]).toEqual([]);
  });
});
