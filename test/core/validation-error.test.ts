import { describe, expect, it } from "vitest";
import { ValidationError, refuse } from "../../lib/core/validation-error";
import { sharedDialKey } from "../../lib/model/rules/access";
import { illegalLinkName } from "../../lib/model/rules/halves";
import { intervalTooShort } from "../../lib/model/rules/settings";

const name = illegalLinkName.finding('The link\'s name is "a/b".');

const thrownBy = (action: () => void): unknown => {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe("ValidationError", () => {
  it("says where, which rule, what was given, what is allowed and how to mend it", () => {
    const error = new ValidationError([{ ...name, path: "leg/link" }]);
    expect(error.message).toBe(
      'leg/link: CL055: The link\'s name is "a/b". Allowed: One to 100 characters out of letters, digits, ".", "_" and "-". Fix: Rename the link.',
    );
    expect(error).toMatchObject({
      name: "ValidationError",
      constructPath: "leg/link",
      code: "CL055",
      hint: "Rename the link.",
    });
    expect(error).toBeInstanceOf(Error);
  });

  it("has a line for every broken rule and speaks for the first", () => {
    const error = new ValidationError([
      { ...name, path: "a" },
      { ...sharedDialKey.finding("One key."), path: "b" },
    ]);
    expect(error.message.split("\n").map((line) => line.slice(0, 9))).toEqual(["a: CL055:", "b: CL051:"]);
    expect(error.code).toBe("CL055");
    expect(error.findings).toHaveLength(2);
  });

  it("is recognised, also when another copy of the library made it", () => {
    const foreign = Object.defineProperty(new Error("x"), Symbol.for("cdktf-cluster-linking.ValidationError"), {
      value: true,
    });
    expect([new ValidationError([name]), foreign].map((error) => ValidationError.isValidationError(error))).toEqual([
      true,
      true,
    ]);
    expect(
      [new Error("x"), "CL055", null, undefined, {}].some((error) => ValidationError.isValidationError(error)),
    ).toBe(false);
  });
});

describe("refuse", () => {
  it("throws errors, at the path of the construct unless they have one", () => {
    expect(thrownBy(() => refuse("here", [name]))).toMatchObject({ constructPath: "here" });
    expect(thrownBy(() => refuse("here", [{ ...name, path: "there" }]))).toMatchObject({ constructPath: "there" });
  });

  it("leaves warnings and errors that can be acknowledged to synth", () => {
    expect(thrownBy(() => refuse("here", [sharedDialKey.finding("x"), intervalTooShort.finding("y")]))).toBeUndefined();
    expect(thrownBy(() => refuse("here", []))).toBeUndefined();
  });
});
