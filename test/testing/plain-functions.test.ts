import { describe, expect, it } from "vitest";
import { clusterLinkingMatchers } from "../../lib/testing";
import { buildTopology } from "./support";

const { app, legOne, topology } = buildTopology();
const { toContainLink, toKeepPolicies, toMirror, toHaveNoSecretLiterals } = clusterLinkingMatchers;

// Jest calls matchers with a context of its own, and vitest with another.
describe("matchers without a test runner", () => {
  it("answer with pass and message, as jest and vitest both ask for", () => {
    for (const { pass, message } of [
      toContainLink(legOne, { linkName: "primary-to-jump" }),
      toMirror(topology, "orders", { onDr: "orders" }),
      toHaveNoSecretLiterals(app),
      toKeepPolicies(app),
    ]) {
      expect(pass).toBe(true);
      expect(message()).toMatch(/ was expected /);
    }
  });

  it("say what failed", () => {
    const { pass, message } = toContainLink(legOne, { linkName: "jump-to-dr" });
    expect(pass).toBe(false);
    expect(message()).toContain('differs: linkName is "primary-to-jump"');
  });
});
