import type { App, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { GroupFilter, TopicFilter, ValidationError, Warnings } from "cdktf-cluster-linking";
import { RULES } from "../../lib/model/rules/catalogue";
import { documentOf, outcomeOf, type Build } from "./support/case";
import { firstLink, mirrors, newStack, other, primary } from "./support/topology";

/** CL051 and CL037 of a link in each of two stacks. */
const twoLinks =
  (acknowledge: (east: TerraformStack, west: TerraformStack, app: App) => void): Build =>
  (app) => {
    const [east, west] = [newStack(app, "east"), newStack(app, "west")];
    const changes = { dialCredentials: undefined, consumerOffsetSync: { groups: [GroupFilter.all()] } };
    mirrors(east, firstLink(east, changes), { autoCreate: [TopicFilter.all()] });
    mirrors(west, firstLink(west, { ...changes, source: primary({ id: "lkc-9" }), destination: other() }), {
      autoCreate: [TopicFilter.all()],
    });
    acknowledge(east, west, app);
  };

const left = (build: Build): string[] =>
  outcomeOf(build)
    .found.map(({ id, path }) => `${path} ${id}`)
    .sort();

describe("acknowledging a warning", () => {
  it("is what keeps it out of the manifest and the list", () => {
    expect(left(twoLinks(() => undefined))).toEqual([
      "east/link CL037",
      "east/link CL051",
      "west/link CL037",
      "west/link CL051",
    ]);
  });

  it("silences this id below this scope alone", () => {
    expect(left(twoLinks((east) => Warnings.of(east).acknowledge("CL051", "keys never change")))).toEqual([
      "east/link CL037",
      "west/link CL037",
      "west/link CL051",
    ]);
  });

  it("does not silence a scope whose path begins with the same text", () => {
    const build: Build = (app) => {
      const [first, second] = [newStack(app, "leg"), newStack(app, "leg-2")];
      firstLink(first, { dialCredentials: undefined });
      firstLink(second, { dialCredentials: undefined, source: primary({ id: "lkc-9" }), destination: other() });
      Warnings.of(first).acknowledge("CL051", "keys never change");
    };
    expect(left(build)).toEqual(["leg-2/link CL051"]);
  });

  it("silences the link by itself, and the whole app", () => {
    expect(
      left(twoLinks((east) => Warnings.of(east.node.findChild("link")).acknowledge("CL037", "_ topics move too"))),
    ).toEqual(["east/link CL051", "west/link CL037", "west/link CL051"]);
    expect(left(twoLinks((_east, _west, app) => Warnings.of(app).acknowledge("CL037", "_ topics move too")))).toEqual([
      "east/link CL051",
      "west/link CL051",
    ]);
  });

  it("lists what is left below a scope", () => {
    let listed: (string | undefined)[] = [];
    outcomeOf(
      twoLinks((east, west) => {
        Warnings.of(east).acknowledge("CL051", "keys never change");
        listed = [...Warnings.of(east).list(), ...Warnings.of(west).list()].map(
          ({ rule, path }) => `${String(path)} ${rule.id}`,
        );
      }),
    );
    expect(listed.sort()).toEqual(["east/link CL037", "west/link CL037", "west/link CL051"]);
  });

  it("is written into cluster-linking.json, with scope and reason", () => {
    const { synthesis } = outcomeOf(
      twoLinks((east, _west, app) => {
        Warnings.of(east).acknowledge("CL051", "keys never change");
        Warnings.of(app).acknowledge("CL037", "_ topics move too");
      }),
    );
    expect(synthesis && documentOf(synthesis).acknowledged).toEqual([
      { id: "CL051", scope: "east", reason: "keys never change" },
      { id: "CL037", scope: "", reason: "_ topics move too" },
    ]);
  });
});

describe("acknowledging an error", () => {
  const tooShort: Build = (app) => {
    const stack = newStack(app, "leg");
    firstLink(stack, { topicConfigSync: { intervalMs: 500 } });
  };

  it("lets a short interval through, and nothing else", () => {
    expect(outcomeOf(tooShort).found.map(({ id }) => id)).toEqual(["CL031"]);
    const { found, synthesis } = outcomeOf((app, unknown) => {
      tooShort(app, unknown);
      Warnings.of(app).acknowledge("CL031", "500 ms works on this cluster");
    });
    expect(found).toEqual([]);
    expect(synthesis && documentOf(synthesis).acknowledged[0].id).toBe("CL031");
  });

  it.each(RULES.filter(({ acknowledgeable }) => !acknowledgeable).map(({ id }) => id))("is refused for %s", (id) => {
    const { thrown } = outcomeOf((app) => Warnings.of(newStack(app, "leg")).acknowledge(id, "a reason"));
    expect(ValidationError.isValidationError(thrown)).toBe(true);
    expect(thrown?.message).toMatch(/^leg: CL074: CL\d{3} cannot be acknowledged\. Allowed: .+ Fix: .+$/);
  });
});
