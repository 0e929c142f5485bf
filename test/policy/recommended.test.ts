import type { App } from "cdktf";
import { CloudBackend, NamedCloudWorkspace, S3Backend, Testing, type TerraformStack } from "cdktf";
import { KafkaTopic } from "@cdktf/provider-confluent/lib/kafka-topic";
import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import { ServiceAccount } from "@cdktf/provider-confluent/lib/service-account";
import type { KafkaCluster } from "cdktf-cluster-linking";
import {
  AclFilter,
  ApiKey,
  declareStateRegion,
  DedicatedCluster,
  GroupFilter,
  LinkAccounts,
  LinkPrincipals,
  PrivatePublicPrivate,
  type PrivatePublicPrivateProps,
} from "cdktf-cluster-linking";
import { describe, expect, it } from "vitest";
import { PolicyPack } from "../../lib/policy/policy-pack";
import { bothWays, dr, firstLink, jump, key, mirrors, newStack, primary, secondLink } from "../rules/support/topology";
import { buildTopology } from "../testing/support";

/** What one rule of the recommended pack finds. */
function findings(id: string, app: App): string[] {
  return PolicyPack.check(app)
    .findings.filter((finding) => finding.id === id)
    .map(({ path, given }) => `${path}: ${given}`);
}

const withChanges = (id: string, changes: Partial<PrivatePublicPrivateProps>): string[] =>
  findings(id, buildTopology(changes).app);

describe("POL001, protection", () => {
  it("asks for every half and mirror topic, a set as one", () => {
    expect(withChanges("POL001", { preventDestroy: false, topics: ["a", "b", "c", "d", "e"] })).toEqual([
      "primary-to-jump/link/receiving: confluent_cluster_link.link_receiving_DE6DD55A has no prevent_destroy.",
      "primary-to-jump/link/dialling: confluent_cluster_link.link_dialling_DEF39909 has no prevent_destroy.",
      "primary-to-jump/mirrors: confluent_kafka_mirror_topic.mirrors_a, confluent_kafka_mirror_topic.mirrors_b, confluent_kafka_mirror_topic.mirrors_c and 2 more have no prevent_destroy.",
      "jump-to-dr/link: confluent_cluster_link.link has no prevent_destroy.",
      "jump-to-dr/mirrors: confluent_kafka_mirror_topic.mirrors_a, confluent_kafka_mirror_topic.mirrors_b, confluent_kafka_mirror_topic.mirrors_c and 2 more have no prevent_destroy.",
    ]);
    expect(withChanges("POL001", {})).toEqual([]);
  });

  it("asks for topics and clusters of the same app", () => {
    const { app, legOne } = buildTopology();
    const topic = new KafkaTopic(legOne, "orders", { topicName: "orders" });
    const platform = newStack(app, "platform");
    const place = { cloud: "AZURE", region: "westeurope", environmentId: "env-1" } as const;
    new DedicatedCluster(platform, "kept", { name: "KEPT", cku: 1, ...place });
    new DedicatedCluster(platform, "lost", { name: "LOST", cku: 1, ...place, preventDestroy: false });
    expect(findings("POL001", app)).toEqual([
      "primary-to-jump/orders: confluent_kafka_topic.orders has no prevent_destroy.",
      expect.stringMatching(/^platform\/lost.*: confluent_kafka_cluster\.lost.* has no prevent_destroy\.$/),
    ]);
    topic.lifecycle = { preventDestroy: true };
    expect(findings("POL001", app)).toHaveLength(1);
  });

  it("has nothing to ask of topics that are kept, which are always protected", () => {
    expect(withChanges("POL001", { keepPromoted: ["orders"] })).toEqual([]);
    const kept = withChanges("POL001", { keepPromoted: ["orders"], preventDestroy: false });
    expect(kept).toHaveLength(5);
    expect(kept.join()).not.toContain("confluent_kafka_topic.");
  });
});

