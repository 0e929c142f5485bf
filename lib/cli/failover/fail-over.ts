import type { Surroundings } from "../command";
import { NO_ERROR, type MirrorAnswer } from "../rest/answers";
import type { StopVerb } from "../rest/cluster-client";
import { RestFailure } from "../rest/rest-failure";
import type { LinkTask } from "./link-task";
import { found, refusals, settledOutcomes, type LinkOutcome, type TopicOutcome } from "./outcome";
import { requestOf } from "./request";

/** Pause between two looks at the mirror topics, in milliseconds. */
const LOOK_MS = 2_000;

/** How many topics that did not stop are asked one by one for the reason. */
const ASKED_FOR_REASONS = 20;

export interface FailOverOptions extends Pick<Surroundings, "now" | "sleep" | "progress"> {
  readonly verb: StopVerb;
  /** How long to look, in milliseconds. */
  readonly waitMs: number;
}

/** Makes the mirror topics of one link writable by one call, and looks until all are or the time is over. */
export async function failOver(task: LinkTask, options: FailOverOptions): Promise<LinkOutcome> {
  const run = new LinkFailover(task, options);
  await run.call([...run.pending.keys()]);
  await run.look();
  const reasons = await reasonsOf(task, [...run.pending.keys()]);
  return {
    link: task.link,
    cluster: task.cluster,
    request: requestOf(task, options.verb),
    topics: [...task.open.map((mirror) => run.outcomeOf(mirror, reasons)), ...settledOutcomes(task)],
    remarks: run.remarks,
  };
}

class LinkFailover {
  /** Topics that are neither refused nor STOPPED, as they were seen last. */
  public readonly pending: Map<string, MirrorAnswer>;
  public readonly remarks: string[] = [];
  readonly #task: LinkTask;
  readonly #options: FailOverOptions;
  readonly #refused = new Map<string, string>();
  /** What a repeated call was refused with: the first one may have been heard. */
  readonly #doubts = new Map<string, string>();
  /** Whether nobody knows if the last call was heard. */
  #unheard = false;

  public constructor(task: LinkTask, options: FailOverOptions) {
    this.#task = task;
    this.#options = options;
    this.pending = new Map(task.open.map((mirror) => [mirror.mirror_topic_name, mirror]));
  }

  /** Makes the call for these topics. */
  public async call(topics: readonly string[]): Promise<void> {
    if (topics.length === 0) return;
    const { client, link } = this.#task;
    const repeated = this.#unheard;
    const refuse = (topic: string, reason: string): void => {
      if (repeated) this.#doubts.set(topic, reason);
      else this.#refuse(topic, reason);
    };
    try {
      const answers = await client.stopMirrors(link, this.#options.verb, topics);
      this.#unheard = false;
      for (const [topic, reason] of refusals(answers)) refuse(topic, reason);
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error;
      this.#unheard = error.isUndecided;
      if (!error.isUndecided) for (const topic of topics) refuse(topic, error.message);
      else {
        this.remarks.push(`no answer to a call (${error.message}): what became of it was read from the mirror topics`);
      }
    }
  }

  /** Looks until no topic is pending, or the time is over. */
  public async look(): Promise<void> {
    const { waitMs, now, sleep, progress } = this.#options;
    const total = this.pending.size;
    const end = now() + waitMs;
    let lost = "";
    while ([...this.pending.values()].some((mirror) => !this.#isOver(mirror))) {
      const left = end - now();
      if (left <= 0) {
        this.remarks.push(`${this.pending.size} not STOPPED after ${waitMs / 1000} s${lost}`);
        return;
      }
      await sleep(Math.min(LOOK_MS, left));
      try {
        await this.#lookOnce();
        lost = "";
      } catch (error) {
        if (!(error instanceof RestFailure)) throw error;
        lost = `; the last look: ${error.message}`;
      }
      progress(`${this.#task.link}: ${total - this.pending.size} of ${total} STOPPED`);
    }
  }

  public outcomeOf(before: MirrorAnswer, reasons: ReadonlyMap<string, string>): TopicOutcome {
    const topic = before.mirror_topic_name;
    const refusal = this.#refused.get(topic);
    if (refusal !== undefined) return { ...found(before), outcome: "refused", error: refusal };
    const now = this.pending.get(topic);
    if (now === undefined) return { ...found(before), status: "STOPPED", outcome: "STOPPED" };
    const error = reasons.get(topic) ?? this.#doubts.get(topic);
    const status = now.mirror_status;
    return { ...found(before), status, outcome: "not STOPPED", ...(error === undefined ? {} : { error }) };
  }

  #refuse(topic: string, reason: string): void {
    this.#refused.set(topic, reason);
    this.pending.delete(topic);
  }

  async #lookOnce(): Promise<void> {
    const { client, link } = this.#task;
    const untouched: string[] = [];
    for (const mirror of await client.mirrors(link)) {
      const topic = mirror.mirror_topic_name;
      const before = this.pending.get(topic);
      if (before === undefined) continue;
      if (before.mirror_status === mirror.mirror_status) untouched.push(topic);
      if (mirror.mirror_status === "STOPPED") this.pending.delete(topic);
      else this.pending.set(topic, mirror);
    }
    if (!this.#unheard) return;
    const again = untouched.filter((topic) => !this.#isUnderWay(topic));
    if (again.length > 0) await this.call(again);
    else this.#unheard = false;
  }

  #isUnderWay(topic: string): boolean {
    return this.pending.get(topic)?.mirror_status === "PENDING_STOPPED";
  }

  /** A promotion never leaves FAILED; a failover does. */
  #isOver({ mirror_status: status }: MirrorAnswer): boolean {
    return status === "FAILED" && this.#options.verb === "promote";
  }
}

async function reasonsOf({ client, link }: LinkTask, topics: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const reasons = new Map<string, string>();
  for (const topic of topics.slice(0, ASKED_FOR_REASONS)) {
    try {
      const { mirror_state_transition_errors: errors, mirror_topic_error: error } = await client.mirror(link, topic);
      const said = (errors ?? []).map((each) => each.error_message ?? each.error_code ?? "");
      const reason = [error === NO_ERROR ? "" : (error ?? ""), ...said].filter((text) => text !== "").join("; ");
      if (reason !== "") reasons.set(topic, reason);
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error;
      break;
    }
  }
  return reasons;
}
