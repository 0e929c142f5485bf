import type { StopVerb } from "../rest/cluster-client";
import { isFine, type LinkOutcome, type TopicOutcome } from "./outcome";

const EFFECTS: Readonly<Record<StopVerb, string>> = {
  promote: "waits until each mirror topic has every record of its source, then makes it writable",
  failover: "makes each mirror topic writable at once; what has not been copied is lost",
};

export interface Told {
  readonly verb: StopVerb;
  readonly dry: boolean;
  readonly stack: string;
}

/** What was done, or would be, as people read it; the verdict last. */
export function describeOutcome(links: readonly LinkOutcome[], { verb, dry, stack }: Told): string {
  const title = `${dry ? "Dry run: nothing is changed. " : ""}${verb} ${EFFECTS[verb]}. It cannot be undone.`;
  return [title, ...links.map(describeLink), verdict(links, { verb, dry, stack })].join("\n\n");
}

function describeLink({ link, cluster, request, topics, remarks }: LinkOutcome): string {
  const width = Math.max(0, ...topics.map(({ topic }) => topic.length));
  const asked = topics.filter(({ outcome }) => outcome !== "STOPPED already" && outcome !== "missing").length;
  return [
    `Link ${link} on ${cluster}`,
    `  ${request === null ? "nothing to call for" : `${request}, ${asked} in mirror_topic_names`}`,
    ...topics.map((each) => `    ${each.topic.padEnd(width)}  ${describeTopic(each)}`),
    ...remarks.map((remark) => `  ${remark}`),
  ].join("\n");
}

function describeTopic({ outcome, status, error, lag }: TopicOutcome): string {
  const was = outcome === "STOPPED" || status === undefined ? "" : ` (${status})`;
  const behind = lag === undefined || lag.total === 0 ? "" : `, ${lag.total} records behind before`;
  return `${outcome}${was}${behind}${error === undefined ? "" : `: ${error}`}`;
}

function verdict(links: readonly LinkOutcome[], { verb, dry, stack }: Told): string {
  const topics = links.flatMap((each) => each.topics);
  const wrong = topics.filter((each) => !isFine(each)).length;
  if (dry) {
    const refused = wrong === 0 ? "" : `${wrong} of ${topics.length} would not be stopped. `;
    const advice =
      verb === "promote"
        ? "It waits for this last link alone: see that the legs before are drained (status --drained). "
        : "";
    return `${refused}${advice}Add --yes to do it.`;
  }
  if (topics.length === 0) return "There is no mirror topic.";
  if (wrong > 0) return `${wrong} of ${topics.length} mirror topics are not STOPPED.`;
  return `All ${topics.length} mirror topics are STOPPED. A plan of the stack ${stack} destroys and reverts nothing now.`;
}
