import { KafkaCluster as KafkaClusterResource } from "@cdktf/provider-confluent/lib/kafka-cluster";
import { TerraformVariable, type App, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { LinkPrincipals, type LinkPrincipalsProps } from "../../lib/link/link-principals";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { resources, synthToJson, type Json } from "../support/synth";
import { cluster, stackWithProvider } from "./clusters";

const ENVIRONMENT = "crn://confluent.cloud/organization=o-1/environment=env-1";
const crn = (id: string): string => `${ENVIRONMENT}/cloud-cluster=${id}`;

const placed = (name: string, id: string, access: "private" | "public"): KafkaCluster =>
  cluster({ name, id, access, environmentId: "env-1", rbacCrn: crn(id) });

const PRIMARY = placed("primary", "lkc-1111", "private");
const JUMP = placed("jump", "lkc-2222", "public");
const DR = placed("dr", "lkc-3333", "private");

const ONE = { linkName: "primary-to-jump", source: PRIMARY, destination: JUMP, initiator: "source" } as const;
const TWO = { linkName: "jump-to-dr", source: JUMP, destination: DR, initiator: "destination" } as const;

const administrator = (stack: TerraformStack): { aclAdministrator: ApiKey } => ({
  aclAdministrator: ApiKey.fromVariables(stack, "admin"),
});

type Props = (stack: TerraformStack) => LinkPrincipalsProps;

/** Principals and a link that uses their keys. */
function leg(
  stack: TerraformStack,
  props: Props,
  topics: readonly string[] = ["orders"],
  groups?: readonly GroupFilter[],
): LinkPrincipals {
  const given = props(stack);
  const synced = groups ?? given.groups ?? [];
  const principals = new LinkPrincipals(stack, "principals", given);
  const { linkName, source, destination, initiator, prefix } = given;
  const Link = initiator === "source" ? SourceInitiatedLink : DestinationInitiatedLink;
  const link = new Link(stack, "link", {
    linkName,
    source,
    destination,
    prefix: prefix as string,
    ...principals.credentials,
    consumerOffsetSync: synced.length > 0 ? { groups: synced } : undefined,
  });
  new MirrorSet(stack, "mirrors", { link, topics });
  return principals;
}

function synth(props: Props): Json {
  const { stacks } = synthToJson((app: App) => void leg(stackWithProvider(app), props));
  return stacks["stack"];
}

const bindings = (json: Json): string[] =>
  Object.entries(resources(json, "confluent_role_binding"))
    .map(([name, { role_name, crn_pattern }]) => `${name.split("_")[1]}: ${role_name} on ${crn_pattern}`)
    .sort();

const acls = (json: Json): string[] =>
  Object.entries(resources(json, "confluent_kafka_acl"))
    .map(([name, { operation, resource_type, resource_name, pattern_type, kafka_cluster }]) => {
      const resource = `${resource_type} ${resource_name}${pattern_type === "PREFIXED" ? "*" : ""}`;
      return `${name.split("_")[1]}: ${operation} ${resource} on ${kafka_cluster.id}`;
    })
    .sort();

const names = (type: string, json: Json): string[] => Object.keys(resources(json, type)).sort();

/** Keys by their display names, which have their order. */
const keysOf = (json: Json): Json[] =>
  Object.values(resources(json, "confluent_api_key")).sort((a, b) => (a.display_name < b.display_name ? -1 : 1));

const findings = (props: Props, topics?: readonly string[]): string[] => {
  const stack = stackWithProvider(emptyApp());
  leg(stack, props, topics);
  return Warnings.of(stack)
    .list()
    .map(({ rule }) => rule.id);
};

describe("the principals of a link that its source opens", () => {
  const roles: Props = () => ({ ...ONE, topics: ["orders"], groups: [GroupFilter.include("app")] });

  it("are an account on each cluster, which is CloudClusterAdmin there and nowhere else", () => {
    const json = synth(roles);
    expect(Object.values(resources(json, "confluent_service_account")).map((each) => each.display_name)).toEqual([
      "primary-to-jump-destination",
      "primary-to-jump-source",
    ]);
    expect(bindings(json)).toEqual([
      `destination: CloudClusterAdmin on ${crn("lkc-2222")}`,
      `source: CloudClusterAdmin on ${crn("lkc-1111")}`,
    ]);
    for (const { principal, disable_wait_for_ready } of Object.values(resources(json, "confluent_role_binding"))) {
      expect(principal).toMatch(
        /^User:\$\{confluent_service_account\.principals_(source|destination)_account_\w+\.id\}$/,
      );
      expect(disable_wait_for_ready).toBeUndefined();
    }
  });

  it("have a key for each thing that a key is used for, after the role bindings", () => {
    const json = synth(roles);
    const keys = keysOf(json);
    expect(keys.map((each) => [each.display_name, each.managed_resource.id, each.depends_on])).toEqual([
      [
        "primary-to-jump-destination-dial-key-1",
        "lkc-2222",
        [expect.stringMatching(/^confluent_role_binding\.principals_destination_/)],
      ],
      [
        "primary-to-jump-destination-key-1",
        "lkc-2222",
        [expect.stringMatching(/^confluent_role_binding\.principals_destination_/)],
      ],
      [
        "primary-to-jump-source-key-1",
        "lkc-1111",
        [expect.stringMatching(/^confluent_role_binding\.principals_source_/)],
      ],
    ]);
    const links = resources(json, "confluent_cluster_link");
    const keyOf = (block: Json): string => /principals_\w+?_([a-z-]+)-1_/.exec(block.credentials.key)?.[1] ?? "";
    expect(keyOf(links["link_receiving_DE6DD55A"].destination_kafka_cluster)).toBe("key");
    expect(keyOf(links["link_dialling_DEF39909"].destination_kafka_cluster)).toBe("dial-key");
    expect(links["link_dialling_DEF39909"].source_kafka_cluster.credentials.key).toMatch(/principals_source_key-1_/);
  });

  it("leave nothing to warn of", () => {
    expect(findings(roles)).toEqual([]);
  });

  it("have as ACLs what they need and no more", () => {
    const json = synth((stack) => ({
      ...ONE,
      topics: ["orders"],
      autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.excludePrefix("no_mirror")],
      groups: [GroupFilter.include("app"), GroupFilter.includePrefix("shop-")],
      onSource: administrator(stack),
      onDestination: administrator(stack),
    }));
    expect(bindings(json)).toEqual([]);
    expect(acls(json)).toEqual([
      "destination: ALTER CLUSTER kafka-cluster on lkc-2222",
      "destination: ALTER_CONFIGS CLUSTER kafka-cluster on lkc-2222",
      "destination: CREATE TOPIC orders on lkc-2222",
      "source: ALTER CLUSTER kafka-cluster on lkc-1111",
      "source: DESCRIBE GROUP app on lkc-1111",
      "source: DESCRIBE GROUP shop-* on lkc-1111",
      "source: DESCRIBE_CONFIGS TOPIC mirror_me* on lkc-1111",
      "source: DESCRIBE_CONFIGS TOPIC orders on lkc-1111",
      "source: READ TOPIC mirror_me* on lkc-1111",
      "source: READ TOPIC orders on lkc-1111",
    ]);
    for (const acl of Object.values(resources(json, "confluent_kafka_acl"))) {
      expect(acl).toMatchObject({
        host: "*",
        permission: "ALLOW",
        credentials: { key: "${var.admin_api_key}", secret: "${var.admin_api_secret}" },
      });
    }
  });

  it("have a dialling account of their own where that is asked for", () => {
    const own = synth((stack) => ({ ...ONE, dial: { ownAccount: true, ...administrator(stack) } }));
    expect(acls(own)).toEqual(["dial: ALTER CLUSTER kafka-cluster on lkc-2222"]);
    expect(names("confluent_service_account", own)).toHaveLength(3);
    expect(bindings(synth(() => ({ ...ONE, dial: { ownAccount: true } })))).toContain(
      `dial: CloudClusterAdmin on ${crn("lkc-2222")}`,
    );
  });

  it("are mixed as each of them is told", () => {
    const json = synth((stack) => ({ ...ONE, topics: ["orders"], onDestination: administrator(stack) }));
    expect(bindings(json)).toEqual([`source: CloudClusterAdmin on ${crn("lkc-1111")}`]);
    expect(acls(json)).toHaveLength(3);
  });

  it("rotate one key at a time", () => {
    const json = synth(() => ({
      ...ONE,
      onSource: { generation: 3 },
      onDestination: { generation: 2, keepsPrevious: true },
      dial: { generation: 5, disableKeyWait: true },
    }));
    const keys = keysOf(json);
    expect(keys.map((each) => [each.display_name, each.disable_wait_for_ready ?? false])).toEqual([
      ["primary-to-jump-destination-dial-key-5", true],
      ["primary-to-jump-destination-key-1", false],
      ["primary-to-jump-destination-key-2", false],
      ["primary-to-jump-source-key-3", false],
    ]);
  });
});

