import { TerraformVariable, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { TopicFilter } from "../../lib/model/filters";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json, type Synthesis } from "../support/synth";
import { HALVES, jumpToDr, primaryToJump } from "./chain";

const TYPE = "confluent_kafka_mirror_topic";
const mirrors = (synthesis: Synthesis, stack: string): Record<string, Json> => resources(synthesis.stacks[stack], TYPE);
const topicsOf = (synthesis: Synthesis, stack: string): unknown[] =>
  Object.values(mirrors(synthesis, stack)).map(({ source_kafka_topic }) => source_kafka_topic.topic_name);

describe("a set that follows one of another stack", () => {
  it("has its topics, those that are added later too, and is deployed after it", () => {
    const synthesis = synthToJson((app) => {
      const [legOne, legTwo] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
      const onJump = new MirrorSet(legOne, "mirrors", { link: primaryToJump(legOne), topics: ["orders"] });
      const onDr = new MirrorSet(legTwo, "mirrors", { link: jumpToDr(legTwo), follows: onJump });
      expect(onDr.topics).toEqual(["orders"]);
      onJump.addTopic("bills");
      expect(onDr.topics).toEqual(["orders", "bills"]);
      expect(onDr.mirror("bills").address).toBe(`${TYPE}.mirrors_bills`);
    });
    expect(topicsOf(synthesis, "two")).toEqual(["bills", "orders"]);
    expect(synthesis.manifest.stacks["two"]?.dependencies).toEqual(["one"]);
    expect(synthesis.stacks["two"]).not.toHaveProperty("data");
    for (const mirror of Object.values(mirrors(synthesis, "two"))) {
      expect(mirror.depends_on).toEqual(["confluent_cluster_link.two"]);
    }
  });

  it("has the names that the prefix of the first leg gave, and adds its own", () => {
    const synthesis = synthToJson((app) => {
      const [legOne, legTwo] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
      const onJump = new MirrorSet(legOne, "mirrors", {
        link: primaryToJump(legOne, { prefix: "p." }),
        topics: ["orders"],
      });
      new MirrorSet(legTwo, "mirrors", {
        link: jumpToDr(legTwo, { prefix: "d." }),
        follows: onJump,
        topics: ["local"],
      });
    });
    const named = Object.values(mirrors(synthesis, "two")).map(({ source_kafka_topic, mirror_topic_name }) => [
      source_kafka_topic.topic_name,
      mirror_topic_name,
    ]);
    expect(named).toEqual([
      ["local", "d.local"],
      ["p.orders", "d.p.orders"],
    ]);
  });

  it("has its filters, with its own after them", () => {
    const synthesis = synthToJson((app) => {
      const [legOne, legTwo] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
      const onJump = new MirrorSet(legOne, "mirrors", {
        link: primaryToJump(legOne),
        autoCreate: { enabled: false, filters: [TopicFilter.includePrefix("a")] },
      });
      new MirrorSet(legTwo, "mirrors", {
        link: jumpToDr(legTwo),
        follows: onJump,
        autoCreate: [TopicFilter.exclude("ab")],
      });
    });
    const [{ config }] = Object.values(resources(synthesis.stacks["two"], "confluent_cluster_link")) as [Json];
    expect(config["auto.create.mirror.topics.enable"]).toBe("false");
    expect(config["auto.create.mirror.topics.filters"]).toBe(
      '{"topicFilters":[{"name":"a","patternType":"PREFIXED","filterType":"INCLUDE"},' +
        '{"name":"ab","patternType":"LITERAL","filterType":"EXCLUDE"}]}',
    );
  });

  it("has its filters by the names that the prefix of the first leg gives", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    const filters = [TopicFilter.all(), TopicFilter.includePrefix("a"), TopicFilter.exclude("b")];
    const first = new MirrorSet(stack, "a", { link: primaryToJump(stack, { prefix: "p." }), autoCreate: filters });
    new MirrorSet(stack, "b", { link: jumpToDr(stack), follows: first });
    const [, leg] = AppModel.of(app).currentLegs();
    expect(leg?.claims[0]?.autoCreate).toEqual([
      { name: "p.", patternType: "PREFIXED", filterType: "INCLUDE" },
      { name: "p.a", patternType: "PREFIXED", filterType: "INCLUDE" },
      { name: "p.b", patternType: "LITERAL", filterType: "EXCLUDE" },
    ]);
  });

  it("follows over three legs", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    const first = new MirrorSet(stack, "a", { link: primaryToJump(stack, { prefix: "p." }), topics: ["orders"] });
    const second = new MirrorSet(stack, "b", { link: jumpToDr(stack, { prefix: "d." }), follows: first });
    const third = new MirrorSet(stack, "c", { link: jumpToDr(stack, { id: "three" }), follows: second });
    expect(third.topics).toEqual(["d.p.orders"]);
  });

  it("is refused where only Terraform knows the names", () => {
    const following = (first: (stack: TerraformStack) => MirrorSet): string =>
      refusal((app) => {
        const [legOne, legTwo] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
        new MirrorSet(legTwo, "mirrors", { link: jumpToDr(legTwo), follows: first(legOne) });
      });
    const list = (stack: TerraformStack): string[] =>
      new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;
    const prefix = (stack: TerraformStack): string =>
      new TerraformVariable(stack, "prefix", { type: "string" }).stringValue;
    expect(following((stack) => new MirrorSet(stack, "m", { link: primaryToJump(stack), topics: list(stack) }))).toBe(
      "CL045",
    );
    expect(
      following(
        (stack) => new MirrorSet(stack, "m", { link: primaryToJump(stack, { prefix: prefix(stack) }), topics: ["a"] }),
      ),
    ).toBe("CL045");
  });

  it("is refused where the first set ends elsewhere", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    const onDr = new MirrorSet(stack, "a", { link: jumpToDr(stack), topics: ["orders"] });
    new MirrorSet(stack, "b", { link: jumpToDr(stack, { id: "again" }), follows: onDr });
    const { errors } = AppModel.of(app).evaluate();
    expect(errors.map(({ rule }) => rule.id)).toContain("CL046");
  });
});

