import { FilterType, PatternType } from "../filters";
import { coverage, type Grant, type NamePattern } from "../link-rights";
import { isKnown, type Maybe } from "../maybe";
import { quote } from "../names";
import type { Cluster, Leg } from "../topology";
import { Rule, type Finding } from "./rule";

export const keyWithoutGrant = new Rule("CL033", "warning", {
  title: "A created API key that waits for no role binding",
  effect: "The first apply may use the key before it has rights, and fails with 401 or 403.",
  allowed: "grants on ApiKey.fromResource, or a key resource that depends on its role binding.",
  fix: "Pass the role bindings: ApiKey.fromResource(key, { grants: [binding] }).",
  evidence: "documentation",
});

export const keyReplacedTooEarly = new Rule("CL073", "error", {
  title: "An API key that is destroyed before its successor exists",
  effect: "Refresh uses the deleted key, gets 401, and no plan works any more.",
  allowed: "create_before_destroy on keys that links and mirror topics use.",
  fix: "Remove createBeforeDestroy: false from the key; the library sets it to true.",
  evidence: "run",
});

export const literalSecret = new Rule("CL050", "error", {
  title: "A secret as plain text",
  effect: "It would be written into the synthesised JSON, and from there into version control and logs.",
  allowed: "Secrets that only Terraform knows: a sensitive variable, an attribute of a resource or data source.",
  fix: 'Use ApiKey.fromVariables with a name for this key alone: with "dr", its secret is passed as TF_VAR_dr_api_secret.',
  evidence: "run",
});

export const sharedDialKey = new Rule("CL051", "warning", {
  title: "One key for REST calls and for dialling",
  effect: "Rotating it fails once on the receiving half, and everything that depends on it waits for a second apply.",
  allowed: "dialCredentials that differ from destinationCredentials.",
  fix: 'Set dialCredentials, for example ApiKey.fromVariables(stack, "jump_dial"), or acknowledge this with the reason.',
  evidence: "run",
});

export const illegalVariableName = new Rule("CL066", "error", {
  title: "A name from which no Terraform variable can be made, or a variable of another kind",
  effect: "The variable could not be set from the environment, or its value would be shown.",
  allowed: "Lower-case letters, digits and underscores, starting with a letter; sensitive string variables.",
  fix: 'Use a name like "jump": its variables are jump_api_key and jump_api_secret.',
  evidence: "own",
});

export const illegalGeneration = new Rule("CL084", "error", {
  title: "An illegal generation of a key",
  effect: "The address of the key would not tell one generation from the next, and nothing would be rotated.",
  allowed: "Whole numbers from 1 on, as literals.",
  fix: "Begin with 1, and add 1 for each rotation.",
  evidence: "own",
});

export const rightMissing = new Rule("CL085", "error", {
  title: "A link that does what its principals have no right to",
  effect:
    "Mirror topics are refused with 403, or as if the topic were missing, or never appear; offsets or ACLs are not copied, or a failover is refused.",
  allowed: "Topics, groups, prefix, ACL sync and failover of the link that LinkPrincipals was told of.",
  fix: "Add it to LinkPrincipals, or acknowledge this with where the right comes from.",
  evidence: "documentation",
  overridable: true,
});

export const rightsForTokens = new Rule("CL086", "error", {
  title: "Rights for names that only Terraform knows",
  effect: "Role bindings and ACLs would have no stable addresses, and be replaced when the list changes.",
  allowed: "Names, beginnings of names, or all.",
  fix: 'Write the names out, or give the right for their common beginning: TopicFilter.includePrefix("orders-").',
  evidence: "own",
});

export const aclsForDiallingSource = new Rule("CL087", "warning", {
  title: "ACLs for the principal of a source that dials",
  effect:
    "The documentation asks for CloudClusterAdmin there; that ACLs are enough is known from demonstrations alone.",
  allowed: "A role binding for the source's principal of a source-initiated link.",
  fix: "Remove aclAdministrator from the source's principal, or acknowledge this with how you tried it.",
  evidence: "documentation",
});

export const rightsNotOnCluster = new Rule("CL089", "error", {
  title: "Keys or rights that cannot be made for a cluster",
  effect: "The key or role binding is refused, or names another cluster: the link is refused with 401 or 403.",
  allowed:
    "A cluster with its environmentId, and for role bindings its own rbacCrn. Roles for single topics exist on every cluster but Basic.",
  fix: "Give KafkaCluster.fromAttributes environmentId and rbacCrn, use KafkaCluster.fromLookup, or give rights as ACLs.",
  evidence: "documentation",
});

