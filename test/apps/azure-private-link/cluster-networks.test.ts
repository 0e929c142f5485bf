import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import { APP, DOMAIN, SUBSCRIPTION, addressOf, aliasOf, counts, named, only, referenceTo, runWith } from "./app";
import type { Json } from "../../support/synth";

const PROTECTED = { prevent_destroy: true };

/** What was typed by hand for each cluster. */
const CLUSTERS = [
  {
    which: "primary",
    region: "westeurope",
    zones: ["1", "2", "3"],
    range: "10.21.0.0/16",
    endpoints: "10.21.0.0/27",
  },
  {
    which: "dr",
    region: "swedencentral",
    zones: ["2", "3"],
    range: "172.20.0.0/20",
    endpoints: "172.20.0.0/27",
  },
] as const;

describeInstalled(APP, "the stacks", () => {
  const run = runWith();
  const stacks = stacksOf(run);

  it("are the platform, the hub, a network for each private cluster and two legs", () => {
    expect(Object.keys(stacks).sort()).toEqual([
      "jump-to-dr",
      "network-dr",
      "network-hub",
      "network-primary",
      "platform",
      "primary-to-jump",
    ]);
  });

  it("of a cluster's network wait for the hub, and for nothing else", () => {
    const { stacks: entries } = JSON.parse(readFileSync(join(run.outdir, "manifest.json"), "utf8"));
    expect(entries["network-hub"].dependencies).toEqual([]);
    expect(entries["network-primary"].dependencies).toEqual(["network-hub"]);
    expect(entries["network-dr"].dependencies).toEqual(["network-hub"]);
    expect(entries.platform.dependencies).toEqual([]);
  });

  it.each(["network-hub", "network-primary", "network-dr"])("need Azure's provider alone: %s", (name) => {
    const stack = stacks[name];
    expect(stack.provider).toEqual({
      azurerm: [
        {
          subscription_id: SUBSCRIPTION,
          features: [{}],
          resource_provider_registrations: "none",
          resource_providers_to_register: ["Microsoft.Network"],
        },
      ],
    });
    expect(stack.terraform.required_providers).toEqual({ azurerm: { source: "azurerm", version: "4.55.0" } });
    for (const member of ["data", "variable", "locals", "module"]) expect(stack).not.toHaveProperty(member);
  });

  it.each(["platform", "primary-to-jump", "jump-to-dr"])("need Confluent's provider alone: %s", (name) => {
    expect(Object.keys(stacks[name].provider)).toEqual(["confluent"]);
    expect(Object.keys(stacks[name].resource).every((type) => type.startsWith("confluent_"))).toBe(true);
  });

  it("read no state of another stack", () => {
    expect(JSON.stringify(stacks)).not.toContain("terraform_remote_state");
    expect(JSON.stringify(stacks)).not.toContain("cross-stack");
  });

  it("open nothing to everybody", () => {
    expect(JSON.stringify(stacks)).not.toContain("0.0.0.0/0");
    const rules = ["network-primary", "network-dr"].flatMap((name) =>
      Object.values<Json>(named(stacks[name], "network_security_rule")),
    );
    const allowed = rules.filter(({ access }) => access === "Allow");
    expect(allowed).not.toEqual([]);
    for (const rule of allowed) expect(rule.source_address_prefix).toBeUndefined();
  });

  it("allow Confluent Cloud's networks this subscription alone", () => {
    const { confluent_private_link_access: accesses } = stacks["platform"].resource;
    expect(Object.values<Json>(accesses).map(({ azure }) => azure)).toEqual([
      { subscription: SUBSCRIPTION },
      { subscription: SUBSCRIPTION },
    ]);
  });

  it("protect what is created from Terraform, and the clusters from everybody", () => {
    const { confluent_kafka_cluster: clusters, confluent_environment: environments } = stacks["platform"].resource;
    for (const each of Object.values<Json>(clusters)) {
      expect(each).toMatchObject({ deletion_protection: true, lifecycle: PROTECTED });
    }
    for (const each of Object.values<Json>(environments)) expect(each.lifecycle).toEqual(PROTECTED);
  });

  it("have JUMP in DR's region, and each private cluster in its network", () => {
    const { confluent_kafka_cluster: clusters, confluent_network: networks } = stacks["platform"].resource;
    const places = Object.values<Json>(clusters).map(({ display_name, cloud, region, network }) => [
      display_name,
      cloud,
      region,
      network !== undefined,
    ]);
    expect(places.sort()).toEqual([
      ["shop-dr", "AZURE", "swedencentral", true],
      ["shop-jump", "AZURE", "swedencentral", false],
      ["shop-primary", "AZURE", "westeurope", true],
    ]);
    for (const each of Object.values<Json>(networks)) {
      expect(each).toMatchObject({ cloud: "AZURE", connection_types: ["PRIVATELINK"] });
    }
  });

  it("tell the aliases and the domains to who writes platform.json", () => {
    const { value } = stacks["platform"].output.platform;
    expect(value.networks.primary.endpoints).toMatch(/^\$\{confluent_network\..*private_link_service_aliases\}$/);
    expect(value.networks.dr.dnsDomain).toMatch(/^\$\{confluent_network\..*\.dns_domain\}$/);
  });

  describe.each(CLUSTERS)("of the network of $which", ({ which, region, zones, range, endpoints }) => {
    const stack = stacks[`network-${which}`];
    const name = `shop-${which}`;
    const group = { resource_group_name: referenceTo(stack, "resource_group", "name", name) };
    const address = (zone: string): string =>
      referenceTo(
        stack,
        "private_endpoint",
        "private_service_connection[0].private_ip_address",
        `${name}-zone-${zone}`,
      );

    it("has these resources and no other", () => {
      expect(counts(stack)).toEqual({
        resource_group: 1,
        virtual_network: 1,
        subnet: 1,
        network_security_group: 1,
        network_security_rule: 2,
        subnet_network_security_group_association: 1,
        private_endpoint: zones.length,
        private_dns_zone: 1,
        private_dns_a_record: zones.length + 1,
        private_dns_zone_virtual_network_link: 2,
        virtual_network_peering: 2,
      });
    });

    it("has a resource group and a virtual network in the cluster's region", () => {
      expect(only(stack, "resource_group")).toEqual({ name, location: region, tags: {}, lifecycle: PROTECTED });
      expect(only(stack, "virtual_network")).toEqual({
        name,
        location: region,
        ...group,
        address_space: [range],
        tags: {},
        lifecycle: PROTECTED,
      });
    });

    it("has a subnet for the endpoints, in which security rules hold for them", () => {
      expect(only(stack, "subnet")).toEqual({
        name: `${name}-endpoints`,
        ...group,
        virtual_network_name: referenceTo(stack, "virtual_network", "name"),
        address_prefixes: [endpoints],
        private_endpoint_network_policies: "NetworkSecurityGroupEnabled",
        default_outbound_access_enabled: false,
        lifecycle: PROTECTED,
      });
    });

    it("lets its own network and the hub to REST and Kafka, and nobody else in", () => {
      expect(only(stack, "network_security_group")).toEqual({
        name: `${name}-endpoints`,
        location: region,
        ...group,
        tags: {},
      });
      const of = { ...group, network_security_group_name: referenceTo(stack, "network_security_group", "name") };
      expect(named(stack, "network_security_rule")).toEqual({
        "clients-to-cluster": {
          name: "clients-to-cluster",
          ...of,
          direction: "Inbound",
          access: "Allow",
          priority: 100,
          protocol: "Tcp",
          source_port_range: "*",
          source_address_prefixes: [range, "10.11.0.0/24"],
          destination_address_prefixes: [endpoints],
          destination_port_ranges: ["443", "9092"],
        },
        "deny-inbound": {
          name: "deny-inbound",
          ...of,
          direction: "Inbound",
          access: "Deny",
          priority: 4096,
          protocol: "*",
          source_port_range: "*",
          source_address_prefix: "*",
          destination_address_prefix: "*",
          destination_port_range: "*",
        },
      });
      expect(only(stack, "subnet_network_security_group_association")).toEqual({
        subnet_id: referenceTo(stack, "subnet", "id"),
        network_security_group_id: referenceTo(stack, "network_security_group", "id"),
      });
    });

    it.each(zones)("has an endpoint to zone %s, which asks by the alias, behind the rules", (zone) => {
      const endpoint = named(stack, "private_endpoint")[`${name}-zone-${zone}`];
      expect(endpoint).toEqual({
        name: `${name}-zone-${zone}`,
        location: region,
        ...group,
        subnet_id: referenceTo(stack, "subnet", "id"),
        private_service_connection: {
          name: `${name}-zone-${zone}`,
          is_manual_connection: true,
          private_connection_resource_alias: aliasOf(region, zone),
          request_message: `${name}-zone-${zone}`,
        },
        tags: {},
        lifecycle: PROTECTED,
        depends_on: expect.arrayContaining([
          addressOf(stack, "network_security_rule", "clients-to-cluster"),
          addressOf(stack, "network_security_rule", "deny-inbound"),
          addressOf(stack, "subnet_network_security_group_association"),
        ]),
      });
    });

    it("has a private zone that is the cluster's domain, which its own network asks", () => {
      expect(only(stack, "private_dns_zone")).toEqual({
        name: DOMAIN[which],
        ...group,
        tags: {},
        lifecycle: PROTECTED,
      });
      expect(named(stack, "private_dns_zone_virtual_network_link")[name]).toEqual({
        name,
        ...group,
        private_dns_zone_name: referenceTo(stack, "private_dns_zone", "name"),
        virtual_network_id: referenceTo(stack, "virtual_network", "id"),
        registration_enabled: false,
        tags: {},
        lifecycle: PROTECTED,
      });
    });

    it("leads every name to the endpoints, and the names of a zone to its own, for a minute", () => {
      const record = (host: string, records: string[]): Json => ({
        name: host,
        ...group,
        zone_name: referenceTo(stack, "private_dns_zone", "name"),
        ttl: 60,
        records,
        tags: {},
        lifecycle: PROTECTED,
      });
      expect(named(stack, "private_dns_a_record")).toEqual({
        "*": record("*", zones.map(address)),
        ...Object.fromEntries(zones.map((zone) => [`*.az${zone}`, record(`*.az${zone}`, [address(zone)])])),
      });
    });
  });
});