describe("the principals of a link that its destination opens", () => {
  const roles: Props = () => ({
    ...TWO,
    topics: ["orders"],
    autoCreate: [TopicFilter.includePrefix("mirror_me")],
    groups: [GroupFilter.include("app"), GroupFilter.include("team a/b")],
  });

  it("read on the source what the link mirrors, and no more", () => {
    const json = synth(roles);
    const kafka = `${crn("lkc-2222")}/kafka=lkc-2222`;
    expect(bindings(json)).toEqual([
      `destination: CloudClusterAdmin on ${crn("lkc-3333")}`,
      `source: DeveloperManage on ${kafka}/topic=mirror_me*`,
      `source: DeveloperManage on ${kafka}/topic=orders`,
      `source: DeveloperRead on ${kafka}/group=app`,
      `source: DeveloperRead on ${kafka}/group=team%20a%2Fb`,
      `source: DeveloperRead on ${kafka}/topic=mirror_me*`,
      `source: DeveloperRead on ${kafka}/topic=orders`,
    ]);
    const [, { depends_on }] = keysOf(json);
    expect(depends_on).toHaveLength(6);
  });

  it("need no key for dialling", () => {
    const json = synth(roles);
    expect(names("confluent_api_key", json)).toHaveLength(2);
    const [link] = Object.values(resources(json, "confluent_cluster_link"));
    expect(link.source_kafka_cluster.credentials.key).toMatch(/principals_source_key-1_/);
    expect(link.destination_kafka_cluster.credentials.key).toMatch(/principals_destination_key-1_/);
  });

  it("have as ACLs what they need and no more", () => {
    const all = (more: Partial<LinkPrincipalsProps>): string[] =>
      acls(
        synth((stack) => ({
          ...TWO,
          topics: ["orders"],
          groups: [GroupFilter.all()],
          onSource: administrator(stack),
          onDestination: administrator(stack),
          ...(more as object),
        })),
      );
    const least = [
      "destination: ALTER CLUSTER kafka-cluster on lkc-3333",
      "destination: ALTER_CONFIGS CLUSTER kafka-cluster on lkc-3333",
      "destination: CREATE TOPIC orders on lkc-3333",
      "source: DESCRIBE GROUP * on lkc-2222",
      "source: DESCRIBE_CONFIGS TOPIC orders on lkc-2222",
      "source: READ TOPIC orders on lkc-2222",
    ];
    const beside = (more: Partial<LinkPrincipalsProps>): string[] => all(more).filter((each) => !least.includes(each));
    expect(all({})).toEqual(least);
    expect(beside({ failOver: true })).toEqual(["destination: ALTER TOPIC orders on lkc-3333"]);
    expect(beside({ deleteTopics: true })).toEqual(["destination: DELETE TOPIC orders on lkc-3333"]);
    expect(beside({ aclSync: true })).toEqual(["source: DESCRIBE CLUSTER kafka-cluster on lkc-2222"]);
    expect(beside({ topics: ["orders", TopicFilter.includePrefix("shop-")] })).toEqual([
      "destination: CREATE TOPIC shop-* on lkc-3333",
      "source: DESCRIBE_CONFIGS TOPIC shop-* on lkc-2222",
      "source: READ TOPIC shop-* on lkc-2222",
    ]);
    const autoCreate = [TopicFilter.includePrefix("mirror_me")];
    expect(beside({ autoCreate, failOver: true, deleteTopics: true })).toEqual([
      "destination: ALTER TOPIC mirror_me* on lkc-3333",
      "destination: ALTER TOPIC orders on lkc-3333",
      "destination: DELETE TOPIC orders on lkc-3333",
      "source: DESCRIBE_CONFIGS TOPIC mirror_me* on lkc-2222",
      "source: READ TOPIC mirror_me* on lkc-2222",
    ]);
    expect(beside({ prefix: "eu-" })).toEqual(["destination: CREATE TOPIC eu-orders on lkc-3333"]);
  });

  it("cannot be narrowed by roles where ACLs are copied", () => {
    expect(bindings(synth(() => ({ ...TWO, topics: ["orders"], aclSync: true })))).toEqual([
      `destination: CloudClusterAdmin on ${crn("lkc-3333")}`,
      `source: CloudClusterAdmin on ${crn("lkc-2222")}`,
    ]);
  });

  it("come before the link: role bindings by way of the keys, ACLs directly", () => {
    const json = synth((stack) => ({ ...TWO, topics: ["orders"], onDestination: administrator(stack) }));
    const [link] = Object.values(resources(json, "confluent_cluster_link"));
    expect([...link.depends_on].sort()).toEqual(
      Object.keys(resources(json, "confluent_kafka_acl"))
        .map((name) => `confluent_kafka_acl.${name}`)
        .sort(),
    );
    expect(resources(json, "confluent_kafka_mirror_topic")["mirrors_orders"].depends_on).toEqual([
      "confluent_cluster_link.link",
    ]);
  });

  it("do not repeat a right that a wider one includes", () => {
    const json = synth(() => ({
      ...TWO,
      topics: ["orders", "orders-eu", TopicFilter.includePrefix("orders-"), TopicFilter.include("orders")],
      groups: [GroupFilter.include("app"), GroupFilter.all()],
    }));
    expect(bindings(json).filter((each) => each.includes("DeveloperRead"))).toEqual([
      `source: DeveloperRead on ${crn("lkc-2222")}/kafka=lkc-2222/group=*`,
      `source: DeveloperRead on ${crn("lkc-2222")}/kafka=lkc-2222/topic=orders`,
      `source: DeveloperRead on ${crn("lkc-2222")}/kafka=lkc-2222/topic=orders-*`,
    ]);
  });
});