/** What is wrong with where a cluster is said to be. */
export function checkPlace(
  { name, id }: Cluster,
  place: {
    readonly environmentId: Maybe<string> | undefined;
    readonly rbacCrn: Maybe<string> | undefined;
    readonly needsCrn: boolean;
  },
): Finding[] {
  const { environmentId, rbacCrn, needsCrn } = place;
  if (environmentId === undefined) return [rightsNotOnCluster.finding(`${name} has no environmentId.`)];
  if (rbacCrn === undefined) return needsCrn ? [rightsNotOnCluster.finding(`${name} has no rbacCrn.`)] : [];
  if (!isKnown(rbacCrn)) return [];
  const match =
    /^crn:\/\/[^/]+\/organization=[^/]+\/environment=(?<environment>[^/]+)\/cloud-cluster=(?<cluster>[^/]+)$/.exec(
      rbacCrn,
    );
  const { environment, cluster } = match?.groups ?? {};
  const fits = (part: string | undefined, wanted: Maybe<string>): boolean =>
    part !== undefined && (!isKnown(wanted) || part === wanted);
  return fits(environment, environmentId) && fits(cluster, id)
    ? []
    : [rightsNotOnCluster.finding(`The rbacCrn of ${name} is ${quote(rbacCrn)}.`)];
}

/** Whether a cluster has the roles of these rights. */
export function checkRoleScope({ name, kind }: Cluster, rights: readonly Grant[]): Finding[] {
  const single = rights.some((right) => "role" in right && right.on.type !== "cluster");
  return kind === "Basic" && single
    ? [
        rightsNotOnCluster.finding(
          `${name} is a Basic cluster, and roles for single topics and groups are to be bound.`,
        ),
      ]
    : [];
}

/** Rights that were given for one leg; `undefined` where they are for everything. */
export interface GivenRights {
  /** Topics that may be read on the source. */
  readonly topics: readonly NamePattern[] | undefined;
  /** Groups whose offsets may be read on the source. */
  readonly groups: readonly NamePattern[] | undefined;
  /** Whether the source's ACLs may be read. */
  readonly aclSync: boolean;
  /** Prefix that mirror topics may be created with, where not every topic may. */
  readonly prefix: Maybe<string> | undefined;
  /** Topics whose mirrors may be created on the destination, by their names on the source. */
  readonly created: readonly NamePattern[] | undefined;
  /** Whether mirror topics may be promoted and failed over. */
  readonly failOver: boolean;
}

/** What a leg does that its principals have no right to. */
export function checkRights({ source, destination, settings, claims }: Leg, given: GivenRights): Finding[] {
  const { autoCreate, consumerOffsetSync, aclSync } = settings;
  const included = (filters: typeof autoCreate.filters): NamePattern[] =>
    filters.flatMap(({ name, patternType, filterType }) =>
      isKnown(name) && filterType === FilterType.INCLUDE ? [{ name, patternType }] : [],
    );
  const named = claims.flatMap((claim) => claim.topics.map((name) => ({ name, patternType: PatternType.LITERAL })));
  const topics = [...named, ...(autoCreate.enabled === false ? [] : included(autoCreate.filters))];
  const groups = consumerOffsetSync.enabled === false ? [] : included(consumerOffsetSync.filters);
  const missing = (
    what: string,
    names: readonly NamePattern[],
    rights: readonly NamePattern[] | undefined,
  ): Finding[] => {
    if (rights === undefined) return [];
    const covered = coverage(rights);
    return names
      .filter((pattern) => !covered(pattern))
      .map(({ name, patternType }) => {
        const beginning = patternType === PatternType.PREFIXED ? "s that begin with" : "";
        return rightMissing.finding(`There is no right to ${what}${beginning} ${quote(name)}.`);
      });
  };
  const findings = [
    ...missing(`read on ${source.name} the topic`, topics, given.topics),
    ...missing(`read on ${source.name} the offsets of the group`, groups, given.groups),
    ...missing(`create on ${destination.name} mirrors of the topic`, named, given.created),
  ];
  if (aclSync.enabled === true && !given.aclSync) {
    findings.push(rightMissing.finding(`There is no right to read the ACLs of ${source.name}.`));
  }
  if (!given.failOver && claims.some(({ failover }) => failover)) {
    findings.push(
      rightMissing.finding(`There is no right to promote and fail over mirror topics on ${destination.name}.`),
    );
  }
  const prefix: Maybe<string> = settings.prefix ?? "";
  const wanted: Maybe<string> = given.prefix ?? "";
  if (given.created !== undefined && isKnown(prefix) && isKnown(wanted) && prefix !== wanted) {
    findings.push(rightMissing.finding(`Mirror topics have the prefix ${quote(prefix)}, the rights ${quote(wanted)}.`));
  }
  return findings;
}
