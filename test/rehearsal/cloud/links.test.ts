import { describe, expect, it } from "vitest";
import { linkConfigEntries } from "../../../lib/rehearsal/cloud/link-configs";
import { alterLinkConfigs, createLink, deleteLink, findLink } from "../../../lib/rehearsal/cloud/links";
import { createMirror, failOverMirrors } from "../../../lib/rehearsal/cloud/mirrors";
import { createTopic } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  MINUTE,
  PRIMARY,
  SECOND,
  addCluster,
  addKey,
  bootstrapOf,
  half,
  jaas,
  legOne,
  legTwo,
  pass,
  refusal,
  statusOf,
  threeClusters,
} from "./world";

describe("halves of a link", () => {
  it("work together: ACTIVE once both exist, with one id", () => {
    const cloud = threeClusters();
    const receiving = half(cloud, "B", JUMP, PRIMARY);
    expect(receiving).toMatchObject({ state: "UNAVAILABLE", error: "UNKNOWN", peerId: PRIMARY });
    const dialling = half(cloud, "C", PRIMARY, JUMP);
    expect(dialling).toMatchObject({ state: "ACTIVE", error: "NO_ERROR", mode: "SOURCE", peerId: JUMP });
    expect(receiving).toMatchObject({ state: "ACTIVE", error: "NO_ERROR", errorMessage: "" });
    expect(dialling.clusterLinkId).toBe(receiving.clusterLinkId);
  });

  it("need the receiving one first", () => {
    const cloud = threeClusters();
    expect(refusal(() => half(cloud, "C", PRIMARY, JUMP))).toMatchObject({
      status: 400,
      message: expect.stringContaining("does not exist on lkc-jump"),
    });
    expect(cloud.state.clusters.get(PRIMARY)?.links.size).toBe(0);
  });

  it.each([
    ["another name", () => ({ name: "other" }), PRIMARY],
    ["another source", () => ({}), DR],
  ])("do not match: %s", (_, options, source) => {
    const cloud = threeClusters();
    const receiving = half(cloud, "B", JUMP, source, options());
    expect(refusal(() => half(cloud, "C", PRIMARY, JUMP)).status).toBe(400);
    pass(cloud, 10 * MINUTE);
    expect(receiving.state).toBe("UNAVAILABLE");
  });

  it("do not match when the one on the destination dials itself", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-public", { access: "public" });
    half(cloud, "A", JUMP, "lkc-public");
    expect(refusal(() => half(cloud, "C", "lkc-public", JUMP)).status).toBe(400);
  });

  it("stand alone where the destination dials", () => {
    const cloud = threeClusters();
    expect(legTwo(cloud)).toMatchObject({ state: "ACTIVE", mode: "DESTINATION", connectionMode: "OUTBOUND" });
  });

  it("of a bidirectional link: the waiting one first, then the dialling one", () => {
    const cloud = threeClusters();
    expect(refusal(() => half(cloud, "D", PRIMARY, JUMP)).status).toBe(400);
    const waiting = half(cloud, "E", JUMP, PRIMARY);
    const dialling = half(cloud, "D", PRIMARY, JUMP);
    expect([waiting.state, dialling.state]).toEqual(["ACTIVE", "ACTIVE"]);
    expect(waiting.clusterLinkId).toBe(dialling.clusterLinkId);
  });

  it("of a bidirectional link between public clusters: either first", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-public", { access: "public" });
    const first = half(cloud, "D", "lkc-public", JUMP);
    expect(first).toMatchObject({ state: "UNAVAILABLE", error: "UNKNOWN" });
    const second = half(cloud, "D", JUMP, "lkc-public");
    expect([first.state, second.state]).toEqual(["ACTIVE", "ACTIVE"]);
    expect(second.clusterLinkId).toBe(first.clusterLinkId);
  });

  it("two waiting ones of a bidirectional link wait for ever", () => {
    const cloud = threeClusters();
    const one = half(cloud, "E", JUMP, PRIMARY);
    const other = half(cloud, "E", PRIMARY, JUMP);
    pass(cloud, 10 * MINUTE);
    expect([one.state, other.state]).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
  });

  it("refuse a second one of the same name with 409", () => {
    const cloud = threeClusters();
    legTwo(cloud);
    expect(refusal(() => legTwo(cloud))).toMatchObject({ status: 409 });
  });

  it.each([
    ["itself", () => half(threeClusters(), "A", JUMP, JUMP)],
    ["an illegal name", () => half(threeClusters(), "A", DR, JUMP, { name: "a/b" })],
    ["no bootstrap server", () => bare({ "link.mode": "DESTINATION" })],
    [
      "SOURCE with INBOUND",
      () => half(threeClusters(), "C", PRIMARY, JUMP, { configs: { "connection.mode": "INBOUND" } }),
    ],
    ["SOURCE with a source id", () => half(threeClusters(), "A", DR, JUMP, { configs: { "link.mode": "SOURCE" } })],
    [
      "an unknown connection mode",
      () => half(threeClusters(), "A", DR, JUMP, { configs: { "connection.mode": "BOTH" } }),
    ],
  ])("refuse %s with 400", (_, action) => {
    expect(refusal(action)).toMatchObject({ status: 400, code: 40002 });
  });

  it("are not found on unknown clusters and under unknown names", () => {
    const cloud = threeClusters();
    expect(refusal(() => findLink(cloud, "lkc-none", "link")).status).toBe(404);
    expect(refusal(() => findLink(cloud, DR, "link"))).toMatchObject({ status: 404 });
    expect(findLink(cloud, DR, legTwo(cloud).name).peerId).toBe(JUMP);
  });

  it("are only tried with validateOnly", () => {
    const cloud = threeClusters();
    const request = {
      name: "link",
      peer: { role: "source", id: JUMP },
      configs: new Map([
        ["bootstrap.servers", bootstrapOf(JUMP)],
        ["sasl.jaas.config", jaas("key-lkc-jump")],
      ]),
      validateLink: true,
    } as const;
    createLink(cloud, DR, request, { validateOnly: true });
    expect(cloud.state.clusters.get(DR)?.links.size).toBe(0);
    createLink(cloud, DR, request);
    expect(cloud.state.clusters.get(DR)?.links.get("link")).toMatchObject({ mode: "DESTINATION", state: "ACTIVE" });
  });

  function bare(configs: Record<string, string>): unknown {
    const cloud = threeClusters();
    const peer = { role: "source", id: JUMP } as const;
    return createLink(cloud, DR, {
      name: "link",
      peer,
      configs: new Map(Object.entries(configs)),
      validateLink: false,
    });
  }
});

