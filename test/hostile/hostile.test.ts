import { describe, expect, it } from "vitest";
import { complaint } from "./outcome";
import { IDS, LONG, SLOTS } from "./slots";
import { TEXTS, TYPES } from "./values";

const VALUES = [...Object.entries(TEXTS), ...Object.entries(TYPES)];

describe("a hostile value is taken, or refused by a rule at a path", () => {
  it.each(Object.entries(SLOTS))("%s", (_, build) => {
    const complaints = VALUES.map(([name, value]): [string, string | undefined] => [
      name,
      complaint((app) => build(app, value as never)),
    ]);
    expect(complaints.filter(([, problem]) => problem !== undefined)).toEqual([]);
  });
});

describe("a text as id of a construct is taken, or refused by constructs", () => {
  it.each(Object.entries(IDS))("%s", (_, build) => {
    const complaints = Object.entries(TEXTS).flatMap(([name, value]) => {
      const problem = complaint((app) => build(app, value as never));
      return problem === undefined || /^Error: (Only root constructs may|There is already a)/.test(problem)
        ? []
        : [[name, problem]];
    });
    expect(complaints).toEqual([]);
  });
});

describe("a list that is too long is taken or refused in seconds, with a message that can be read", () => {
  it.each(Object.entries(LONG))("%s", (_, build) => expect(complaint(build)).toBeUndefined(), 120_000);
});

it("a complaint is found where there is one", () => {
  const thrown = (error: unknown) => (): never => {
    throw error;
  };
  expect(complaint(thrown(new TypeError("x is undefined")))).toContain("TypeError: x is undefined");
  expect(complaint(thrown("a text"))).toBe("throws a text");
  expect(complaint(() => undefined)).toBeUndefined();
});
