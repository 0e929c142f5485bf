import { describe, expect, it } from "vitest";
import { tableRows } from "./markdown";
import { bothDial, destinationDials, oneWaits, sourceDials, verdict, type Description, type Shape } from "./matrix";
import { readText } from "./repository";

const README = readText("README.md");

/** A verdict as the README writes it. */
const written = (found: string): string => found.replace(/^(CL\d+)$/, "no: $1").replace(/^warning /, "warning: ");

const dedicated = (access: "public" | "private", rest: Partial<Description> = {}): Description => ({
  kind: "Dedicated",
  access,
  ...rest,
});
const [PUBLIC, PRIVATE] = [dedicated("public"), dedicated("private")];
const inNetwork = (networkId: string, cloud: Description["cloud"]): Description =>
  dedicated("private", { networkId, cloud });

const NETWORKS: Record<string, readonly (readonly [source: Description, destination: Description])[]> = {
  "public → public": [[PUBLIC, PUBLIC]],
  "public → private": [[PUBLIC, PRIVATE]],
  "private → public": [[PRIVATE, PUBLIC]],
  "private → private, one network": [
    [inNetwork("n-1", "AWS"), inNetwork("n-1", "AWS")],
    [inNetwork("n-1", "AZURE"), inNetwork("n-1", "AZURE")],
  ],
  "private → private, two networks, AWS": [[inNetwork("n-1", "AWS"), inNetwork("n-2", "AWS")]],
  "private → private, two networks, Azure or GCP": [
    [inNetwork("n-1", "AZURE"), inNetwork("n-2", "AZURE")],
    [inNetwork("n-1", "GCP"), inNetwork("n-2", "GCP")],
    [inNetwork("n-1", "AWS"), inNetwork("n-2", "GCP")],
  ],
};

const SHAPES: readonly Shape[] = [destinationDials, sourceDials, bothDial, oneWaits];

const CLUSTERS: Record<string, Description> = {
  "Basic, public": { kind: "Basic", access: "public" },
  "Standard, public": { kind: "Standard", access: "public" },
  "Enterprise, private": { kind: "Enterprise", access: "private", networkId: "n-1" },
  "Dedicated, public": PUBLIC,
  "Dedicated, private": inNetwork("n-1", undefined),
  "Freight, private": { kind: "Freight", access: "private", networkId: "n-1" },
};

const ROLES: readonly ((cluster: Description) => string)[] = [
  (cluster) => verdict(destinationDials, cluster, inNetwork("n-1", undefined)),
  (cluster) => verdict(sourceDials, cluster, PUBLIC),
  (cluster) => verdict(destinationDials, PUBLIC, cluster),
  (cluster) => verdict(oneWaits, cluster, PUBLIC),
];

describe("the support matrix of the README", () => {
  const networks = tableRows(README, "Networks");
  const clusters = tableRows(README, "Cluster");

  it("has every row", () => {
    expect(networks.map(([name]) => name)).toEqual(Object.keys(NETWORKS));
    expect(clusters.map(([name]) => name)).toEqual(Object.keys(CLUSTERS));
  });

  it.each(networks)("is right about %s", (name, ...cells) => {
    for (const [source, destination] of NETWORKS[String(name)] ?? []) {
      expect(SHAPES.map((shape) => written(verdict(shape, source, destination)))).toEqual(cells);
    }
  });

  it.each(clusters)("is right about %s", (name, ...cells) => {
    const cluster = CLUSTERS[String(name)] as Description;
    expect(ROLES.map((role) => written(role(cluster)))).toEqual(cells);
  });

  it("leaves out only what does not exist", () => {
    const kinds = ["Basic", "Standard", "Enterprise", "Dedicated", "Freight"] as const;
    const all = kinds.flatMap((kind) => (["public", "private"] as const).map((access) => ({ kind, access })));
    const listed = new Set(Object.values(CLUSTERS).map(({ kind, access }) => `${kind} ${access}`));
    for (const cluster of all.filter(({ kind, access }) => !listed.has(`${kind} ${access}`))) {
      expect(verdict(destinationDials, cluster, PUBLIC)).toBe("CL061");
    }
  });
});
