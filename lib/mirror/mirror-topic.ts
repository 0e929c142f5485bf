import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { KafkaMirrorTopic } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { AppModel } from "../core/app-model";
import { isToken, known } from "../core/known";
import { refuse } from "../core/validation-error";
import type { IClusterLink, MirrorClaimant } from "../link/link-direction";
import type { MirrorAddresses } from "../model/document";
import { checkTopic, setOutsideLinkStack } from "../model/rules/mirrors";
import type { MirrorClaim } from "../model/topology";
import { checkMirrorAddresses } from "./address-check";
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
};

/**
 * A mirror topic that needs a life of its own. Many topics are better kept in a MirrorSet.
 *
 * Errors: CL018, CL025, CL036, CL040, CL041, CL057, CL060, CL071.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class MirrorTopic extends Construct implements MirrorClaimant {
  /** The generated resource. */
  public readonly resource: KafkaMirrorTopic;
  /** Topic on the source. */
  public readonly topic: string;
  /** Name of the mirror topic on the destination. */
  public readonly mirrorTopicName: string;
  private readonly failover: boolean;

  public constructor(scope: Construct, id: string, props: MirrorTopicProps) {
    super(scope, id);
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
    const mirrorTopicName = prefix === undefined ? undefined : this.mirrorTopicName;
    this.resource = new KafkaMirrorTopic(
      this,
      "Default",
      mirrorTopicConfig(sharedParts(this, direction, props), topic, mirrorTopicName, props),
    );
    waitForLink(this.resource, direction, known(topic));
    const { movedFrom } = props;
    if (movedFrom !== undefined) {
      new MovedBlock(this, "moved", movedFrom, () => this.address());
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
      topics: unknown ? [] : [this.topic],
      topicsUnknown: unknown,
      autoCreate: [],
      failover: this.failover,
      follows: undefined,
    };
  }

  /** @internal */
  public addresses(): MirrorAddresses {
    return isToken(this.topic) ? { addresses: [], unlisted: this.address() } : { addresses: [this.address()] };
  }

  private address(): string {
    return `${MIRROR_TOPIC_TYPE}.${this.resource.friendlyUniqueId}`;
  }
}
