interface Waiting {
  readonly deadline: number;
  readonly resume: () => void;
}

/** Those who wait for a moment of virtual time. */
export class WaitingList {
  readonly #waiting = new Set<Waiting>();

  /** Calls back once, when the moment has come. Gives back how to leave the list before. */
  public add(deadline: number, resume: () => void): () => void {
    const entry = { deadline, resume };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  public get size(): number {
    return this.#waiting.size;
  }

  /** The next moment that anybody waits for. */
  public get next(): number | undefined {
    let next: number | undefined;
    for (const { deadline } of this.#waiting) if (next === undefined || deadline < next) next = deadline;
    return next;
  }

  /** Lets everybody go on whose moment has come, the earliest first. */
  public release(now: number): void {
    const due = [...this.#waiting].filter(({ deadline }) => deadline <= now).sort((a, b) => a.deadline - b.deadline);
    for (const entry of due) {
      this.#waiting.delete(entry);
      entry.resume();
    }
  }
}
