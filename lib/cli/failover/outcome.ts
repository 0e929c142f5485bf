import { lagOf, type Lag } from "../status/lag";
import type { AlterAnswer, MirrorAnswer } from "../rest/answers";
import type { LinkTask } from "./link-task";

/** What became of one mirror topic, or would become of it. */
export interface TopicOutcome {
  readonly topic: string;
  readonly outcome:
    | "STOPPED"
    /** Before anything was asked for. */
    | "STOPPED already"
    /** The dry run found nothing against it. */
    | "would be stopped"
    /** The API said no. */
    | "refused"
    /** The time was over. */
    | "not STOPPED"
    /** The app names it and the link does not have it. */
    | "missing";
  readonly status?: string;
  readonly error?: string;
  /** What was behind before anything was asked for. */
  readonly lag?: Lag;
}

export interface LinkOutcome {
  readonly link: string;
  readonly cluster: string;
  /** Method and URL of the one call; `null` where there is nothing to call for. */
  readonly request: string | null;
  readonly topics: readonly TopicOutcome[];
  /** What people should know besides. */
  readonly remarks: readonly string[];
}

/** What is decided before anything is asked for. */
export function settledOutcomes({ stopped, missing }: LinkTask): TopicOutcome[] {
  return [
    ...stopped.map((topic): TopicOutcome => ({ topic, outcome: "STOPPED already" })),
    ...missing.map((topic): TopicOutcome => ({ topic, outcome: "missing", error: "there is no such mirror topic" })),
  ];
}

/** Status and lag of a mirror topic as it was found. */
export function found(mirror: MirrorAnswer): Pick<TopicOutcome, "topic" | "status" | "lag"> {
  const lag = lagOf(mirror);
  return { topic: mirror.mirror_topic_name, status: mirror.mirror_status, ...(lag === undefined ? {} : { lag }) };
}

/** What the API has against some of the topics, by name. */
export function refusals(answers: readonly AlterAnswer[]): ReadonlyMap<string, string> {
  return new Map(
    answers.flatMap(({ mirror_topic_name: topic, error_code: code, error_message: message }) => {
      const refused = (code ?? 0) !== 0 || Boolean(message);
      return refused ? [[topic, [message, code].filter(Boolean).join(", code ")] as const] : [];
    }),
  );
}

/** Whether a topic is as it should be after the command. */
export const isFine = ({ outcome }: TopicOutcome): boolean =>
  outcome === "STOPPED" || outcome === "STOPPED already" || outcome === "would be stopped";
