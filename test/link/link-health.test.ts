import type { App, TerraformStack } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import type { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { DiallingHalf } from "../../lib/link/dialling-half";
import { LinkHealth, type LinkHealthProps } from "../../lib/link/link-health";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { SourceInitiatedLink, type SourceInitiatedLinkProps } from "../../lib/link/source-initiated-link";
import { refusal } from "../core/refusal";
import { resources, synthToJson, type Json } from "../support/synth";
import { cluster, DR, JUMP, PRIMARY, stackWithProvider } from "./clusters";

const key = (scope: Construct, name: string): ApiKey => ApiKey.fromVariables(scope, name);

const sourceInitiated = (stack: TerraformStack, more: Partial<SourceInitiatedLinkProps> = {}): SourceInitiatedLink =>
  new SourceInitiatedLink(stack, "link", {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: key(stack, "primary"),
    destination: JUMP,
    destinationCredentials: key(stack, "jump"),
    dialCredentials: key(stack, "jump_dial"),
    ...more,
  } as SourceInitiatedLinkProps);

function synth(link: (stack: TerraformStack) => LinkHealthProps["link"]): Json {
  const { stacks } = synthToJson((app: App) => {
    const stack = stackWithProvider(app);
    new LinkHealth(stack, "health", { link: link(stack) });
  });
  return stacks["stack"];
}

/** Whom each check asks, with which key, and after what. */
const asked = (json: Json): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<Json>(json.check).map(([name, { data }]) => {
      const { kafka_cluster, rest_endpoint, credentials, link_name, depends_on } = data.confluent_cluster_link[name];
      return [name, [link_name, kafka_cluster.id, rest_endpoint, credentials.key, depends_on.length]];
    }),
  );

const messages = (json: Json): string[] =>
  Object.values<Json>(json.check).map(({ assert }) => String(assert[0].error_message));

