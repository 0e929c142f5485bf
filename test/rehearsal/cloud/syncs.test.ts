import { describe, expect, it } from "vitest";
import { createAcl, deleteAcls, listAcls } from "../../../lib/rehearsal/cloud/acls";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { commitOffset, setGroupActive } from "../../../lib/rehearsal/cloud/groups";
import { alterLinkConfigs } from "../../../lib/rehearsal/cloud/links";
import { createMirror, failOverMirrors, pauseMirrors } from "../../../lib/rehearsal/cloud/mirrors";
import type { AclBinding } from "../../../lib/rehearsal/cloud/state";
import { alterTopicConfigs, createTopic, deleteTopic, setPartitions } from "../../../lib/rehearsal/cloud/topics";
import {
  DR,
  JUMP,
  MINUTE,
  PRIMARY,
  SECOND,
  addKey,
  bind,
  chainOf,
  groupFilters,
  half,
  legTwo,
  offsetSync,
  pass,
  produceMany,
  refusal,
  threeClusters,
  topicOn,
  type Configs,
} from "./world";

const LINK = "jump-to-dr";

function mirrored(configs: Configs, fetchRecords = 1000): Cloud {
  const cloud = threeClusters({ pace: { fetchRecords } });
  createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
  legTwo(cloud, configs);
  createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
  pass(cloud, 2 * SECOND);
  return cloud;
}

const commit = (cloud: Cloud, clusterId: string, group: string, offset: number, topic = "orders"): void =>
  commitOffset(cloud, clusterId, group, { topic, partition: 0, offset });

const committed = (cloud: Cloud, clusterId: string, group: string, topic = "orders"): number | undefined =>
  cloud.state.clusters.get(clusterId)?.groups.get(group)?.offsets.get(`${topic}/0`);

const ALL = offsetSync(["*", "LITERAL"]);