describe("cluster types", () => {
  it.each(["Basic", "Standard", "Freight"] as const)("%s hosts no link", (kind) => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-small", { access: kind === "Freight" ? "private" : "public", kind });
    expect(refusal(() => half(cloud, "A", "lkc-small", JUMP)).message).toMatch(/cannot receive/);
    expect(refusal(() => half(cloud, "B", "lkc-small", PRIMARY)).status).toBe(400);
    expect(refusal(() => half(cloud, "C", "lkc-small", JUMP)).message).toMatch(/cannot host/);
    expect(refusal(() => half(cloud, "E", JUMP, "lkc-small")).status).toBe(400);
  });

  it("Basic may be the source of a link that the destination dials", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-small", { access: "public", kind: "Basic" });
    expect(half(cloud, "A", DR, "lkc-small").state).toBe("ACTIVE");
    expect(refusal(() => half(cloud, "C", PRIMARY, "lkc-small")).message).toMatch(/cannot receive/);
  });

  it("Enterprise receives", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-enterprise", { kind: "Enterprise" });
    expect(half(cloud, "A", "lkc-enterprise", JUMP).state).toBe("ACTIVE");
  });
});

describe("who can dial whom", () => {
  it.each([
    ["from a public cluster", JUMP, PRIMARY],
    ["from another private one", DR, PRIMARY],
  ])("a private source is not dialled %s", (_, host, source) => {
    const cloud = threeClusters();
    expect(refusal(() => half(cloud, "A", host, source))).toMatchObject({
      status: 400,
      message: expect.stringContaining("BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR"),
    });
    const made = half(cloud, "A", host, source, { validateLink: false });
    expect(made).toMatchObject({ state: "UNAVAILABLE", error: "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR" });
    pass(cloud, MINUTE);
    expect(made.state).toBe("UNAVAILABLE");
  });

  it("private clusters of one network dial each other", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-a", { networkId: "n-1" });
    addCluster(cloud, "lkc-b", { networkId: "n-1" });
    addCluster(cloud, "lkc-c", { networkId: "n-2" });
    expect(half(cloud, "A", "lkc-b", "lkc-a").state).toBe("ACTIVE");
    expect(refusal(() => half(cloud, "A", "lkc-c", "lkc-a")).status).toBe(400);
  });

  it("private Dedicated clusters on AWS may", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-a", { cloud: "AWS" });
    addCluster(cloud, "lkc-b", { cloud: "AWS" });
    expect(half(cloud, "A", "lkc-b", "lkc-a").state).toBe("ACTIVE");
  });

  it.each([
    ["an unknown endpoint", "nowhere:9092", "UNRESOLVABLE_BOOTSTRAP_ERROR"],
    ["the endpoint of another cluster", bootstrapOf(PRIMARY), "UNKNOWN"],
  ])("%s is refused", (_, bootstrap, error) => {
    const cloud = threeClusters();
    const options = { configs: { "bootstrap.servers": bootstrap } };
    expect(refusal(() => half(cloud, "A", DR, JUMP, options)).message).toContain(error);
    expect(half(cloud, "A", DR, JUMP, { ...options, validateLink: false })).toMatchObject({ error });
  });

  it("the protocol before an endpoint does not matter", () => {
    const cloud = threeClusters();
    const configs = { "bootstrap.servers": "lkc-jump.azure.confluent.cloud:9092" };
    expect(half(cloud, "A", DR, JUMP, { configs }).state).toBe("ACTIVE");
  });

  it("a source that is unknown is dialled in vain", () => {
    const cloud = threeClusters();
    const waiting = half(cloud, "B", JUMP, "lkc-elsewhere");
    expect(waiting.state).toBe("UNAVAILABLE");
    addCluster(cloud, "lkc-old", { access: "public" });
    const made = half(cloud, "A", DR, "lkc-old", { name: "old" });
    cloud.state.clusters.delete("lkc-old");
    pass(cloud, 6 * MINUTE);
    expect(made).toMatchObject({ state: "UNAVAILABLE", error: "UNRESOLVABLE_BOOTSTRAP_ERROR" });
  });
});

