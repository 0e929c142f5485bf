import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { AppModel } from "../core/app-model";
import { nameFilterEntries } from "../core/filter-text";
import { isToken, known } from "../core/known";
import { cluster, either, list, requireProps, shape, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { KafkaPrincipal, type KafkaPrincipalOptions } from "../kafka/kafka-principal";
import { TopicFilter, type GroupFilter, type NameFilterAttributes } from "../model/filters";
import {
  destinationGrants,
  dialGrants,
  mirrorPattern,
  patternsOf,
  sourceGrants,
  type GrantForm,
  type NamePattern,
} from "../model/link-rights";
import { aclsForDiallingSource, checkRights, rightsForTokens } from "../model/rules/access";
import { checkNameFilters, onlyExcludes } from "../model/rules/filters";
import type { Finding } from "../model/rules/rule";
import type { Leg } from "../model/topology";
import { nameFilter, nameFilters } from "./link-shape";

/** The account with which a source dials. */
export interface DialAccountOptions extends KafkaPrincipalOptions {
  /**
   * Whether the key has a service account of its own, which as ACLs needs one right alone: to alter the destination.
   *
   * @default false - it is a second key of the destination's account; of these options only those of the key count
   */
  readonly ownAccount?: boolean;
}

/** What a link does, as far as its principals need rights for it. */
export interface CommonLinkAccountsProps {
  /** Name of the link. */
  readonly linkName: string;
  /** Cluster that has the original topics. It needs its `environmentId`, and its `rbacCrn` for role bindings (CL089). */
  readonly source: KafkaCluster;
  /** Cluster that gets the mirror topics. It needs the same. */
  readonly destination: KafkaCluster;
  /**
   * Topics whose mirror topics Terraform creates, by their names on the source, or filters that choose them.
   *
   * CL085 where the link has others, CL086 for names that only Terraform knows.
   *
   * @default - none
   */
  readonly topics?: readonly (string | TopicFilter)[];
  /** Filters of topics that the link mirrors by itself. CL085 and CL086 as with `topics`. @default - none */
  readonly autoCreate?: readonly TopicFilter[];
  /** Consumer groups whose offsets are copied, by their names on the source. CL085 where the link has others. @default - none */
  readonly groups?: readonly GroupFilter[];
  /** Whether the link copies ACLs. @default false */
  readonly aclSync?: boolean;
  /** Text that the link puts before the names of mirror topics. @default - none */
  readonly prefix?: string;
  /**
   * Whether the destination's key promotes and fails over mirror topics, whoever created them.
   *
   * A role binding always allows it; as ACLs it is one right more for each name.
   *
   * @default false - with ACLs, CL085 where mirror topics have a `failover`
   */
  readonly failOver?: boolean;
  /**
   * Whether the destination's key deletes mirror topics that Terraform created.
   *
   * A role binding always allows it; as ACLs it is one right more for each name.
   *
   * @default false - with ACLs, Terraform is refused when a mirror topic leaves the configuration
   */
  readonly deleteTopics?: boolean;
  /** Beginning of the names of accounts and keys, once in an organization. @default - the link's name */
  readonly displayName?: string;
  /** The principal on the source. @default - a new account with role bindings */
  readonly onSource?: KafkaPrincipalOptions;
  /** The principal on the destination. @default - a new account with role bindings */
  readonly onDestination?: KafkaPrincipalOptions;
  /**
   * Provider of the same stack that Terraform uses here. It needs a Cloud API key that may create accounts, role bindings and keys.
   *
   * @default - the stack's ConfluentProvider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Accounts of a SourceInitiatedLink. */
export interface SourceInitiatedAccountsProps extends CommonLinkAccountsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "source";
  /** The account with which the source logs in on the destination. @default - the destination's account */
  readonly dial?: DialAccountOptions;
}

/** Accounts of a DestinationInitiatedLink. */
export interface DestinationInitiatedAccountsProps extends CommonLinkAccountsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "destination";
  readonly dial?: undefined;
}

/** Who opens the connection, and what the link does. */
export type LinkAccountsProps = SourceInitiatedAccountsProps | DestinationInitiatedAccountsProps;

/** Ids of the service accounts of a link, like `sa-abc123`. */
export interface LinkAccountIds {
  /** The account on the source. */
  readonly source: string;
  /** The account on the destination. */
  readonly destination: string;
  /** The account with which the source dials. @default - the link is dialled by its destination */
  readonly dial?: string;
}

const NEEDS = {
  ...{ linkName: text, source: cluster, destination: cluster, prefix: text, displayName: text },
  ...{ topics: list(either(text, nameFilter), { orToken: false }), autoCreate: nameFilters, groups: nameFilters },
  ...{ onSource: shape("an object", {}), onDestination: shape("an object", {}), dial: shape("an object", {}) },
};

