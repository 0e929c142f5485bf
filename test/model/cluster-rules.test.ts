import { describe, expect, it } from "vitest";
import { UNKNOWN, type Maybe } from "../../lib/model/maybe";
import {
  checkCluster,
  checkDial,
  checkDialler,
  checkEnds,
  checkEndpoints,
  checkReceiver,
} from "../../lib/model/rules/clusters";
import type { Cluster, ClusterAccess, ClusterKind } from "../../lib/model/topology";
import { cluster, ids } from "./support/legs";

describe("cluster types", () => {
  // kind, receives mirror topics, hosts a half that dials from the source, public, private
  it.each<[ClusterKind, boolean, boolean, boolean, boolean]>([
    ["Basic", false, false, true, false],
    ["Standard", false, false, true, false],
    ["Enterprise", true, true, false, true],
    ["Dedicated", true, true, true, true],
    ["Freight", false, false, false, true],
  ])("%s", (kind, receives, dials, isPublic, isPrivate) => {
    expect(ids(checkReceiver(cluster("x", { kind })))).toEqual(receives ? [] : ["CL017"]);
    expect(ids(checkDialler(cluster("x", { kind })))).toEqual(dials ? [] : ["CL063"]);
    expect(ids(checkCluster(cluster("x", { kind, access: "public" })))).toEqual(isPublic ? [] : ["CL061"]);
    expect(ids(checkCluster(cluster("x", { kind, access: "private" })))).toEqual(isPrivate ? [] : ["CL061"]);
  });
});

describe("who can dial whom", () => {
  const kinds: ClusterKind[] = ["Basic", "Standard", "Enterprise", "Dedicated", "Freight"];
  const accesses: ClusterAccess[] = ["public", "private"];
  const clouds: (Maybe<string> | undefined)[] = ["AWS", "AZURE", "GCP", UNKNOWN, undefined];
  const networks: [string, Maybe<string> | undefined, Maybe<string> | undefined, boolean][] = [
    ["none", undefined, undefined, false],
    ["one", "n-1", undefined, false],
    ["different", "n-1", "n-2", false],
    ["the same", "n-1", "n-1", true],
    ["a token", UNKNOWN, "n-1", true],
    ["two tokens", UNKNOWN, UNKNOWN, true],
    ["a token and none", UNKNOWN, undefined, false],
  ];
  const every = <T, U>(list: readonly T[], each: (value: T) => U[]): U[] => list.flatMap(each);
  const cases = every(accesses, (from) => every(accesses, (to) => networks.map((network) => ({ from, to, network }))));

  it.each(cases)("$from -> $to, network ids: $network.0", ({ from, to, network: [, mine, theirs, shared] }) => {
    for (const fromKind of kinds) {
      for (const toKind of kinds) {
        for (const fromCloud of clouds) {
          for (const toCloud of clouds) {
            const dialler = cluster("from", { access: from, kind: fromKind, cloud: fromCloud, networkId: mine });
            const dialled = cluster("to", { access: to, kind: toKind, cloud: toCloud, networkId: theirs });
            const foreign = ["AZURE", "GCP"];
            const perhapsPeered =
              fromKind === "Dedicated" &&
              toKind === "Dedicated" &&
              !foreign.includes(fromCloud as string) &&
              !foreign.includes(toCloud as string);
            const expected =
              to === "public"
                ? []
                : from === "public"
                  ? ["CL016"]
                  : shared
                    ? []
                    : perhapsPeered
                      ? ["CL069"]
                      : ["CL062"];
            expect(ids(checkDial(dialler, dialled))).toEqual(expected);
          }
        }
      }
    }
  });

  it("is told by both clusters", () => {
    const [finding] = checkDial(cluster("jump"), cluster("primary", { access: "private", kind: "Enterprise" }));
    expect(finding?.given).toBe("jump (public, Dedicated) would have to dial primary (private, Enterprise).");
  });
});

