import { describe, expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import { APP, DOMAIN, SUBSCRIPTION, addressOf, counts, customData, named, only, referenceTo, runWith } from "./app";
import type { Json } from "../../support/synth";

const HUB_SUBSCRIPTION = "55555555-6666-7777-8888-999999999999";
const TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDqzSi9IHoYnbE3YQ+B2fQEVT8iGFemyPovpEtPziIVB";

const idOf = (subscription: string, group: string, network: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${network}`;

const passage = ({ source_address_prefixes: from, destination_address_prefixes: to, ...rule }: Json): Json => ({
  ...{ from: from ?? rule.source_address_prefix, to: to ?? rule.destination_address_prefix },
  ...{ direction: rule.direction, access: rule.access, protocol: rule.protocol },
  ports: rule.destination_port_ranges ?? rule.destination_port_range,
});

const DENY = { from: "*", to: "*", access: "Deny", protocol: "*", ports: "*" };

describeInstalled(APP, "a hub that is made", () => {
  const stacks = stacksOf(runWith({ topology: { hub: { sniProxy: { allowedCidrs: ["203.0.113.7/32"] } } } }));
  const hub = stacks["network-hub"];
  const hubId = idOf(SUBSCRIPTION, "shop-hub", "shop-hub");

  it("is a virtual network in DR's region", () => {
    expect(named(hub, "resource_group")["shop-hub"]).toEqual({
      name: "shop-hub",
      location: "swedencentral",
      tags: {},
      lifecycle: { prevent_destroy: true },
    });
    expect(only(hub, "virtual_network")).toEqual({
      name: "shop-hub",
      location: "swedencentral",
      resource_group_name: referenceTo(hub, "resource_group", "name", "shop-hub"),
      address_space: ["10.11.0.0/24"],
      tags: {},
      lifecycle: { prevent_destroy: true },
    });
  });

  it.each(["primary", "dr"])("is peered in both directions with the network of %s, by its name alone", (which) => {
    const stack = stacks[`network-${which}`];
    const network = (attribute: string): string => referenceTo(stack, "virtual_network", attribute);
    expect(named(stack, "virtual_network_peering")).toEqual({
      [`shop-${which}`]: {
        name: `shop-${which}`,
        resource_group_name: "shop-hub",
        virtual_network_name: "shop-hub",
        remote_virtual_network_id: network("id"),
        allow_virtual_network_access: true,
        allow_forwarded_traffic: false,
        allow_gateway_transit: false,
        use_remote_gateways: false,
      },
      [`shop-${which}-hub`]: {
        name: `shop-${which}-hub`,
        resource_group_name: referenceTo(stack, "resource_group", "name"),
        virtual_network_name: network("name"),
        remote_virtual_network_id: hubId,
        allow_virtual_network_access: true,
        allow_forwarded_traffic: true,
        allow_gateway_transit: false,
        use_remote_gateways: false,
        depends_on: [addressOf(stack, "virtual_network_peering", `shop-${which}`)],
      },
    });
  });

  it.each(["primary", "dr"])("resolves the names of %s", (which) => {
    const stack = stacks[`network-${which}`];
    expect(named(stack, "private_dns_zone_virtual_network_link")[`shop-${which}-hub`]).toEqual({
      name: `shop-${which}-hub`,
      resource_group_name: referenceTo(stack, "resource_group", "name"),
      private_dns_zone_name: referenceTo(stack, "private_dns_zone", "name"),
      virtual_network_id: hubId,
      registration_enabled: false,
      tags: {},
    });
  });

  describe("with an SNI proxy", () => {
    const group = { resource_group_name: referenceTo(hub, "resource_group", "name", "shop-sni-proxy") };
    const place = { name: "shop-sni-proxy", location: "swedencentral", ...group, tags: {} };

    it("registers the service for machines too", () => {
      expect(hub.provider.azurerm[0].resource_providers_to_register).toEqual([
        "Microsoft.Network",
        "Microsoft.Compute",
      ]);
    });

    it("has a subnet for it, which waits for the network", () => {
      expect(only(hub, "subnet")).toEqual({
        name: "shop-sni-proxy",
        resource_group_name: referenceTo(hub, "resource_group", "name", "shop-hub"),
        virtual_network_name: referenceTo(hub, "virtual_network", "name"),
        address_prefixes: ["10.11.0.64/27"],
        default_outbound_access_enabled: false,
      });
    });

    it("gives it an address that stays, of the kind that is closed by itself", () => {
      expect(only(hub, "public_ip")).toEqual({ ...place, sku: "Standard", allocation_method: "Static" });
      expect(only(hub, "network_interface")).toEqual({
        ...place,
        ip_configuration: [
          {
            name: "primary",
            subnet_id: referenceTo(hub, "subnet", "id"),
            private_ip_address_allocation: "Dynamic",
            public_ip_address_id: referenceTo(hub, "public_ip", "id"),
          },
        ],
      });
      expect(hub.output.sni_proxy_address.value).toBe(referenceTo(hub, "public_ip", "ip_address"));
    });

    it("lets the named people in, it to the endpoints and to packages, and nothing else through", () => {
      const rules = Object.fromEntries(
        Object.entries(named(hub, "network_security_rule")).map(([name, rule]) => [name, passage(rule)]),
      );
      const tcp = { access: "Allow", protocol: "Tcp" };
      expect(rules).toEqual({
        "clients-to-proxy": {
          ...tcp,
          direction: "Inbound",
          from: ["203.0.113.7/32"],
          to: ["10.11.0.64/27"],
          ports: ["443", "9092"],
        },
        "proxy-to-clusters": {
          ...tcp,
          direction: "Outbound",
          from: ["10.11.0.64/27"],
          to: ["10.21.0.0/27", "172.20.0.0/27"],
          ports: ["443", "9092"],
        },
        "proxy-to-packages": {
          ...tcp,
          direction: "Outbound",
          from: ["10.11.0.64/27"],
          to: "Internet",
          ports: ["80", "443"],
        },
        "deny-inbound": { ...DENY, direction: "Inbound" },
        "deny-outbound": { ...DENY, direction: "Outbound" },
      });
    });

    it("gives every rule of a direction a priority of its own, and the refusals the last one", () => {
      const rules = Object.values<Json>(named(hub, "network_security_rule"));
      for (const direction of ["Inbound", "Outbound"]) {
        const priorities = rules.filter((rule) => rule.direction === direction).map(({ priority }) => priority);
        expect(new Set(priorities).size).toBe(priorities.length);
      }
      for (const { access, priority } of rules) expect(priority === 4096).toBe(access === "Deny");
    });

    it("makes a machine that starts behind the rules, and that nobody logs in to", () => {
      const {
        custom_data: _,
        admin_ssh_key: keys,
        depends_on: waitsFor,
        ...machine
      } = only(hub, "linux_virtual_machine");
      expect(machine).toEqual({
        ...place,
        size: "Standard_B2ats_v2",
        network_interface_ids: [referenceTo(hub, "network_interface", "id")],
        admin_username: "azureuser",
        disable_password_authentication: true,
        allow_extension_operations: false,
        secure_boot_enabled: true,
        vtpm_enabled: true,
        os_disk: { caching: "ReadWrite", storage_account_type: "StandardSSD_LRS" },
        source_image_reference: {
          publisher: "Canonical",
          offer: "ubuntu-24_04-lts",
          sku: "server",
          version: "latest",
        },
      });
      expect(waitsFor).toContain(addressOf(hub, "subnet_network_security_group_association"));
      expect(waitsFor).toContain(addressOf(hub, "network_security_rule", "deny-inbound"));
      expect(keys).toEqual([
        {
          username: "azureuser",
          public_key: expect.stringMatching(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[\w+/]{43} no-ssh$/),
        },
      ]);
    });

    it("tells the machine the names of both clusters, Azure's resolver, and that there is no SSH", () => {
      const text = customData(hub);
      expect(text).toContain(`*.${DOMAIN.primary} `);
      expect(text).toContain(`*.${DOMAIN.dr} `);
      expect(text.match(/^ +\*\..*$/gm)).toHaveLength(2);
      expect(text).toContain("resolver 168.63.129.16 ");
      expect(text).toContain("allow 203.0.113.7/32;");
      expect(text).toContain("users: []");
      expect(text).toContain('"mask","--now","nginx.service","ssh.service","ssh.socket"');
    });
  });
});

describeInstalled(APP, "a hub that exists, in another subscription", () => {
  const stacks = stacksOf(
    runWith({
      azure: {
        tenantId: TENANT,
        tags: { owner: "streaming" },
        networks: { dr: { resourceGroup: "apps", virtualNetwork: "apps-sweden", peered: true } },
      },
      topology: {
        hub: {
          existing: {
            subscriptionId: HUB_SUBSCRIPTION,
            resourceGroup: "connectivity",
            virtualNetwork: "hub-north",
            region: "northeurope",
          },
          gatewayTransit: true,
          clientRanges: ["192.168.0.0/16"],
          sniProxy: {
            allowedCidrs: ["203.0.113.7/32", "198.51.100.0/24"],
            ssh: { allowedCidrs: ["198.51.100.9/32"], publicKey: KEY },
            size: "Standard_B2ls_v2",
            encryptionAtHost: true,
            diskEncryptionSetId: `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/keys/providers/Microsoft.Compute/diskEncryptionSets/disks`,
          },
        },
      },
    }),
  );
  const [hub, primary, dr] = ["network-hub", "network-primary", "network-dr"].map((name) => stacks[name]) as [
    Json,
    Json,
    Json,
  ];
  const hubId = idOf(HUB_SUBSCRIPTION, "connectivity", "hub-north");
  const provider = (subscription: string, own: boolean, alias?: string): Json => ({
    subscription_id: subscription,
    tenant_id: TENANT,
    features: [{}],
    resource_provider_registrations: "none",
    ...(own && { resource_providers_to_register: ["Microsoft.Network", "Microsoft.Compute"] }),
    ...(alias !== undefined && { alias }),
  });

  it("has a provider of its own, which registers nothing there", () => {
    for (const stack of [primary, dr]) {
      expect(stack.provider.azurerm).toEqual([provider(SUBSCRIPTION, true), provider(HUB_SUBSCRIPTION, false, "hub")]);
    }
    expect(hub.provider.azurerm).toEqual([provider(HUB_SUBSCRIPTION, false)]);
  });

  it("is not made, and gets its half of the peering in its subscription", () => {
    expect(counts(hub)).not.toHaveProperty("virtual_network");
    const { "shop-primary": fromHub, "shop-primary-hub": toHub } = named(primary, "virtual_network_peering");
    expect(fromHub).toMatchObject({
      provider: "azurerm.hub",
      resource_group_name: "connectivity",
      virtual_network_name: "hub-north",
    });
    expect(toHub).toMatchObject({ remote_virtual_network_id: hubId });
    expect(toHub).not.toHaveProperty("provider");
  });

  it("lends its gateway to the clusters' networks", () => {
    const { "shop-primary": fromHub, "shop-primary-hub": toHub } = named(primary, "virtual_network_peering");
    expect([fromHub.allow_gateway_transit, fromHub.use_remote_gateways]).toEqual([true, false]);
    expect([toHub.allow_gateway_transit, toHub.use_remote_gateways]).toEqual([false, true]);
  });

  it("is not peered again with a network that is", () => {
    expect(counts(dr)).not.toHaveProperty("virtual_network_peering");
    expect(named(dr, "private_dns_zone_virtual_network_link")["shop-dr-hub"].virtual_network_id).toBe(hubId);
  });

  it("has clients behind it", () => {
    for (const [stack, range] of [
      [primary, "10.21.0.0/16"],
      [dr, "172.20.0.0/20"],
    ]) {
      const { source_address_prefixes: from } = named(stack, "network_security_rule")["clients-to-cluster"];
      expect(from).toEqual([range, "10.11.0.0/24", "192.168.0.0/16"]);
    }
  });

  it("has the proxy in its region, in a resource group of the proxy's own", () => {
    expect(only(hub, "resource_group")).toEqual({
      name: "shop-sni-proxy",
      location: "northeurope",
      tags: { owner: "streaming" },
    });
    expect(only(hub, "subnet")).toMatchObject({
      resource_group_name: "connectivity",
      virtual_network_name: "hub-north",
      address_prefixes: ["10.11.0.64/27"],
    });
    expect(only(hub, "linux_virtual_machine")).toMatchObject({
      location: "northeurope",
      size: "Standard_B2ls_v2",
      encryption_at_host_enabled: true,
      os_disk: { disk_encryption_set_id: expect.stringMatching(/diskEncryptionSets\/disks$/) },
    });
  });

  it("lets the operator that the file names to SSH, with the operator's key", () => {
    const rule = named(hub, "network_security_rule")["operators-to-ssh"];
    expect(passage(rule)).toEqual({
      ...{ direction: "Inbound", access: "Allow", protocol: "Tcp" },
      ...{ from: ["198.51.100.9/32"], to: ["10.11.0.64/27"], ports: ["22"] },
    });
    expect(only(hub, "linux_virtual_machine").admin_ssh_key).toEqual([{ username: "azureuser", public_key: KEY }]);
    expect(customData(hub)).not.toContain("ssh.service");
    expect(customData(hub)).not.toContain("users: []");
  });
});
