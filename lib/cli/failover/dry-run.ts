import { NoAnswer } from "../command";
import type { StopVerb } from "../rest/cluster-client";
import { RestFailure } from "../rest/rest-failure";
import type { LinkTask } from "./link-task";
import { found, refusals, settledOutcomes, type LinkOutcome, type TopicOutcome } from "./outcome";
import { requestOf } from "./request";

/** What the API has to say to the call that would be made. Nothing is changed. */
export async function dryRun(task: LinkTask, verb: StopVerb): Promise<LinkOutcome> {
  const { link, cluster, client, open } = task;
  const topics = open.map(({ mirror_topic_name: name }) => name);
  let refused: ReadonlyMap<string, string>;
  try {
    refused =
      topics.length === 0 ? new Map() : refusals(await client.stopMirrors(link, verb, topics, { validateOnly: true }));
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    if (error.isUndecided) throw new NoAnswer(`${cluster} did not check the call: ${error.message}.`);
    refused = new Map(topics.map((topic) => [topic, error.message]));
  }
  const outcomes = open.map((mirror): TopicOutcome => {
    const error = refused.get(mirror.mirror_topic_name);
    return error === undefined
      ? { ...found(mirror), outcome: "would be stopped" }
      : { ...found(mirror), outcome: "refused", error };
  });
  return {
    link,
    cluster,
    request: requestOf(task, verb),
    topics: [...outcomes, ...settledOutcomes(task)],
    remarks: [],
  };
}