describe("keys of a link", () => {
  it.each([
    ["a wrong secret", { "sasl.jaas.config": jaas("key-lkc-jump", "wrong") }],
    ["a key of another cluster", { "sasl.jaas.config": jaas("key-lkc-dr") }],
    ["no key", { "sasl.jaas.config": "" }],
    ["an empty key", { "sasl.jaas.config": jaas("", "") }],
  ])("are refused: %s", (_, configs) => {
    const cloud = threeClusters();
    const { status, message } = refusal(() => half(cloud, "A", DR, JUMP, { configs }));
    expect(status).toBe(400);
    expect(message).toContain("AUTHENTICATION_ERROR");
    expect(message).not.toMatch(/secret of|wrong/);
    expect(half(cloud, "A", DR, JUMP, { configs, validateLink: false })).toMatchObject({
      state: "UNAVAILABLE",
      error: "AUTHENTICATION_ERROR",
    });
  });

  it("are read with single quotes too", () => {
    const cloud = threeClusters();
    const configs = { "sasl.jaas.config": jaas("key-lkc-jump", "secret of key-lkc-jump", "'") };
    expect(half(cloud, "A", DR, JUMP, { configs }).state).toBe("ACTIVE");
  });

  it("need ALTER on both clusters where the source dials", () => {
    const cloud = threeClusters();
    addKey(cloud, JUMP, "weak-jump");
    addKey(cloud, PRIMARY, "weak-primary");
    half(cloud, "B", JUMP, PRIMARY);
    const remote = refusal(() => half(cloud, "C", PRIMARY, JUMP, { key: "weak-jump" }));
    expect(remote.message).toContain("sa-weak-jump may not alter lkc-jump");
    const local = refusal(() => half(cloud, "C", PRIMARY, JUMP, { localKey: "weak-primary" }));
    expect(local.message).toContain("sa-weak-primary may not alter lkc-primary");
    expect(half(cloud, "C", PRIMARY, JUMP).state).toBe("ACTIVE");
  });

  it("need no right on the cluster where the destination dials", () => {
    const cloud = threeClusters();
    addKey(cloud, JUMP, "weak-jump");
    expect(half(cloud, "A", DR, JUMP, { key: "weak-jump" }).state).toBe("ACTIVE");
  });

  it("stop working when they are revoked: an error at once, UNAVAILABLE after five minutes, ACTIVE with the next key", () => {
    const cloud = threeClusters();
    const { receiving, dialling } = legOne(cloud);
    cloud.state.apiKeys.delete("key-lkc-jump");
    pass(cloud, 2 * SECOND);
    expect(receiving).toMatchObject({ state: "ACTIVE", error: "AUTHENTICATION_ERROR" });
    expect(dialling).toMatchObject({ state: "ACTIVE", error: "AUTHENTICATION_ERROR" });
    pass(cloud, 5 * MINUTE);
    expect([receiving.state, dialling.state]).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
    addKey(cloud, JUMP, "next", "CloudClusterAdmin");
    const value = jaas("next");
    alterLinkConfigs(cloud, PRIMARY, "primary-to-jump", [{ name: "sasl.jaas.config", value, operation: "SET" }]);
    expect(dialling.state).toBe("ACTIVE");
    pass(cloud, SECOND);
    expect(receiving).toMatchObject({ state: "ACTIVE", error: "NO_ERROR", errorMessage: "" });
  });

  it("of both clusters count on a bidirectional link", () => {
    const cloud = threeClusters();
    const waiting = half(cloud, "E", JUMP, PRIMARY);
    half(cloud, "D", PRIMARY, JUMP);
    cloud.state.apiKeys.delete("key-lkc-primary");
    pass(cloud, 2 * SECOND);
    expect(waiting.error).toBe("AUTHENTICATION_ERROR");
  });

  it("by OAuth are not emulated", () => {
    const cloud = threeClusters();
    const configs = { "sasl.mechanism": "OAUTHBEARER" };
    expect(refusal(() => half(cloud, "A", DR, JUMP, { configs })).status).toBe(501);
  });
});

