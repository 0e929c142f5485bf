import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { Fn, TerraformVariable, Token, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { Failover } from "../../lib/mirror/failover";
import type { MirrorProps } from "../../lib/mirror/mirror-block";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { refusal } from "../core/refusal";
import { applyWithTerraform } from "../core/terraform";
import { stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { HALVES, jumpToDr, primaryToJump } from "./chain";

const TYPE = "confluent_kafka_mirror_topic";

const list = (stack: TerraformStack): string[] =>
  new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;

const listed = (stack: TerraformStack, props: MirrorProps = {}): MirrorSet =>
  new MirrorSet(stack, "mirrors", { ...props, link: primaryToJump(stack), topics: list(stack) });

function synthesised(build: (stack: TerraformStack) => unknown): { readonly stack: Json; readonly mirror: Json } {
  const { stacks } = synthToJson((app) => {
    build(stackWithProvider(app));
  });
  return { stack: stacks["stack"], mirror: resources(stacks["stack"], TYPE)["mirrors"] };
}

describe("a set whose topics only Terraform knows", () => {
  it("is one resource over a local map", () => {
    const { stack, mirror } = synthesised(listed);
    expect(Object.keys(resources(stack, TYPE))).toEqual(["mirrors"]);
    expect(stack.locals).toEqual({
      mirrors_topics_60E1CE44: "${{ for topic in distinct(var.topics) : topic => topic }}",
    });
    expect(mirror).toMatchObject({
      for_each: "${local.mirrors_topics_60E1CE44}",
      source_kafka_topic: { topic_name: "${each.key}" },
      kafka_cluster: { id: "lkc-2222", rest_endpoint: "https://jump.example.test:443" },
      cluster_link: { link_name: "primary-to-jump" },
      depends_on: HALVES,
    });
    expect(mirror).not.toHaveProperty("mirror_topic_name");
    expect(mirror.lifecycle.prevent_destroy).toBe(true);
    expect(mirror.lifecycle.precondition).toHaveLength(1);
    expect(stack.terraform.required_version).toBe(">= 1.2.0");
  });

  it("takes the props of every set", () => {
    const { mirror } = synthesised((stack) => {
      new MirrorSet(stack, "mirrors", {
        link: jumpToDr(stack, { prefix: "p." }),
        topics: list(stack),
        failover: Failover.fromVariable(stack),
        preventDestroy: false,
        ignoreEndpointChanges: true,
        provider: new ConfluentProvider(stack, "dr", { alias: "dr" }),
      });
    });
    expect(mirror).toMatchObject({
      mirror_topic_name: "p.${each.key}",
      status: "${lookup(local.failover_status, each.key, local.failover_status_of_others)}",
      provider: "confluent.dr",
      lifecycle: { ignore_changes: ["kafka_cluster[0].rest_endpoint"] },
    });
    expect(mirror.lifecycle).not.toHaveProperty("prevent_destroy");
  });

  it("gives references to its instances", () => {
    synthesised((stack) => {
      const set = listed(stack);
      expect(set.topics).toEqual([]);
      expect(set.mirror("orders").address).toBe(`${TYPE}.mirrors["orders"]`);
      expect(set.mirror("orders").name).toBe("orders");
    });
  });

  it("takes no further topics", () => {
    expect(refusal((app) => listed(stackWithProvider(app)).addTopic("orders"))).toBe("CL071");
  });

  it("is listed in what synth says of the link", () => {
    let document: Json;
    synthesised((stack) => {
      listed(stack);
      document = AppModel.of(stack).document();
    });
    expect(document.legs[0].sets).toMatchObject([{ topicsKnown: false, mirrors: [] }]);
    expect(document.legs[0].resources).toContainEqual({ role: "mirror topics", address: `${TYPE}.mirrors` });
  });
});

describe("its local map and precondition, evaluated by Terraform", () => {
  /** Puts another resource in the place of the mirror topics. */
  function stand(build: (stack: TerraformStack) => string[], topics: readonly string[]) {
    const { stack, mirror } = synthesised((scope) => {
      new MirrorSet(scope, "mirrors", { link: primaryToJump(scope), topics: build(scope) });
    });
    const { for_each, lifecycle, source_kafka_topic } = mirror;
    const configuration = {
      variable: { topics: { type: "list(string)" } },
      locals: stack.locals,
      resource: {
        terraform_data: {
          mirrors: {
            for_each,
            input: source_kafka_topic.topic_name,
            lifecycle: { precondition: lifecycle.precondition },
          },
        },
      },
      output: { names: { value: "${{ for key, each in terraform_data.mirrors : key => each.output }}" } },
    };
    return applyWithTerraform(JSON.stringify(configuration), { topics: JSON.stringify(topics) });
  }

  it("make one instance for each topic, however often it is listed", () => {
    const { outputs, errors } = stand(list, ["orders", "bills.v1", "orders", "_schemas"]);
    expect(errors).toBe("");
    expect(outputs["names"]).toEqual({ orders: "orders", "bills.v1": "bills.v1", _schemas: "_schemas" });
  });

  it("take a list that is computed", () => {
    const upper = (stack: TerraformStack): string[] => Token.asList(Fn.sort(Fn.concat([list(stack), ["last"]])));
    const { outputs, errors } = stand(upper, ["orders"]);
    expect(errors).toBe("");
    expect(Object.keys(outputs["names"] as object)).toEqual(["last", "orders"]);
  });

  it.each(["__consumer_offsets", "a b", "..", ".", "", "x".repeat(250)])("refuse %j", (topic) => {
    expect(stand(list, ["orders", topic]).errors).toContain("CL071: ");
  });

  it("take the longest name", () => {
    expect(stand(list, ["x".repeat(249)]).errors).toBe("");
  });
});
