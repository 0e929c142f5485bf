import { Fn, Lazy, TerraformStack, TerraformVariable, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { isToken, known, knownEach } from "../../lib/core/known";
import { UNKNOWN } from "../../lib/model/maybe";
import { emptyApp } from "./terraform";

const variable = new TerraformVariable(new TerraformStack(emptyApp(), "stack"), "v", { type: "string" });

describe("isToken", () => {
  it.each([
    ["a string token", variable.stringValue],
    ["text around a token", `a-${variable.stringValue}-b`],
    ["a number token", variable.numberValue],
    ["a list token", variable.listValue],
    ["a boolean token", variable.booleanValue],
    ["a function", Fn.upper(variable.stringValue)],
    ["a lazy value", Lazy.stringValue({ produce: () => "x" })],
    ["an expression as text", "${var.x}"],
    ["an escaped expression", "$${x}"],
  ])("sees %s", (_, value) => {
    expect(isToken(value)).toBe(true);
  });

  it.each([
    ["text", "orders"],
    ["a dollar", "$5 {x}"],
    ["a directive", "%{if true}"],
    ["a number", 30000],
    ["a boolean", false],
    ["nothing", undefined],
    ["null", null],
    ["a list of text", ["orders"]],
    ["a list with a token among others", ["orders", variable.stringValue]],
  ])("takes %s for known", (_, value) => {
    expect(isToken(value)).toBe(false);
  });
});

describe("known", () => {
  it("gives literals as they are and tokens as UNKNOWN", () => {
    expect(known("orders")).toBe("orders");
    expect(known(undefined)).toBeUndefined();
    expect(known(Token.asString(variable.stringValue))).toBe(UNKNOWN);
  });

  it("judges a list element by element", () => {
    expect(knownEach(["a", variable.stringValue, "b", "${local.c}"])).toEqual(["a", UNKNOWN, "b", UNKNOWN]);
  });
});
