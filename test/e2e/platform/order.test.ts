import { beforeAll, expect, it } from "vitest";
import { describeInstalled, readAppJson, runApp } from "../../apps/run-app";
import { CreationOrder } from "../../support/terraform-graph";
import { describeWithTerraform } from "../support";
import type { PlatformAppName } from "./created";

/** A type of a stack, and the types that each of its resources waits for. */
type Rule = readonly [stack: string, type: string, ...needs: readonly string[]];

const CONFLUENT: readonly Rule[] = [
  ["platform", "confluent_network", "confluent_environment"],
  ["platform", "confluent_private_link_access", "confluent_network"],
  ["platform", "confluent_kafka_cluster", "confluent_environment"],
  ["platform", "confluent_role_binding", "confluent_service_account", "confluent_kafka_cluster"],
  ["primary-to-jump", "confluent_cluster_link", "confluent_api_key"],
  ["primary-to-jump", "confluent_kafka_mirror_topic", "confluent_cluster_link", "confluent_api_key"],
  ["jump-to-dr", "confluent_cluster_link", "confluent_api_key"],
  ["jump-to-dr", "confluent_kafka_mirror_topic", "confluent_cluster_link", "confluent_api_key"],
];

const azureCluster = (stack: string): readonly Rule[] => [
  [stack, "azurerm_virtual_network", "azurerm_resource_group"],
  [stack, "azurerm_subnet", "azurerm_virtual_network"],
  [stack, "azurerm_private_endpoint", "azurerm_subnet"],
  [stack, "azurerm_private_dns_a_record", "azurerm_private_dns_zone", "azurerm_private_endpoint"],
  [stack, "azurerm_private_dns_zone_virtual_network_link", "azurerm_private_dns_zone"],
  [stack, "azurerm_virtual_network_peering", "azurerm_virtual_network"],
  [stack, "azurerm_network_security_rule", "azurerm_network_security_group"],
];

const googleCluster = (stack: string): readonly Rule[] => [
  [stack, "google_compute_address", "google_compute_subnetwork"],
  [stack, "google_compute_forwarding_rule", "google_compute_address"],
  [stack, "google_dns_record_set", "google_dns_managed_zone", "google_compute_address"],
  [stack, "google_compute_firewall", "google_compute_address"],
];

const RULES: Readonly<Record<PlatformAppName, readonly Rule[]>> = {
  "azure-private-link": [
    ...CONFLUENT,
    ...azureCluster("network-primary"),
    ...azureCluster("network-dr"),
    ["network-hub", "azurerm_virtual_network", "azurerm_resource_group"],
    ["network-hub", "azurerm_subnet", "azurerm_virtual_network"],
    [
      "network-hub",
      "azurerm_linux_virtual_machine",
      "azurerm_network_interface",
      "azurerm_public_ip",
      "azurerm_subnet",
      "azurerm_subnet_network_security_group_association",
      "azurerm_network_security_rule",
    ],
  ],
  "gcp-private-service-connect": [
    ...CONFLUENT,
    ...googleCluster("network-primary"),
    ...googleCluster("network-dr"),
    ["network-hub", "google_compute_subnetwork", "google_compute_network"],
    ["network-hub", "google_compute_firewall", "google_compute_network"],
    [
      "network-hub",
      "google_compute_instance",
      "google_compute_address",
      "google_compute_subnetwork",
      "google_compute_firewall",
    ],
  ],
};

/** An SNI proxy, so that there is one to look at. */
const PROXY: Readonly<Record<PlatformAppName, object>> = {
  "azure-private-link": { allowedCidrs: ["203.0.113.0/24"] },
  "gcp-private-service-connect": { allowedCidrs: ["203.0.113.0/24"], zone: "europe-west8-a" },
};

const ADDRESS = {
  primary: ["confluent_kafka_cluster.primary", "confluent_private_link_access.network-primary_access-1"],
  dr: ["confluent_kafka_cluster.dr", "confluent_private_link_access.network-dr_access-1"],
} as const;

function orderOf(app: PlatformAppName): void {
  describeWithTerraform("what Terraform creates first, as terraform graph says", () => {
    const orders = new Map<string, CreationOrder>();
    const order = (stack: string): CreationOrder => orders.get(stack)!;

    beforeAll(async () => {
      const topology = { ...readAppJson(app, "topology.json"), hub: { sniProxy: PROXY[app] } };
      const { stacks, stderr } = runApp(app, { topology });
      expect(stderr).toBe("");
      for (const [name, json] of Object.entries(stacks)) orders.set(name, await CreationOrder.of(json));
    });

    it.each(RULES[app].map(([stack, type, ...needs]) => ({ stack, type, needs })))(
      "$stack: $type after $needs",
      ({ stack, type, needs }) => {
        const missing = order(stack)
          .addresses.filter((address) => address.startsWith(`${type}.`))
          .map((address) => [address, needs.filter((need) => !order(stack).waits(address, need))] as const);
        expect(missing.length).toBeGreaterThan(0);
        expect(missing.filter(([, needed]) => needed.length > 0)).toEqual([]);
      },
    );

    it.each(["primary", "dr"] as const)("%s waits for its own network's access, and for no other one's", (place) => {
      const [cluster, access] = ADDRESS[place];
      const before = order("platform").before(cluster);
      expect(before.filter((need) => need.startsWith("confluent_private_link_access."))).toEqual([
        expect.stringContaining(access),
      ]);
    });

    it("JUMP waits for no network", () => {
      expect(order("platform").before("confluent_kafka_cluster.jump")).toEqual(["confluent_environment.environment"]);
    });

    it("PRIMARY dials after JUMP listens", () => {
      const halves = order("primary-to-jump").addresses.filter((address) =>
        address.startsWith("confluent_cluster_link."),
      );
      expect(halves).toHaveLength(2);
      const [dials] = halves.filter((half) => order("primary-to-jump").waits(half, "confluent_cluster_link"));
      expect(dials).toContain("dial");
    });
  });
}

for (const app of ["azure-private-link", "gcp-private-service-connect"] as const) {
  describeInstalled(app, app, () => orderOf(app));
}

describeWithTerraform("the order of a stack that has none", () => {
  it("is seen", async () => {
    const resource = { thing: { first: { name: "a" }, second: { name: "${thing.first.id}" }, third: { name: "c" } } };
    const stack = { terraform: { required_providers: { thing: { source: "example/thing" } } }, resource };
    const order = await CreationOrder.of(stack);
    expect(order.before("thing.second")).toEqual(["thing.first"]);
    expect(order.before("thing.third")).toEqual([]);
    expect(order.waits("thing.third", "thing")).toBe(false);
    expect(() => order.before("thing.fourth")).toThrow("There is no thing.fourth.");
  });

  it("is refused where a reference leads nowhere", async () => {
    const resource = { thing: { second: { name: "${thing.first.id}" } } };
    const stack = { terraform: { required_providers: { thing: { source: "example/thing" } } }, resource };
    await expect(CreationOrder.of(stack)).rejects.toThrow("Reference to undeclared resource");
  });
});