describe("POL002, offset sync", () => {
  it("asks for both legs", () => {
    expect(withChanges("POL002", { consumerOffsetSync: undefined })).toEqual([
      'primary-to-jump/link: Consumer offset sync of the link "primary-to-jump" is off.',
      'jump-to-dr/link: Consumer offset sync of the link "jump-to-dr" is off.',
    ]);
    expect(withChanges("POL002", {})).toEqual([]);
  });

  it("finds the one leg that has none", () => {
    const app = Testing.app();
    const [one, two] = [newStack(app, "one"), newStack(app, "two")];
    const sync = { consumerOffsetSync: { groups: [GroupFilter.all()] } };
    const onJump = mirrors(one, firstLink(one, sync), { topics: ["orders"] });
    mirrors(two, secondLink(two), { follows: onJump });
    expect(findings("POL002", app)).toEqual(['two/link: Consumer offset sync of the link "jump-to-dr" is off.']);
  });

  it("steps aside for a link whose name only Terraform knows, by its path", () => {
    const app = Testing.app();
    const stack = newStack(app, "one");
    mirrors(stack, firstLink(stack, { linkName: "${var.name}" }), { topics: ["orders"] });
    expect(findings("POL002", app)).toEqual(["one/link: Consumer offset sync of the link one/link is off."]);
  });

  it("leaves the direction of a bidirectional link that waits alone", () => {
    const app = Testing.app();
    const stack = newStack(app, "one");
    const JUMP = jump();
    const link = bothWays(stack, { inbound: { cluster: JUMP, consumerOffsetSync: { groups: [GroupFilter.all()] } } });
    mirrors(stack, link.into(JUMP), { topics: ["orders"] });
    expect(findings("POL002", app)).toEqual([]);
  });
});

describe("POL003, keys of each leg", () => {
  const chain = (make: (one: TerraformStack, two: TerraformStack) => [ApiKey, ApiKey]): App => {
    const app = Testing.app();
    const [one, two] = [newStack(app, "one"), newStack(app, "two")];
    const [first, second] = make(one, two);
    firstLink(one, { destinationCredentials: first });
    secondLink(two, { sourceCredentials: second });
    return app;
  };

  it("finds one key by its id", () => {
    const literal = (scope: TerraformStack): ApiKey =>
      ApiKey.fromAttributes({ key: "JUMPKEY", secret: key(scope, "jump").secret });
    const found = findings(
      "POL003",
      chain((one, two) => [literal(one), literal(two)]),
    );
    expect(found).toEqual(['two/link: The links "primary-to-jump" and "jump-to-dr" have one key for JUMP.']);
    expect(found.join()).not.toContain("JUMPKEY");
  });

  it("finds one variable for two links of a stack", () => {
    const app = Testing.app();
    const stack = newStack(app, "stack");
    firstLink(stack);
    secondLink(stack, {}, "second");
    expect(findings("POL003", app)).toEqual([
      'stack/second: The links "primary-to-jump" and "jump-to-dr" have one key for JUMP.',
    ]);
    expect(findings("POL004", app)).toEqual([]);
  });

  it("knows that a variable is its stack's own, and that the halves of a link are one link", () => {
    expect(
      findings(
        "POL003",
        chain((one, two) => [key(one, "jump"), key(two, "jump")]),
      ),
    ).toEqual([]);
    expect(withChanges("POL003", {})).toEqual([]);
    const app = Testing.app();
    bothWays(newStack(app, "stack"));
    expect(findings("POL003", app)).toEqual([]);
  });
});

describe("POL004, variables of each leg", () => {
  const defaults = { credentials: undefined };

  it("warns of one name in two stacks", () => {
    const { app } = buildTopology(defaults);
    expect(findings("POL004", app)).toEqual([
      'jump-to-dr/link: Stacks "primary-to-jump" and "jump-to-dr" have the key for JUMP from var.jump_api_key.',
    ]);
    expect(PolicyPack.check(app).errors).toEqual([]);
    expect(withChanges("POL004", {})).toEqual([]);
  });

  it("does not where each stack has a workspace", () => {
    const { app, legOne, legTwo } = buildTopology(defaults);
    for (const stack of [legOne, legTwo]) {
      const workspaces = new NamedCloudWorkspace(stack.node.id);
      new CloudBackend(stack, { organization: "acme", workspaces });
    }
    expect(findings("POL004", app)).toEqual([]);
  });
});