describeInstalled(APP, "a network that exists", () => {
  const networks = {
    dr: { resourceGroup: "apps", virtualNetwork: "apps-sweden", clientRanges: ["172.21.0.0/16"] },
    primary: { resourceGroup: "apps-west" },
  };
  const stacks = stacksOf(
    runWith({
      azure: { networks, tags: { owner: "streaming" } },
      topology: { protection: false, hub: undefined, addresses: { primary: "10.21.0.0/16", dr: "172.20.1.0/24" } },
    }),
  );
  const dr = stacks["network-dr"];
  const id =
    "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps-sweden";

  it("is not made, and gets a subnet of the range that the file gives", () => {
    expect(counts(dr)).not.toHaveProperty("virtual_network");
    expect(counts(dr)).not.toHaveProperty("resource_group");
    expect(only(dr, "subnet")).toMatchObject({
      resource_group_name: "apps",
      virtual_network_name: "apps-sweden",
      address_prefixes: ["172.20.1.0/27"],
    });
  });

  it("resolves the cluster's names", () => {
    expect(only(dr, "private_dns_zone_virtual_network_link")).toMatchObject({
      name: "shop-dr",
      resource_group_name: "apps",
      virtual_network_id: id,
    });
  });

  it("has clients outside of that range too, where the file names them", () => {
    expect(named(dr, "network_security_rule")["clients-to-cluster"].source_address_prefixes).toEqual([
      "172.20.1.0/24",
      "172.21.0.0/16",
    ]);
  });

  it("can be a resource group alone, in which the network is made", () => {
    const primary = stacks["network-primary"];
    expect(counts(primary)).not.toHaveProperty("resource_group");
    expect(only(primary, "virtual_network")).toMatchObject({ name: "shop-primary", resource_group_name: "apps-west" });
  });

  it("needs no hub: no peering, no second zone link, no stack of it", () => {
    expect(Object.keys(stacks)).not.toContain("network-hub");
    for (const name of ["network-primary", "network-dr"]) {
      expect(counts(stacks[name])).not.toHaveProperty("virtual_network_peering");
      expect(counts(stacks[name]).private_dns_zone_virtual_network_link).toBe(1);
    }
  });

  it("is not protected once the file says so, nor is anything else", () => {
    expect(JSON.stringify(stacks)).not.toContain("prevent_destroy");
    expect(JSON.stringify(stacks)).not.toContain("deletion_protection");
  });

  it("gets the tags on everything that takes some", () => {
    for (const name of ["network-primary", "network-dr"]) {
      for (const [type, all] of Object.entries<Json>(stacks[name].resource)) {
        if (/subnet|security_rule/.test(type)) continue;
        for (const each of Object.values<Json>(all)) expect(each.tags, type).toEqual({ owner: "streaming" });
      }
    }
  });
});
