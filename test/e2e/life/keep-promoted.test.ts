import { TerraformStack, TerraformVariable, Token } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { ApiKey, DestinationInitiatedLink, Failover, MirrorSet, MirrorTopic } from "cdktf-cluster-linking";
import { synthToJson } from "../../support/synth";
import { DR, JUMP, LINK, mirror, PRIMARY } from "../app";
import { describeWithTerraform } from "../support";
import { cluster, forward, restEndpoint } from "./chain";
import { Life, refusalOf } from "./life";

const TWO = "jump-to-dr";
const topic = (name: string): string => `confluent_kafka_topic.mirrors_${name}`;

/** The last line but one of a plan: what it adds, changes and destroys. */
const verdict = (text: string): string | undefined => /^Plan: .*$/m.exec(text)?.[0];

describeWithTerraform("keepPromoted", () => {
  const topics = ["orders", "payments", "wide"];
  let life: Life;
  let identities: unknown[] = [];
  beforeAll(async () => {
    life = await Life.start(forward({ topics }));
    await life.createTopic(PRIMARY, "wide", 12);
    await life.deployment.apply();
    await life.produce(PRIMARY, "orders", "one");
    await life.wait(10_000);
    await life.stack(TWO).apply({ variables: { failover: "FAILED_OVER" } });
    await life.produce(DR, "orders", "two");
    identities = identityOf();
    life.change(forward({ topics, keepPromoted: true }));
  });
  afterAll(async () => life.stop());

  /** Topics of DR: one that is deleted and created again is another. */
  const identityOf = (): unknown[] =>
    [...life.cluster(DR).topics.values()].map(({ name, id, partitions }) => ({
      name,
      id,
      partitions: partitions.length,
    }));

  it("cannot be planned without the environment to import with, and asks nothing of DR but to read", async () => {
    const writes = await life.requestsOf(async () =>
      expect(await refusalOf(life.stack(TWO).plan())).toContain("IMPORT_KAFKA_REST_ENDPOINT"),
    );
    expect(writes).toEqual([]);
  });

  it("imports each topic and forgets each mirror topic: nothing is added, changed or destroyed", async () => {
    await life.importing(life.kafkaImport(DR, "dr"), async () => {
      const plan = await life.stack(TWO).plan();
      expect(verdict(await life.stack(TWO).planText())).toBe("Plan: 3 to import, 0 to add, 0 to change, 0 to destroy.");
      expect(Object.fromEntries(plan.changes)).toEqual({
        [mirror("orders")]: ["forget"],
        [mirror("payments")]: ["forget"],
        [mirror("wide")]: ["forget"],
      });
      expect(plan.diagnostics.map(({ summary }) => summary)).toContain(
        "Some objects will no longer be managed by Terraform",
      );
      expect(await life.requestsOf(async () => life.stack(TWO).applyPlan())).toEqual([]);
    });
    expect(await life.stack(TWO).addresses()).toEqual([LINK, topic("orders"), topic("payments"), topic("wide")]);
  });

  it("leaves the topics as they were: the same ones, with 12 partitions and their records", () => {
    expect(identityOf()).toEqual(identities);
    expect(identities).toContainEqual({ name: "wide", id: expect.any(String) as string, partitions: 12 });
    expect(life.values(DR, "orders")).toEqual(["one", "two"]);
  });

  it("has nothing to do the second time, without that environment, whatever failover says", async () => {
    for (const failover of ["", "FAILED_OVER", "PROMOTED"]) {
      expect(await life.changes(TWO, { variables: { failover } })).toEqual({});
      const apply = async (): Promise<unknown> => life.stack(TWO).apply({ variables: { failover } });
      expect(await life.requestsOf(apply)).toEqual([]);
    }
  });

  it("does not narrow failover to a topic that is kept", async () => {
    const variables = { failover: "FAILED_OVER", failover_topics: '["orders"]' };
    expect(await life.changes(TWO, { variables })).toEqual({});
  });

  it("protects the topics: destroy is refused before any request that changes something", async () => {
    const writes = await life.requestsOf(async () => {
      const refusal = await refusalOf(life.stack(TWO).destroy());
      expect(refusal).toContain("Instance cannot be destroyed");
    });
    expect(writes).toEqual([]);
    const one = life.stack(TWO).destroy({ args: [`-target=${topic("orders")}`] });
    expect(await refusalOf(one)).toContain(`${topic("orders")} has lifecycle.prevent_destroy set`);
    expect(identityOf()).toEqual(identities);
  });

  it("lets the link go without the topics", async () => {
    life.change(forward({ topics, keepPromoted: true, preventDestroy: false }));
    const writes = await life.requestsOf(async () => life.stack(TWO).destroy({ args: [`-target=${LINK}`] }));
    expect(writes).toEqual([`DELETE ${DR}/links/${TWO}`]);
    expect(identityOf()).toEqual(identities);
    expect(await life.stack(TWO).addresses()).toEqual([topic("orders"), topic("payments"), topic("wide")]);
  });
});

