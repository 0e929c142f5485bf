import { TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { KafkaTopic } from "@cdktf/provider-confluent/lib/kafka-topic";
import { AppModel } from "../core/app-model";
import { isToken, known } from "../core/known";
import { flag, having, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { IClusterLink, MirrorClaimant } from "../link/link-direction";
import { anyLink } from "../link/link-shape";
import type { MirrorAddresses } from "../model/document";
import { checkTopic, setOutsideLinkStack } from "../model/rules/mirrors";
import type { MirrorClaim } from "../model/topology";
import { checkMirrorAddresses } from "./address-check";
import type { Failover } from "./failover";
import { keepsPromoted } from "./keeping";
import { addressOf, Handover, keptTopicConfig, unlisted } from "./kept-topic";
import { MovedBlock } from "./moved-block";
import {
  becomesWritable,
  MIRROR_TOPIC_TYPE,
  mirrorTopicConfig,
  sharedParts,
  waitForLink,
  type MirrorProps,
} from "./mirror-block";

/** Which topic a link mirrors. */
export type MirrorTopicProps = MirrorProps & {
  /** The link; for a bidirectional one `link.into(cluster)`. CL041 for a link of another stack. */
  readonly link: IClusterLink;
  /** Topic to mirror, by its name on the source. CL036 and CL071 for a name that cannot be mirrored. */
  readonly topic: string;
  /**
   * Address that the mirror topic had before, for example in a MirrorSet. Terraform moves it, and nothing is created or destroyed.
   *
   * @default - it was never anywhere else
   */
  readonly movedFrom?: string;
  /**
   * Whether the mirror topic was promoted or failed over and is kept as an ordinary topic, as `keepPromoted` of a MirrorSet says.
   *
   * @default false
   */
  readonly keepPromoted?: boolean;
};

/**
 * A mirror topic that needs a life of its own. Many topics are better kept in a MirrorSet.
 *
 * Errors: CL018, CL025, CL036, CL040, CL041, CL057, CL060, CL071, CL080, CL082.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class MirrorTopic extends Construct implements MirrorClaimant {
  /** The generated resource: a mirror topic, or the topic that it became. */
  public readonly resource: KafkaMirrorTopic | KafkaTopic;
  /** Topic on the source. */
  public readonly topic: string;
  /** Name of the mirror topic on the destination. */
  public readonly mirrorTopicName: string;
  private readonly failover: boolean;

  public constructor(scope: Construct, id: string, props: MirrorTopicProps) {
    super(scope, id);
    requireProps(
      this,
      props,
      { link: anyLink, topic: text, failover: having("a Failover", "add"), preventDestroy: flag, movedFrom: text },
      ["link", "topic"],
    );
    const { direction } = props.link;
    const stack = TerraformStack.of(this);
    if (direction.stack !== stack) {
      refuse(this, [
        setOutsideLinkStack.finding(
          `The mirror topic is in stack ${stack.node.path}, its link in ${direction.stack.node.path}.`,
        ),
      ]);
    }
    const { topic } = props;
    const { prefix } = direction;
    if (!isToken(topic)) refuse(this, checkTopic(topic, prefix === undefined ? undefined : known(prefix)));
    this.topic = topic;
    this.mirrorTopicName = prefix === undefined ? topic : prefix + topic;
    this.failover = becomesWritable(props);
    const expression = this.expressionFor(props.failover);
    this.resource = props.keepPromoted ? this.keep(props) : this.mirror(props, expression);
    const { movedFrom } = props;
    if (movedFrom !== undefined) {
      new MovedBlock(this, "moved", movedFrom, () => `${MIRROR_TOPIC_TYPE}.${this.resource.friendlyUniqueId}`);
    }
    direction.addClaimant(this);
    const app = AppModel.of(this);
    app.usesProvider(this, props.provider);
    app.addStackCheck(this, "mirror topic addresses", checkMirrorAddresses);
  }

  /** @internal */
  public claim(): MirrorClaim {
    const unknown = isToken(this.topic);
    return {
      path: this.node.path,
      stack: this.resource.cdktfStack.node.path,
      topics: unknown || this.isKept() ? [] : [this.topic],
      topicsUnknown: unknown,
      kept: !unknown && this.isKept() ? [this.topic] : [],
      autoCreate: [],
      failover: this.failover,
      follows: undefined,
    };
  }

  /** @internal */
  public addresses(): MirrorAddresses {
    if (isToken(this.topic)) return { addresses: [], ...unlisted(this.resource) };
    const address = addressOf(this.resource);
    return this.isKept() ? { addresses: [], kept: [address] } : { addresses: [address] };
  }

  private isKept(): boolean {
    return this.resource instanceof KafkaTopic;
  }

  /** The topic in expressions, which takes a local value where only Terraform knows it; and a name that failover can be narrowed to. */
  private expressionFor(failover: Failover | undefined): string | undefined {
    const { topic } = this;
    if (!failover) return undefined;
    if (!isToken(topic)) {
      failover.add({ topics: () => [topic] });
      return undefined;
    }
    const expression = `local.${new TerraformLocal(this, "topic", topic).friendlyUniqueId}`;
    failover.add({ topics: () => [], listed: `[${expression}]` });
    return expression;
  }

  private mirror(props: MirrorTopicProps, expression: string | undefined): KafkaMirrorTopic {
    const { direction } = props.link;
    const { topic } = this;
    const mirrorTopicName = direction.prefix === undefined ? undefined : this.mirrorTopicName;
    const config = mirrorTopicConfig(sharedParts(this, direction, props), topic, mirrorTopicName, props, expression);
    const resource = new KafkaMirrorTopic(this, "Default", config);
    const narrowed = isToken(topic) ? props.failover?.precondition() : undefined;
    if (narrowed) resource.addOverride("lifecycle.precondition", [narrowed]);
    waitForLink(resource, direction, known(topic));
    return resource;
  }

  private keep(props: MirrorTopicProps): KafkaTopic {
    const parts = sharedParts(this, props.link.direction, props);
    keepsPromoted(this, props);
    const resource = new KafkaTopic(this, "Default", keptTopicConfig(parts, this.mirrorTopicName, props.provider));
    new Handover(this, "kept", {
      from: `${MIRROR_TOPIC_TYPE}.${resource.friendlyUniqueId}`,
      to: addressOf(resource),
      importId: `${parts.clusterId}/${this.mirrorTopicName}`,
    });
    return resource;
  }
}