describe("offset sync", () => {
  it("goes hop by hop, each in its interval", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    chainOf(cloud, "orders", { ...ALL, "consumer.offset.sync.ms": "10000" });
    produceMany(cloud, PRIMARY, "orders", 5);
    pass(cloud, 5 * SECOND);
    commit(cloud, PRIMARY, "app", 4);
    pass(cloud, 4 * SECOND);
    expect(committed(cloud, JUMP, "app")).toBeUndefined();
    pass(cloud, 2 * SECOND);
    expect(committed(cloud, JUMP, "app")).toBe(4);
    pass(cloud, 10 * SECOND);
    expect(committed(cloud, DR, "app")).toBe(4);
  });

  it("every 30 seconds by default", () => {
    const cloud = mirrored(ALL);
    produceMany(cloud, JUMP, "orders", 5);
    commit(cloud, JUMP, "app", 4);
    pass(cloud, 27 * SECOND);
    expect(committed(cloud, DR, "app")).toBeUndefined();
    pass(cloud, 2 * SECOND);
    expect(committed(cloud, DR, "app")).toBe(4);
  });

  it("takes another interval when it is changed", () => {
    const cloud = mirrored({ ...ALL, "consumer.offset.sync.ms": "3600000" });
    produceMany(cloud, JUMP, "orders", 5);
    commit(cloud, JUMP, "app", 4);
    alterLinkConfigs(cloud, DR, LINK, [{ name: "consumer.offset.sync.ms", value: "1000", operation: "SET" }]);
    pass(cloud, 2 * SECOND);
    expect(committed(cloud, DR, "app")).toBe(4);
  });

  it("takes the groups that the filters choose", () => {
    const cloud = mirrored(offsetSync(["app", "PREFIXED"], ["app-test", "PREFIXED", "EXCLUDE"]));
    produceMany(cloud, JUMP, "orders", 5);
    for (const group of ["app", "app-test-1", "other"]) commit(cloud, JUMP, group, 3);
    pass(cloud, MINUTE);
    expect([...cloud.state.clusters.get(DR)!.groups.keys()]).toEqual(["app"]);
  });

  it.each([
    ["off", { "consumer.offset.group.filters": groupFilters(["*", "LITERAL"]) }],
    ["on without filters", { "consumer.offset.sync.enable": "true" }],
  ])("takes no group when it is %s", (_, configs) => {
    const cloud = mirrored(configs);
    produceMany(cloud, JUMP, "orders", 5);
    commit(cloud, JUMP, "app", 3);
    pass(cloud, MINUTE);
    expect(cloud.state.clusters.get(DR)?.groups.size).toBe(0);
  });

  it("takes offsets of mirrored topics alone", () => {
    const cloud = mirrored(ALL);
    createTopic(cloud, JUMP, { name: "payments", partitions: 1 });
    createTopic(cloud, DR, { name: "payments", partitions: 1 });
    for (const topic of ["orders", "payments", "none"]) commit(cloud, JUMP, "app", 0, topic);
    pass(cloud, MINUTE);
    expect([...cloud.state.clusters.get(DR)!.groups.get("app")!.offsets.keys()]).toEqual(["orders/0"]);
  });

  it("cuts off what was not copied yet, and catches up", () => {
    const cloud = mirrored(ALL, 10);
    produceMany(cloud, JUMP, "orders", 25);
    pauseMirrors(cloud, DR, LINK, ["orders"]);
    commit(cloud, JUMP, "app", 20);
    pass(cloud, 30 * SECOND);
    expect(committed(cloud, DR, "app")).toBe(0);
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, MINUTE);
    expect(committed(cloud, DR, "app")).toBe(0);
  });

  it("overwrites what is committed on the destination, unless the group consumes there", () => {
    const cloud = mirrored(ALL);
    produceMany(cloud, JUMP, "orders", 9);
    commit(cloud, JUMP, "app", 3);
    pass(cloud, MINUTE);
    commit(cloud, DR, "app", 8);
    setGroupActive(cloud, DR, "app", true);
    pass(cloud, MINUTE);
    expect(committed(cloud, DR, "app")).toBe(8);
    setGroupActive(cloud, DR, "app", false);
    pass(cloud, MINUTE);
    expect(committed(cloud, DR, "app")).toBe(3);
  });

  it("ends with the mirror topic", () => {
    const cloud = mirrored(ALL);
    produceMany(cloud, JUMP, "orders", 9);
    failOverMirrors(cloud, DR, LINK, ["orders"]);
    pass(cloud, 6 * SECOND);
    commit(cloud, JUMP, "app", 3);
    pass(cloud, MINUTE);
    expect(committed(cloud, DR, "app")).toBeUndefined();
  });

  it("gives prefixes to topics and, if asked, to groups", () => {
    const cloud = threeClusters();
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    produceMany(cloud, JUMP, "orders", 5);
    commit(cloud, JUMP, "app", 3);
    const prefix = { ...ALL, "cluster.link.prefix": "p-" };
    half(cloud, "A", DR, JUMP, { name: "plain", configs: prefix });
    half(cloud, "B", JUMP, PRIMARY, { configs: { ...prefix, "consumer.group.prefix.enable": "true" } });
    half(cloud, "C", PRIMARY, JUMP);
    createTopic(cloud, PRIMARY, { name: "bills", partitions: 1 });
    produceMany(cloud, PRIMARY, "bills", 5);
    commit(cloud, PRIMARY, "app", 2, "bills");
    createMirror(cloud, DR, "plain", { sourceTopic: "orders" });
    createMirror(cloud, JUMP, "link", { sourceTopic: "bills" });
    pass(cloud, MINUTE);
    expect(committed(cloud, DR, "app", "p-orders")).toBe(3);
    expect(committed(cloud, JUMP, "p-app", "p-bills")).toBe(2);
  });

  it("takes the groups that the link's principal may describe", () => {
    const cloud = threeClusters();
    const owner = addKey(cloud, JUMP, "reader");
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    bind(cloud, JUMP, owner, "ResourceOwner", "topic=*");
    bind(cloud, JUMP, owner, "DeveloperRead", "group=app");
    half(cloud, "A", DR, JUMP, { key: "reader", name: LINK, configs: ALL });
    createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    for (const group of ["app", "other"]) commit(cloud, JUMP, group, 0);
    pass(cloud, MINUTE);
    expect([...cloud.state.clusters.get(DR)!.groups.keys()]).toEqual(["app"]);
  });

  it("rests while nobody gets through", () => {
    const cloud = mirrored(ALL);
    produceMany(cloud, JUMP, "orders", 5);
    commit(cloud, JUMP, "app", 3);
    cloud.state.clusters.get(JUMP)!.reachability = "hanging";
    pass(cloud, 2 * MINUTE);
    expect(committed(cloud, DR, "app")).toBeUndefined();
  });
});