describe("LinkHealth", () => {
  it("asks the host of each half with the key of that host, after both halves", () => {
    const json = synth((stack) => sourceInitiated(stack));
    expect(asked(json)).toEqual({
      health_receiving_6279B17A: [
        "primary-to-jump",
        "lkc-2222",
        "https://jump.example.test:443",
        "${var.jump_api_key}",
        2,
      ],
      health_dialling_4B80364E: [
        "primary-to-jump",
        "lkc-1111",
        "https://primary.example.test:443",
        "${var.primary_api_key}",
        2,
      ],
    });
    const { data } = json.check.health_dialling_4B80364E;
    expect(data.confluent_cluster_link.health_dialling_4B80364E).toEqual({
      link_name: "primary-to-jump",
      rest_endpoint: "https://primary.example.test:443",
      kafka_cluster: { id: "lkc-1111" },
      credentials: { key: "${var.primary_api_key}", secret: "${var.primary_api_secret}" },
      depends_on: ["confluent_cluster_link.link_receiving_DE6DD55A", "confluent_cluster_link.link_dialling_DEF39909"],
    });
  });

  it("expects ACTIVE, and says which half it is, what it is and what to do", () => {
    const json = synth((stack) => sourceInitiated(stack));
    const { assert } = json.check.health_receiving_6279B17A;
    const state = "data.confluent_cluster_link.health_receiving_6279B17A.link_state";
    expect(assert).toEqual([
      {
        condition: `\${${state} == "ACTIVE"}`,
        error_message:
          `The receiving half of the link primary-to-jump on jump (lkc-2222) is \${${state}}, not ACTIVE: mirror topics may lag behind. ` +
          "Check that the dialling half exists and gets through. " +
          '"confluent kafka link describe primary-to-jump --cluster lkc-2222" shows the error.',
      },
    ]);
  });

  it("asks only the destination of an ordinary link, so that the last leg never calls the first cluster", () => {
    const json = synth(
      (stack) =>
        new DestinationInitiatedLink(stack, "link", {
          linkName: "jump-to-dr",
          source: JUMP,
          sourceCredentials: key(stack, "jump"),
          destination: DR,
          destinationCredentials: key(stack, "dr"),
        }),
    );
    expect(asked(json)).toEqual({
      health_link_CBBD4D3C: ["jump-to-dr", "lkc-3333", "https://dr.example.test:443", "${var.dr_api_key}", 1],
    });
    expect(messages(json)).toEqual([expect.stringMatching(/^The link jump-to-dr on dr \(lkc-3333\) is /)]);
  });

  it("asks both ends of a bidirectional link", () => {
    const one = synth(
      (stack) =>
        new BidirectionalLink(stack, "link", {
          linkName: "both",
          outbound: { cluster: PRIMARY, credentials: key(stack, "primary") },
          inbound: { cluster: JUMP, credentials: key(stack, "jump") },
          dialCredentials: key(stack, "jump_dial"),
        }),
    );
    expect(Object.values(asked(one))).toEqual([
      ["both", "lkc-2222", "https://jump.example.test:443", "${var.jump_api_key}", 2],
      ["both", "lkc-1111", "https://primary.example.test:443", "${var.primary_api_key}", 2],
    ]);
    expect(messages(one).map((message) => message.split(" of ")[0])).toEqual(["The inbound half", "The outbound half"]);
    const other = cluster({ name: "other", id: "lkc-4444", access: "public" });
    const both = synth(
      (stack) =>
        new BidirectionalLink(stack, "link", {
          linkName: "both",
          ends: [
            { cluster: JUMP, credentials: key(stack, "jump") },
            { cluster: other, credentials: key(stack, "other") },
          ],
        }),
    );
    expect(messages(both).map((message) => message.split(" of ")[0])).toEqual([
      "The outbound half",
      "The outbound half",
    ]);
  });

  it("asks one half where the other is elsewhere", () => {
    const receiving = synth(
      (stack) =>
        new ReceivingHalf(stack, "receiving", {
          linkName: "link",
          source: PRIMARY,
          destination: JUMP,
          destinationCredentials: key(stack, "jump"),
        }),
    );
    const dialling = synth(
      (stack) =>
        new DiallingHalf(stack, "dialling", {
          receivingHalf: { linkName: "link", source: PRIMARY, destination: JUMP },
          sourceCredentials: key(stack, "primary"),
          dialCredentials: key(stack, "jump_dial"),
        }),
    );
    expect([receiving, dialling].map((json) => Object.values<Json>(asked(json))[0][1])).toEqual([
      "lkc-2222",
      "lkc-1111",
    ]);
  });

  it("asks with the provider of the link", () => {
    const json = synth((stack) => {
      const provider = new ConfluentProvider(stack, "second", { alias: "second" });
      return sourceInitiated(stack, { provider });
    });
    for (const [name, { data }] of Object.entries<Json>(json.check)) {
      expect(data.confluent_cluster_link[name].provider).toBe("confluent.second");
    }
  });

  it("needs the Terraform that has check blocks, and only where it is", () => {
    expect(synth((stack) => sourceInitiated(stack)).terraform.required_version).toBe(">= 1.5.0");
    const { stacks } = synthToJson((app) => void sourceInitiated(stackWithProvider(app)));
    expect(stacks["stack"].terraform.required_version).toBe(">= 1.1.0");
    expect(stacks["stack"].check).toBeUndefined();
  });

  it("creates no resource", () => {
    const json = synth((stack) => sourceInitiated(stack));
    expect(Object.keys(json.resource)).toEqual(["confluent_cluster_link"]);
    expect(Object.keys(resources(json, "confluent_cluster_link"))).toHaveLength(2);
    expect(json.data).toBeUndefined();
  });

  it("refuses a link of another stack", () => {
    expect(
      refusal((app) => {
        const link = sourceInitiated(stackWithProvider(app, "primary-to-jump"));
        new LinkHealth(stackWithProvider(app, "jump-to-dr"), "health", { link });
      }),
    ).toBe("CL043");
  });
});