describe("POL005, the dialling key", () => {
  it("is one of its own", () => {
    expect(withChanges("POL005", { dialCredentials: undefined })).toEqual([
      'primary-to-jump/link/dialling: The link "primary-to-jump" dials JUMP with the key of its REST calls.',
    ]);
    expect(withChanges("POL005", {})).toEqual([]);
  });

  it("of a bidirectional link too", () => {
    const [shared, own] = [Testing.app(), Testing.app()];
    bothWays(newStack(shared, "stack"), { dialCredentials: undefined });
    bothWays(newStack(own, "stack"));
    expect(findings("POL005", shared)).toEqual([
      expect.stringContaining('The link "primary-and-jump" dials JUMP with the key of its REST calls.'),
    ]);
    expect(findings("POL005", own)).toEqual([]);
  });
});

describe("POL006, roles", () => {
  const crn = (id: string): string => `crn://confluent.cloud/organization=o/environment=env-1/cloud-cluster=${id}`;
  const placed = (of: typeof primary, id: string): KafkaCluster => of({ environmentId: "env-1", rbacCrn: crn(id) });
  const [PRIMARY, JUMP, DR] = [placed(primary, "lkc-1111"), placed(jump, "lkc-2222"), placed(dr, "lkc-3333")];

  const bind = (
    stack: TerraformStack,
    id: string,
    roleName: string,
    crnPattern: string,
    principal = "User:sa-1",
  ): void => void new RoleBinding(stack, id, { principal, roleName, crnPattern });

  const bound = (roleName: string, crnPattern: string): string[] => {
    const { app } = buildTopology();
    bind(newStack(app, "platform"), "binding", roleName, crnPattern);
    return findings("POL006", app);
  };

  it("of the whole organisation or environment are never needed", () => {
    expect(bound("OrganizationAdmin", "crn://confluent.cloud/organization=o")).toEqual([
      "platform/binding: confluent_role_binding.binding binds OrganizationAdmin.",
    ]);
    expect(bound("EnvironmentAdmin", "crn://confluent.cloud/organization=o/environment=env-1")).toHaveLength(1);
    expect(bound("MetricsViewer", "crn://confluent.cloud/organization=o")).toEqual([]);
  });

  it("of a cluster are needed on a destination and on a source that dials", () => {
    for (const id of ["lkc-1111", "lkc-2222", "lkc-3333", "lkc-9999"]) {
      expect(bound("CloudClusterAdmin", crn(id)), id).toEqual([]);
    }
  });

  it("of a cluster are too much on a source that only waits", () => {
    const app = Testing.app();
    const stack = newStack(app, "leg");
    secondLink(stack);
    bind(stack, "wide", "CloudClusterAdmin", crn("lkc-2222"));
    bind(stack, "narrow", "DeveloperRead", `${crn("lkc-2222")}/kafka=lkc-2222/topic=orders`);
    bind(stack, "destination", "CloudClusterAdmin", crn("lkc-3333"));
    bind(stack, "token", "CloudClusterAdmin", "${var.crn}");
    expect(findings("POL006", app)).toEqual([
      'leg/wide: confluent_role_binding.wide binds CloudClusterAdmin for "jump-to-dr", whose source does not dial.',
    ]);
  });

  it("are needed where ACLs are copied", () => {
    const app = Testing.app();
    const stack = newStack(app, "leg");
    secondLink(stack, { aclSync: { filters: [AclFilter.all()] } });
    bind(stack, "wide", "CloudClusterAdmin", crn("lkc-2222"));
    expect(findings("POL006", app)).toEqual([]);
  });

  /** Leg 2 of a chain, whose key on JUMP belongs to an account of its own with this role. */
  const byHand = (roleName: string): App => {
    const { app } = buildTopology();
    const stack = newStack(app, "by-hand");
    const account = new ServiceAccount(stack, "reader", { displayName: "reader" });
    bind(stack, "binding", roleName, crn("lkc-2222"), `User:${account.id}`);
    const owned = new KeyResource(stack, "key", {
      owner: { id: account.id, apiVersion: "iam/v2", kind: "ServiceAccount" },
    });
    secondLink(stack, {
      linkName: "by-hand",
      sourceCredentials: ApiKey.fromResource(owned, { grantedElsewhere: true }),
    });
    return app;
  };

  it("are traced from the key to its owner, on a cluster that is a destination of another link", () => {
    expect(findings("POL006", byHand("CloudClusterAdmin"))).toEqual([
      'by-hand/binding: confluent_role_binding.binding binds CloudClusterAdmin for "by-hand", whose source does not dial.',
    ]);
    expect(findings("POL006", byHand("DeveloperRead"))).toEqual([]);
  });

  it("are as small as can be where the library binds them", () => {
    const app = Testing.app();
    const [platform, one, two] = [newStack(app, "platform"), newStack(app, "one"), newStack(app, "two")];
    const legOne = { initiator: "source", linkName: "primary-to-jump", source: PRIMARY, destination: JUMP } as const;
    const legTwo = { initiator: "destination", linkName: "jump-to-dr", source: JUMP, destination: DR } as const;
    const topics = { topics: ["orders"], groups: [GroupFilter.all()] };
    new LinkAccounts(platform, "accounts-one", { ...legOne, ...topics });
    new LinkAccounts(platform, "accounts-two", { ...legTwo, ...topics });
    const first = firstLink(one, {
      source: PRIMARY,
      destination: JUMP,
      ...new LinkPrincipals(one, "principals", { ...legOne, ...topics }).credentials,
    });
    const second = secondLink(two, {
      source: JUMP,
      destination: DR,
      ...new LinkPrincipals(two, "principals", { ...legTwo, ...topics }).credentials,
    });
    mirrors(two, second, { follows: mirrors(one, first, { topics: ["orders"] }) });
    expect(findings("POL006", app)).toEqual([]);
    expect(findings("POL003", app)).toEqual([]);
  });

  it("of both ends of a bidirectional link are needed", () => {
    const app = Testing.app();
    const stack = newStack(app, "leg");
    bothWays(stack);
    bind(stack, "one", "CloudClusterAdmin", crn("lkc-1111"));
    bind(stack, "two", "CloudClusterAdmin", crn("lkc-2222"));
    expect(findings("POL006", app)).toEqual([]);
  });
});

