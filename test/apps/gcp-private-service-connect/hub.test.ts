import { describe, expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import type { Json } from "../../support/synth";
import { APP, TOPOLOGY, all, counts, named, namesOf, platformIn, reference, runWith } from "./app";

const HUB = "projects/operators-project/global/networks/operators";

const PROXY = { allowedCidrs: ["203.0.113.0/24", "198.51.100.7/32"], zone: "europe-west8-b" };

describeInstalled(APP, "a hub that exists, in a project of its own", () => {
  const stacks = stacksOf(
    runWith({
      topology: {
        hub: {
          existing: { projectId: "operators-project", network: "operators" },
          sniProxy: {
            ...PROXY,
            ssh: { allowedCidrs: ["192.0.2.0/28"] },
            machineType: "e2-small",
            kmsKey: "projects/keys-project/locations/europe-west8/keyRings/ring/cryptoKeys/disks",
          },
        },
      },
      gcp: {
        networks: {
          primary: { network: "apps", subnetwork: "apps-frankfurt" },
          dr: { network: "apps", subnetwork: "apps-milan" },
        },
        labels: { team: "streaming", "cost-center": "4711" },
      },
    }),
  );

  it("may make endpoints to both networks, as the applications' project may", () => {
    const projects = all(stacks["platform"], "confluent_private_link_access").map(({ gcp }) => gcp.project);
    expect(projects.sort()).toEqual(["operators-project", "operators-project", "shop-project", "shop-project"]);
  });

  it("makes both clusters wait for both accesses", () => {
    const clusters: Json = stacks["platform"].resource.confluent_kafka_cluster;
    for (const place of ["primary", "dr"]) expect(clusters[place].depends_on, place).toHaveLength(2);
  });

  it("is not made", () => {
    for (const [name, stack] of Object.entries(stacks)) expect(all(stack, "google_compute_network"), name).toEqual([]);
  });

  it.each([
    ["primary", "europe-west3", "10.10.0.0/27"],
    ["dr", "europe-west8", "10.10.0.32/27"],
  ])("has everything of its own in its project, in the cluster's region: %s", (which, region, range) => {
    const stack = stacks[`network-${which}`];
    for (const [type, blocks] of Object.entries<Json>(stack.resource)) {
      const ofHub = Object.entries<Json>(blocks).filter(([id]) => id.startsWith("hub_"));
      expect(ofHub.length, type).toBeGreaterThan(0);
      for (const [id, { project }] of ofHub) expect(project, id).toBe("operators-project");
    }
    expect(named(stack, "google_compute_subnetwork", `shop-hub-${which}`)).toMatchObject({
      region,
      network: HUB,
      ip_cidr_range: range,
    });
    const endpoints = all(stack, "google_compute_forwarding_rule").filter(({ network }) => network === HUB);
    expect(endpoints.map((endpoint) => endpoint.region)).toEqual([region, region, region]);
    expect(named(stack, "google_dns_managed_zone", `shop-hub-${which}`).private_visibility_config).toEqual({
      networks: [{ network_url: HUB }],
    });
  });

  it.each([
    ["primary", "projects/shop-project/regions/europe-west3/subnetworks/apps-frankfurt"],
    ["dr", "projects/shop-project/regions/europe-west8/subnetworks/apps-milan"],
  ])("goes with networks that exist: %s", (which, subnetwork) => {
    const stack = stacks[`network-${which}`];
    const network = "projects/shop-project/global/networks/apps";
    expect(namesOf(stack, "google_compute_subnetwork")).toEqual([`shop-hub-${which}`]);
    const addresses = all(stack, "google_compute_address").filter(({ project }) => project === "shop-project");
    expect(addresses.map((address) => address.subnetwork)).toEqual([subnetwork, subnetwork, subnetwork]);
    const endpoints = all(stack, "google_compute_forwarding_rule").filter(({ project }) => project === "shop-project");
    expect(endpoints.map((endpoint) => endpoint.network)).toEqual([network, network, network]);
    expect(named(stack, "google_dns_managed_zone", `shop-${which}`).private_visibility_config).toEqual({
      networks: [{ network_url: network }],
    });
    expect(named(stack, "google_compute_firewall", `shop-${which}-egress`).network).toBe(network);
  });

  it("labels all that can have labels", () => {
    const types = [
      "google_compute_address",
      "google_compute_forwarding_rule",
      "google_dns_managed_zone",
      "google_compute_instance",
    ];
    const labelled = Object.values(stacks).flatMap((stack) => types.flatMap((type) => all(stack, type)));
    expect(labelled).toHaveLength(6 * 4 + 4 + 2);
    for (const { labels, name } of labelled) expect(labels, name).toEqual({ team: "streaming", "cost-center": "4711" });
  });

  describe("has the SNI proxy", () => {
    const stack = stacks["network-hub"];
    const [instance] = all(stack, "google_compute_instance");

    it("in the hub's project and DR's region", () => {
      for (const blocks of Object.values<Json>(stack.resource)) {
        for (const block of Object.values<Json>(blocks)) expect(block.project, block.name).toBe("operators-project");
      }
      expect(named(stack, "google_compute_subnetwork", "shop-sni-proxy")).toMatchObject({
        region: "europe-west8",
        network: HUB,
        ip_cidr_range: "10.10.0.64/27",
      });
      expect(named(stack, "google_compute_address", "shop-sni-proxy").region).toBe("europe-west8");
      expect(instance).toMatchObject({ zone: "europe-west8-b", machine_type: "e2-small" });
    });

    it("with a disk under the key that was asked for", () => {
      expect(instance.boot_disk.kms_key_self_link).toBe(
        "projects/keys-project/locations/europe-west8/keyRings/ring/cryptoKeys/disks",
      );
    });

    it("with a way in for operators, from their ranges alone", () => {
      expect(named(stack, "google_compute_firewall", "shop-sni-proxy-operators-to-ssh")).toMatchObject({
        direction: "INGRESS",
        network: HUB,
        source_ranges: ["192.0.2.0/28"],
        target_tags: ["shop-sni-proxy"],
        allow: [{ protocol: "tcp", ports: ["22"] }],
      });
      expect(instance.metadata["user-data"]).not.toContain("ssh.service");
    });
  });
});

describeInstalled(APP, "a hub that is made, with an SNI proxy", () => {
  const stacks = stacksOf(runWith({ topology: { hub: { sniProxy: PROXY } } }));
  const stack = stacks["network-hub"];
  const [instance] = all(stack, "google_compute_instance");
  const vpc = reference(stack, "google_compute_network", "shop-hub", "id");

  it("has them in one stack", () => {
    expect(counts(stack)).toEqual({
      google_compute_address: 1,
      google_compute_firewall: 5,
      google_compute_instance: 1,
      google_compute_network: 1,
      google_compute_subnetwork: 1,
    });
    expect(stack.output).toEqual({
      sni_proxy_address: { value: reference(stack, "google_compute_address", "shop-sni-proxy", "address") },
    });
  });

  it("has a subnetwork and an address that outlive the machine", () => {
    expect(named(stack, "google_compute_subnetwork", "shop-sni-proxy")).toEqual({
      project: "shop-project",
      region: "europe-west8",
      name: "shop-sni-proxy",
      network: vpc,
      ip_cidr_range: "10.10.0.64/27",
      private_ip_google_access: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(named(stack, "google_compute_address", "shop-sni-proxy")).toEqual({
      project: "shop-project",
      region: "europe-west8",
      name: "shop-sni-proxy",
      address_type: "EXTERNAL",
      labels: {},
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has a hardened machine: no rights, no way in, a chain of trust from the firmware on", () => {
    const { name, metadata, depends_on: _, ...rest } = instance;
    expect(name).toMatch(/^shop-sni-proxy-[0-9a-f]{8}$/);
    expect(rest).toEqual({
      project: "shop-project",
      zone: "europe-west8-b",
      machine_type: "e2-micro",
      tags: ["shop-sni-proxy"],
      labels: {},
      can_ip_forward: false,
      allow_stopping_for_update: true,
      boot_disk: {
        auto_delete: true,
        initialize_params: {
          image: "projects/ubuntu-os-cloud/global/images/family/ubuntu-2404-lts-amd64",
          size: 10,
          type: "pd-balanced",
        },
      },
      network_interface: [
        {
          subnetwork: reference(stack, "google_compute_subnetwork", "shop-sni-proxy", "id"),
          access_config: [{ nat_ip: reference(stack, "google_compute_address", "shop-sni-proxy", "address") }],
        },
      ],
      shielded_instance_config: { enable_secure_boot: true, enable_vtpm: true, enable_integrity_monitoring: true },
    });
    expect({ ...metadata, "user-data": undefined }).toEqual({
      "block-project-ssh-keys": "TRUE",
      "enable-oslogin": "TRUE",
      "serial-port-enable": "FALSE",
      "user-data": undefined,
    });
  });

  it("has the machine after all firewall rules, so that it never stands open", () => {
    const rules = Object.keys(stack.resource.google_compute_firewall).map((id) => `google_compute_firewall.${id}`);
    expect([...instance.depends_on].sort()).toEqual(rules.sort());
  });

  it("passes on what asks for a name of the two clusters, over Google's resolver, and nothing else", () => {
    const config: string = instance.metadata["user-data"];
    const passed = [...config.matchAll(/^ *(\S+) \$ssl_preread_server_name:\$server_port;$/gm)].map(([, name]) => name);
    expect(passed).toEqual([
      "*.domaaaa11.europe-west3.gcp.confluent.cloud",
      "*.dombbbb22.europe-west8.gcp.confluent.cloud",
    ]);
    expect(config).toContain("resolver 169.254.169.254 ");
    expect(config).toMatch(/allow 198\.51\.100\.7\/32;\s+allow 203\.0\.113\.0\/24;\s+deny all;/);
    expect(config).toContain('["systemctl","mask","--now","nginx.service","ssh.service","ssh.socket"]');
    expect(config).not.toMatch(/[$%]\{/);
  });

  it("has firewall rules for this machine alone, and the last ones stop everything", () => {
    const rule = (name: string, direction: string, ranges: readonly string[], ports?: readonly string[]): Json => ({
      project: "shop-project",
      name: `shop-sni-proxy-${name}`,
      network: vpc,
      direction,
      target_tags: ["shop-sni-proxy"],
      ...(direction === "INGRESS" ? { source_ranges: ranges } : { destination_ranges: ranges }),
      ...(ports
        ? { priority: 1000, allow: [{ protocol: "tcp", ports }] }
        : { priority: 65534, deny: [{ protocol: "all" }] }),
    });
    const rules = all(stack, "google_compute_firewall");
    expect(rules).toHaveLength(5);
    expect(rules).toEqual(
      expect.arrayContaining([
        rule("clients-to-proxy", "INGRESS", ["203.0.113.0/24", "198.51.100.7/32"], ["443", "9092"]),
        rule("proxy-to-clusters", "EGRESS", ["10.10.0.0/27", "10.10.0.32/27"], ["443", "9092"]),
        rule("proxy-to-packages", "EGRESS", ["0.0.0.0/0"], ["80", "443"]),
        rule("deny-ingress", "INGRESS", ["0.0.0.0/0"]),
        rule("deny-egress", "EGRESS", ["0.0.0.0/0"]),
      ]),
    );
  });
});

describeInstalled(APP, "no hub, and no protection", () => {
  const { hub: _, ...addresses } = TOPOLOGY.addresses;
  const zones = { primary: ["europe-west3-a", "europe-west3-b", "europe-west3-c"] };
  const stacks = stacksOf(
    runWith({
      topology: { hub: undefined, addresses, protection: false },
      gcp: { zones, globalAccess: false },
    }),
  );

  it("is one stack less, and nothing of a hub in the others", () => {
    expect(Object.keys(stacks)).not.toContain("network-hub");
    for (const which of ["primary", "dr"]) {
      expect(counts(stacks[`network-${which}`])).toEqual({
        google_compute_address: 3,
        google_compute_firewall: 1,
        google_compute_forwarding_rule: 3,
        google_compute_network: 1,
        google_compute_subnetwork: 1,
        google_dns_managed_zone: 1,
        google_dns_record_set: 4,
      });
    }
  });

  it("lets Terraform destroy everything", () => {
    expect(JSON.stringify(stacks)).not.toContain('"prevent_destroy":true');
    for (const cluster of all(stacks["platform"], "confluent_kafka_cluster")) {
      expect(cluster).not.toHaveProperty("deletion_protection");
    }
  });

  it("keeps endpoints to their own region where the file says so", () => {
    for (const which of ["primary", "dr"]) {
      for (const endpoint of all(stacks[`network-${which}`], "google_compute_forwarding_rule")) {
        expect(endpoint.allow_psc_global_access).toBe(false);
      }
    }
  });

  it("asks for the zones that are named, and leaves the others to Confluent Cloud", () => {
    const networks: Json = stacks["platform"].resource.confluent_network;
    expect(networks["network-primary"].zones).toEqual(zones.primary);
    expect(networks["network-dr"]).not.toHaveProperty("zones");
  });
});

describeInstalled(APP, "the longest name, in the region with the longest one", () => {
  const primary = "northamerica-northeast1";
  const stacks = stacksOf(
    runWith({
      topology: {
        name: "a2345678901234567890",
        clusters: { ...TOPOLOGY.clusters, primary: { region: primary, cku: 2 } },
        hub: { sniProxy: { ...PROXY, ssh: { allowedCidrs: ["192.0.2.0/28"] } } },
      },
      platform: platformIn({ primary, dr: "europe-west8" }),
    }),
  );

  it("makes no name that Google Cloud would refuse, and none twice", () => {
    const names = Object.values(stacks).flatMap((stack) =>
      Object.entries<Json>(stack.resource)
        .filter(([type]) => type.startsWith("google_") && type !== "google_dns_record_set")
        .flatMap(([type, blocks]) => Object.values<Json>(blocks).map(({ name }) => `${type} ${name}`)),
    );
    expect(names).toContain("google_compute_address a2345678901234567890-hub-primary-northamerica-northeast1-a");
    for (const name of names) expect(name).toMatch(/^google_\w+ [a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
    expect(new Set(names).size).toBe(names.length);
  });
});
