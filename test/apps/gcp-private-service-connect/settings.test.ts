import { expect, it } from "vitest";
import { describeInstalled, type AppRun } from "../run-app";
import { APP, PLATFORM, TOPOLOGY, runWith, type Changes } from "./app";

const SECRET = "do-not-print-this-anywhere";

const PROXY = { allowedCidrs: ["203.0.113.0/24"], zone: "europe-west8-b" };

function refused(changes: Changes): AppRun {
  const run = runWith(changes);
  expect(run.status).toBe(1);
  expect(run.stacks).toEqual({});
  expect(run.stderr).not.toMatch(/^\s+at /m);
  return run;
}

const linesOf = ({ stderr }: AppRun): string[] => stderr.split("\n").map((line) => line.trim());

const NAME = "takes 1 to 63 lower-case letters, digits and -, a letter first and no - last";

describeInstalled(APP, "settings", () => {
  it("are told by their path, all of those that have not the form of Google Cloud's names", () => {
    const run = refused({
      gcp: {
        projectId: "${var.project}",
        region: "europe-west8",
        globalAccess: "yes",
        zones: { primary: ["Europe-West3-A"] },
        networks: { primary: { network: "Apps", subnetwork: "apps-" }, dr: { network: "apps" } },
        labels: { Team: "streaming", "goog-x": "1", env: "Production", "": "x" },
      },
      topology: {
        hub: {
          existing: { network: "projects/x/global/networks/y" },
          sniProxy: {
            zone: "europe-west8-b",
            allowedCidrs: ["0.0.0.0/0", "anywhere"],
            ssh: { allowedCidrs: [] },
            machineType: "e2 micro",
            kmsKey: "disks",
            serviceAccount: "default",
          },
        },
      },
    });
    expect(linesOf(run)).toEqual(
      expect.arrayContaining([
        "gcp.projectId: has a Terraform expression in it; this file takes plain values",
        "gcp.region: there is no such member",
        "gcp.globalAccess: Invalid input: expected boolean, received string",
        `gcp.zones.primary[0]: ${NAME}`,
        `gcp.networks.primary.network: ${NAME}`,
        `gcp.networks.primary.subnetwork: ${NAME}`,
        "gcp.networks.dr.subnetwork: is missing",
        "gcp.labels.env: takes up to 63 lower-case letters, digits, _ and -",
        `hub.existing.network: ${NAME}`,
        "hub.sniProxy.allowedCidrs[0]: is wider than /8; name the networks that people come from",
        "hub.sniProxy.allowedCidrs[1]: expected a range of IPv4 addresses like 203.0.113.7/32",
        "hub.sniProxy.ssh.allowedCidrs: names nobody; give the ranges that people come from",
        `hub.sniProxy.machineType: ${NAME}`,
        "hub.sniProxy.kmsKey: takes the id of a key: projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
        "hub.sniProxy.serviceAccount: there is no such member",
      ]),
    );
  });

  it("are told where keys of labels are none, and where a proxy has no zone and nobody who may use it", () => {
    const key = "is no key of a label: 1 to 63 lower-case letters, digits, _ and -, a letter first, and not goog";
    const labels = { Team: "a", "goog-x": "b", "": "c", env: "" };
    const run = refused({ gcp: { labels }, topology: { hub: { sniProxy: {} } } });
    expect(linesOf(run)).toEqual(
      expect.arrayContaining([
        `gcp.labels.Team: ${key}`,
        `gcp.labels.goog-x: ${key}`,
        `gcp.labels[""]: ${key}`,
        "hub.sniProxy.allowedCidrs: is missing",
        "hub.sniProxy.zone: is missing",
      ]),
    );
    expect(run.stderr).not.toContain("gcp.labels.env");
  });

  it("are told where members do not go together", () => {
    const run = refused({
      topology: {
        hub: { existing: { network: "apps" }, sniProxy: { ...PROXY, zone: "europe-west3-a" } },
        clusters: { ...TOPOLOGY.clusters, primary: { region: "europe-west8", cku: 2 } },
        addresses: { primary: "10.20.0.0/16", dr: "10.30.0.0/16" },
      },
      gcp: { globalAccess: false, networks: { dr: { network: "apps", subnetwork: "apps-milan" } } },
    });
    expect(linesOf(run)).toEqual(
      expect.arrayContaining([
        "addresses.hub: is missing: the range of the hub",
        "clusters.dr.region: is PRIMARY's region; what takes PRIMARY along would take DR along",
        "hub.existing.network: is the network of DR, which needs no hub to be reached",
        "hub.sniProxy.zone: is not in DR's region; the way in has to be there when PRIMARY is not",
        "gcp.globalAccess: keeps the SNI proxy in DR's region from the endpoints in PRIMARY's",
      ]),
    );
  });

  it.each(["europe-west8", "europe-west8-bb"])("take no zone that DR's region has not: %s", (zone) => {
    expect(refused({ topology: { hub: { sniProxy: { ...PROXY, zone } } } }).stderr).toContain(
      "hub.sniProxy.zone: is not",
    );
  });

  it("take no range of a hub where there is none", () => {
    expect(refused({ topology: { hub: undefined } }).stderr).toContain(
      "addresses.hub: is the range of a hub, and there is none",
    );
  });

  it("take private ranges that are apart from each other", () => {
    const run = refused({
      topology: { addresses: { primary: "20.1.0.0/16", dr: "10.30.0.0/16", hub: "10.30.8.0/24" } },
    });
    expect(run.stderr).toContain('AddressPlan: CL096: The range of primary is "20.1.0.0/16".');
    expect(run.stderr).toContain("AddressPlan: CL097: hub has 10.30.8.0/24 and dr has 10.30.0.0/16.");
  });

  it("take no hub too small for what is in it, and no range that is none", () => {
    const small = { ...TOPOLOGY.addresses, hub: "10.10.0.0/26" };
    expect(refused({ topology: { addresses: small, hub: { sniProxy: PROXY } } }).stderr).toContain(
      'AddressPlan: CL095: "10.10.0.0/26" of hub has no part 2 of /27.',
    );
    const wrong = { ...TOPOLOGY.addresses, dr: "10.30.0.0" };
    expect(refused({ topology: { addresses: wrong } }).stderr).toContain("AddressPlan: CL095: ");
  });

  it("take projects and zones that Confluent Cloud would take", () => {
    const run = refused({ topology: { hub: { existing: { projectId: "Operators", network: "operators" } } } });
    expect(run.stderr).toContain('platform/network-primary: CL093: "Operators" is no GCP project.');
    const zones = { dr: ["europe-west8-a", "europe-west8-b", "europe-west3-c"] };
    expect(refused({ gcp: { zones } }).stderr).toContain(
      'platform/network-dr: CL094: "europe-west3-c" is no zone of europe-west8.',
    );
  });

  it("are not mixed with the platform of other regions", () => {
    const { clusters } = TOPOLOGY;
    const run = refused({ topology: { clusters: { ...clusters, dr: { region: "europe-west9", cku: 2 } } } });
    expect(run.stderr).toContain("clusters.dr.region: europe-west8, and europe-west9 in the topology file");
    expect(run.stderr).toContain("clusters.jump.region: europe-west8, and europe-west9 in the topology file");
    expect(run.stderr).toContain("npm run platform");
  });

  it("take no platform file with holes, and repeat no secret that is in the wrong place", () => {
    const { dr, ...networks } = PLATFORM.networks;
    const run = refused({
      platform: { ...PLATFORM, secret: SECRET, networks: { ...networks, dr: { ...dr, endpoints: {} } } },
    });
    expect(run.stderr).toContain("secret: there is no such member");
    expect(run.stderr).toContain("networks.dr.endpoints: has no zone");
    const both = refused({ gcp: { credentials: SECRET }, topology: { dr_api_secret: SECRET } });
    expect(both.stderr).toContain("gcp.credentials: there is no such member");
    expect(both.stderr).toContain("dr_api_secret: there is no such member");
    expect(run.stdout + run.stderr + both.stdout + both.stderr).not.toContain(SECRET);
  });
});
