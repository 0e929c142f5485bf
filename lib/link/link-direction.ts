import { TerraformResource, TerraformStack, dependable, type ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";
import { AppModel } from "../core/app-model";
import { requireProps } from "../core/shape";
import { known } from "../core/known";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { KEPT_LIST_ROLE, MIRROR_LIST_ROLE, type DocumentResource, type MirrorAddresses } from "../model/document";
import type { Finding } from "../model/rules/rule";
import type { Leg, LinkSettings, LinkShape, MirrorClaim } from "../model/topology";
import type { AutoCreateContribution, LinkConfig } from "./link-config";
import { upstream as anUpstream } from "./link-shape";

/** A link that mirror topics can be created on: one direction of data between two clusters. */
export interface IClusterLink {
  /** Name of the link, the same on both clusters. */
  readonly linkName: string;
  /** Cluster that has the original topics. */
  readonly source: KafkaCluster;
  /** Cluster that gets the mirror topics. */
  readonly destination: KafkaCluster;
  /** What mirror sets and rules work with. */
  readonly direction: LinkDirection;
}

/** The leg that fills a link's source: another link, or "none" where the source has the original topics. */
export type Upstream = IClusterLink | "none";

/** What creates mirror topics on a link. */
export interface MirrorClaimant {
  /** What rules know of it. */
  claim(): MirrorClaim;
  addresses(): MirrorAddresses;
  /** Filters for the link's config. */
  autoCreate?(): AutoCreateContribution | undefined;
}

/** Where a link comes from: this app writes its config, or somebody else did and it is described. */
export type LinkOrigin =
  { readonly created: LinkConfig } | { readonly existing: LinkSettings; readonly mirrors: MirrorClaim };

export interface LinkDirectionProps {
  readonly construct: IConstruct;
  readonly shape: LinkShape;
  readonly linkName: string;
  readonly source: KafkaCluster;
  readonly destination: KafkaCluster;
  /** Key for REST calls to the destination; missing on links that are only described. */
  readonly credentials?: ApiKey;
  readonly prefix?: string;
  readonly origin: LinkOrigin;
  /** The resources of the link, by role. */
  readonly resources: () => readonly DocumentResource[];
  readonly upstream?: Upstream;
}

/**
 * One direction of data over one link: where claims of mirror sets, settings and rules meet.
 *
 * @see `docs/concepts.md`
 */
export class LinkDirection implements IClusterLink {
  public readonly linkName: string;
  public readonly source: KafkaCluster;
  public readonly destination: KafkaCluster;
  public readonly direction = this;
  /** Text before the names of mirror topics, if any. It may be a token. */
  public readonly prefix: string | undefined;
  /** Key for REST calls to the destination. */
  public readonly credentials: ApiKey | undefined;
  /** Path of the construct that made the link. */
  public readonly path: string;
  /** Stack of the link. */
  public readonly stack: TerraformStack;
  private readonly claimants: MirrorClaimant[] = [];
  private readonly waitFor: ITerraformDependable[] = [];
  private readonly further: (() => readonly DocumentResource[])[] = [];
  private readonly claims = new WeakMap<MirrorClaim, MirrorClaimant>();

  public constructor(private readonly props: LinkDirectionProps) {
    requireProps(props.construct, props, { upstream: anUpstream });
    this.linkName = props.linkName;
    this.source = props.source;
    this.destination = props.destination;
    this.prefix = props.prefix;
    this.credentials = props.credentials;
    this.path = props.construct.node.path;
    this.stack = TerraformStack.of(props.construct);
    const app = AppModel.of(props.construct);
    app.addLeg(props.construct, () => this.leg(), {
      configKeys: () => ("created" in props.origin ? Object.keys(props.origin.created.entries()).sort() : []),
      resources: () => this.resources(),
      addresses: (claim) => this.claims.get(claim)?.addresses() ?? { addresses: [] },
    });
    app.addCheck(props.construct, () => this.check());
  }

  /** What has to exist before a mirror topic. A link that this app creates has waited for the grants of its key. */
  public get dependencies(): readonly ITerraformDependable[] {
    return "created" in this.props.origin ? this.waitFor : [...this.waitFor, ...(this.credentials?.grants ?? [])];
  }

  /** The same as a resource's `dependsOn` has it. What belongs to the stack needs no token, so many mirror topics cost little. */
  public get dependsOn(): readonly string[] {
    return this.dependencies.map((dependency) =>
      TerraformResource.isTerraformResource(dependency) && dependency.cdktfStack === this.stack
        ? `${dependency.terraformResourceType}.${dependency.friendlyUniqueId}`
        : dependable(dependency),
    );
  }

  /** Makes mirror topics wait for a resource. */
  public waitForResource(resource: ITerraformDependable): void {
    this.waitFor.push(resource);
  }

  /** Adds what creates mirror topics on this link. */
  public addClaimant(claimant: MirrorClaimant): void {
    this.claimants.push(claimant);
    const { origin } = this.props;
    if ("created" in origin && claimant.autoCreate) origin.created.contribute(() => claimant.autoCreate?.());
    AppModel.of(this.props.construct).changed();
  }

  /** Adds resources of the link that another construct creates. */
  public addResources(resources: () => readonly DocumentResource[]): void {
    this.further.push(resources);
  }

  private resources(): readonly DocumentResource[] {
    const listed = this.claimants.map((claimant) => claimant.addresses());
    return [
      ...this.props.resources(),
      ...this.further.flatMap((resources) => resources()),
      ...listed.flatMap(({ unlisted }) => unlisted ?? []).map((address) => ({ role: MIRROR_LIST_ROLE, address })),
      ...listed.flatMap(({ unlistedKept }) => unlistedKept ?? []).map((address) => ({ role: KEPT_LIST_ROLE, address })),
    ];
  }

  private leg(): Leg {
    const { origin, upstream, shape } = this.props;
    const described = "existing" in origin ? [origin.mirrors] : [];
    return {
      path: this.path,
      stack: this.stack.node.path,
      linkName: known(this.linkName),
      shape,
      managed: "created" in origin,
      source: this.source.model,
      destination: this.destination.model,
      settings: "created" in origin ? origin.created.model() : origin.existing,
      claims: [...described, ...this.claimants.map((claimant) => this.claimOf(claimant))],
      upstream: upstream === undefined || upstream === "none" ? upstream : upstream.direction.path,
    };
  }

  private claimOf(claimant: MirrorClaimant): MirrorClaim {
    const claim = claimant.claim();
    this.claims.set(claim, claimant);
    return claim;
  }

  private check(): Finding[] {
    const { origin } = this.props;
    return [...("created" in origin ? origin.created.check() : []), ...(this.credentials?.check() ?? [])];
  }
}
