import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { ValidationError } from "cdktf-cluster-linking";

/** How long an app may take, in milliseconds. */
const LIMIT_MS = 60_000;

/** How long a message may be, in characters: fifty findings. */
const LONGEST = 30_000;

/** Builds and synthesises an app; tells what is wrong with how it took the values, nothing if it was accepted or refused by a rule. */
export function complaint(build: (app: App) => void): string | undefined {
  const outdir = mkdtempSync(join(tmpdir(), "hostile-"));
  const begin = performance.now();
  try {
    const app = new App({ outdir, stackTraces: false });
    build(app);
    app.synth();
    for (const file of readdirSync(outdir, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".json")) JSON.parse(readFileSync(join(outdir, file), "utf8"));
    }
  } catch (error) {
    const problem = unruly(error);
    if (problem !== undefined) return problem;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  const all = performance.now() - begin;
  return all > LIMIT_MS ? `takes ${Math.round(all)} ms` : undefined;
}

const RULE = /(?:^|\s)CL\d{3}: /;

/** What is wrong with an error: it is none of a rule, or nobody can read it. */
function unruly(error: unknown): string | undefined {
  if (ValidationError.isValidationError(error)) {
    const { code, message, constructPath } = error;
    if (!/^(CL|POL)\d{3}$/.test(code)) return `${code} is no rule`;
    if (message.length > LONGEST) return `${code}: a message of ${message.length} characters`;
    return constructPath === "" && !message.startsWith(": ") ? `${code}: no path` : undefined;
  }
  if (!(error instanceof Error)) return `throws ${String(error)}`;
  // What cdktf throws when constructs are not valid.
  if (error.message.startsWith("Validation failed with the following errors") && RULE.test(error.message)) {
    return error.message.length > 100_000 ? `a message of ${error.message.length} characters` : undefined;
  }
  const place = (error.stack ?? "").split("\n").find((line) => /\/lib\/(?!.*node_modules)/.test(line)) ?? "";
  return `${error.name}: ${error.message.slice(0, 200)} ${place.trim()}`;
}
