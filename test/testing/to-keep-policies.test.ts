import { Testing } from "cdktf";
import { PolicyPack, PrivatePublicPrivate } from "cdktf-cluster-linking";
import { describe, expect, it } from "vitest";
import { clusterLinkingMatchers } from "../../lib/testing";
import { dr, jump, newStack, primary } from "../rules/support/topology";
import { buildTopology, errorOf } from "./support";

expect.extend(clusterLinkingMatchers);

describe("toKeepPolicies", () => {
  it("asks the recommended pack", () => {
    expect(buildTopology().app).toKeepPolicies();
    expect(buildTopology({ preventDestroy: false }).app).not.toKeepPolicies();
    expect(buildTopology({ credentials: undefined }).app).not.toKeepPolicies();
  });

  it("asks the pack that it is given, of one stack too", () => {
    const { app, legOne, legTwo } = buildTopology({ credentials: undefined });
    expect(legOne).toKeepPolicies();
    expect(legTwo).not.toKeepPolicies();
    expect(app).toKeepPolicies(PolicyPack.recommended().except({ id: "POL004", scope: app, reason: "a test" }));
    expect(app).toKeepPolicies(new PolicyPack());
  });

  it("shows what is broken, and what exceptions allow", () => {
    const { app, legTwo } = buildTopology({ credentials: undefined, dialCredentials: undefined });
    const pack = PolicyPack.recommended().except({ id: "POL004", scope: legTwo, reason: "two jobs" });
    const message = errorOf(() => expect(app).toKeepPolicies(pack));
    expect(message.split("\n")).toEqual([
      "the app was expected to keep the policies.",
      expect.stringMatching(
        /^ {2}error primary-to-jump\/link\/dialling: POL005: The link "primary-to-jump" dials JUMP/,
      ),
      "  excepted jump-to-dr/link: POL004, because: two jobs",
    ]);
    expect(errorOf(() => expect(buildTopology().app).not.toKeepPolicies())).toBe(
      "the app was expected to break the policies.\n  Every policy is kept.",
    );
  });

  it("is for constructs", () => {
    expect(() => expect(buildTopology().topology).toKeepPolicies()).toThrow(
      "toKeepPolicies is for an App or a construct",
    );
  });
});

describe("the way back", () => {
  it("is an object of parts like the way there", () => {
    const app = Testing.app();
    const back = PrivatePublicPrivate.reverse({
      primary: primary(),
      jump: jump(),
      dr: dr(),
      drToJump: newStack(app, "dr-to-jump"),
      jumpToPrimary: newStack(app, "jump-to-primary"),
      topics: ["orders"],
    });
    expect(back).toMirror("orders", { from: "DR", onPrimary: "orders" });
    expect(errorOf(() => expect(back).toContainLink({ linkName: "there" }))).toContain("the chain was expected");
  });
});