describeWithTerraform("keepPromoted of some topics", () => {
  const topics = ["orders", "payments"];
  let life: Life;
  beforeAll(async () => {
    life = await Life.applied(forward({ topics }));
    const variables = { failover: "FAILED_OVER", failover_topics: '["orders"]' };
    await life.stack(TWO).apply({ variables });
    life.change(forward({ topics, keepPromoted: ["orders"] }));
    await life.importing(life.kafkaImport(DR, "dr"), async () => life.stack(TWO).apply());
  });
  afterAll(async () => life.stop());

  it("keeps those, and mirrors the others on", async () => {
    expect(await life.stack(TWO).addresses()).toEqual([LINK, mirror("payments"), topic("orders")]);
    expect(await life.changes(TWO)).toEqual({});
    await life.produce(PRIMARY, "payments", "one");
    await life.wait(20_000);
    expect(life.values(DR, "payments")).toEqual(["one"]);
  });

  it("takes the rest the next time", async () => {
    await life.stack(TWO).apply({ variables: { failover: "PROMOTED" } });
    life.change(forward({ topics, keepPromoted: true }));
    await life.importing(life.kafkaImport(DR, "dr"), async () => {
      await life.stack(TWO).plan();
      expect(verdict(await life.stack(TWO).planText())).toBe("Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.");
      expect(await life.requestsOf(async () => life.stack(TWO).applyPlan())).toEqual([]);
    });
    expect(await life.changes(TWO)).toEqual({});
  });
});

