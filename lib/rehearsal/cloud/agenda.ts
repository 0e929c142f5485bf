import type { Random } from "./random";

interface Entry {
  readonly at: number;
  readonly tie: number;
  readonly run: () => void;
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.tie < b.tie);

/** What is due, and when. What is due at the same moment happens in an order that depends on the seed alone. */
export class Agenda {
  readonly #heap: Entry[] = [];
  readonly #random: Random;
  #processed = 0;

  public constructor(random: Random) {
    this.#random = random;
  }

  /** How many events have happened so far. */
  public get processed(): number {
    return this.#processed;
  }

  /** How many events are still to come. */
  public get size(): number {
    return this.#heap.length;
  }

  /** Moment of the next event, in milliseconds of virtual time. */
  public get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Lets something happen at a moment. */
  public at(moment: number, run: () => void): void {
    const heap = this.#heap;
    const entry = { at: moment, tie: this.#random(), run };
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = heap[parent];
      if (above === undefined || !before(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  /** Takes the next event out and lets it happen. */
  public runNext(): void {
    const entry = this.#pop();
    if (entry === undefined) return;
    this.#processed++;
    entry.run();
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let least = left;
      if (right !== undefined && before(right, left)) {
        least = right;
        child++;
      }
      if (!before(least, last)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}
