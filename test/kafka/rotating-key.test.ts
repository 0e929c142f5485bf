import { KafkaAcl } from "@cdktf/provider-confluent/lib/kafka-acl";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import { TerraformVariable, type App, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import type { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import type { RotatingApiKeyProps } from "../../lib/kafka/rotating-key";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { cluster, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";

const CRN = "crn://confluent.cloud/organization=o-1/environment=env-1/cloud-cluster=lkc-2222";

const jump = (place: object = { environmentId: "env-1" }): KafkaCluster =>
  cluster({ name: "jump", id: "lkc-2222", access: "public", ...place });

const rotating = (scope: Construct, props: Partial<RotatingApiKeyProps> = {}): ApiKey =>
  ApiKey.rotating(scope, "jump", { cluster: jump(), serviceAccountId: "sa-1", ...props });

const binding = (stack: TerraformStack): RoleBinding =>
  new RoleBinding(stack, "binding", { principal: "User:sa-1", roleName: "CloudClusterAdmin", crnPattern: CRN });

const acl = (stack: TerraformStack): KafkaAcl =>
  new KafkaAcl(stack, "acl", {
    kafkaCluster: { id: "lkc-2222" },
    restEndpoint: "https://jump.example.test:443",
    credentials: { key: "K", secret: "${var.secret}" },
    resourceType: "CLUSTER",
    resourceName: "kafka-cluster",
    patternType: "LITERAL",
    principal: "User:sa-1",
    host: "*",
    operation: "ALTER",
    permission: "ALLOW",
  });

function synth(build: (stack: TerraformStack) => void): Json {
  return synthToJson((app: App) => build(stackWithProvider(app))).stacks["stack"];
}

const keys = (json: Json): Record<string, Json> => resources(json, "confluent_api_key");

/** A link and a mirror topic that use a rotating key of their destination. */
const leg = (stack: TerraformStack, props: (stack: TerraformStack) => Partial<RotatingApiKeyProps>): void => {
  const link = new DestinationInitiatedLink(stack, "link", {
    linkName: "link",
    source: cluster({ name: "other", id: "lkc-4444", access: "public" }),
    sourceCredentials: ApiKey.fromVariables(stack, "other"),
    destination: jump(),
    destinationCredentials: rotating(stack, props(stack)),
  });
  new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
};

describe("ApiKey.rotating", () => {
  it("creates a key of one account and one cluster, which is replaced without a gap", () => {
    const json = synth((stack) => void rotating(stack, { grants: [binding(stack)] }));
    const { "//": _, ...key } = keys(json)["jump-1"];
    expect(key).toEqual({
      display_name: "jump-1",
      owner: { id: "sa-1", api_version: "iam/v2", kind: "ServiceAccount" },
      managed_resource: { id: "lkc-2222", api_version: "cmk/v2", kind: "Cluster", environment: [{ id: "env-1" }] },
      depends_on: ["confluent_role_binding.binding"],
      lifecycle: { create_before_destroy: true },
    });
  });

  it.each([
    [{}, ["jump-1"]],
    [{ generation: 1 }, ["jump-1"]],
    [{ generation: 7 }, ["jump-7"]],
    [{ generation: 7, keepsPrevious: true }, ["jump-6", "jump-7"]],
    [{ keepsPrevious: true }, ["jump-1"]],
  ])("%j is %j in the stack", (props, expected) => {
    const json = synth((stack) => void rotating(stack, props));
    expect(Object.keys(keys(json)).sort()).toEqual(expected);
  });

  it("leaves the generation before as it was", () => {
    const before = keys(synth((stack) => void rotating(stack, { generation: 2 })))["jump-2"];
    const after = keys(synth((stack) => void rotating(stack, { generation: 3, keepsPrevious: true })))["jump-2"];
    expect(after).toEqual(before);
  });

  it("is the key of its last generation", () => {
    const json = synth((stack) => leg(stack, () => ({ generation: 3, keepsPrevious: true })));
    expect(resources(json, "confluent_cluster_link")["link"].destination_kafka_cluster.credentials).toEqual({
      key: "${confluent_api_key.jump-3.id}",
      secret: "${confluent_api_key.jump-3.secret}",
    });
  });

  it("is waited for or not, and named, as it is told", () => {
    const key = keys(synth((stack) => void rotating(stack, { disableWaitForReady: true, displayName: "leg one" })));
    expect(key["jump-1"]).toMatchObject({ disable_wait_for_ready: true, display_name: "leg one-1" });
  });

  // An ACL that a key depends on would become create_before_destroy, and be deleted when it is replaced by its equal.
  it("comes after role bindings, and its users after ACLs", () => {
    const json = synth((stack) => {
      new TerraformVariable(stack, "secret", { type: "string", sensitive: true });
      leg(stack, () => ({ grants: [binding(stack), acl(stack)] }));
    });
    expect(keys(json)["jump-1"].depends_on).toEqual(["confluent_role_binding.binding"]);
    expect(resources(json, "confluent_cluster_link")["link"].depends_on).toEqual(["confluent_kafka_acl.acl"]);
    expect(resources(json, "confluent_kafka_mirror_topic")["mirrors_orders"].depends_on).toEqual([
      "confluent_cluster_link.link",
    ]);
  });

  it("changes nothing but the two keys and where they are used when it is rotated", () => {
    const generation = (number: number): Json =>
      synth((stack) => leg(stack, () => ({ generation: number, grants: [binding(stack)] })));
    const text = (json: Json, number: number): string => JSON.stringify(json).replaceAll(`jump-${number}`, "jump-#");
    expect(text(generation(2), 2)).toBe(text(generation(1), 1));
  });

  it("warns where it is used without any grant", () => {
    const found = (granted: boolean): string[] => {
      const stack = stackWithProvider(emptyApp());
      leg(stack, () => (granted ? { grants: [binding(stack)] } : {}));
      return Warnings.of(stack)
        .list()
        .map(({ rule, given }) => `${rule.id} ${given}`);
    };
    expect(found(false)).toEqual(["CL033 The key stack/jump-1 waits for nothing."]);
    expect(found(true)).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses the generation %d", (generation) => {
    expect(refusal((app) => rotating(stackWithProvider(app), { generation }))).toBe("CL084");
  });

  it("refuses a cluster without an environment", () => {
    expect(refusal((app) => rotating(stackWithProvider(app), { cluster: jump({}) }))).toBe("CL089");
  });
});