describe("the description of a cluster", () => {
  it.each<[string, Partial<Record<keyof Cluster, unknown>>, string[]]>([
    ["as it should be", {}, []],
    [
      "without anything optional",
      { cloud: undefined, region: undefined, restEndpoint: undefined, bootstrapEndpoint: undefined },
      [],
    ],
    [
      "known to Terraform only",
      { id: UNKNOWN, cloud: UNKNOWN, region: UNKNOWN, restEndpoint: UNKNOWN, bootstrapEndpoint: UNKNOWN },
      [],
    ],
    ["without name", { name: " " }, ["CL070"]],
    ["with a name that is no text", { name: undefined }, ["CL070"]],
    ["without id", { id: "" }, ["CL070"]],
    ["with another access", { access: "internal" }, ["CL070"]],
    ["with another kind", { kind: "dedicated" }, ["CL070"]],
    ["with another cloud", { cloud: "aws" }, ["CL070"]],
    ["with a kind from Object", { kind: "constructor", cloud: "__proto__" }, ["CL070", "CL070"]],
  ])("%s", (_, attributes, expected) => {
    expect(ids(checkCluster({ ...cluster("x"), ...(attributes as Partial<Cluster>) }))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["https://pkc-00000.region.azure.confluent.cloud:443", []],
    ["https://pkc-00000.region.azure.confluent.cloud", []],
    ["http://127.0.0.1:8080", []],
    ["https://localhost:443/", []],
    ["pkc-00000.confluent.cloud:443", ["CL052"]],
    ["https://", ["CL052"]],
    ["", ["CL052"]],
    ["ftp://x", ["CL052"]],
    ["pkc-00000.confluent.cloud:9092", ["CL032"]],
    ["SASL_SSL://pkc-00000.confluent.cloud:9092", ["CL032"]],
    ["https://pkc-00000.confluent.cloud:9092", ["CL032"]],
  ])("REST endpoint %j", (restEndpoint, expected) => {
    expect(ids(checkCluster(cluster("x", { restEndpoint })))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["pkc-00000.region.azure.confluent.cloud:9092", []],
    ["SASL_SSL://pkc-00000.region.azure.confluent.cloud:9092", []],
    ["127.0.0.1:19092", []],
    ["https://pkc-00000.confluent.cloud:443", ["CL032"]],
    ["pkc-00000.confluent.cloud:443", ["CL032"]],
    ["pkc-00000.confluent.cloud", ["CL032"]],
    ["", ["CL032"]],
    ["a b:9092", ["CL032"]],
    ["host:9092\n", ["CL032"]],
  ])("bootstrap endpoint %j", (bootstrapEndpoint, expected) => {
    expect(ids(checkCluster(cluster("x", { bootstrapEndpoint })))).toEqual(expected);
  });
});

describe("the ends of a link", () => {
  it("are two clusters", () => {
    const token = cluster("a", { id: UNKNOWN });
    expect(ids(checkEnds(cluster("a"), cluster("b")))).toEqual([]);
    expect(ids(checkEnds(cluster("a"), cluster("b", { id: "lkc-a" })))).toEqual(["CL029"]);
    expect(ids(checkEnds(token, cluster("b")))).toEqual([]);
    expect(ids(checkEnds(token, cluster("b", { id: UNKNOWN })))).toEqual([]);
    expect(checkEnds(token, token)[0]?.given).toBe("Source a and destination a both have the id the same token.");
  });

  it("have the endpoints that a half needs", () => {
    const bare = cluster("bare", { restEndpoint: undefined, bootstrapEndpoint: undefined });
    expect(ids(checkEndpoints(cluster("a"), cluster("b")))).toEqual([]);
    expect(ids(checkEndpoints(bare, bare))).toEqual(["CL054", "CL054"]);
    expect(
      ids(checkEndpoints(cluster("a", { bootstrapEndpoint: undefined }), cluster("b", { restEndpoint: undefined }))),
    ).toEqual([]);
    expect(
      ids(checkEndpoints(cluster("a", { restEndpoint: UNKNOWN }), cluster("b", { bootstrapEndpoint: UNKNOWN }))),
    ).toEqual([]);
  });
});
