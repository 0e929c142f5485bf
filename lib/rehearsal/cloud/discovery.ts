import { INTERNAL_TOPIC_PREFIX, matcherOf } from "../../model/filter-matcher";
import { topicNameProblem } from "../../model/names";
import type { Cloud } from "./cloud";
import { contactOf, mayOnTopic } from "./dialling";
import type { HostedHalf } from "./halves";
import { prefixOf, settingsOf } from "./link-settings";
import { addMirror } from "./mirror-creation";
import { prefixProblemOf } from "./prefixes";
import type { Topic } from "./state";
import { reportTask } from "./tasks";

/** Mirror topics of mirror topics are not made by themselves where a prefix is in play on the one link or the other. */
function isRenamedInChain({ half }: HostedHalf, topic: Topic): boolean {
  if (topic.mirror === undefined || topic.mirror.status === "STOPPED") return false;
  return prefixOf(half) !== "" || topic.name !== topic.mirror.sourceTopic;
}

/** Makes the mirror topics that the filters of a half choose and that are missing. */
export function discover(cloud: Cloud, hosted: HostedHalf): void {
  const { host, half } = hosted;
  const { autoCreate } = settingsOf(half);
  if (autoCreate.enabled !== true || autoCreate.filters.length === 0) return;
  const contact = contactOf(cloud, hosted);
  if (contact.obstacle) return;
  const { source, reader } = contact;
  const problem = prefixProblemOf(cloud, hosted);
  if (problem) {
    reportTask(half, "AutoCreateMirror", problem);
    return;
  }
  const matcher = matcherOf(autoCreate.filters);
  const unreadable: string[] = [];
  for (const topic of source.topics.values()) {
    const name = prefixOf(half) + topic.name;
    if (topic.name.startsWith(INTERNAL_TOPIC_PREFIX) || matcher.judge(topic.name).passes !== true) continue;
    if (host.topics.has(name) || topicNameProblem(name) !== undefined) continue;
    if (isRenamedInChain(hosted, topic) || !mayOnTopic(cloud, contact, "Describe", topic.name)) continue;
    if (mayOnTopic(cloud, contact, "Read", topic.name)) addMirror(cloud, hosted, topic, { origin: "auto-create" });
    else unreadable.push(topic.name);
  }
  const [first] = unreadable;
  reportTask(
    half,
    "AutoCreateMirror",
    first === undefined
      ? undefined
      : `The link's principal ${reader.id} may not read ${unreadable.length} topic(s), ${first} among them.`,
  );
}
