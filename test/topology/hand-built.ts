import type { App, TerraformStack } from "cdktf";
import { ApiKey } from "../../lib/kafka/api-key";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";

export const TOPICS = ["my_test_topic"];
export const AUTO_CREATE = [TopicFilter.includePrefix("mirror_me"), TopicFilter.excludePrefix("no_mirror")];
export const GROUPS = [GroupFilter.all()];

/** The two stacks of the chain, deployed from PRIMARY's network and from DR's. */
export function legs(app: App): { readonly legOne: TerraformStack; readonly legTwo: TerraformStack } {
  return { legOne: stackWithProvider(app, "primary-to-jump"), legTwo: stackWithProvider(app, "jump-to-dr") };
}

/** PRIMARY -> JUMP -> DR, construct by construct. */
export function buildByHand(app: App): void {
  const { legOne, legTwo } = legs(app);
  const primaryToJump = new SourceInitiatedLink(legOne, "link", {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: ApiKey.fromVariables(legOne, "primary"),
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(legOne, "jump"),
    consumerOffsetSync: { groups: GROUPS },
  });
  const onJump = new MirrorSet(legOne, "mirrors", { link: primaryToJump, topics: TOPICS, autoCreate: AUTO_CREATE });
  const jumpToDr = new DestinationInitiatedLink(legTwo, "link", {
    linkName: "jump-to-dr",
    source: JUMP,
    sourceCredentials: ApiKey.fromVariables(legTwo, "jump"),
    destination: DR,
    destinationCredentials: ApiKey.fromVariables(legTwo, "dr"),
    consumerOffsetSync: { groups: GROUPS },
  });
  new MirrorSet(legTwo, "mirrors", { link: jumpToDr, follows: onJump, failover: Failover.fromVariable(legTwo) });
}
