import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockNamePart, constructId } from "../../lib/core/block-name";

const topicName = fc.string({
  unit: fc.constantFrom(..."aAbB01._-"),
  minLength: 1,
  maxLength: 249,
});

describe("blockNamePart", () => {
  it.each(["orders", "Orders", "order_items", "order-items", "2024", "_schemas", "x".repeat(200)])(
    "keeps %s, which Terraform allows",
    (name) => {
      expect(blockNamePart(name)).toBe(name);
    },
  );

  // The hashes are the first digits of `printf %s <name> | sha256sum`.
  it.each([
    ["orders.v1", "orders_v1_2c443d9a"],
    ["a.b", "a_b_2e7336dc"],
    ["naïve", "na_ve_f86fd89d"],
  ])("makes %s safe and adds a hash of it", (name, part) => {
    expect(blockNamePart(name)).toBe(part);
  });

  it("shortens what is longer than 200 characters", () => {
    const [a, b] = [`${"x".repeat(248)}a`, `${"x".repeat(248)}b`];
    expect(blockNamePart(a)).toHaveLength(209);
    expect(blockNamePart(a)).not.toBe(blockNamePart(b));
  });

  it("makes a legal part of an identifier of any topic name", () => {
    fc.assert(
      fc.property(topicName, (name) => {
        expect(`mirrors_${blockNamePart(name)}`).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
      }),
    );
  });

  it("keeps names apart that differ in what Terraform does not allow", () => {
    const dotted = fc.string({ unit: fc.constantFrom(..."a._-"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(dotted, dotted, (a, b) => {
        expect(blockNamePart(a) === blockNamePart(b)).toBe(a === b);
      }),
    );
  });
});

describe("constructId", () => {
  it("is another one for every name", () => {
    fc.assert(
      fc.property(topicName, topicName, (a, b) => {
        expect(constructId(a) === constructId(b)).toBe(a === b);
      }),
    );
    expect(constructId("a.b")).not.toBe(constructId("a_b_2e7336dc"));
  });

  it("is one that cdktf takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        expect(constructId(name)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });
});
