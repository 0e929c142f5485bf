import { describe, expect, it } from "vitest";
import { createAcl, deleteAcls, listAcls } from "../../../lib/rehearsal/cloud/acls";
import { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { commitOffset, deleteGroup, findGroup } from "../../../lib/rehearsal/cloud/groups";
import { createMirror } from "../../../lib/rehearsal/cloud/mirrors";
import { consume, lagOf, produce } from "../../../lib/rehearsal/cloud/records";
import { topicConfigEntries } from "../../../lib/rehearsal/cloud/topic-configs";
import { alterTopicConfigs, createTopic, deleteTopic, setPartitions } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  SECOND,
  addCluster,
  legTwo,
  pass,
  produceMany,
  refusal,
  threeClusters,
  topicOn,
  valuesOn,
} from "./world";

describe("topics", () => {
  it("are made with six partitions by default, or as many as asked for", () => {
    const cloud = threeClusters();
    expect(createTopic(cloud, DR, { name: "orders" }).partitions).toHaveLength(6);
    expect(createTopic(cloud, DR, { name: "payments", partitions: 1 }).partitions).toHaveLength(1);
  });

  it.each([
    ["a taken name", { name: "taken" }],
    ["an illegal name", { name: "a/b" }],
    ["a name that is too long", { name: "x".repeat(1_000_000) }],
    ["no partitions", { name: "orders", partitions: 0 }],
    ["half a partition", { name: "orders", partitions: 1.5 }],
    ["an unknown setting", { name: "orders", configs: new Map([["no.such", "1"]]) }],
    ["another replication factor", { name: "orders", replicationFactor: 2 }],
  ])("are refused with %s", (_, request) => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "taken" });
    const refused = refusal(() => createTopic(cloud, DR, request));
    expect(refused).toMatchObject({ status: 400, code: 40002 });
    expect(refused.message.length).toBeLessThan(400);
    expect([...cloud.state.clusters.get(DR)!.topics.keys()]).toEqual(["taken"]);
  });

  it("are deleted with their offsets", () => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "orders" });
    commitOffset(cloud, DR, "app", { topic: "orders", partition: 0, offset: 1 });
    commitOffset(cloud, DR, "app", { topic: "other", partition: 0, offset: 1 });
    deleteTopic(cloud, DR, "orders");
    expect([...findGroup(cloud, DR, "app").offsets.keys()]).toEqual(["other/0"]);
    expect(refusal(() => deleteTopic(cloud, DR, "orders"))).toMatchObject({ status: 404, code: 40403 });
  });

  it("have settings with defaults", () => {
    const cloud = threeClusters();
    const topic = createTopic(cloud, DR, { name: "orders", configs: new Map([["retention.ms", "5"]]) });
    const entries = topicConfigEntries(topic);
    const find = (name: string): unknown => entries.find((entry) => entry.name === name);
    expect(find("retention.ms")).toMatchObject({ value: "5", isDefault: false, source: "DYNAMIC_TOPIC_CONFIG" });
    expect(find("cleanup.policy")).toMatchObject({ value: "delete", isDefault: true, source: "DEFAULT_CONFIG" });
    alterTopicConfigs(cloud, DR, "orders", [{ name: "retention.ms", operation: "DELETE" }]);
    alterTopicConfigs(cloud, DR, "orders", [{ name: "cleanup.policy", value: "compact", operation: "SET" }]);
    expect([...topic.configs]).toEqual([["cleanup.policy", "compact"]]);
    alterTopicConfigs(cloud, DR, "orders", [{ name: "cleanup.policy", value: null }]);
    expect(topic.configs.size).toBe(0);
    expect(refusal(() => alterTopicConfigs(cloud, DR, "orders", [{ name: "no.such", value: "1" }])).status).toBe(400);
  });

  it("grow and never shrink", () => {
    const cloud = threeClusters();
    const topic = createTopic(cloud, DR, { name: "orders", partitions: 2 });
    setPartitions(cloud, DR, "orders", 3);
    expect(topic.partitions).toHaveLength(3);
    expect(refusal(() => setPartitions(cloud, DR, "orders", 2)).status).toBe(400);
  });

  it("that are mirrors take settings and partitions from their source", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    legTwo(cloud);
    createMirror(cloud, DR, "jump-to-dr", { sourceTopic: "orders" });
    const alter = (name: string): void => alterTopicConfigs(cloud, DR, "orders", [{ name, value: "true" }]);
    expect(refusal(() => alter("retention.ms")).status).toBe(400);
    expect(refusal(() => setPartitions(cloud, DR, "orders", 2)).status).toBe(400);
    alter("confluent.value.schema.validation");
    expect(topicConfigEntries(topicOn(cloud, DR, "orders"))).toContainEqual(
      expect.objectContaining({ name: "confluent.value.schema.validation", value: "true" }),
    );
  });
});