describe("sync of topic settings", () => {
  const altered = (cloud: Cloud, clusterId: string, value: string): void =>
    alterTopicConfigs(cloud, clusterId, "orders", [{ name: "retention.ms", value }]);

  it("follows the source down the chain, each hop in its interval, and partitions with it", () => {
    const cloud = threeClusters();
    createTopic(cloud, PRIMARY, { name: "orders", partitions: 1 });
    chainOf(cloud, "orders", { "topic.config.sync.ms": "10000" });
    pass(cloud, 5 * SECOND);
    altered(cloud, PRIMARY, "77");
    setPartitions(cloud, PRIMARY, "orders", 4);
    pass(cloud, 4 * SECOND);
    expect(topicOn(cloud, JUMP, "orders").configs.get("retention.ms")).toBeUndefined();
    pass(cloud, 2 * SECOND);
    expect(topicOn(cloud, JUMP, "orders").configs.get("retention.ms")).toBe("77");
    expect(topicOn(cloud, JUMP, "orders").partitions).toHaveLength(4);
    pass(cloud, 10 * SECOND);
    expect(topicOn(cloud, DR, "orders").configs.get("retention.ms")).toBe("77");
    expect(topicOn(cloud, DR, "orders").partitions).toHaveLength(4);
    alterTopicConfigs(cloud, PRIMARY, "orders", [{ name: "retention.ms", operation: "DELETE" }]);
    pass(cloud, 20 * SECOND);
    expect(topicOn(cloud, DR, "orders").configs.has("retention.ms")).toBe(false);
  });

  it("leaves alone what include leaves out, and takes it up when it is in", () => {
    const include = "cleanup.policy,max.message.bytes,message.timestamp.difference.max.ms,message.timestamp.type";
    const cloud = mirrored({ "topic.config.sync.include": include });
    altered(cloud, DR, "99");
    altered(cloud, JUMP, "77");
    pass(cloud, MINUTE);
    expect(topicOn(cloud, DR, "orders").configs.get("retention.ms")).toBe("99");
    const value = `${include},retention.ms`;
    alterLinkConfigs(cloud, DR, LINK, [{ name: "topic.config.sync.include", value, operation: "SET" }]);
    expect(refusal(() => altered(cloud, DR, "98")).status).toBe(400);
    pass(cloud, MINUTE);
    expect(topicOn(cloud, DR, "orders").configs.get("retention.ms")).toBe("77");
  });

  it("catches up when the link gets through again", () => {
    const cloud = mirrored({});
    const jump = cloud.state.clusters.get(JUMP)!;
    jump.reachability = "refused";
    altered(cloud, JUMP, "77");
    pass(cloud, MINUTE);
    expect(topicOn(cloud, DR, "orders").configs.has("retention.ms")).toBe(false);
    jump.reachability = "reachable";
    pass(cloud, 10 * SECOND);
    expect(topicOn(cloud, DR, "orders").configs.get("retention.ms")).toBe("77");
  });

  it("needs the right to describe settings, and a topic that is still the same", () => {
    const cloud = threeClusters();
    const owner = addKey(cloud, JUMP, "reader");
    createTopic(cloud, JUMP, { name: "orders", partitions: 1 });
    bind(cloud, JUMP, owner, "ResourceOwner", "topic=*");
    half(cloud, "A", DR, JUMP, { key: "reader", name: LINK });
    createMirror(cloud, DR, LINK, { sourceTopic: "orders" });
    pass(cloud, 2 * SECOND);
    cloud.state.roleBindings.clear();
    altered(cloud, JUMP, "77");
    pass(cloud, 10 * SECOND);
    expect(topicOn(cloud, DR, "orders").configs.has("retention.ms")).toBe(false);
    bind(cloud, JUMP, owner, "ResourceOwner", "topic=*");
    altered(cloud, JUMP, "78");
    deleteTopic(cloud, JUMP, "orders");
    pass(cloud, 10 * SECOND);
    expect(topicOn(cloud, DR, "orders").configs.has("retention.ms")).toBe(false);
  });
});

