import { afterAll, beforeAll, expect, it } from "vitest";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import type { Plan, StackRun } from "../../lib/rehearsal/terraform/stack-run";
import { chain, DIALLING, DR, JUMP, LINK, mirror, PRIMARY, RECEIVING, type ChainOptions } from "./app";
import { describeWithTerraform } from "./support";

const filters = (...prefixes: string[]): string =>
  JSON.stringify({
    topicFilters: prefixes.map((name) => ({ name, patternType: "PREFIXED", filterType: "INCLUDE" })),
  });
const groups = '{"groupFilters":[{"name":"*","patternType":"LITERAL","filterType":"INCLUDE"}]}';

describeWithTerraform("a change of the app, one after the other", () => {
  let deployment: Deployment;
  let legOne: StackRun;
  let legTwo: StackRun;

  beforeAll(async () => {
    deployment = await Deployment.start(chain());
    [legOne, legTwo] = [deployment.stack("primary-to-jump"), deployment.stack("jump-to-dr")];
    await deployment.apply();
  });
  afterAll(async () => deployment.stop());

  const change = (options: ChainOptions): void => deployment.update(chain(options));

  /** What was asked beyond reading while something ran. */
  async function writesOf(run: () => Promise<unknown>): Promise<{ request: string; body: unknown }[]> {
    const { emulator } = deployment.cloud;
    const { length } = emulator.requests;
    await run();
    return emulator.requests
      .slice(length)
      .filter(({ method }) => method !== "GET")
      .map(({ on, method, path, body }) => ({
        request: `${method} ${path.replace(`/kafka/v3/clusters/${on}`, on)}`,
        body,
      }));
  }

  const nothingReplaced = ({ changes }: Plan): void => {
    for (const actions of changes.values()) expect(actions).not.toContain("delete");
  };
  const nothingLeft = async (stack: StackRun, variables = {}): Promise<void> =>
    expect([...(await stack.plan({ variables })).changes]).toEqual([]);
  const state = () => deployment.cloud.emulator.cloud.state;

  it("a filter is added: one PUT to the half that receives, with every setting", async () => {
    change({ prefixes: ["mirror_me", "audit"] });
    for (const [stack, address, id] of [
      [legOne, RECEIVING, JUMP],
      [legTwo, LINK, DR],
    ] as const) {
      const plan = await stack.plan();
      expect([...plan.changes]).toEqual([[address, ["update"]]]);
      const text = await stack.planText();
      expect(text).toContain("will be updated in-place");
      expect(text).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
      const writes = await writesOf(async () => stack.applyPlan());
      expect(writes.map(({ request }) => request)).toEqual([`PUT ${id}/links/${stack.name}/configs:alter`]);
      const { data } = writes[0]?.body as { data: { name: string; value: string }[] };
      expect(Object.fromEntries(data.map(({ name, value }) => [name, value]))).toEqual({
        "acl.sync.enable": "false",
        "auto.create.mirror.topics.enable": "true",
        "auto.create.mirror.topics.filters": filters("mirror_me", "audit"),
        "consumer.offset.sync.enable": "true",
        "consumer.offset.sync.ms": "30000",
        "consumer.offset.group.filters": groups,
      });
      await nothingLeft(stack);
    }
  });

  it("a topic is added: its mirror is created on each cluster, and nothing else happens", async () => {
    change({ topics: ["orders", "payments"], prefixes: ["mirror_me", "audit"] });
    await deployment.cloud.createSourceTopics(deployment.document);
    for (const [stack, id] of [
      [legOne, JUMP],
      [legTwo, DR],
    ] as const) {
      const plan = await stack.plan();
      expect([...plan.changes]).toEqual([[mirror("payments"), ["create"]]]);
      const writes = await writesOf(async () => stack.applyPlan());
      expect(writes).toEqual([
        { request: `POST ${id}/links/${stack.name}/mirrors`, body: { source_topic_name: "payments" } },
      ]);
      await nothingLeft(stack);
    }
  });

  it("a setting is turned off: its toggle says so, its filters stay", async () => {
    change({ topics: ["orders", "payments"], prefixes: ["mirror_me", "audit"], offsets: false });
    const plan = await legTwo.plan();
    expect([...plan.changes]).toEqual([[LINK, ["update"]]]);
    nothingReplaced(plan);
    const writes = await writesOf(async () => legTwo.applyPlan());
    expect(writes.map(({ request }) => request)).toEqual([`PUT ${DR}/links/jump-to-dr/configs:alter`]);
    const configs = state().clusters.get(DR)?.links.get("jump-to-dr")?.configs;
    expect(configs?.get("consumer.offset.sync.enable")).toBe("false");
    expect(configs?.get("consumer.offset.group.filters")).toBe(groups);
    await nothingLeft(legTwo);
    await legOne.apply();
    await nothingLeft(legOne);
  });

  let keysOfLegOne: Record<string, string> = {};
  const newKey = (id: string, name: string): Record<string, string> => {
    const { key, secret } = deployment.cloud.emulator.grantAll(id);
    return { [`${name}_api_key`]: key, [`${name}_api_secret`]: secret };
  };
  const jaas = (id: string, link: string): string | undefined =>
    state().clusters.get(id)?.links.get(link)?.configs.get("sasl.jaas.config");

  it("the key that dials is changed: one PUT to the half that dials", async () => {
    const variables = newKey(JUMP, "jump_dial");
    const plan = await legOne.plan({ variables });
    expect([...plan.changes]).toEqual([[DIALLING, ["update"]]]);
    expect(await legOne.planText()).not.toContain(variables["jump_dial_api_secret"]);
    const writes = await writesOf(async () => legOne.applyPlan());
    expect(writes.map(({ request }) => request)).toEqual([`PUT ${PRIMARY}/links/primary-to-jump/configs:alter`]);
    const { data } = writes[0]?.body as { data: { name: string; operation: string }[] };
    expect(data.map(({ name, operation }) => `${operation} ${name}`).sort()).toEqual([
      "SET local.sasl.jaas.config",
      "SET local.sasl.mechanism",
      "SET sasl.jaas.config",
      "SET sasl.mechanism",
    ]);
    expect(jaas(PRIMARY, "primary-to-jump")).toContain(`username="${variables["jump_dial_api_key"]}"`);
    await nothingLeft(legOne, variables);
    await legOne.apply();
  });

  it("the key of leg 2's source is changed: one PUT to the link on DR", async () => {
    const variables = newKey(JUMP, "jump");
    const plan = await legTwo.plan({ variables });
    expect([...plan.changes]).toEqual([[LINK, ["update"]]]);
    const writes = await writesOf(async () => legTwo.applyPlan());
    expect(writes.map(({ request }) => request)).toEqual([`PUT ${DR}/links/jump-to-dr/configs:alter`]);
    expect(jaas(DR, "jump-to-dr")).toContain(`username="${variables["jump_api_key"]}"`);
    await nothingLeft(legTwo, variables);
    await legTwo.apply();
  });

  it("the key of the receiving half is changed: one failure without a request, then clean", async () => {
    const variables = newKey(JUMP, "jump");
    const plan = await legOne.plan({ variables });
    expect(plan.changes.get(RECEIVING)).toEqual(["update"]);
    nothingReplaced(plan);
    const writes = await writesOf(async () => {
      await expect(legOne.applyPlan()).rejects.toThrow("len(credentialConfigs) is 0");
    });
    expect(writes).toEqual([]);
    await legOne.apply({ variables });
    await nothingLeft(legOne, variables);
    keysOfLegOne = variables;
  });

  it("everything is to be destroyed: prevent_destroy refuses it before any request that changes something", async () => {
    const writes = await writesOf(async () => {
      await expect(legTwo.destroy()).rejects.toThrow("Instance cannot be destroyed");
    });
    expect(writes).toEqual([]);
  });

  // Terraform reads prevent_destroy from the block, and the block is gone.
  it("a topic is removed: the plan says that its mirror topic will be destroyed, and that alone", async () => {
    change({ topics: ["orders"], prefixes: ["mirror_me", "audit"], offsets: false });
    for (const [stack, variables] of [
      [legTwo, {}],
      [legOne, keysOfLegOne],
    ] as const) {
      const plan = await stack.plan({ variables });
      expect([...plan.changes]).toEqual([[mirror("payments"), ["delete"]]]);
      expect(await stack.planText()).toContain(
        "(because confluent_kafka_mirror_topic.mirrors_payments is not in configuration)",
      );
    }
  });
});