describe("loss of contact", () => {
  it.each([
    ["refused", "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR"],
    ["hanging", "TIMEOUT_ERROR"],
  ] as const)("a cluster that is %s", (reachability, error) => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    createTopic(cloud, JUMP, { name: "paused" });
    const link = legTwo(cloud);
    createMirror(cloud, DR, "jump-to-dr", { sourceTopic: "orders" });
    pass(cloud, 10 * SECOND);
    const jump = cloud.state.clusters.get(JUMP)!;
    jump.reachability = reachability;
    pass(cloud, 4 * MINUTE);
    expect(link).toMatchObject({ state: "ACTIVE", error });
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
    pass(cloud, 61 * SECOND);
    expect(link).toMatchObject({ state: "UNAVAILABLE", error });
    expect(link.tasks.get("TopicConfigsSync")?.state).toBe("LINK_UNAVAILABLE");
    expect(statusOf(cloud, DR, "orders")).toBe("SOURCE_UNAVAILABLE");
    jump.reachability = "reachable";
    pass(cloud, 2 * SECOND);
    expect(link).toMatchObject({ state: "ACTIVE", error: "NO_ERROR" });
    expect(link.tasks.get("TopicConfigsSync")?.state).toBe("ACTIVE");
    expect(statusOf(cloud, DR, "orders")).toBe("ACTIVE");
  });

  it("a network that is down takes its clusters along", () => {
    const cloud = threeClusters();
    addCluster(cloud, "lkc-net", { networkId: "n-1" });
    const receiving = half(cloud, "B", JUMP, "lkc-net");
    half(cloud, "C", "lkc-net", JUMP);
    cloud.state.networks.get("n-1")!.reachability = "refused";
    pass(cloud, 6 * MINUTE);
    expect(receiving).toMatchObject({ state: "UNAVAILABLE", error: "BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR" });
  });

  it("the dialling half is gone: the receiving one stalls, and goes on with a new one", () => {
    const cloud = threeClusters();
    const { receiving } = legOne(cloud);
    deleteLink(cloud, PRIMARY, "primary-to-jump", { force: false });
    pass(cloud, MINUTE);
    expect(receiving).toMatchObject({ state: "ACTIVE", error: "UNKNOWN" });
    pass(cloud, 5 * MINUTE);
    expect(receiving.state).toBe("UNAVAILABLE");
    half(cloud, "C", PRIMARY, JUMP, { name: "primary-to-jump" });
    expect(receiving.state).toBe("ACTIVE");
  });

  it("the receiving half is gone: a new one is another link", () => {
    const cloud = threeClusters();
    const { dialling } = legOne(cloud);
    deleteLink(cloud, JUMP, "primary-to-jump");
    const again = half(cloud, "B", JUMP, PRIMARY, { name: "primary-to-jump" });
    pass(cloud, 6 * MINUTE);
    expect([again.state, dialling.state]).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
    deleteLink(cloud, PRIMARY, "primary-to-jump");
    half(cloud, "C", PRIMARY, JUMP, { name: "primary-to-jump" });
    expect(again.state).toBe("ACTIVE");
  });
});

