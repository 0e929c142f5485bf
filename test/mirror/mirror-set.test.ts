import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { TerraformElement, TerraformOutput, TerraformVariable, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import type { MirrorProps } from "../../lib/mirror/mirror-block";
import { MirrorSet, type MirrorSetProps } from "../../lib/mirror/mirror-set";
import { MirrorStatus } from "../../lib/mirror/mirror-status";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { TopicFilter } from "../../lib/model/filters";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { JUMP, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { HALVES, jumpToDr, primaryToJump } from "./chain";

type Mirrors = Record<string, Json>;

const TYPE = "confluent_kafka_mirror_topic";

function mirrorsOf(build: (stack: TerraformStack) => unknown): Mirrors {
  const { stacks } = synthToJson((app) => {
    build(stackWithProvider(app));
  });
  return resources(stacks["stack"], TYPE);
}

const set = (stack: TerraformStack, topics: readonly string[], props: MirrorProps = {}): MirrorSet =>
  new MirrorSet(stack, "mirrors", { ...props, link: primaryToJump(stack), topics });

describe("a set of topics", () => {
  it("writes one block for each, named by the set and the topic", () => {
    const mirrors = mirrorsOf((stack) => set(stack, ["orders", "bills.v1", "_schemas"]));
    expect(Object.keys(mirrors)).toEqual(["mirrors__schemas", "mirrors_bills_v1_b5522c1a", "mirrors_orders"]);
    expect(mirrors["mirrors_bills_v1_b5522c1a"]).toEqual({
      "//": { metadata: { path: "stack/mirrors/bills.v1", uniqueId: "mirrors_bills_v1_b5522c1a" } },
      kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
      },
      cluster_link: { link_name: "primary-to-jump" },
      source_kafka_topic: { topic_name: "bills.v1" },
      depends_on: HALVES,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("takes topics until synth, and says where they are", () => {
    const mirrors = mirrorsOf((stack) => {
      const mirrorSet = set(stack, ["orders"]);
      expect(mirrorSet.addTopic("bills")).toEqual({
        address: `${TYPE}.mirrors_bills`,
        fqn: `\${${TYPE}.mirrors_bills}`,
        name: "bills",
      });
      expect(mirrorSet.topics).toEqual(["orders", "bills"]);
    });
    expect(Object.keys(mirrors)).toEqual(["mirrors_bills", "mirrors_orders"]);
  });

  it("gives references that work in expressions and in depends_on", () => {
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const { address, fqn } = set(stack, ["orders"]).mirror("orders");
      new TerraformOutput(stack, "mirror", { value: fqn, dependsOn: [{ fqn: address }] });
    });
    expect(stacks["stack"].output.mirror).toEqual({
      value: `\${${TYPE}.mirrors_orders}`,
      depends_on: [`${TYPE}.mirrors_orders`],
    });
  });

  it("names mirror topics by the link's prefix, a token too", () => {
    const named = (prefix: (stack: TerraformStack) => string): [Json, string] => {
      let name = "";
      const mirrors = mirrorsOf((stack) => {
        const link = primaryToJump(stack, { prefix: prefix(stack) });
        name = new MirrorSet(stack, "mirrors", { link, topics: ["orders"] }).mirror("orders").name;
      });
      return [mirrors["mirrors_orders"], name];
    };
    const [literal, name] = named(() => "west.");
    expect([literal.mirror_topic_name, literal.source_kafka_topic.topic_name, name]).toEqual([
      "west.orders",
      "orders",
      "west.orders",
    ]);
    const [token] = named((stack) => new TerraformVariable(stack, "prefix", { type: "string" }).stringValue);
    expect(token.mirror_topic_name).toBe("${var.prefix}orders");
    expect(Object.keys(token)).toEqual(Object.keys(literal));
  });

  it("nests, with an address that says so", () => {
    const mirrors = mirrorsOf((stack) => {
      new MirrorSet(new Construct(stack, "team"), "mirrors", { link: primaryToJump(stack), topics: ["orders"] });
    });
    expect(Object.keys(mirrors)).toEqual(["team_mirrors_8811D6BA_orders"]);
  });

  it.each<[string, MirrorProps, object]>([
    ["nothing more", {}, { lifecycle: { prevent_destroy: true } }],
    ["no protection", { preventDestroy: false }, {}],
    [
      "pinned endpoints",
      { ignoreEndpointChanges: true },
      { lifecycle: { prevent_destroy: true, ignore_changes: ["kafka_cluster[0].rest_endpoint"] } },
    ],
    [
      "pinned endpoints alone",
      { ignoreEndpointChanges: true, preventDestroy: false },
      { lifecycle: { ignore_changes: ["kafka_cluster[0].rest_endpoint"] } },
    ],
    [
      "a status",
      { status: MirrorStatus.ofExistingMirror("PAUSED") },
      { status: "PAUSED", lifecycle: { prevent_destroy: true } },
    ],
  ])("writes %s", (_, props, expected) => {
    const { mirrors_orders: block } = mirrorsOf((stack) => set(stack, ["orders"], props));
    expect({ status: block.status, lifecycle: block.lifecycle }).toEqual({ status: undefined, ...expected });
  });

  it("fails over by the stack's variable", () => {
    const mirrors = mirrorsOf((stack) => {
      new MirrorSet(stack, "mirrors", {
        link: jumpToDr(stack),
        topics: ["orders"],
        failover: Failover.fromVariable(stack),
      });
    });
    expect(mirrors["mirrors_orders"].status).toBe(
      '${lookup(local.failover_status, "orders", local.failover_status_of_others)}',
    );
  });

  it("uses the provider it is given", () => {
    const mirrors = mirrorsOf((stack) =>
      set(stack, ["orders"], { provider: new ConfluentProvider(stack, "dr", { alias: "dr" }) }),
    );
    expect(mirrors["mirrors_orders"].provider).toBe("confluent.dr");
  });

  it("writes the same shape for tokens", () => {
    const build = (stack: TerraformStack, cluster: (name: string) => string): void => {
      const link = new DestinationInitiatedLink(stack, "link", {
        linkName: cluster("name"),
        source: JUMP,
        sourceCredentials: ApiKey.fromVariables(stack, "jump"),
        destination: KafkaCluster.fromAttributes({
          name: "dr",
          access: "private",
          kind: "Dedicated",
          id: cluster("id"),
          restEndpoint: cluster("rest"),
        }),
        destinationCredentials: ApiKey.fromVariables(stack, "dr"),
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
    };
    const literal = mirrorsOf((stack) => build(stack, (name) => (name === "rest" ? "https://dr.test" : name)));
    const token = mirrorsOf((stack) =>
      build(stack, (name) => new TerraformVariable(stack, name, { type: "string" }).stringValue),
    );
    expect(token["mirrors_orders"]).toEqual({
      ...literal["mirrors_orders"],
      kafka_cluster: { ...literal["mirrors_orders"].kafka_cluster, id: "${var.id}", rest_endpoint: "${var.rest}" },
      cluster_link: { link_name: "${var.name}" },
    });
  });
});

describe("the blocks of a set", () => {
  const raw = (stack: TerraformStack, topic: string, extras: object = {}): KafkaMirrorTopic => {
    const link = primaryToJump(stack);
    return new KafkaMirrorTopic(stack, `mirrors_${topic}`, {
      kafkaCluster: {
        id: JUMP.id,
        restEndpoint: JUMP.restEndpoint,
        credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
      },
      clusterLink: { linkName: "primary-to-jump" },
      sourceKafkaTopic: { topicName: topic },
      dependsOn: [link.receivingHalf.resource, link.diallingHalf.resource],
      ...extras,
    });
  };

  it.each<[string, (stack: TerraformStack) => MirrorProps, (stack: TerraformStack) => object]>([
    ["by default", () => ({}), () => ({ lifecycle: { preventDestroy: true } })],
    ["without protection", () => ({ preventDestroy: false }), () => ({})],
    [
      "with a status and pinned endpoints",
      () => ({ status: MirrorStatus.ofExistingMirror("ACTIVE"), ignoreEndpointChanges: true }),
      () => ({
        status: "ACTIVE",
        lifecycle: { preventDestroy: true, ignoreChanges: ["kafka_cluster[0].rest_endpoint"] },
      }),
    ],
    [
      "with a provider",
      (stack) => ({ provider: new ConfluentProvider(stack, "a", { alias: "a" }), preventDestroy: false }),
      (stack) => ({ provider: new ConfluentProvider(stack, "a", { alias: "a" }) }),
    ],
  ])("equal those of generated resources %s", (_, props, extras) => {
    const bulk = mirrorsOf((stack) => set(stack, ["orders"], props(stack)));
    const single = mirrorsOf((stack) => raw(stack, "orders", extras(stack)));
    expect(Object.keys(bulk)).toEqual(Object.keys(single));
    const attributes = ({ "//": metadata, ...rest }: Json): Json => ({ ...rest, uniqueId: metadata.metadata.uniqueId });
    expect(attributes(bulk["mirrors_orders"])).toEqual(attributes(single["mirrors_orders"]));
  });

  it("stand beside those of other sets and of single mirror topics", () => {
    const mirrors = mirrorsOf((stack) => {
      const link = primaryToJump(stack);
      new MirrorSet(stack, "first", { link, topics: ["a", "b"] });
      new MirrorTopic(stack, "single", { link, topic: "c" });
      new MirrorSet(stack, "second", { link, topics: ["d"], preventDestroy: false });
    });
    expect(
      Object.entries(mirrors).map(([name, { source_kafka_topic, lifecycle }]) => [
        name,
        source_kafka_topic.topic_name,
        lifecycle?.prevent_destroy ?? false,
      ]),
    ).toEqual([
      ["first_a", "a", true],
      ["first_b", "b", true],
      ["second_d", "d", false],
      ["single", "c", true],
    ]);
  });

  const errors = (build: (stack: TerraformStack) => unknown): string[] => {
    const app = emptyApp();
    build(stackWithProvider(app));
    return AppModel.of(app)
      .evaluate()
      .errors.map(({ rule, given }) => `${rule.id} ${given}`);
  };

  it("may not have the address of another element", () => {
    const clash = (other: (stack: TerraformStack) => unknown): string[] =>
      errors((stack) => {
        set(stack, ["orders"]);
        other(stack);
      });
    expect(clash(() => undefined)).toEqual([]);
    expect(
      clash((stack) => {
        const link = jumpToDr(stack);
        new MirrorTopic(stack, "mirrors_orders", { link, topic: "orders" });
      }),
    ).toEqual([`CL060 stack/mirrors/Default and stack/mirrors_orders/Default both write ${TYPE}.mirrors_orders.`]);
    expect(
      clash((stack) => {
        class ByHand extends TerraformElement {
          public override toTerraform(): object {
            return { resource: { [TYPE]: { mirrors_orders: {} } } };
          }
        }
        new ByHand(stack, "by-hand");
      }),
    ).toEqual([`CL060 stack/mirrors/Default and stack/by-hand both write ${TYPE}.mirrors_orders.`]);
  });

  it("may not have the address of another topic", () => {
    expect(refusal((app) => set(stackWithProvider(app), ["a.b", "a_b_2e7336dc"]))).toBe("CL060");
    expect(refusal((app) => set(stackWithProvider(app), ["a.b", "a_b"]))).toBe("nothing");
  });
});

describe("a set refuses", () => {
  const refused = (props: (stack: TerraformStack) => Partial<MirrorSetProps>): string =>
    refusal((app) => {
      const stack = stackWithProvider(app);
      new MirrorSet(stack, "mirrors", { link: primaryToJump(stack), ...props(stack) });
    });

  it.each<[string, Partial<MirrorSetProps>, string]>([
    ["a topic twice", { topics: ["a", "a"] }, "CL057"],
    ["a token among topics", { topics: ["a", "${var.x}"] }, "CL071"],
    ["an internal topic", { topics: ["__consumer_offsets"] }, "CL036"],
    ["a name that is no topic", { topics: ["a b"] }, "CL071"],
    ["a star in a prefix", { autoCreate: [TopicFilter.includePrefix("a*")] }, "CL006"],
    ["a bare status", { status: "PAUSED" as unknown as MirrorStatus }, "CL025"],
    ["nothing, with a legal topic", { topics: ["a"] }, "nothing"],
  ])("%s", (_, props, id) => {
    expect(refused(() => props)).toBe(id);
  });

  it("a failover variable of another stack, and one beside a status", () => {
    expect(
      refusal((app) => {
        const failover = Failover.fromVariable(stackWithProvider(app, "other"));
        const stack = stackWithProvider(app);
        new MirrorSet(stack, "mirrors", { link: jumpToDr(stack), topics: ["a"], failover });
      }),
    ).toBe("CL043");
    expect(
      refused((stack) => {
        const both = { failover: Failover.fromVariable(stack), status: MirrorStatus.ofExistingMirror("PAUSED") };
        return { topics: ["a"], ...both } as unknown as Partial<MirrorSetProps>;
      }),
    ).toBe("CL025");
  });

  it("the link of another stack", () => {
    expect(
      refusal((app) => {
        const link = primaryToJump(stackWithProvider(app, "one"));
        new MirrorSet(stackWithProvider(app, "other"), "mirrors", { link, topics: ["a"] });
      }),
    ).toBe("CL041");
  });

  it("to say anything of a topic that it does not have", () => {
    expect(refusal((app) => set(stackWithProvider(app), ["a"]).mirror("b"))).toBe("CL075");
    expect(refusal((app) => set(stackWithProvider(app), ["a"]).moveFrom("b", `${TYPE}.x`))).toBe("CL075");
    expect(refusal((app) => set(stackWithProvider(app), ["a"]).addTopic("a"))).toBe("CL057");
  });
});