/**
 * The service accounts of one link, with no more rights than the link needs. Their keys are made where the link is: LinkKeys, or LinkPrincipals for both.
 *
 * For a stack that creates clusters and accounts, and no links. Rights are checked against the links of that name, whichever stack of the app they are in.
 *
 * Errors: CL059, CL085, CL086, CL089. Warning: CL087.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export class LinkAccounts extends Construct {
  /** The principal on the source. */
  public readonly source: KafkaPrincipal;
  /** The principal on the destination. */
  public readonly destination: KafkaPrincipal;
  /** The principal with which the source logs in on the destination: the destination's, or one of its own. */
  public readonly dial: KafkaPrincipal | undefined;
  private readonly topics: readonly NamePattern[];
  private readonly created: readonly NamePattern[];
  private readonly groups: readonly NamePattern[];

  public constructor(
    scope: Construct,
    id: string,
    private readonly needs: LinkAccountsProps,
  ) {
    super(scope, id);
    requireProps(this, needs, NEEDS, ["linkName", "source", "destination"]);
    const { linkName, onSource = {}, onDestination = {}, displayName = linkName, provider, dial = {} } = needs;
    const { prefix = "" } = needs;
    const onDestinationOf = (patterns: readonly NamePattern[]): NamePattern[] =>
      patterns.map((pattern) => mirrorPattern(pattern, prefix));
    const named = this.filters("topic", needs.topics);
    this.created = patternsOf(named);
    this.topics = patternsOf([...named, ...this.filters("topic", needs.autoCreate)]);
    this.groups = patternsOf(this.filters("group", needs.groups));
    const common = { description: `Cluster link ${linkName}`, provider };
    this.source = new KafkaPrincipal(this, "source", {
      ...onSource,
      ...common,
      cluster: needs.source,
      displayName: `${displayName}-source`,
      rights: sourceGrants(formOf(onSource), {
        initiator: needs.initiator,
        topics: this.topics,
        groups: this.groups,
        aclSync: needs.aclSync ?? false,
      }),
    });
    this.destination = new KafkaPrincipal(this, "destination", {
      ...onDestination,
      ...common,
      cluster: needs.destination,
      displayName: `${displayName}-destination`,
      rights: destinationGrants(formOf(onDestination), {
        created: onDestinationOf(this.created),
        failedOver: needs.failOver === true ? onDestinationOf(this.topics) : [],
        deletes: needs.deleteTopics ?? false,
      }),
    });
    if (needs.initiator === "source") {
      this.dial = dial.ownAccount
        ? new KafkaPrincipal(this, "dial", {
            ...dial,
            ...common,
            cluster: needs.destination,
            displayName: `${displayName}-dial`,
            rights: dialGrants(formOf(dial)),
          })
        : this.destination;
    }
    const app = AppModel.of(this);
    app.usesProvider(this, provider);
    app.addCheck(this, () => this.check());
  }

  /** Ids of the accounts, as tokens where they are created here. */
  public get ids(): LinkAccountIds {
    return {
      source: this.source.serviceAccountId,
      destination: this.destination.serviceAccountId,
      ...(this.dial && { dial: this.dial.serviceAccountId }),
    };
  }

  /** Whether a leg's link is the one that the accounts are for. */
  protected isFor(leg: Leg): boolean {
    return leg.linkName === known(this.needs.linkName);
  }

  private filters(
    kind: "topic" | "group",
    given: readonly (string | NameFilterAttributes)[] = [],
  ): readonly NameFilterAttributes[] {
    const filters = isToken(given)
      ? []
      : given.map((each) => (typeof each === "string" ? TopicFilter.include(each) : each));
    const unknown = isToken(given) || filters.some((filter) => Object.values({ ...filter }).some(isToken));
    if (unknown) refuse(this, [rightsForTokens.finding(`A ${kind} of the list is only known to Terraform.`)]);
    const distinct = [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()];
    const wrong = checkNameFilters(nameFilterEntries(distinct), kind);
    refuse(
      this,
      wrong.filter(({ rule }) => rule !== onlyExcludes),
    );
    return distinct;
  }

  private check(): Finding[] {
    const { needs } = this;
    const { onSource = {}, onDestination = {} } = needs;
    const wide = formOf(onSource) === "roles" && (needs.initiator === "source" || needs.aclSync === true);
    const legs = AppModel.of(this)
      .currentLegs()
      .filter((leg) => this.isFor(leg));
    const narrow = formOf(onDestination) === "acls";
    return [
      ...legs.flatMap((leg) =>
        checkRights(leg, {
          topics: wide ? undefined : this.topics,
          groups: wide ? undefined : this.groups,
          aclSync: wide || needs.initiator === "source" || needs.aclSync === true,
          created: narrow ? this.created : undefined,
          prefix: needs.prefix === undefined ? undefined : known(needs.prefix),
          failOver: !narrow || needs.failOver === true,
        }),
      ),
      ...(needs.initiator === "source" && formOf(onSource) === "acls"
        ? [aclsForDiallingSource.finding(`The principal on ${needs.source.name} has ACLs.`)]
        : []),
    ];
  }
}

const formOf = ({ aclAdministrator }: KafkaPrincipalOptions): GrantForm => (aclAdministrator ? "acls" : "roles");