describe("two legs in one stack", () => {
  it("create the mirror topics of leg 1 before those of leg 2, in bulk and one by one", () => {
    const synthesis = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const [one, two] = [primaryToJump(stack, { prefix: "p." }), jumpToDr(stack)];
      new MirrorTopic(stack, "last", { link: two, topic: "p.bills" });
      new MirrorSet(stack, "onDr", { link: two, topics: ["p.orders", "p.audit", "local"] });
      new MirrorSet(stack, "onJump", { link: one, topics: ["orders"] });
      new MirrorTopic(stack, "bills", { link: one, topic: "bills" });
      new MirrorTopic(stack, "audit", { link: one, topic: "audit" });
    });
    const after = Object.fromEntries(
      Object.entries(mirrors(synthesis, "stack")).map(([name, { depends_on }]) => [name, depends_on]),
    );
    const link = "confluent_cluster_link.two";
    expect(after).toEqual({
      onJump_orders: HALVES,
      bills: HALVES,
      audit: HALVES,
      onDr_p_orders_6b3d0844: [link, `${TYPE}.onJump_orders`],
      onDr_p_audit_e3717a4a: [link, `${TYPE}.audit`],
      onDr_local: [link],
      last: [link, `${TYPE}.bills`],
    });
  });

  it("wait for all of leg 1 where Terraform knows the names of either", () => {
    const synthesis = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const [one, two] = [primaryToJump(stack), jumpToDr(stack)];
      const variable = (name: string, type: string): TerraformVariable => new TerraformVariable(stack, name, { type });
      new MirrorSet(stack, "explicit", { link: one, topics: ["orders"] });
      new MirrorSet(stack, "listed", { link: one, topics: variable("first", "list(string)").listValue });
      new MirrorTopic(stack, "named", { link: one, topic: variable("name", "string").stringValue });
      new MirrorSet(stack, "onDr", { link: two, topics: ["orders", "bills"] });
      new MirrorTopic(stack, "single", { link: two, topic: "audit" });
      new MirrorSet(stack, "listedOnDr", { link: two, topics: variable("second", "list(string)").listValue });
      new MirrorTopic(stack, "namedOnDr", { link: two, topic: variable("other", "string").stringValue });
    });
    const after = (name: string): string[] => mirrors(synthesis, "stack")[name].depends_on;
    const link = "confluent_cluster_link.two";
    const [explicit, unlisted] = [`${TYPE}.explicit_orders`, [`${TYPE}.listed`, `${TYPE}.named`]];
    expect(after("onDr_orders")).toEqual([link, explicit, ...unlisted]);
    expect(after("onDr_bills")).toEqual([link, ...unlisted]);
    expect(after("single")).toEqual([link, ...unlisted]);
    expect(after("listedOnDr")).toEqual([link, explicit, ...unlisted]);
    expect(after("namedOnDr")).toEqual([link, explicit, ...unlisted]);
    expect(after("listed")).toEqual(HALVES);
  });
});
