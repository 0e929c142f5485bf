import { describe, expect, it } from "vitest";
import { credentialVariables } from "../../../lib/rehearsal/terraform/credential-variables";
import type { DocumentCluster } from "../../../lib/model/document";

const cluster = (name: string, id: string | null): DocumentCluster => ({
  name,
  id,
  access: "public",
  kind: "Dedicated",
});
const CLUSTERS = [
  cluster("JUMP", "lkc-jump"),
  cluster("JUMP eu", "lkc-eu"),
  cluster("DR", "lkc-dr"),
  cluster("new", null),
];

const variables = (...names: string[]): Record<string, object> =>
  Object.fromEntries(names.flatMap((name) => [`${name}_api_key`, `${name}_api_secret`]).map((name) => [name, {}]));
const pair = (name: string, clusterId: string) => ({ key: `${name}_api_key`, secret: `${name}_api_secret`, clusterId });

describe("variables that take a cluster's key", () => {
  it("are known by the block that uses them, whatever their name", () => {
    const credentials = { key: "${var.user}", secret: "${var.password}" };
    for (const block of [credentials, [credentials]]) {
      const stack = {
        variable: { user: {}, password: {} },
        resource: { confluent_cluster_link: { link: { source_kafka_cluster: [{ id: "lkc-9", credentials: block }] } } },
      };
      expect(credentialVariables(stack, CLUSTERS)).toEqual([{ key: "user", secret: "password", clusterId: "lkc-9" }]);
    }
  });

  it("are known by their name else", () => {
    const stack = { variable: variables("jump", "jump_dial", "jump_eu", "jump_eu_dial", "dr") };
    expect(credentialVariables(stack, CLUSTERS)).toEqual([
      pair("jump", "lkc-jump"),
      pair("jump_dial", "lkc-jump"),
      pair("jump_eu", "lkc-eu"),
      pair("jump_eu_dial", "lkc-eu"),
      pair("dr", "lkc-dr"),
    ]);
  });

  it("are none where nothing tells the cluster, or one of the two is missing", () => {
    const stack = {
      variable: { ...variables("other", "drive", "new"), dr_api_key: {}, failover: {} },
      resource: {
        confluent_cluster_link: {
          link: {
            local: { id: "${var.id}", credentials: { key: "${var.other_api_key}", secret: "${var.other_api_secret}" } },
            remote: { id: "lkc-9", credentials: { key: "a literal", secret: "${var.other_api_secret}" } },
          },
        },
      },
    };
    expect(credentialVariables(stack, CLUSTERS)).toEqual([]);
  });
});
