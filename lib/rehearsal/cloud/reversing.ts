import { quote } from "../../model/names";
import type { Cloud } from "./cloud";
import { beginToStop } from "./copying";
import { contactOf } from "./dialling";
import type { HostedHalf, MirrorTopic } from "./halves";
import { isWritable, logEnds } from "./logs";
import { verbOf, type Verb } from "./mirrors";
import type { Mirror } from "./state";
import { turnable, turnableHalf } from "./turning";

function obstacleOf(cloud: Cloud, hosted: HostedHalf, { mirror }: MirrorTopic): string | undefined {
  const found = turnable(cloud, hosted);
  if ("obstacle" in found) return found.obstacle;
  const source = found.other.topics.get(mirror.sourceTopic);
  if (source?.id !== mirror.sourceTopicId) {
    return `The source topic ${quote(mirror.sourceTopic)} is not there any more.`;
  }
  return isWritable(source)
    ? undefined
    : `The source topic ${quote(source.name)} is itself a mirror topic, of the link ${quote(source.mirror?.linkName ?? "")}.`;
}

/** Nobody writes to either topic until the mirror topic has everything; then they change places. */
function begin(
  cloud: Cloud,
  hosted: HostedHalf,
  topic: MirrorTopic,
  whenReversed: NonNullable<Mirror["whenReversed"]>,
): void {
  const contact = contactOf(cloud, hosted);
  const source = contact.obstacle ? undefined : contact.source.topics.get(topic.mirror.sourceTopic);
  if (!source) return;
  source.mirror = {
    linkName: hosted.half.name,
    sourceTopic: topic.name,
    sourceTopicId: topic.id,
    origin: "explicit",
    status: "PENDING_SYNCHRONIZE",
    error: undefined,
    since: cloud.state.now,
    stopping: undefined,
    sourceEnds: logEnds(topic),
    whenReversed,
  };
  beginToStop(cloud, { ...hosted, topic }, "reverse");
}

function reversing(verb: string, whenReversed: NonNullable<Mirror["whenReversed"]>): Verb {
  const reverse = verbOf({
    verb,
    from: ["ACTIVE"],
    obstacle: obstacleOf,
    run: (cloud, hosted, topic) => begin(cloud, hosted, topic, whenReversed),
  });
  return (cloud, hostId, linkName, names, options) => {
    turnableHalf(cloud, hostId, linkName, verb);
    return reverse(cloud, hostId, linkName, names, options);
  };
}

/** Lets mirror topics and their sources change places, without losing anything. */
export const reverseAndStartMirrors = reversing("reverse-and-start-mirror", "ACTIVE");

/** The same, with the new mirror topics PAUSED. */
export const reverseAndPauseMirrors = reversing("reverse-and-pause-mirror", "PAUSED");
