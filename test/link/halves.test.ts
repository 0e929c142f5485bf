import type { App, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { ApiKey } from "../../lib/kafka/api-key";
import { DiallingHalf, type DiallingHalfProps } from "../../lib/link/dialling-half";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import type { ExistingLinkAttributes } from "../../lib/link/existing-link";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { reachOfGroup, reachOfTopic } from "../../lib/model/reach";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { resources, synthToJson, type Json, type Synthesis } from "../support/synth";
import { DR, JUMP, PRIMARY, stackWithProvider } from "./clusters";

const receiving = (stack: TerraformStack, linkName = "primary-to-jump"): ReceivingHalf =>
  new ReceivingHalf(stack, "receiving", {
    linkName,
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
  });

const dialling = (stack: TerraformStack, receivingHalf: DiallingHalfProps["receivingHalf"]): DiallingHalf =>
  new DiallingHalf(stack, "dialling", {
    receivingHalf,
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
  });

const links = (synthesis: Synthesis, stack: string): Record<string, Json> =>
  resources(synthesis.stacks[stack], "confluent_cluster_link");

describe("the two halves by themselves", () => {
  const mirrors = (synthesis: Synthesis, stack: string): Record<string, Json> =>
    resources(synthesis.stacks[stack], "confluent_kafka_mirror_topic");

  it("make in one stack what the whole link makes", () => {
    const synthesis = synthToJson((app) => {
      const stack = stackWithProvider(app);
      dialling(stack, receiving(stack));
    });
    const whole = synthToJson((app) => {
      const stack = stackWithProvider(app);
      new SourceInitiatedLink(stack, "link", {
        linkName: "primary-to-jump",
        source: PRIMARY,
        sourceCredentials: ApiKey.fromVariables(stack, "primary"),
        destination: JUMP,
        destinationCredentials: ApiKey.fromVariables(stack, "jump"),
        dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
      });
    });
    const bare = (half: Json): Json => ({ ...half, "//": undefined, depends_on: undefined });
    const [dials, waits] = Object.values(links(synthesis, "stack"));
    const [wholeDials, wholeWaits] = Object.values(links(whole, "stack"));
    expect([bare(dials), bare(waits)]).toEqual([bare(wholeDials), bare(wholeWaits)]);
    expect(dials.depends_on).toEqual(["confluent_cluster_link.receiving"]);
  });

  it("are ordered by their stacks when they are in two, without a reference", () => {
    const synthesis = synthToJson((app) => {
      const half = receiving(stackWithProvider(app, "on-jump"));
      dialling(stackWithProvider(app, "on-primary"), half);
      new MirrorSet(half.direction.stack, "mirrors", { link: half, topics: ["orders"] });
    });
    expect(synthesis.manifest.stacks["on-primary"]?.dependencies).toEqual(["on-jump"]);
    expect(links(synthesis, "on-primary")["dialling"]).not.toHaveProperty("depends_on");
    expect(links(synthesis, "on-primary")["dialling"]).toMatchObject({
      link_name: "primary-to-jump",
      link_mode: "SOURCE",
      destination_kafka_cluster: { id: "lkc-2222" },
    });
    expect(JSON.stringify(synthesis.stacks)).not.toContain("remote_state");
    expect(mirrors(synthesis, "on-jump")["mirrors_orders"].depends_on).toEqual(["confluent_cluster_link.receiving"]);
  });

  it("may be created after mirror topics, which wait for both nevertheless", () => {
    const synthesis = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const half = receiving(stack);
      new MirrorTopic(stack, "single", { link: half, topic: "bills" });
      new MirrorSet(stack, "mirrors", { link: half, topics: ["orders"] });
      dialling(stack, half);
    });
    const both = ["confluent_cluster_link.receiving", "confluent_cluster_link.dialling"];
    for (const name of ["single", "mirrors_orders"]) expect(mirrors(synthesis, "stack")[name].depends_on).toEqual(both);
  });

  it("find each other by name and clusters when another app makes the receiving one", () => {
    const foreign = { linkName: "primary-to-jump", source: PRIMARY, destination: JUMP };
    const synthesis = synthToJson((app) => {
      dialling(stackWithProvider(app), foreign);
    });
    const { dialling: half } = links(synthesis, "stack");
    expect(half).not.toHaveProperty("depends_on");
    expect(half).toMatchObject({ link_name: "primary-to-jump", source_kafka_cluster: { id: "lkc-1111" } });
  });

  it("must have one name", () => {
    const errors = (linkName: string): string[] => {
      const app = emptyApp();
      receiving(stackWithProvider(app, "on-jump"), "primary-to-jump");
      dialling(stackWithProvider(app, "on-primary"), { linkName, source: PRIMARY, destination: JUMP });
      return AppModel.of(app)
        .evaluate()
        .errors.map(({ rule }) => rule.id);
    };
    expect(errors("primary-to-jump")).toEqual([]);
    expect(errors("primary-2-jump")).toEqual(["CL014"]);
    expect(errors("${var.name}")).toEqual([]);
  });

  it("take settings on the receiving one alone", () => {
    const withSetting = (settings: object): string =>
      refusal((app) => {
        const stack = stackWithProvider(app);
        new DiallingHalf(stack, "dialling", {
          receivingHalf: receiving(stack),
          sourceCredentials: ApiKey.fromVariables(stack, "primary"),
          dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
          ...settings,
        });
      });
    expect(withSetting({})).toBe("nothing");
    expect(withSetting({ prefix: "x" })).toBe("CL005");
    expect(withSetting({ consumerOffsetSync: { groups: [GroupFilter.all()] } })).toBe("CL005");
  });
});