describe("POL007 and POL008, where JUMP and DR stand", () => {
  const inPrimarysRegion = { region: "germanywestcentral" };

  it("is not PRIMARY's region", () => {
    expect(withChanges("POL007", { jump: jump(inPrimarysRegion) })).toEqual([
      "primary-to-jump/link: JUMP and PRIMARY are both in germanywestcentral.",
    ]);
    expect(withChanges("POL008", { dr: dr(inPrimarysRegion) })).toEqual([
      "jump-to-dr/link: PRIMARY and DR are both in germanywestcentral.",
    ]);
    expect(withChanges("POL007", {})).toEqual([]);
    expect(withChanges("POL008", {})).toEqual([]);
  });

  it("may be unknown, or a region of that name in another cloud", () => {
    for (const region of [undefined, "${var.region}"]) {
      expect(withChanges("POL007", { jump: jump({ region }) })).toEqual([]);
      expect(withChanges("POL008", { dr: dr({ region }) })).toEqual([]);
    }
    expect(withChanges("POL008", { dr: dr({ ...inPrimarysRegion, cloud: "GCP" }) })).toEqual([]);
  });

  it("is beside DR on the way back, for which there are exceptions", () => {
    const app = Testing.app();
    const [out, home] = [newStack(app, "dr-to-jump"), newStack(app, "jump-to-primary")];
    PrivatePublicPrivate.reverse({
      primary: primary(),
      jump: jump({ region: "westeurope" }),
      dr: dr(),
      drToJump: out,
      jumpToPrimary: home,
      topics: ["orders"],
    });
    expect(findings("POL007", app)).toEqual(["dr-to-jump/link: JUMP and DR are both in westeurope."]);
    const pack = PolicyPack.recommended({
      exceptions: [{ id: "POL007", scope: out, reason: "on the way back JUMP stands beside DR" }],
    });
    expect(pack.check(app).findings.map(({ id }) => id)).not.toContain("POL007");
  });
});

describe("POL009, where the state is", () => {
  it("is not PRIMARY's region, for the stack that a failover needs", () => {
    const { app, legOne, legTwo } = buildTopology();
    for (const stack of [legOne, legTwo]) declareStateRegion(stack, "Germany West Central");
    expect(findings("POL009", app)).toEqual(['jump-to-dr: The state is in "Germany West Central", as is PRIMARY.']);
  });

  it("may be anywhere else, or unknown", () => {
    const { app, legTwo } = buildTopology();
    expect(findings("POL009", buildTopology().app)).toEqual([]);
    new S3Backend(legTwo, { bucket: "b", key: "k", region: "westeurope" });
    expect(findings("POL009", app)).toEqual([]);
  });
});
