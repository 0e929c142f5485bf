import { describe, it } from "vitest";

/** Tests that need something of the machine. Where it is missing, for the reason given, they fail in CI and are skipped, visibly, on a laptop. */
export function describeWhere(missing: string | undefined, name: string, tests: () => void): void {
  if (missing === undefined) {
    describe(name, tests);
  } else if (process.env["CI"] === "true") {
    it(name, () => {
      throw new Error(missing);
    });
  } else {
    process.stderr.write(`SKIPPED: ${name}. ${missing}\n`);
    describe.skip(name, tests);
  }
}
