import { expect, it } from "vitest";
import { describeWithTerraform } from "../support";
import { firstFailure, grantsOf, type RightsOf } from "./least-privilege";

/** Rights of both legs, and the step that goes wrong without them. */
const COMMON = {
  "destination: ALTER CLUSTER": "create",
  "destination: ALTER TOPIC mirror_me*": "fail over what a filter chose",
  "destination: ALTER TOPIC orders": "fail over",
  "destination: ALTER_CONFIGS CLUSTER": "create",
  "destination: CREATE TOPIC orders": "create",
  "destination: DELETE TOPIC orders": "delete a mirror topic",
  "source: DESCRIBE GROUP billing": "copy offsets",
  "source: DESCRIBE_CONFIGS TOPIC mirror_me*": "copy settings",
  "source: DESCRIBE_CONFIGS TOPIC orders": "create",
  "source: READ TOPIC mirror_me*": "mirror what a filter chooses",
  "source: READ TOPIC orders": "create",
};

const LEGS: readonly (RightsOf & { readonly steps: Readonly<Record<string, string>> })[] = [
  {
    leg: "primary-to-jump",
    form: "acls",
    steps: { ...COMMON, "dial: ALTER CLUSTER": "create", "source: ALTER CLUSTER": "create" },
  },
  { leg: "jump-to-dr", form: "acls", aclSync: true, steps: { ...COMMON, "source: DESCRIBE CLUSTER": "copy ACLs" } },
];

for (const { steps, ...rights } of LEGS) {
  describeWithTerraform(`${rights.leg} with ACLs`, () => {
    it("has no rights but these", () => {
      expect(grantsOf(rights)).toEqual(Object.keys(steps).sort());
    });

    it("works with all of them, from its creation to its end", async () => {
      expect(await firstFailure(rights)).toBeUndefined();
    });

    it.each(Object.entries(steps))("does not without %s: cannot %s", async (grant, step) => {
      expect(await firstFailure(rights, grant)).toBe(step);
    });
  });
}
