/** One process to time: a script of `measure` and its arguments. */
export interface Variant {
  readonly script: string;
  readonly args: readonly string[];
}

export interface Comparison {
  readonly name: string;
  readonly what: string;
  readonly rounds: number;
  readonly measured: Variant;
  /** What the measured time is divided by. @default - the time itself is compared, in milliseconds */
  readonly base?: Variant;
  /** Whether both must make the same. */
  readonly sameResult: boolean;
  readonly limit: number;
  /** A limit to be proud of. */
  readonly prize?: number;
}

const run = (script: string, ...args: (string | number)[]): Variant => ({ script, args: args.map(String) });

export const COMPARISONS: readonly Comparison[] = [
  {
    name: "set",
    what: "MirrorSet of 10,000 topics / 10,000 generated resources",
    rounds: 5,
    measured: run("mirror-set", "set", 10_000),
    base: run("mirror-set", "generated", 10_000),
    sameResult: true,
    limit: 0.2,
    prize: 0.06,
  },
  {
    name: "growth",
    what: "MirrorSet of 100,000 topics / MirrorSet of 10,000",
    rounds: 5,
    measured: run("mirror-set", "set", 100_000),
    base: run("mirror-set", "set", 10_000),
    sameResult: false,
    limit: 13,
  },
  {
    name: "single",
    what: "2,000 MirrorTopic constructs / 2,000 generated resources",
    rounds: 5,
    measured: run("mirror-topic", "construct", 2_000),
    base: run("mirror-topic", "generated", 2_000),
    sameResult: true,
    limit: 1.15,
  },
  {
    name: "reach",
    what: "reach of 10,000 topics, 1,000 filters / comparing each with each (warm)",
    rounds: 5,
    measured: run("reach", "reach", 10_000, 1_000),
    base: run("reach", "product", 10_000, 1_000),
    sameResult: true,
    limit: 0.05,
  },
  {
    name: "import",
    what: "importing the library after cdktf, ms",
    rounds: 10,
    measured: run("import"),
    sameResult: false,
    limit: 60,
  },
];