describe("LinkPrincipals", () => {
  it("takes accounts that exist", () => {
    const json = synth(() => ({
      ...TWO,
      topics: ["orders"],
      onSource: { serviceAccountId: "sa-1" },
      onDestination: { serviceAccountId: "sa-2", disableRoleBindingWait: true },
    }));
    expect(names("confluent_service_account", json)).toEqual([]);
    expect(keysOf(json).map(({ owner }) => owner.id)).toEqual(["sa-2", "sa-1"]);
    const waits = Object.values(resources(json, "confluent_role_binding")).map((each) => [
      each.principal,
      each.disable_wait_for_ready ?? false,
    ]);
    expect(waits).toEqual([
      ["User:sa-2", true],
      ["User:sa-1", false],
      ["User:sa-1", false],
    ]);
  });

  it("finds the place of clusters that are looked up or created", () => {
    const json = synth((stack) => {
      const environment = { id: "env-7" };
      const created = new KafkaClusterResource(stack, "dr_cluster", {
        displayName: "dr",
        availability: "SINGLE_ZONE",
        cloud: "AZURE",
        region: "northeurope",
        environment,
        dedicated: { cku: 1 },
      });
      const known = { access: "public", kind: "Dedicated" } as const;
      return {
        ...TWO,
        source: KafkaCluster.fromLookup(stack, "jump_cluster", {
          ...known,
          name: "jump",
          clusterId: "lkc-2222",
          environmentId: "env-1",
        }),
        destination: KafkaCluster.fromResource(created, { ...known, name: "dr", environmentId: "env-7" }),
        topics: ["orders"],
      };
    });
    const found = "${data.confluent_kafka_cluster.jump_cluster.rbac_crn}/kafka=lkc-2222/topic=orders";
    expect(bindings(json)).toEqual([
      "destination: CloudClusterAdmin on ${confluent_kafka_cluster.dr_cluster.rbac_crn}",
      `source: DeveloperManage on ${found}`,
      `source: DeveloperRead on ${found}`,
    ]);
    expect(keysOf(json).map(({ managed_resource }) => [managed_resource.id, managed_resource.environment])).toEqual([
      ["${confluent_kafka_cluster.dr_cluster.id}", [{ id: "env-7" }]],
      ["lkc-2222", [{ id: "env-1" }]],
    ]);
  });

  it("names accounts and keys as it is told", () => {
    const json = synth(() => ({ ...ONE, displayName: "staging-leg-1" }));
    const all = [...Object.values(resources(json, "confluent_service_account")), ...keysOf(json)];
    for (const { display_name } of all) expect(display_name).toMatch(/^staging-leg-1-/);
  });

  it("is told of what the link does, and complains of what it was not told", () => {
    const props: Props = () => ({ ...TWO, topics: ["orders"], groups: [GroupFilter.include("app")] });
    const errors = (topics: readonly string[], groups?: readonly GroupFilter[]): string => {
      try {
        synthToJson((app) => void leg(stackWithProvider(app), props, topics, groups));
        return "nothing";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(errors(["orders"])).toBe("nothing");
    expect(errors(["orders", "payments"])).toContain(
      'stack/principals: CL085: There is no right to read on jump the topic "payments".',
    );
    expect(errors(["orders"], [GroupFilter.includePrefix("app")])).toContain(
      'There is no right to read on jump the offsets of the groups that begin with "app".',
    );
  });

  it("refuses names that only Terraform knows", () => {
    const token = (stack: TerraformStack): string =>
      new TerraformVariable(stack, "topic", { type: "string" }).stringValue;
    const list = (stack: TerraformStack): string[] =>
      new TerraformVariable(stack, "topics", { type: "list(string)" }).listValue;
    const build =
      (topics: (stack: TerraformStack) => readonly string[]) =>
      (app: App): void => {
        const stack = stackWithProvider(app);
        new LinkPrincipals(stack, "principals", { ...TWO, topics: topics(stack) });
      };
    expect(refusal(build((stack) => [token(stack)]))).toBe("CL086");
    expect(refusal(build(list))).toBe("CL086");
  });

  it("refuses a literal secret of an administrator", () => {
    const onSource = { aclAdministrator: ApiKey.fromAttributes({ key: "K", secret: "plain" }) };
    expect(
      refusal(
        (app) => new LinkPrincipals(stackWithProvider(app), "principals", { ...TWO, topics: ["orders"], onSource }),
      ),
    ).toBe("CL050");
  });
});