describe("ACL sync", () => {
  const binding = (changes: Partial<AclBinding> = {}): AclBinding => ({
    resourceType: "TOPIC",
    resourceName: "orders",
    patternType: "LITERAL",
    principal: "User:sa-app",
    host: "*",
    operation: "READ",
    permission: "ALLOW",
    ...changes,
  });

  const sync = (resourceFilter: Configs, accessFilter: Configs = {}): Configs => ({
    "acl.sync.enable": "true",
    "acl.filters": JSON.stringify({
      aclFilters: [
        {
          resourceFilter: { resourceType: "any", patternType: "any", ...resourceFilter },
          accessFilter: { operation: "any", permissionType: "any", ...accessFilter },
        },
      ],
    }),
  });

  it("copies what its filters cover, and deletes here what the source does not have", () => {
    const cloud = threeClusters();
    createAcl(cloud, JUMP, binding());
    createAcl(cloud, JUMP, binding({ resourceType: "GROUP", resourceName: "app" }));
    createAcl(cloud, DR, binding({ resourceName: "local" }));
    createAcl(cloud, DR, binding({ resourceType: "CLUSTER", resourceName: "kafka-cluster" }));
    legTwo(cloud, sync({ resourceType: "topic" }));
    pass(cloud, 6 * SECOND);
    const names = (): string[] =>
      listAcls(cloud, DR, {}).map(({ resourceType, resourceName }) => `${resourceType} ${resourceName}`);
    expect(names()).toEqual(["CLUSTER kafka-cluster", "TOPIC orders"]);
    pass(cloud, MINUTE);
    expect(names()).toHaveLength(2);
    deleteAcls(cloud, JUMP, { resourceType: "TOPIC" });
    pass(cloud, 5 * SECOND);
    expect(names()).toEqual(["CLUSTER kafka-cluster"]);
  });

  it.each([
    ["operation", { operation: "describeConfigs" }, binding({ operation: "DESCRIBE_CONFIGS" })],
    ["principal", { principal: "User:sa-x" }, binding({ principal: "User:sa-x" })],
    ["permission", { permissionType: "deny" }, binding({ permission: "DENY" })],
  ])("compares the %s", (_, access, wanted) => {
    const cloud = threeClusters();
    createAcl(cloud, JUMP, binding());
    createAcl(cloud, JUMP, wanted);
    legTwo(cloud, sync({}, access));
    pass(cloud, 6 * SECOND);
    expect(listAcls(cloud, DR, {})).toEqual([wanted]);
  });

  it("compares types of two words, and prefixes", () => {
    const cloud = threeClusters();
    const wanted = binding({ resourceType: "TRANSACTIONAL_ID", patternType: "PREFIXED", resourceName: "tx-" });
    createAcl(cloud, JUMP, wanted);
    legTwo(cloud, sync({ resourceType: "transactionalId", patternType: "prefixed" }));
    pass(cloud, 6 * SECOND);
    expect(listAcls(cloud, DR, {})).toEqual([wanted]);
  });

  it("copies nothing without filters, and rests while nobody gets through", () => {
    const cloud = threeClusters();
    createAcl(cloud, JUMP, binding());
    const link = legTwo(cloud, { "acl.sync.enable": "true" });
    pass(cloud, MINUTE);
    expect(listAcls(cloud, DR, {})).toEqual([]);
    expect(link.tasks.get("AclSync")?.state).toBe("IN_ERROR");
    const value = sync({})["acl.filters"] ?? "";
    cloud.state.clusters.get(JUMP)!.reachability = "refused";
    alterLinkConfigs(cloud, DR, LINK, [{ name: "acl.filters", value, operation: "SET" }]);
    pass(cloud, MINUTE);
    expect(listAcls(cloud, DR, {})).toEqual([]);
  });

  it("is in error when the link's principal may not describe the source", () => {
    const cloud = threeClusters();
    addKey(cloud, JUMP, "weak");
    createAcl(cloud, JUMP, binding());
    const link = half(cloud, "A", DR, JUMP, { key: "weak", configs: sync({}) });
    pass(cloud, 6 * SECOND);
    expect(listAcls(cloud, DR, {})).toEqual([]);
    expect(link.tasks.get("AclSync")).toEqual({
      state: "IN_ERROR",
      error: "The link's principal sa-weak may not describe lkc-jump.",
    });
  });
});
