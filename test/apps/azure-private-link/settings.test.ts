import { expect, it } from "vitest";
import { describeInstalled, runApp, stacksOf } from "../run-app";
import { APP, PLATFORM, TOPOLOGY, runWith, type Changes } from "./app";
import type { AppRun } from "../run-app";

const SECRET = "do-not-print-this-anywhere";

function expectRefused(run: AppRun, messages: readonly string[]): void {
  expect(run.status).toBe(1);
  for (const message of messages) expect(run.stderr).toContain(message);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stacks).toEqual({});
}

describeInstalled(APP, "the app's own files", () => {
  it("synthesise everything as they are", () => {
    const run = runApp(APP);
    expect(Object.keys(stacksOf(run))).toHaveLength(6);
    expect(run.stdout).toContain("Platform linking: PRIMARY 2 CKU in germanywestcentral, JUMP 2 CKU in italynorth");
    expect(run.stdout).toContain("No warnings.");
  });
});

describeInstalled(APP, "settings", () => {
  it.each<[string, Changes, string[]]>([
    [
      "what is wrong by itself, all at once",
      {
        azure: {
          subscriptionId: "my-subscription",
          tenantId: "contoso.test",
          clientSecret: SECRET,
          networks: { primary: { virtualNetwork: "apps" }, dr: { peered: true, clientRanges: ["0.0.0.0/0"] } },
          tags: { owner: "${var.owner}" },
        },
        topology: {
          name: "Shop",
          hub: {
            existing: { subscriptionId: "another" },
            clientRanges: ["128.0.0.0/1", "10.8.0.0"],
            sniProxy: {
              allowedCidrs: [],
              password: SECRET,
              ssh: { publicKey: `-----BEGIN OPENSSH PRIVATE KEY-----\n${SECRET}` },
            },
          },
        },
      },
      [
        "name: takes 2 to 20 lower-case letters",
        "azure.subscriptionId: takes the id of a subscription",
        "azure.tenantId: takes the id of a tenant",
        "azure.clientSecret: there is no such member",
        "azure.networks.primary.resourceGroup: is missing: the resource group of the virtual network",
        "azure.networks.dr.peered: is for a virtual network that exists",
        "azure.networks.dr.clientRanges[0]: is wider than /8",
        "azure.tags.owner: has a Terraform expression in it",
        "hub.existing.subscriptionId: takes the id of a subscription",
        "hub.existing.resourceGroup: is missing",
        "hub.existing.virtualNetwork: is missing",
        "hub.clientRanges[0]: is wider than /8",
        "hub.clientRanges[1]: expected a range of IPv4 addresses",
        "hub.sniProxy.allowedCidrs: names nobody",
        "hub.sniProxy.password: there is no such member",
        "hub.sniProxy.ssh.allowedCidrs: is missing",
        "hub.sniProxy.ssh.publicKey: takes a public key in one line",
      ],
    ],
    [
      "a proxy that nobody, and one that everybody may use",
      { topology: { hub: { sniProxy: { ssh: { publicKey: "ssh-ed25519 AAAA", allowedCidrs: ["0.0.0.0/0"] } } } } },
      ["hub.sniProxy.allowedCidrs: is missing", "hub.sniProxy.ssh.allowedCidrs[0]: is wider than /8"],
    ],
    [
      "DR in PRIMARY's region, and a hub without a range",
      {
        topology: {
          clusters: { ...TOPOLOGY.clusters, dr: { region: "westeurope", cku: 4 } },
          addresses: { primary: "10.21.0.0/16", dr: "172.20.0.0/20" },
        },
      },
      ["clusters.dr.region: is PRIMARY's region", "addresses.hub: is missing: the range of the hub"],
    ],
    [
      "the range of a hub that is not there",
      { topology: { hub: undefined } },
      ["addresses.hub: is the range of a hub, and there is none"],
    ],
    [
      "ranges that overlap",
      { topology: { addresses: { ...TOPOLOGY.addresses, hub: "10.21.7.0/24" } } },
      ["CL097", "10.21.7.0/24", "10.21.0.0/16"],
    ],
    [
      "a public range",
      { topology: { addresses: { ...TOPOLOGY.addresses, dr: "30.1.0.0/16" } } },
      ["CL096", "30.1.0.0/16"],
    ],
    [
      "a range without room for the endpoints",
      { topology: { addresses: { ...TOPOLOGY.addresses, dr: "172.20.0.0/28" } } },
      ["CL095", "172.20.0.0/28"],
    ],
  ])("are refused: %s", (_, changes, messages) => {
    const run = runWith(changes);
    expectRefused(run, messages);
    expect(run.stdout + run.stderr).not.toContain(SECRET);
  });
});

describeInstalled(APP, "the platform's file", () => {
  it("is written after the first deployment: until then there is the platform alone, and the way on", () => {
    const run = runWith({ platform: "absent" });
    expect(Object.keys(stacksOf(run))).toEqual(["platform"]);
    expect(run.stdout).toMatch(
      /There is no platform\.json yet: deploy the stack platform, then run npm run platform\./,
    );
  });

  it("is refused when it is of other regions", () => {
    const clusters = { ...PLATFORM.clusters, dr: { ...PLATFORM.clusters.dr, region: "norwayeast" } };
    expectRefused(runWith({ platform: { ...PLATFORM, clusters } }), [
      "is of another platform than the topology file",
      "clusters.dr.region: norwayeast, and swedencentral in the topology file",
      "npm run platform",
    ]);
  });

  it("is refused when zones and domains do not belong together, or something is in it that does not belong there", () => {
    const { primary, dr } = PLATFORM.networks;
    expectRefused(
      runWith({
        platform: {
          ...PLATFORM,
          networks: {
            primary: { ...primary, endpoints: { "1": "alias" } },
            dr: { ...dr, zonalSubdomains: { "2": "az2.elsewhere.test", "3": "az3.elsewhere.test" } },
          },
          accounts: { ...PLATFORM.accounts, "jump-to-dr": { source: "sa-1", destination: "sa-2", secret: SECRET } },
        },
      }),
      [
        "networks.primary.zonalSubdomains: has other zones than endpoints",
        "networks.dr.zonalSubdomains: has a domain that is not below dnsDomain",
        "accounts.jump-to-dr.secret: there is no such member",
      ],
    );
  });
});

describeInstalled(APP, "secrets", () => {
  it("of the environment are in no stack and in no message", () => {
    const names = ["ARM_CLIENT_SECRET", "CONFLUENT_CLOUD_API_SECRET", "TF_VAR_dr_api_secret", "ARM_ACCESS_KEY"];
    const run = runWith({ env: Object.fromEntries(names.map((name) => [name, SECRET])) });
    expect(run.stdout + run.stderr + JSON.stringify(stacksOf(run))).not.toContain(SECRET);
  });

  it("are no outputs: what the platform tells is not sensitive", () => {
    const { platform, "network-primary": network } = stacksOf(runWith());
    expect(Object.keys(platform.output)).toEqual(["platform"]);
    expect(JSON.stringify(platform)).not.toMatch(/confluent_api_key|\.secret|nonsensitive/);
    expect(network).not.toHaveProperty("output");
  });
});
