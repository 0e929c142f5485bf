import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AclFilter,
  ApiKey,
  DestinationInitiatedLink,
  Failover,
  GroupFilter,
  LinkPrincipals,
  MirrorSet,
  SourceInitiatedLink,
  TopicFilter,
} from "cdktf-cluster-linking";
import type { TerraformStack } from "cdktf";
import { createAcl } from "../../../lib/rehearsal/cloud/acls";
import { DISCOVERY_INTERVAL_MS } from "../../../lib/model/chains";
import { TerraformFailure } from "../../../lib/rehearsal/terraform/failure";
import { synthToJson, type Json } from "../../support/synth";
import { DR, JUMP, mirror, PRIMARY } from "../app";
import { stackIn } from "./chain";
import { placed, startIn } from "./principals";
import type { Life } from "./life";

/** A leg by itself, whose principals have role bindings or ACLs. */
export interface RightsOf {
  readonly leg: "primary-to-jump" | "jump-to-dr";
  readonly form: "roles" | "acls";
  /** Whether ACLs are copied too. */
  readonly aclSync?: boolean;
}

const READER = "User:sa-reader";

const NAMES = {
  topics: ["orders"],
  autoCreate: [TopicFilter.includePrefix("mirror_me")],
  groups: [GroupFilter.include("billing")],
};

function build(stack: TerraformStack, organizationId: string, { leg, form, aclSync = false }: RightsOf): void {
  const administrator = (name: string): object =>
    form === "acls" ? { aclAdministrator: ApiKey.fromVariables(stack, `${name}_admin`) } : {};
  const { topics, autoCreate, groups } = NAMES;
  const synced = aclSync
    ? {
        aclSync: {
          filters: [
            AclFilter.of({
              resourceFilter: { resourceType: "topic", patternType: "any" },
              accessFilter: { principal: READER, operation: "any", permissionType: "any" },
            }),
          ],
        },
      }
    : {};
  const link = { linkName: leg, consumerOffsetSync: { groups }, ...synced, preventDestroy: false };
  const told = { linkName: leg, topics, autoCreate, groups, failOver: true, deleteTopics: true, aclSync };
  const mirrors = {
    topics,
    autoCreate,
    failover: Failover.fromVariable(stack),
    preventDestroy: false,
  };
  if (leg === "primary-to-jump") {
    const ends = { source: placed(organizationId, "PRIMARY"), destination: placed(organizationId, "JUMP") };
    const { credentials } = new LinkPrincipals(stack, "principals", {
      ...told,
      ...ends,
      initiator: "source",
      onSource: administrator("primary"),
      onDestination: administrator("jump"),
      dial: { ownAccount: true, ...administrator("jump") },
    });
    const made = new SourceInitiatedLink(stack, "link", { ...link, ...ends, ...credentials });
    new MirrorSet(stack, "mirrors", { ...mirrors, link: made });
    return;
  }
  const ends = { source: placed(organizationId, "JUMP"), destination: placed(organizationId, "DR") };
  const { credentials } = new LinkPrincipals(stack, "principals", {
    ...told,
    ...ends,
    initiator: "destination",
    onSource: administrator("jump"),
    onDestination: administrator("dr"),
  });
  const made = new DestinationInitiatedLink(stack, "link", { ...link, ...ends, ...credentials });
  new MirrorSet(stack, "mirrors", { ...mirrors, link: made });
}

const TYPES = ["confluent_role_binding", "confluent_kafka_acl"] as const;

const jsonOf = (out: string, leg: string): string => join(out, "stacks", leg, "cdk.tf.json");

