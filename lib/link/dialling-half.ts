import { TerraformStack, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import { AppModel } from "../core/app-model";
import { cluster, requireProps, shape as shapeOf, text } from "../core/shape";
import { known } from "../core/known";
import { refuse } from "../core/validation-error";
import type { ApiKey } from "../kafka/api-key";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { HALF_MODES } from "../model/link-mode";
import { isKnown } from "../model/maybe";
import { quote } from "../model/names";
import { checkDial } from "../model/rules/clusters";
import { sharedDialKey } from "../model/rules/access";
import { halfNamesDiffer, settingsOnDiallingHalf } from "../model/rules/halves";
import type { Finding } from "../model/rules/rule";
import { sameCluster } from "../model/topology";
import { refuseIllegalDialler } from "./checks";
import { createHalf, type HalfProtection } from "./half-resource";
import type { ILinkHalf } from "./link-half";
import { ReceivingHalf } from "./receiving-half";

/** A receiving half that another app creates. */
export interface ForeignReceivingHalf {
  /** Name of its link. */
  readonly linkName: string;
  /** Cluster that has the original topics. */
  readonly source: KafkaCluster;
  /** Cluster that hosts the receiving half. */
  readonly destination: KafkaCluster;
}

/** The dialling half of a link: whom it dials, and with which keys. */
export interface DiallingHalfProps extends HalfProtection {
  /** The half on the destination: the construct, or where its name and clusters are when another app creates it. */
  readonly receivingHalf: ReceivingHalf | ForeignReceivingHalf;
  /** Key of the source, for REST calls and for reading there. */
  readonly sourceCredentials: ApiKey;
  /** Key of the destination, with which the source logs in there. */
  readonly dialCredentials: ApiKey;
}

const ENDS = ["linkName", "source", "destination"];

const SETTING_PROPS = [
  "prefix",
  "consumerGroupPrefix",
  "consumerOffsetSync",
  "aclSync",
  "topicConfigSync",
  "startOffset",
  "rawConfig",
  "config",
];

/**
 * The half of a source-initiated link that lives on the source and dials the destination (SOURCE/OUTBOUND).
 *
 * It carries no settings, and is created after the receiving half.
 *
 * Errors: CL005, CL014, CL016, CL018, CL050, CL054, CL062, CL063. Warnings: CL033, CL051, CL069.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/private-networking.html
 */
export class DiallingHalf extends Construct implements ILinkHalf {
  /** Name of the link, taken from the receiving half. */
  public readonly linkName: string;
  public readonly host: KafkaCluster;
  public readonly hostCredentials: ApiKey;
  public readonly role = "dialling half";
  public readonly provider?: TerraformProvider;
  /** The generated resource. */
  public readonly resource: ClusterLink;

  /** @internal `owner` is the link that this half is part of. */
  public constructor(scope: Construct, id: string, props: DiallingHalfProps, owner?: Construct) {
    super(scope, id);
    const construct = owner ?? this;
    requireProps(
      this,
      props,
      { receivingHalf: shapeOf("a receiving half", { linkName: text, source: cluster, destination: cluster }, ENDS) },
      ["receivingHalf"],
    );
    const { receivingHalf } = props;
    const given = props as object as Readonly<Record<string, unknown>>;
    const settings = SETTING_PROPS.filter((name) => given[name] !== undefined);
    if (settings.length > 0) {
      refuse(construct, [settingsOnDiallingHalf.finding(`The dialling half is given ${settings.join(", ")}.`)]);
    }
    refuseIllegalDialler(construct, receivingHalf.source, receivingHalf.destination);
    this.linkName = receivingHalf.linkName;
    this.host = receivingHalf.source;
    this.hostCredentials = props.sourceCredentials;
    this.provider = props.provider;
    const stack = TerraformStack.of(this);
    const created = receivingHalf instanceof ReceivingHalf ? receivingHalf : undefined;
    const together = created?.resource.cdktfStack === stack;
    if (created && !together) stack.addDependency(created.resource.cdktfStack);
    this.resource = createHalf(this, {
      ...props,
      mode: HALF_MODES.sourceOutbound,
      linkName: this.linkName,
      host: receivingHalf.source,
      hostCredentials: props.sourceCredentials,
      peer: receivingHalf.destination,
      peerCredentials: props.dialCredentials,
      dependsOn: created && together ? [created.resource] : [],
    });
    if (created && together) created.direction.waitForResource(this.resource);
    created?.direction.addResources(() => [
      {
        role: "dialling half",
        address: `confluent_cluster_link.${this.resource.friendlyUniqueId}`,
        ...(together ? {} : { stack: stack.node.path }),
      },
    ]);
    const app = AppModel.of(this);
    app.usesProvider(construct, props.provider);
    app.addCheck(construct, () => [
      ...checkDial(receivingHalf.source.model, receivingHalf.destination.model),
      ...(created ? [] : this.checkName(receivingHalf)),
      ...(owner ? [] : this.checkKeys(props)),
    ]);
  }

  private checkKeys({ receivingHalf, sourceCredentials, dialCredentials }: DiallingHalfProps): readonly Finding[] {
    const restKey = receivingHalf instanceof ReceivingHalf ? receivingHalf.direction.credentials : undefined;
    const shared = restKey?.equals(dialCredentials)
      ? [sharedDialKey.finding(`${receivingHalf.destination.name}'s key is used for REST calls and for dialling.`)]
      : dialCredentials.check();
    return [...shared, ...sourceCredentials.check()];
  }

  private checkName(receiving: ForeignReceivingHalf): Finding[] {
    const names = AppModel.of(this)
      .currentLegs()
      .filter(({ shape, source, destination, managed }) => {
        const between =
          sameCluster(source, receiving.source.model) === true &&
          sameCluster(destination, receiving.destination.model) === true;
        return shape === "source-initiated" && managed && between;
      })
      .map((leg) => leg.linkName);
    if (
      !isKnown(known(this.linkName)) ||
      names.length === 0 ||
      names.some((name) => !isKnown(name) || name === this.linkName)
    ) {
      return [];
    }
    return [
      halfNamesDiffer.finding(
        `The dialling half is called ${quote(this.linkName)}, the receiving half ${names.map((name) => quote(String(name))).join(", ")}.`,
      ),
    ];
  }
}
