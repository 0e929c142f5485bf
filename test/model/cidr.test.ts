import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  formatRange,
  isPrivate,
  overlaps,
  parseRange,
  partOf,
  type AddressRange,
} from "../../lib/model/cidr";
import { AddressPlan } from "../../lib/topology/address-plan";

const range = (text: string): AddressRange => {
  const parsed = parseRange(text);
  if (typeof parsed === "string") throw new Error(parsed);
  return parsed;
};

const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([address, bits]): AddressRange => ({ first: address - (address % 2 ** (32 - bits)), bits }));

describe("address ranges", () => {
  it("are read and written alike", () => {
    fc.assert(
      fc.property(anyRange, (given) => {
        expect(parseRange(formatRange(given))).toEqual(given);
      }),
    );
  });

  it("overlap exactly where an address is in both", () => {
    const last = ({ first, bits }: AddressRange): number => first + 2 ** (32 - bits) - 1;
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        expect(overlaps(a, b)).toBe(a.first <= last(b) && b.first <= last(a));
        expect(contains(a, b)).toBe(a.first <= b.first && last(b) <= last(a));
      }),
    );
  });

  it("have parts that lie within them and apart from each other", () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 1, max: 4 }), (whole, more) => {
        const bits = whole.bits + more;
        const parts = Array.from({ length: 2 ** more + 1 }, (_, i) => partOf(whole, bits, i));
        if (bits > 32) {
          expect(parts.every((part) => part === undefined)).toBe(true);
          return;
        }
        expect(parts.pop()).toBeUndefined();
        const there = parts as AddressRange[];
        expect(there.every((part) => contains(whole, part))).toBe(true);
        expect(there.some((part, i) => there.slice(0, i).some((other) => overlaps(part, other)))).toBe(false);
      }),
    );
  });

  it.each([
    ["10.255.255.0/24", true],
    ["11.0.0.0/8", false],
    ["172.31.0.0/16", true],
    ["172.32.0.0/16", false],
    ["192.168.0.0/15", false],
    ["0.0.0.0/0", false],
  ])("%s is private: %s", (text, expected) => {
    expect(isPrivate(range(text))).toBe(expected);
  });

  it("have no part before the first", () => {
    expect(partOf(range("10.0.0.0/8"), 16, -1)).toBeUndefined();
  });
});

describe("AddressPlan", () => {
  it("gives parts of a network's range", () => {
    const plan = AddressPlan.of({ primary: "10.1.0.0/16", dr: "10.2.0.0/16" });
    expect(plan.ranges.dr).toBe("10.2.0.0/16");
    expect(plan.part("primary", 24)).toBe("10.1.0.0/24");
    expect(plan.part("dr", 26, 3)).toBe("10.2.0.192/26");
  });
});
