import { TerraformStack, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { AppModel } from "../core/app-model";
import { nameFilterEntries } from "../core/filter-text";
import { isToken, known } from "../core/known";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { KafkaPrincipal, type KafkaPrincipalOptions } from "../kafka/kafka-principal";
import type { KeyGeneration } from "../kafka/rotating-key";
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

/** One principal of a link and its key. */
export interface LinkPrincipalOptions extends KafkaPrincipalOptions, KeyGeneration {
  /**
   * Whether Terraform goes on before the cluster knows a new key. For private clusters that the machine of this run cannot reach.
   *
   * @default false
   */
  readonly disableKeyWait?: boolean;
}

/** The key with which a source dials, and whose it is. */
export interface DialPrincipalOptions extends LinkPrincipalOptions {
  /**
   * Whether the key has a service account of its own, which as ACLs needs one right alone: to alter the destination.
   *
   * @default false - it is a second key of the destination's account; of these options only those of the key count
   */
  readonly ownAccount?: boolean;
}

/** What a link does, as far as its principals need rights for it. */
export interface CommonLinkPrincipalsProps {
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
  readonly onSource?: LinkPrincipalOptions;
  /** The principal on the destination. @default - a new account with role bindings */
  readonly onDestination?: LinkPrincipalOptions;
  /**
   * Provider of the same stack that Terraform uses here. It needs a Cloud API key that may create accounts, role bindings and keys.
   *
   * @default - the stack's ConfluentProvider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Principals of a SourceInitiatedLink. */
export interface SourceInitiatedPrincipalsProps extends CommonLinkPrincipalsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "source";
  /** The key with which the source logs in on the destination. @default - a second key of the destination's account */
  readonly dial?: DialPrincipalOptions;
}

/** Principals of a DestinationInitiatedLink. */
export interface DestinationInitiatedPrincipalsProps extends CommonLinkPrincipalsProps {
  /** The cluster that opens the connection. */
  readonly initiator: "destination";
  readonly dial?: undefined;
}

/** Who opens the connection, and what the link does. */
export type LinkPrincipalsProps = SourceInitiatedPrincipalsProps | DestinationInitiatedPrincipalsProps;

/** Keys of a link, under the names that its props have. */
export interface LinkCredentials {
  /** Key of the source. */
  readonly sourceCredentials: ApiKey;
  /** Key of the destination, for REST calls. */
  readonly destinationCredentials: ApiKey;
  /** Key of the destination with which the source logs in there. @default - the link is dialled by its destination */
  readonly dialCredentials?: ApiKey;
}

/**
 * The service accounts of one link, with no more rights than the link needs, and their keys.
 *
 * Each link has accounts of its own on both clusters, so what one leg can do on JUMP ends there. Rights are role bindings, or ACLs for the principals
 * that have an `aclAdministrator`. Keys are created after role bindings, the link after keys and ACLs; they rotate like `ApiKey.rotating`.
 *
 * Roles are narrow where the cloud has narrow ones: a destination that dials reads and describes the named topics and groups of the source
 * (DeveloperRead, DeveloperManage). Everybody else is CloudClusterAdmin, which the documentation asks for; ACLs can be narrower. Each
 * name is a right of its own (90 seconds for a role binding, 10 for an ACL), so a common beginning is better than many names.
 *
 * A stack with it asks Confluent Cloud itself in each plan, besides its clusters. Should that not answer during a failover, `-refresh=false` does without it.
 *
 * Errors: CL084, CL085, CL086, CL089. Warning: CL087.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export class LinkPrincipals extends Construct {
  /** The principal on the source. */
  public readonly source: KafkaPrincipal;
  /** The principal on the destination. */
  public readonly destination: KafkaPrincipal;
  /** The principal with which the source logs in on the destination: the destination's, or one of its own. */
  public readonly dial: KafkaPrincipal | undefined;
  /** The keys, to be spread into the link's props. */
  public readonly credentials: LinkCredentials;
  private readonly topics: readonly NamePattern[];
  private readonly created: readonly NamePattern[];
  private readonly groups: readonly NamePattern[];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: LinkPrincipalsProps,
  ) {
    super(scope, id);
    const { linkName, onSource = {}, onDestination = {}, displayName = linkName, provider, dial = {} } = props;
    const { prefix = "" } = props;
    const onDestinationOf = (patterns: readonly NamePattern[]): NamePattern[] =>
      patterns.map((pattern) => mirrorPattern(pattern, prefix));
    const named = this.filters("topic", props.topics);
    this.created = patternsOf(named);
    this.topics = patternsOf([...named, ...this.filters("topic", props.autoCreate)]);
    this.groups = patternsOf(this.filters("group", props.groups));
    const common = { description: `Cluster link ${linkName}`, provider };
    this.source = new KafkaPrincipal(this, "source", {
      ...onSource,
      ...common,
      cluster: props.source,
      displayName: `${displayName}-source`,
      rights: sourceGrants(formOf(onSource), {
        initiator: props.initiator,
        topics: this.topics,
        groups: this.groups,
        aclSync: props.aclSync ?? false,
      }),
    });
    this.destination = new KafkaPrincipal(this, "destination", {
      ...onDestination,
      ...common,
      cluster: props.destination,
      displayName: `${displayName}-destination`,
      rights: destinationGrants(formOf(onDestination), {
        created: onDestinationOf(this.created),
        failedOver: props.failOver === true ? onDestinationOf(this.topics) : [],
        deletes: props.deleteTopics ?? false,
      }),
    });
    if (props.initiator === "source") {
      this.dial = dial.ownAccount
        ? new KafkaPrincipal(this, "dial", {
            ...dial,
            ...common,
            cluster: props.destination,
            displayName: `${displayName}-dial`,
            rights: dialGrants(formOf(dial)),
          })
        : this.destination;
    }
    this.credentials = {
      sourceCredentials: this.source.key("key", keyOptions(onSource)),
      destinationCredentials: this.destination.key("key", keyOptions(onDestination)),
      ...(this.dial && { dialCredentials: this.dial.key("dial-key", keyOptions(dial)) }),
    };
    const app = AppModel.of(this);
    app.usesProvider(this, provider);
    app.addCheck(this, () => this.check());
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
    const { props } = this;
    const { onSource = {}, onDestination = {} } = props;
    const stack = TerraformStack.of(this).node.path;
    const wide = formOf(onSource) === "roles" && (props.initiator === "source" || props.aclSync === true);
    const legs = AppModel.of(this)
      .currentLegs()
      .filter(
        (leg) =>
          leg.stack === stack &&
          leg.linkName === known(props.linkName) &&
          leg.source.identity === props.source.model.identity &&
          leg.destination.identity === props.destination.model.identity,
      );
    const narrow = formOf(onDestination) === "acls";
    return [
      ...legs.flatMap((leg) =>
        checkRights(leg, {
          topics: wide ? undefined : this.topics,
          groups: wide ? undefined : this.groups,
          aclSync: wide || props.initiator === "source" || props.aclSync === true,
          created: narrow ? this.created : undefined,
          prefix: props.prefix === undefined ? undefined : known(props.prefix),
          failOver: !narrow || props.failOver === true,
        }),
      ),
      ...(props.initiator === "source" && formOf(onSource) === "acls"
        ? [aclsForDiallingSource.finding(`The principal on ${props.source.name} has ACLs.`)]
        : []),
    ];
  }
}

const formOf = ({ aclAdministrator }: KafkaPrincipalOptions): GrantForm => (aclAdministrator ? "acls" : "roles");

function keyOptions({ generation, keepsPrevious, disableKeyWait }: LinkPrincipalOptions): KeyGeneration & {
  readonly disableWaitForReady?: boolean;
} {
  return { generation, keepsPrevious, disableWaitForReady: disableKeyWait };
}