interface Form {
  readonly name: string;
  readonly mirrors: (stack: TerraformStack, link: DestinationInitiatedLink, kept: boolean) => void;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const listOf = (stack: TerraformStack): string[] => {
  const variable = new TerraformVariable(stack, "topics", { type: "list(string)", default: ["orders", "payments"] });
  return Token.asList(variable.value);
};

const FORMS: readonly Form[] = [
  {
    name: "a list that only Terraform knows",
    mirrors: (stack, link, keepPromoted) => {
      const failover = Failover.fromVariable(stack);
      new MirrorSet(stack, "mirrors", { link, topics: listOf(stack), failover, keepPromoted });
    },
    before: ['confluent_kafka_mirror_topic.mirrors["orders"]', 'confluent_kafka_mirror_topic.mirrors["payments"]'],
    after: ['confluent_kafka_topic.mirrors["orders"]', 'confluent_kafka_topic.mirrors["payments"]'],
  },
  {
    name: "single mirror topics",
    mirrors: (stack, link, keepPromoted) => {
      const failover = Failover.fromVariable(stack);
      for (const name of ["orders", "payments"]) {
        new MirrorTopic(stack, name, { link, topic: name, failover, keepPromoted });
      }
    },
    before: ["confluent_kafka_mirror_topic.orders", "confluent_kafka_mirror_topic.payments"],
    after: ["confluent_kafka_topic.orders", "confluent_kafka_topic.payments"],
  },
];

/** Leg 2 alone. */
const legTwo = ({ mirrors }: Form, kept: boolean, inProvider?: object): string =>
  synthToJson((app) => {
    const stack = new TerraformStack(app, TWO);
    const dr = ApiKey.fromVariables(stack, "dr");
    const key = inProvider && { ...inProvider, kafkaApiKey: dr.key, kafkaApiSecret: dr.secret };
    new ConfluentProvider(stack, "confluent", key ?? {});
    const link = new DestinationInitiatedLink(stack, "link", {
      linkName: TWO,
      source: cluster("JUMP"),
      sourceCredentials: ApiKey.fromVariables(stack, "jump"),
      destination: cluster("DR"),
      destinationCredentials: dr,
    });
    mirrors(stack, link, kept);
  }).outdir;

describe.each(FORMS)("keepPromoted of $name", (form) => {
  const { before, after } = form;
  describeWithTerraform("after a failover", () => {
    let life: Life;
    beforeAll(async () => {
      life = await Life.start(legTwo(form, false));
      for (const name of ["orders", "payments"]) await life.createTopic(JUMP, name, 12);
      await life.deployment.init();
      const stack = life.stack(TWO);
      await stack.apply();
      expect(await stack.addresses()).toEqual([LINK, ...before]);
      await stack.apply({ variables: { failover: "FAILED_OVER" } });
      expect(life.statuses(DR)).toEqual({ orders: "STOPPED", payments: "STOPPED" });
    });
    afterAll(async () => life.stop());

    it("imports and forgets without a request that changes something; then there is nothing to do", async () => {
      life.change(legTwo(form, true));
      await life.importing(life.kafkaImport(DR, "dr"), async () => {
        await life.stack(TWO).plan();
        expect(verdict(await life.stack(TWO).planText())).toBe(
          "Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.",
        );
        expect(await life.requestsOf(async () => life.stack(TWO).applyPlan())).toEqual([]);
      });
      expect(await life.stack(TWO).addresses()).toEqual([LINK, ...after]);
      expect(await life.changes(TWO)).toEqual({});
      expect(life.topics(DR)).toEqual(["orders", "payments"]);
    });

    it("is refused to be destroyed", async () => {
      const writes = await life.requestsOf(async () =>
        expect(await refusalOf(life.stack(TWO).destroy())).toContain("Instance cannot be destroyed"),
      );
      expect(writes).toEqual([]);
    });
  });
});

describeWithTerraform("keepPromoted with the cluster's key in the provider block", () => {
  const [alone, withId] = [
    { kafkaRestEndpoint: restEndpoint(DR) },
    { kafkaRestEndpoint: restEndpoint(DR), kafkaId: DR },
  ];
  let life: Life;
  beforeAll(async () => {
    const [form] = FORMS;
    life = await Life.start(legTwo(form!, false, alone));
    for (const name of ["orders", "payments"]) await life.createTopic(JUMP, name);
    await life.deployment.init();
    await life.stack(TWO).apply();
    await life.stack(TWO).apply({ variables: { failover: "FAILED_OVER" } });
  });
  afterAll(async () => life.stop());

  it("cannot work with kafka_id: the provider then does not import what the configuration says", async () => {
    life.change(legTwo(FORMS[0]!, true, withId));
    const writes = await life.requestsOf(async () =>
      expect(await refusalOf(life.stack(TWO).plan())).toContain("Instance cannot be destroyed"),
    );
    expect(writes).toEqual([]);
  });

  it("needs no environment otherwise; the endpoint and the key are added in place, without a request", async () => {
    life.change(legTwo(FORMS[0]!, true, alone));
    await life.stack(TWO).plan();
    expect(verdict(await life.stack(TWO).planText())).toBe("Plan: 2 to import, 0 to add, 2 to change, 0 to destroy.");
    expect(await life.requestsOf(async () => life.stack(TWO).applyPlan())).toEqual([]);
    expect(await life.changes(TWO)).toEqual({});
  });
});
