import { describe, expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import { APP, DOMAIN, all, attachment, counts, named, namesOf, reference, runWith } from "./app";
import type { Json } from "../../support/synth";

const PROJECT = "shop-project";
const PROTECTED = { prevent_destroy: true };

/** What was typed by hand for each cluster: where it is, its zones in order, its ranges. */
const CLUSTERS = [
  {
    which: "primary",
    region: "europe-west3",
    zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
    own: "10.20.0.0/27",
    inHub: "10.10.0.0/27",
  },
  {
    which: "dr",
    region: "europe-west8",
    zones: ["europe-west8-b", "europe-west8-c", "europe-west8-d"],
    own: "10.30.0.0/27",
    inHub: "10.10.0.32/27",
  },
] as const;

describeInstalled(APP, "the networks", () => {
  const stacks = stacksOf(runWith());
  const stackOf = (which: string): Json => stacks[`network-${which}`];

  it("are stacks of their own, which wait for the hub and for no other stack", () => {
    expect(Object.keys(stacks).sort()).toEqual([
      "jump-to-dr",
      "network-dr",
      "network-hub",
      "network-primary",
      "platform",
      "primary-to-jump",
    ]);
  });

  it.each(["network-hub", "network-primary", "network-dr"])("need one provider, without a region: %s", (name) => {
    expect(stacks[name].provider).toEqual({ google: [{ project: PROJECT }] });
    expect(stacks[name].terraform.required_providers).toEqual({ google: { source: "google", version: "6.50.0" } });
    for (const member of ["data", "variable", "locals", "module"]) expect(stacks[name]).not.toHaveProperty(member);
  });

  it("have the hub's VPC network alone in the hub's stack", () => {
    expect(counts(stacks["network-hub"])).toEqual({ google_compute_network: 1 });
    expect(named(stacks["network-hub"], "google_compute_network", "shop-hub")).toEqual({
      project: PROJECT,
      name: "shop-hub",
      auto_create_subnetworks: false,
      routing_mode: "GLOBAL",
      lifecycle: PROTECTED,
    });
  });

  describe.each(CLUSTERS)("of $which", ({ which, region, zones, own, inHub }) => {
    const stack = stackOf(which);
    const domain = DOMAIN[which];
    const vpc = reference(stack, "google_compute_network", `shop-${which}`, "id");
    const places = [
      { prefix: `shop-${which}`, network: vpc, range: own },
      { prefix: `shop-hub-${which}`, network: "projects/shop-project/global/networks/shop-hub", range: inHub },
    ];
    const address = (prefix: string, zone: string, member: string): string =>
      reference(stack, "google_compute_address", `${prefix}-${zone}`, member);

    it("have what is tested below, and nothing else", () => {
      expect(counts(stack)).toEqual({
        google_compute_address: 6,
        google_compute_firewall: 2,
        google_compute_forwarding_rule: 6,
        google_compute_network: 1,
        google_compute_subnetwork: 2,
        google_dns_managed_zone: 2,
        google_dns_record_set: 8,
      });
    });

    it("have every regional resource in the cluster's own region, and say so themselves", () => {
      for (const type of ["google_compute_address", "google_compute_forwarding_rule", "google_compute_subnetwork"]) {
        for (const block of all(stack, type)) expect(block.region, block.name).toBe(region);
      }
      const other = which === "dr" ? "europe-west3" : "europe-west8";
      expect(JSON.stringify(stack)).not.toContain(other);
    });

    it("have a VPC network without subnetworks that nobody asked for", () => {
      expect(named(stack, "google_compute_network", `shop-${which}`)).toEqual({
        project: PROJECT,
        name: `shop-${which}`,
        auto_create_subnetworks: false,
        routing_mode: "GLOBAL",
        lifecycle: PROTECTED,
      });
    });

    it.each(places)("have a subnetwork for the endpoints: $prefix", ({ prefix, network, range }) => {
      expect(named(stack, "google_compute_subnetwork", prefix)).toEqual({
        project: PROJECT,
        region,
        name: prefix,
        network,
        ip_cidr_range: range,
        private_ip_google_access: true,
        lifecycle: PROTECTED,
      });
    });

    it.each(places)("have one address and one endpoint for each zone: $prefix", ({ prefix, network }) => {
      const names = zones.map((zone) => `${prefix}-${zone}`);
      expect(namesOf(stack, "google_compute_address")).toEqual(expect.arrayContaining(names));
      for (const zone of zones) {
        const common = { project: PROJECT, region, name: `${prefix}-${zone}`, labels: {}, lifecycle: PROTECTED };
        expect(named(stack, "google_compute_address", common.name)).toEqual({
          ...common,
          address_type: "INTERNAL",
          subnetwork: reference(stack, "google_compute_subnetwork", prefix, "id"),
        });
        expect(named(stack, "google_compute_forwarding_rule", common.name)).toEqual({
          ...common,
          target: attachment(region, zone),
          load_balancing_scheme: "",
          network,
          ip_address: address(prefix, zone, "id"),
          allow_psc_global_access: true,
          no_automate_dns_zone: true,
        });
      }
    });

    it.each(places)("have a private zone that one VPC network sees: $prefix", ({ prefix, network }) => {
      expect(named(stack, "google_dns_managed_zone", prefix)).toEqual({
        project: PROJECT,
        name: prefix,
        dns_name: `${domain}.`,
        description: "Confluent Cloud over Private Service Connect",
        visibility: "private",
        private_visibility_config: { networks: [{ network_url: network }] },
        force_destroy: false,
        labels: {},
        lifecycle: PROTECTED,
      });
    });

    it.each(places)("have every name at all endpoints, and those of a zone at the zone's: $prefix", ({ prefix }) => {
      const managedZone = reference(stack, "google_dns_managed_zone", prefix, "name");
      const records = all(stack, "google_dns_record_set").filter((block) => block.managed_zone === managedZone);
      const record = (name: string, at: readonly string[]): Json => ({
        project: PROJECT,
        managed_zone: managedZone,
        name,
        type: "A",
        ttl: 60,
        rrdatas: at.map((zone) => address(prefix, zone, "address")),
        lifecycle: PROTECTED,
      });
      expect(records).toHaveLength(4);
      expect(records).toEqual(
        expect.arrayContaining([
          record(`*.${domain}.`, zones),
          ...zones.map((zone) => record(`*.${zone}.${domain}.`, [zone])),
        ]),
      );
    });

    it.each(places)(
      "let machines out to the endpoints, at the two ports of a cluster: $prefix",
      ({ prefix, network }) => {
        expect(named(stack, "google_compute_firewall", `${prefix}-egress`)).toEqual({
          project: PROJECT,
          name: `${prefix}-egress`,
          network,
          direction: "EGRESS",
          priority: 1000,
          destination_ranges: zones.map((zone) => `${address(prefix, zone, "address")}/32`),
          allow: [{ protocol: "tcp", ports: ["443", "9092"] }],
        });
      },
    );
  });
});
