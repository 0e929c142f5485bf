import { afterEach, beforeEach, expect, it } from "vitest";
import { RULES } from "../../../lib/model/rules/catalogue";
import { describeWithTerraform } from "../support";
import type { WrongCase } from "./case";
import { World } from "./world";

/** Applies each wrong configuration on an emulator of its own. */
export function showWrongCases(title: string, cases: readonly WrongCase[]): void {
  describeWithTerraform(title, () => {
    let world: World;
    beforeEach(async () => {
      world = await World.start();
    });
    afterEach(async () => world.stop());

    it.each(cases)("$rule: $wrong", async ({ rule, shown }) => {
      expect(RULES.map(({ id }) => id)).toContain(rule);
      await shown(world);
    });
  });
}
