import type { App } from "cdktf";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { LinkPrincipals, type LinkPrincipalsProps } from "../../lib/link/link-principals";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { coverage, coversPattern, mirrorPattern, patternsOf, type NamePattern } from "../../lib/model/link-rights";
import type { Cloud } from "../../lib/rehearsal/cloud/cloud";
import type { KafkaOperation, KafkaResourceType, KafkaRight } from "../../lib/rehearsal/cloud/control/kafka-right";
import { allows } from "../../lib/rehearsal/cloud/control/rights";
import { createRoleBinding } from "../../lib/rehearsal/cloud/control/role-bindings";
import { createServiceAccount } from "../../lib/rehearsal/cloud/control/service-accounts";
import { ENVIRONMENT, twoClusters } from "../rehearsal/control/two-clusters";
import { resources, synthToJson, type Json } from "../support/synth";
import { stackWithProvider } from "./clusters";

type Who = "source" | "destination" | "dial";

/** One thing that a leg does: who does it on which cluster, and the rights that the emulated API asks of the caller. */
interface Step {
  readonly who: Who;
  readonly needs: readonly KafkaRight[];
}

const right = (operation: KafkaOperation, resourceType: KafkaResourceType = "Cluster", name?: string): KafkaRight => ({
  operation,
  resourceType,
  ...(name === undefined ? {} : { name }),
});
const on = (names: readonly string[], operations: readonly KafkaOperation[]): KafkaRight[] =>
  names.flatMap((name) => operations.map((operation) => right(operation, "Topic", name)));
/** `orders` is mirrored by Terraform, `mirror_me.a` by the link itself. */
const onTopics = (...operations: KafkaOperation[]): KafkaRight[] => on(["orders", "mirror_me.a"], operations);
const onNamed = (...operations: KafkaOperation[]): KafkaRight[] => on(["orders"], operations);

const HALF = (who: Who): Readonly<Record<string, Step>> => ({
  [`${who}: POST /links`]: { who, needs: [right("Alter")] },
  [`${who}: GET /links/{link}`]: { who, needs: [right("Describe")] },
  [`${who}: GET /links/{link}/configs`]: { who, needs: [right("Describe")] },
  [`${who}: PUT /links/{link}/configs:alter`]: { who, needs: [right("Alter")] },
  [`${who}: DELETE /links/{link}`]: { who, needs: [right("Alter")] },
});

const MIRRORS: Readonly<Record<string, Step>> = {
  "POST /links/{link}/mirrors": {
    who: "destination",
    needs: [right("Alter"), right("AlterConfigs"), ...onNamed("Create")],
  },
  "GET /links/{link}/mirrors/{topic}": { who: "destination", needs: [right("Describe")] },
};

const FAIL_OVER: Readonly<Record<string, Step>> = {
  "POST /links/{link}/mirrors:failover": {
    who: "destination",
    needs: [right("Describe"), ...onTopics("Alter", "Describe")],
  },
};

const DELETE: Readonly<Record<string, Step>> = {
  "DELETE /topics/{topic}": { who: "destination", needs: onNamed("Delete") },
};

const READING: Readonly<Record<string, Step>> = {
  "the link finds source topics": { who: "source", needs: onTopics("Describe") },
  "the link reads records": { who: "source", needs: onTopics("Read") },
  "the link copies settings": { who: "source", needs: onTopics("DescribeConfigs") },
  "the link copies offsets": { who: "source", needs: [right("Describe", "Group", "app")] },
};

const ACL_SYNC: Readonly<Record<string, Step>> = {
  "the link copies ACLs": { who: "source", needs: [right("Describe")] },
};

const DIALLING: Readonly<Record<string, Step>> = {
  "the source logs in on the destination": { who: "dial", needs: [right("Alter")] },
  "the source logs in at home": { who: "source", needs: [right("Alter")] },
};

const LEG_ONE = { ...HALF("destination"), ...HALF("source"), ...DIALLING, ...READING, ...MIRRORS };
const LEG_TWO = { ...HALF("destination"), ...READING, ...MIRRORS };

const CLUSTERS: Readonly<Record<Who, string>> = { source: "lkc-a", destination: "lkc-a2", dial: "lkc-a2" };

interface World {
  readonly cloud: Cloud;
  readonly accounts: Readonly<Record<Who, string>>;
}

let world: World;

beforeEach(() => {
  const cloud = twoClusters();
  const account = (displayName: Who): string => createServiceAccount(cloud.state, { displayName }).id;
  world = {
    cloud,
    accounts: { source: account("source"), destination: account("destination"), dial: account("dial") },
  };
});

