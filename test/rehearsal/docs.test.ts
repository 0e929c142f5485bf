import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REHEARSAL_PAGE, renderRehearsal } from "../../.ci/docs/rehearsal";
import { DATA_PLANE_BEHAVIOURS } from "../../lib/rehearsal/cloud/behaviours";
import { CONTROL_PLANE_BEHAVIOURS } from "../../lib/rehearsal/cloud/control/behaviours";
import { EMULATED_TYPES } from "../../lib/rehearsal/provider/resources/evidence";

const page = readFileSync(REHEARSAL_PAGE, "utf8");

describe("docs/rehearsal.md", () => {
  it("is what the code says", () => {
    expect(page).toBe(renderRehearsal());
  });

  it("tells of every type and every behaviour with its evidence, once", () => {
    const rows = page
      .split("\n")
      .filter((line) => /^\|.*\| (run|specification|documentation|inferred) +\|$/.test(line));
    const told = EMULATED_TYPES.reduce((sum, { quirks }) => sum + 1 + quirks.length, 0);
    expect(rows).toHaveLength(told + DATA_PLANE_BEHAVIOURS.length + CONTROL_PLANE_BEHAVIOURS.length);
    expect(new Set(rows).size).toBeGreaterThan(rows.length * 0.9);
  });

  it.each(EMULATED_TYPES)("has a section for $kind $type", ({ kind, type }) => {
    expect(page).toContain(`### ${kind} \`${type}\`\n`);
  });
});