const ATTRIBUTES: ExistingLinkAttributes = { linkName: "primary-to-jump", source: PRIMARY, destination: JUMP };

describe("a link that exists already", () => {
  const onJump = (stack: TerraformStack, extras: Partial<ExistingLinkAttributes> = {}): MirrorSet =>
    new MirrorSet(stack, "mirrors", {
      link: SourceInitiatedLink.fromAttributes(stack, "link", {
        ...ATTRIBUTES,
        destinationCredentials: ApiKey.fromVariables(stack, "jump"),
        ...extras,
      }),
      topics: ["orders"],
    });

  it("makes no resource, and carries mirror topics", () => {
    const synthesis = synthToJson((app) => {
      onJump(stackWithProvider(app));
    });
    expect(links(synthesis, "stack")).toEqual({});
    const { mirrors_orders: mirror } = resources(synthesis.stacks["stack"], "confluent_kafka_mirror_topic");
    expect(mirror).toMatchObject({
      cluster_link: { link_name: "primary-to-jump" },
      kafka_cluster: {
        id: "lkc-2222",
        rest_endpoint: "https://jump.example.test:443",
        credentials: { key: "${var.jump_api_key}", secret: "${var.jump_api_secret}" },
      },
    });
    expect(mirror).not.toHaveProperty("depends_on");
    expect(mirror).not.toHaveProperty("mirror_topic_name");
  });

  it("names mirror topics by its prefix, for a single one too", () => {
    const synthesis = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const { link } = onJump(stack, { prefix: "p." });
      new MirrorTopic(stack, "single", { link, topic: "bills" });
    });
    const made = resources(synthesis.stacks["stack"], "confluent_kafka_mirror_topic");
    expect(made["mirrors_orders"].mirror_topic_name).toBe("p.orders");
    expect(made["single"].mirror_topic_name).toBe("p.bills");
    expect(made["single"]).not.toHaveProperty("depends_on");
  });

  it("is part of a chain with what is said of it", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    SourceInitiatedLink.fromAttributes(stack, "link", {
      ...ATTRIBUTES,
      topics: ["orders"],
      autoCreate: [TopicFilter.includePrefix("mirror_me")],
      groups: [GroupFilter.include("billing")],
    });
    const [leg] = AppModel.of(app).currentLegs();
    if (!leg) throw new Error("no leg");
    expect(leg).toMatchObject({ shape: "source-initiated", managed: false, upstream: undefined });
    const outcome = (name: string): string | undefined => reachOfTopic([leg], name).hops[0]?.outcome;
    expect(["orders", "mirror_me_too", "other"].map(outcome)).toEqual(["passes", "passes", "stops"]);
    expect(["billing", "other"].map((name) => reachOfGroup([leg], name).hops[0]?.outcome)).toEqual(["passes", "stops"]);
  });

  it("can be of every shape, and state which leg fills its source", () => {
    const app = emptyApp();
    const stack = stackWithProvider(app);
    const first = SourceInitiatedLink.fromAttributes(stack, "a", ATTRIBUTES);
    const next = { linkName: "jump-to-dr", source: JUMP, destination: DR };
    DestinationInitiatedLink.fromAttributes(stack, "b", { ...next, upstream: first });
    BidirectionalLink.fromAttributes(stack, "c", { ...next, linkName: "both", upstream: "none" });
    expect(
      AppModel.of(app)
        .currentLegs()
        .map(({ shape, upstream }) => [shape, upstream]),
    ).toEqual([
      ["source-initiated", undefined],
      ["destination-initiated", "stack/a"],
      ["bidirectional", "none"],
    ]);
  });

  it.each<[string, (app: App) => unknown, string]>([
    [
      "mirror topics without a key",
      (app) => onJump(stackWithProvider(app), { destinationCredentials: undefined }),
      "CL018",
    ],
    [
      "a literal secret",
      (app) =>
        onJump(stackWithProvider(app), { destinationCredentials: ApiKey.fromAttributes({ key: "k", secret: "s" }) }),
      "CL050",
    ],
    ["an illegal name", (app) => onJump(stackWithProvider(app), { linkName: "a/b" }), "CL055"],
    ["one cluster twice", (app) => onJump(stackWithProvider(app), { destination: PRIMARY }), "CL029"],
    ["an internal topic", (app) => onJump(stackWithProvider(app), { topics: ["__consumer_offsets"] }), "CL036"],
  ])("refuses %s", (_, build, id) => {
    expect(refusal(build)).toBe(id);
  });
});