describe("deleting a half", () => {
  it("is refused while mirror topics are not stopped, unless by force", () => {
    const cloud = threeClusters();
    for (const name of ["orders", "stopping", "gone"]) createTopic(cloud, JUMP, { name });
    legTwo(cloud);
    for (const sourceTopic of ["orders", "stopping", "gone"]) createMirror(cloud, DR, "jump-to-dr", { sourceTopic });
    pass(cloud, 3 * SECOND);
    failOverMirrors(cloud, DR, "jump-to-dr", ["stopping"]);
    cloud.state.clusters.get(JUMP)?.topics.delete("gone");
    expect(refusal(() => deleteLink(cloud, DR, "jump-to-dr"))).toMatchObject({
      status: 400,
      message: expect.stringContaining("3 mirror topic(s)"),
    });
    deleteLink(cloud, DR, "jump-to-dr", { force: true, validateOnly: true });
    expect(cloud.state.clusters.get(DR)?.links.size).toBe(1);
    deleteLink(cloud, DR, "jump-to-dr", { force: true });
    expect(cloud.state.clusters.get(DR)?.links.size).toBe(0);
    pass(cloud, MINUTE);
    expect(statusOf(cloud, DR, "orders")).toBe("LINK_FAILED");
    expect(statusOf(cloud, DR, "stopping")).toBe("FAILED");
  });

  it("is possible once they are stopped: the topics stay", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders" });
    legTwo(cloud);
    createMirror(cloud, DR, "jump-to-dr", { sourceTopic: "orders" });
    pass(cloud, 3 * SECOND);
    failOverMirrors(cloud, DR, "jump-to-dr", ["orders"]);
    pass(cloud, MINUTE);
    deleteLink(cloud, DR, "jump-to-dr");
    expect(statusOf(cloud, DR, "orders")).toBe("STOPPED");
  });
});

describe("the listing of settings", () => {
  it("has what was set, and defaults, without secrets", () => {
    const cloud = threeClusters();
    const entries = linkConfigEntries(half(cloud, "A", DR, JUMP, { configs: { "acl.sync.ms": "5100" } }));
    const entry = (name: string): unknown => entries.find((each) => each.name === name);
    expect(entry("acl.sync.ms")).toEqual({
      name: "acl.sync.ms",
      value: "5100",
      isDefault: false,
      isReadOnly: false,
      isSensitive: false,
      source: "DYNAMIC_CLUSTER_LINK_CONFIG",
    });
    expect(entry("consumer.offset.sync.ms")).toMatchObject({
      value: "30000",
      isDefault: true,
      source: "DEFAULT_CONFIG",
    });
    expect(entry("cluster.link.prefix")).toMatchObject({ value: null, isDefault: true });
    expect(entry("metadata.max.age.ms")).toMatchObject({ value: "300000", isReadOnly: true, isDefault: true });
    expect(entry("sasl.jaas.config")).toMatchObject({ value: null, isSensitive: true, isDefault: false });
    expect(entry("local.sasl.jaas.config")).toMatchObject({ value: null, isSensitive: true, isDefault: true });
    expect(JSON.stringify(entries)).not.toContain("secret");
  });
});