/** One right as people read it. */
function describeGrant(name: string, block: Json): string {
  const owner = name.split("_")[1] ?? "";
  if (typeof block.role_name === "string") {
    const [, pattern = ""] = (block.crn_pattern as string).split(/\/kafka=[^/]*\//);
    return `${owner}: ${block.role_name}${pattern === "" ? "" : ` on ${pattern}`}`;
  }
  const { operation, resource_type, resource_name, pattern_type } = block as Record<string, string>;
  const named = resource_type === "CLUSTER" ? "" : ` ${resource_name}${pattern_type === "PREFIXED" ? "*" : ""}`;
  return `${owner}: ${operation} ${resource_type}${named}`;
}

/** Synthesises a leg, without one of its rights where that is named. Gives back the folder and the rights that there are. */
function synth(organizationId: string, rights: RightsOf, without?: string): { out: string; grants: string[] } {
  const { outdir } = synthToJson((app) => build(stackIn(app, rights.leg), organizationId, rights));
  const file = jsonOf(outdir, rights.leg);
  const json = JSON.parse(readFileSync(file, "utf8"));
  const blocks = TYPES.flatMap((type) => Object.entries<Json>(json.resource[type] ?? {}));
  const described = blocks.map(([name, block]) => [describeGrant(name, block), block] as const);
  if (without !== undefined) {
    const removed = described.filter(([grant]) => grant === without);
    if (removed.length !== 1) throw new Error(`There are ${removed.length} rights ${JSON.stringify(without)}.`);
    for (const [, block] of removed) block.count = 0;
    writeFileSync(file, JSON.stringify(json));
  }
  return { out: outdir, grants: described.map(([grant]) => grant).sort() };
}

/** Every right that the principals of a leg get. */
export const grantsOf = (rights: RightsOf): string[] => synth("org-1", rights).grants;

type Step = readonly [name: string, run: (life: Life) => Promise<boolean>];

/** How the cloud says that a right is missing. A topic that one may not see is not there. */
const MISSING = /403 Forbidden|authorization failed|lacks|may not|does not host this topic-partition/i;

const done = async (run: Promise<unknown>): Promise<boolean> => {
  try {
    await run;
    return true;
  } catch (error) {
    if (error instanceof TerraformFailure && MISSING.test(error.message)) return false;
    throw error;
  }
};

/** A life of the leg, step by step; each says whether it went well. */
function steps({ leg, aclSync = false }: RightsOf): readonly Step[] {
  const [source, destination] = leg === "primary-to-jump" ? [PRIMARY, JUMP] : [JUMP, DR];
  const auto = "mirror_me_1";
  const arrives = async (life: Life, topic: string): Promise<boolean> => {
    await life.produce(source, topic, "one", "two");
    await life.wait(20_000);
    return life.topics(destination).includes(topic) && life.values(destination, topic).join() === "one,two";
  };
  return [
    ["create", async (life) => done(life.stack(leg).apply())],
    ["copy records", async (life) => arrives(life, "orders")],
    [
      "copy offsets",
      async (life) => {
        life.read(source, "orders", "billing", 1);
        await life.wait(60_000);
        return life.groupLag(destination, "orders", "billing") === 1;
      },
    ],
    [
      "mirror what a filter chooses",
      async (life) => {
        await life.createTopic(source, auto);
        await life.wait(DISCOVERY_INTERVAL_MS + 60_000);
        return arrives(life, auto);
      },
    ],
    [
      "copy settings",
      async (life) => {
        for (const topic of ["orders", auto]) {
          const data = [{ name: "retention.ms", value: "86400000" }];
          await life.call(source, "POST", `/topics/${topic}/configs:alter`, { data });
        }
        await life.wait(20_000);
        const copied = ["orders", auto].map((topic) => life.cluster(destination).topics.get(topic)?.configs);
        return copied.every((configs) => configs?.get("retention.ms") === "86400000");
      },
    ],
    [
      "copy ACLs",
      async (life) => {
        if (!aclSync) return true;
        const acl = {
          resourceType: "TOPIC",
          resourceName: "orders",
          patternType: "LITERAL",
          principal: READER,
          host: "*",
          operation: "READ",
          permission: "ALLOW",
        };
        createAcl(life.deployment.cloud.emulator.cloud, source, acl);
        await life.wait(60_000);
        return life.cluster(destination).acls.some(({ principal }) => principal === READER);
      },
    ],
    ["plan", async (life) => Object.keys(await life.changes(leg)).length === 0],
    [
      "fail over",
      async (life) => {
        const applied = await done(life.stack(leg).apply({ variables: { failover: "FAILED_OVER" } }));
        return applied && life.statuses(destination)["orders"] === "STOPPED";
      },
    ],
    [
      "fail over what a filter chose",
      async (life) => {
        const keys = [...life.deployment.cloud.emulator.cloud.state.apiKeys.values()];
        const own = keys.find(({ displayName }) => displayName === `${leg}-destination-key-1`);
        if (own === undefined) throw new Error("The destination has no key.");
        const { status } = await life.request(destination, "POST", `/links/${leg}/mirrors:failover`, {
          key: { key: own.id, secret: own.secret },
          body: { mirror_topic_names: [auto] },
        });
        await life.wait(10_000);
        return status === 200 && life.statuses(destination)[auto] === "STOPPED";
      },
    ],
    [
      "delete a mirror topic",
      async (life) => {
        const deleted = await done(life.stack(leg).destroy({ args: [`-target=${mirror("orders")}`] }));
        return deleted && life.topics(destination).join() === auto;
      },
    ],
    ["delete everything", async (life) => done(life.stack(leg).destroy())],
  ];
}

/** Lives through all steps with every right, or every right but one, and gives back the first step that goes wrong. */
export async function firstFailure(rights: RightsOf, without?: string): Promise<string | undefined> {
  const life = await startIn((organizationId) => synth(organizationId, rights, without).out);
  try {
    await life.deployment.init();
    for (const [name, run] of steps(rights)) if (!(await run(life))) return name;
    return undefined;
  } finally {
    await life.stop();
  }
}
