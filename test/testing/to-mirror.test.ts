import { Testing } from "cdktf";
import { PrivatePublicPrivate } from "cdktf-cluster-linking";
import { describe, expect, it } from "vitest";
import { clusterLinkingMatchers } from "../../lib/testing";
import { dr, firstLink, jump, mirrors, newStack, primary, secondLink } from "../rules/support/topology";
import { buildTopology, errorOf } from "./support";

expect.extend(clusterLinkingMatchers);

const { app, legTwo, topology } = buildTopology();

describe("toMirror", () => {
  it("follows a named topic to DR", () => {
    expect(topology).toMirror("orders", { onDr: "orders" });
    expect(topology).toMirror("orders", { onJump: "orders", onDr: "orders" });
    expect(topology).toMirror("orders");
    expect(app).toMirror("orders", { onDr: "orders" });
    expect(legTwo).toMirror("orders", { onDr: "orders" });
  });

  it("follows a topic that a filter takes along", () => {
    expect(topology).toMirror("mirror_me_too", { onDr: "mirror_me_too" });
    expect(topology).toMirror("mirror_me_not", { onJump: false, onDr: false });
  });

  it("knows where a topic does not get to", () => {
    expect(topology).not.toMirror("refunds");
    expect(topology).not.toMirror("refunds", { onDr: "refunds" });
    expect(topology).toMirror("refunds", { onDr: false });
    expect(topology).not.toMirror("orders", { onDr: false });
    expect(topology).not.toMirror("orders", { onDr: "dr-orders" });
  });

  it("follows prefixes", () => {
    const prefixed = Testing.app();
    const [one, two] = [newStack(prefixed, "one"), newStack(prefixed, "two")];
    const first = mirrors(one, firstLink(one, { prefix: "p1-" }), { topics: ["orders"] });
    mirrors(two, secondLink(two, { prefix: "p2-" }), { follows: first });
    expect(prefixed).toMirror("orders", { onJump: "p1-orders", onDr: "p2-p1-orders" });
    expect(prefixed).not.toMirror("orders", { onDr: "orders" });
    expect(prefixed).toMirror("p1-orders", { from: "jump", onDr: "p2-p1-orders" });
    expect(prefixed).not.toMirror("orders", { from: "JUMP" });
  });

  it("takes clusters of other names", () => {
    const elsewhere = Testing.app();
    const stack = newStack(elsewhere, "stack");
    const link = firstLink(stack, { source: primary({ name: "east" }), destination: jump({ name: "west" }) });
    mirrors(stack, link, { topics: ["orders"] });
    expect(elsewhere).toMirror("orders", { on: { west: "orders" } });
    expect(errorOf(() => expect(elsewhere).toMirror("orders", { onDr: "orders" }))).toBe(
      'toMirror: no cluster on the way is called "DR". Clusters are "east", "west"; on: { name: "topic" } takes any name.',
    );
    expect(() => expect(elsewhere).toMirror("orders", { from: "south" })).toThrow('called "south"');
  });

  it("asks one topology of several in an app", () => {
    const [one, two] = [newStack(app, "east-to-hub"), newStack(app, "hub-to-north")];
    const other = new PrivatePublicPrivate({
      primary: primary({ name: "EAST", id: "lkc-5551" }),
      jump: jump({ name: "HUB", id: "lkc-5552" }),
      dr: dr({ name: "NORTH", id: "lkc-5553" }),
      primaryToJump: one,
      jumpToDr: two,
      topics: ["invoices"],
    });
    expect(other).toMirror("invoices", { on: { NORTH: "invoices" } });
    expect(other).toMirror("invoices");
    expect(topology).not.toMirror("invoices");
    expect(topology).toMirror("orders");
  });

  it("shows the way and where it ends", () => {
    expect(errorOf(() => expect(buildTopology().topology).toMirror("refunds", { onDr: "refunds" }))).toBe(
      [
        'The topic "refunds" was expected to be on DR as "refunds".',
        "On DR it is missing.",
        "  As a topic: PRIMARY -> JUMP -> DR",
        "    PRIMARY (lkc-1111)  refunds",
        "    JUMP (lkc-2222)     stops at link primary-to-jump: no mirror topic names it, and no filter includes it",
        "  ",
        '  The topic "refunds" stops on its way.',
      ].join("\n"),
    );
  });

  it("shows another name", () => {
    expect(errorOf(() => expect(topology).toMirror("orders", { onDr: "dr-orders" }))).toContain(
      'The topic "orders" was expected to be on DR as "dr-orders".\nOn DR it is "orders".',
    );
    expect(errorOf(() => expect(topology).not.toMirror("orders", { onDr: "orders" }))).toContain(
      'The topic "orders" was expected not to be on DR as "orders".',
    );
    expect(errorOf(() => expect(topology).toMirror("orders", { onDr: false }))).toContain(
      'was expected to be not on DR.\nOn DR it is "orders".',
    );
    expect(errorOf(() => expect(topology).toMirror("refunds"))).toContain("to be at the end of every chain.");
  });

  it("proves nothing of what only Terraform knows", () => {
    const tokens = Testing.app();
    const stack = newStack(tokens, "stack");
    const link = firstLink(stack, { prefix: "${var.prefix}" });
    mirrors(stack, link, { topics: ["orders"] });
    const next = newStack(tokens, "next");
    mirrors(next, secondLink(next), { topics: ["orders"] });
    expect(tokens).not.toMirror("orders", { onDr: "orders" });
    expect(tokens).not.toMirror("orders", { onDr: false });
    expect(tokens).not.toMirror("orders");
    expect(tokens).not.toMirror("orders", { onJump: "orders" });
    expect(tokens).not.toMirror("orders", { onJump: false });
    expect(errorOf(() => expect(tokens).toMirror("orders", { onJump: "orders" }))).toContain(
      "On JUMP it is not proved.",
    );
  });

  it("refuses what it cannot answer", () => {
    expect(() => expect(topology).toMirror("orders", { onDR: "orders" } as never)).toThrow('toMirror has no "onDR"');
    expect(() => expect(Testing.synth(legTwo)).toMirror("orders")).toThrow("toMirror needs the whole chain");
    expect(() => expect(Testing.app()).toMirror("orders")).toThrow("there is no link");
  });
});