describe("producing and consuming", () => {
  it("gives records of one key one partition, and others to each in turn", () => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "orders", partitions: 3 });
    const partitions = ["a", "a", "a"].map((key) => produce(cloud, DR, "orders", { key }).partition);
    expect(new Set(partitions).size).toBe(1);
    createTopic(cloud, DR, { name: "payments", partitions: 3 });
    const turns = [1, 2, 3, 4].map(() => produce(cloud, DR, "payments", { value: "x" }));
    expect(turns.map(({ partition, offset }) => [partition, offset])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
    ]);
    expect(refusal(() => produce(cloud, DR, "payments", { partition: 7 })).status).toBe(400);
    expect(refusal(() => produce(cloud, DR, "none", {})).code).toBe(40403);
  });

  it("keeps key, value and time", () => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "orders", partitions: 1 });
    pass(cloud, 5 * SECOND);
    produce(cloud, DR, "orders", { key: "k", value: "v" });
    produce(cloud, DR, "orders", {});
    expect(consume(cloud, DR, "orders")).toEqual([
      { partition: 0, offset: 0, key: "k", value: "v", timestamp: 5000 },
      { partition: 0, offset: 1, key: null, value: null, timestamp: 5000 },
    ]);
  });

  it("with a group goes on where it was", () => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "orders", partitions: 2 });
    produceMany(cloud, DR, "orders", 5, 0);
    produceMany(cloud, DR, "orders", 2, 1);
    const read = (max?: number): number[] =>
      consume(cloud, DR, "orders", { group: "app", ...(max === undefined ? {} : { max }) }).map(({ offset }) => offset);
    expect(read(3)).toEqual([0, 1, 2]);
    expect(lagOf(cloud, DR, "app", "orders")).toEqual([
      { partition: 0, committed: 3, logEnd: 5, lag: 2 },
      { partition: 1, committed: 0, logEnd: 2, lag: 2 },
    ]);
    expect(read()).toEqual([3, 4, 0, 1]);
    expect(read()).toEqual([]);
    expect(lagOf(cloud, DR, "app", "orders").map(({ lag }) => lag)).toEqual([0, 0]);
    expect(valuesOn(cloud, DR, "orders")).toHaveLength(7);
  });

  it("with a group that has nothing valid committed begins at the first record", () => {
    const cloud = threeClusters();
    createTopic(cloud, DR, { name: "orders", partitions: 1 });
    produceMany(cloud, DR, "orders", 2);
    expect(lagOf(cloud, DR, "new", "orders")).toEqual([{ partition: 0, committed: undefined, logEnd: 2, lag: 2 }]);
    commitOffset(cloud, DR, "far", { topic: "orders", partition: 0, offset: 99 });
    expect(consume(cloud, DR, "orders", { group: "far" })).toHaveLength(2);
  });

  it("has groups that can be deleted", () => {
    const cloud = threeClusters();
    commitOffset(cloud, DR, "app", { topic: "orders", partition: 0, offset: 1 });
    deleteGroup(cloud, DR, "app");
    expect(refusal(() => findGroup(cloud, DR, "app")).status).toBe(404);
    expect(refusal(() => deleteGroup(cloud, DR, "app")).status).toBe(404);
  });
});

describe("ACLs", () => {
  const acl = {
    resourceType: "TOPIC",
    resourceName: "orders",
    patternType: "LITERAL",
    principal: "User:sa-1",
    host: "*",
    operation: "READ",
    permission: "ALLOW",
  };

  it("exist once", () => {
    const cloud = threeClusters();
    createAcl(cloud, DR, acl);
    createAcl(cloud, DR, { ...acl });
    expect(listAcls(cloud, DR, {})).toEqual([acl]);
  });

  it("are no filters", () => {
    const cloud = threeClusters();
    expect(refusal(() => createAcl(cloud, DR, { ...acl, operation: "ANY" })).status).toBe(400);
    expect(refusal(() => createAcl(cloud, DR, { ...acl, patternType: "MATCH" })).status).toBe(400);
  });

  it("are found and deleted by what they are", () => {
    const cloud = threeClusters();
    const prefixed = { ...acl, resourceName: "or", patternType: "PREFIXED" };
    const every = { ...acl, resourceName: "*", operation: "WRITE" };
    for (const each of [acl, prefixed, every]) createAcl(cloud, DR, each);
    expect(listAcls(cloud, DR, { operation: "READ", resourceType: "ANY" })).toEqual([acl, prefixed]);
    expect(listAcls(cloud, DR, { patternType: "MATCH", resourceName: "orders" })).toHaveLength(3);
    expect(listAcls(cloud, DR, { patternType: "MATCH", resourceName: "other" })).toEqual([every]);
    expect(listAcls(cloud, DR, { patternType: "LITERAL", resourceName: "orders" })).toEqual([acl]);
    expect(deleteAcls(cloud, DR, { principal: "User:sa-2" })).toEqual([]);
    expect(deleteAcls(cloud, DR, { patternType: "PREFIXED" })).toEqual([prefixed]);
    expect(listAcls(cloud, DR, {})).toEqual([acl, every]);
  });
});

describe("clusters", () => {
  it("that exist are known with their environment and network", () => {
    const cloud = new Cloud({ organizationId: "org-1" });
    const cluster = cloud.addCluster({
      id: "lkc-1",
      access: "private",
      kind: "Enterprise",
      cloud: "AWS",
      region: "eu-west-1",
      restEndpoint: "https://a:443",
      bootstrapEndpoint: "a:9092",
      networkId: "n-1",
    });
    expect(cluster).toMatchObject({
      displayName: "lkc-1",
      phase: "PROVISIONED",
      cku: undefined,
      availability: "SINGLE_ZONE",
    });
    expect(cloud.state.organizationId).toBe("org-1");
    expect([...cloud.state.environments.keys()]).toEqual([cluster.environmentId]);
    expect([...cloud.state.networks.keys()]).toEqual(["n-1"]);
    addCluster(cloud, "lkc-2", { networkId: "n-1", name: "two", cku: 2, availability: "MULTI_ZONE" });
    expect(cloud.state.clusters.get("lkc-2")).toMatchObject({ displayName: "two", cku: 2, availability: "MULTI_ZONE" });
    expect(() => addCluster(cloud, "lkc-1")).toThrow(/already/);
  });
});