const cluster = (id: string): KafkaCluster =>
  KafkaCluster.fromAttributes({
    name: id,
    id,
    access: "public",
    kind: "Dedicated",
    restEndpoint: `https://${id}.example:443`,
    bootstrapEndpoint: `${id}.example:9092`,
    environmentId: "env-a",
    rbacCrn: `${ENVIRONMENT}/cloud-cluster=${id}`,
  });

type Forms = Readonly<Record<Who, "roles" | "acls">>;
type More = Pick<LinkPrincipalsProps, "aclSync" | "failOver" | "deleteTopics"> & { readonly ownDial?: boolean };

/** What the construct writes for the leg: role bindings and ACLs as Terraform would create them. */
function written(initiator: "source" | "destination", forms: Forms, { ownDial = false, ...more }: More): Json[] {
  const { stacks } = synthToJson((app: App) => {
    const stack = stackWithProvider(app);
    const given = (who: Who): object => ({
      serviceAccountId: world.accounts[who],
      ...(forms[who] === "acls" ? { aclAdministrator: ApiKey.fromVariables(stack, "admin") } : {}),
    });
    const dial = ownDial ? { ...given("dial"), ownAccount: true } : {};
    new LinkPrincipals(stack, "principals", {
      linkName: "link",
      source: cluster("lkc-a"),
      destination: cluster("lkc-a2"),
      initiator,
      topics: ["orders"],
      autoCreate: [TopicFilter.includePrefix("mirror_me")],
      groups: [GroupFilter.include("app")],
      ...more,
      onSource: given("source"),
      onDestination: given("destination"),
      ...(initiator === "source" ? { dial } : {}),
    } as LinkPrincipalsProps);
  });
  return ["confluent_role_binding", "confluent_kafka_acl"].flatMap((type) =>
    Object.values(resources(stacks["stack"], type)),
  );
}

/** Steps that are refused with these grants alone. */
function refused(steps: Readonly<Record<string, Step>>, grants: readonly Json[], ownDial: boolean): string[] {
  const { state } = world.cloud;
  state.roleBindings.clear();
  for (const { acls } of state.clusters.values()) acls.length = 0;
  for (const grant of grants) {
    if (grant.role_name === undefined) {
      state.clusters.get(grant.kafka_cluster.id)?.acls.push({
        resourceType: grant.resource_type,
        resourceName: grant.resource_name,
        patternType: grant.pattern_type,
        principal: grant.principal,
        host: grant.host,
        operation: grant.operation,
        permission: grant.permission,
      });
    } else {
      const { principal, role_name: roleName, crn_pattern: crnPattern } = grant;
      createRoleBinding(state, { principal, roleName, crnPattern });
    }
  }
  const mayDo = ({ who, needs }: Step): boolean => {
    const id = world.accounts[who === "dial" && !ownDial ? "destination" : who];
    return needs.every((need) => allows(state, CLUSTERS[who], { id, keyId: "key" }, need));
  };
  return Object.entries(steps).flatMap(([name, step]) => (mayDo(step) ? [] : [name]));
}

const ROLES: Forms = { source: "roles", destination: "roles", dial: "roles" };
const ACLS: Forms = { source: "acls", destination: "acls", dial: "acls" };

describe.each([
  ["leg 1 by roles", "source", ROLES, {}, LEG_ONE],
  ["leg 1 by ACLs", "source", ACLS, {}, LEG_ONE],
  ["leg 1 by ACLs, with an account for dialling", "source", ACLS, { ownDial: true }, LEG_ONE],
  ["leg 1 by roles, with an account for dialling", "source", ROLES, { ownDial: true }, LEG_ONE],
  ["leg 1 by a role on PRIMARY and ACLs on JUMP", "source", { ...ACLS, source: "roles" }, {}, LEG_ONE],
  ["leg 1 with ACL sync by ACLs", "source", ACLS, { aclSync: true }, { ...LEG_ONE, ...ACL_SYNC }],
  ["leg 2 by roles", "destination", ROLES, {}, { ...LEG_TWO, ...FAIL_OVER, ...DELETE }],
  ["leg 2 by ACLs", "destination", ACLS, {}, LEG_TWO],
  ["leg 2 by ACLs, with failover", "destination", ACLS, { failOver: true }, { ...LEG_TWO, ...FAIL_OVER }],
  ["leg 2 by ACLs, with deletion", "destination", ACLS, { deleteTopics: true }, { ...LEG_TWO, ...DELETE }],
  ["leg 2 with ACL sync by roles", "destination", ROLES, { aclSync: true }, { ...LEG_TWO, ...ACL_SYNC }],
  ["leg 2 with ACL sync by ACLs", "destination", ACLS, { aclSync: true }, { ...LEG_TWO, ...ACL_SYNC }],
  [
    "leg 2 by roles on JUMP and ACLs on DR",
    "destination",
    { ...ROLES, destination: "acls" },
    { failOver: true },
    { ...LEG_TWO, ...FAIL_OVER },
  ],
] as const)("the rights of %s", (_, initiator, forms, more: More, steps) => {
  const ownDial = more.ownDial ?? false;

  it("are enough for every call", () => {
    expect(refused(steps, written(initiator, forms, more), ownDial)).toEqual([]);
  });

  it("are all needed: without any one of them, some call is refused", () => {
    const grants = written(initiator, forms, more);
    for (const grant of grants) {
      const others = grants.filter((other) => other !== grant);
      expect({ grant, refused: refused(steps, others, ownDial) }).not.toEqual({ grant, refused: [] });
    }
  });
});

