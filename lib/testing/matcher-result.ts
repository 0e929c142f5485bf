/** What a matcher tells vitest and jest. */
export interface MatcherResult {
  /** Whether what was received is as expected. */
  readonly pass: boolean;
  /** What a failing test shows. With `.not`, a test fails where `pass` is true. */
  readonly message: () => string;
}

/** Lines below a heading. */
export function indented(lines: readonly string[], by = "  "): string[] {
  return lines.map((line) => `${by}${line}`);
}