describe("the narrow rights", () => {
  const foreign: Readonly<Record<string, Step>> = {
    "reads another topic": { who: "source", needs: [right("Read", "Topic", "salaries")] },
    "sees another topic": { who: "source", needs: [right("Describe", "Topic", "salaries")] },
    "sees another group": { who: "source", needs: [right("Describe", "Group", "other")] },
    writes: { who: "source", needs: [right("Write", "Topic", "orders")] },
    "alters the source": { who: "source", needs: [right("Alter")] },
  };
  const destination: Readonly<Record<string, Step>> = {
    "creates another topic": { who: "destination", needs: [right("Create", "Topic", "salaries")] },
    "creates what the link creates": { who: "destination", needs: [right("Create", "Topic", "mirror_me.a")] },
    "reads a mirror topic": { who: "destination", needs: [right("Read", "Topic", "orders")] },
    "writes to it": { who: "destination", needs: [right("Write", "Topic", "orders")] },
    ...DELETE,
    ...FAIL_OVER,
  };

  it("of leg 2's source give nothing else on JUMP, as roles and as ACLs", () => {
    for (const forms of [ROLES, ACLS]) {
      const grants = written("destination", forms, {});
      expect(refused(foreign, grants, false)).toEqual(Object.keys(foreign));
    }
  });

  it("of a destination give nothing else as ACLs", () => {
    const grants = written("destination", ACLS, {});
    expect(refused(destination, grants, false)).toEqual(Object.keys(destination));
  });

  it("of a dialling account give nothing else than to alter the cluster", () => {
    const grants = written("source", ACLS, { ownDial: true });
    const steps = { create: { who: "dial", needs: onTopics("Create") } } as const;
    expect(refused(steps, grants, true)).toEqual(["create"]);
  });
});

describe("patterns of names", () => {
  const literal = (name: string): NamePattern => ({ name, patternType: "LITERAL" }) as NamePattern;
  const prefixed = (name: string): NamePattern => ({ name, patternType: "PREFIXED" }) as NamePattern;

  it.each([
    [literal("a"), literal("a"), true],
    [literal("a"), literal("ab"), false],
    [literal("*"), literal("a"), true],
    [literal("*"), prefixed("a"), true],
    [literal("a"), literal("*"), false],
    [literal("a"), prefixed("a"), false],
    [prefixed("a"), literal("a"), true],
    [prefixed("a"), literal("ab"), true],
    [prefixed("a"), literal("ba"), false],
    [prefixed("a"), prefixed("ab"), true],
    [prefixed("ab"), prefixed("a"), false],
    [prefixed("a"), literal("*"), false],
  ])("%j covers %j: %j", (wide, narrow, expected) => {
    expect(coversPattern(wide, narrow)).toBe(expected);
    expect(coverage([literal("z"), wide])(narrow)).toBe(expected);
  });

  it("are the fewest that stand for all", () => {
    const { include, includePrefix, exclude, all } = TopicFilter;
    expect(patternsOf([include("a"), include("b"), include("a")])).toEqual([literal("a"), literal("b")]);
    expect(patternsOf([include("a1"), includePrefix("a"), includePrefix("a1"), exclude("a2")])).toEqual([
      prefixed("a"),
    ]);
    expect(patternsOf([include("a"), all(), includePrefix("b")])).toEqual([literal("*")]);
    expect(patternsOf([])).toEqual([]);
  });

  it("get the link's prefix", () => {
    expect(mirrorPattern(literal("a"), "")).toEqual(literal("a"));
    expect(mirrorPattern(literal("a"), "eu-")).toEqual(literal("eu-a"));
    expect(mirrorPattern(prefixed("a"), "eu-")).toEqual(prefixed("eu-a"));
    expect(mirrorPattern(literal("*"), "eu-")).toEqual(prefixed("eu-"));
  });
});
