import { TerraformStack, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { needsTerraform } from "../../lib/core/terraform-floor";
import { emptyApp } from "./terraform";

function floorOf(use: (stack: TerraformStack) => void): string | undefined {
  const stack = new TerraformStack(emptyApp(), "stack");
  use(stack);
  return JSON.parse(Testing.synth(stack)).terraform?.required_version;
}

describe("needsTerraform", () => {
  it("says nothing of a stack that needs nothing", () => {
    expect(floorOf(() => undefined)).toBeUndefined();
  });

  it("writes the version that a feature came with", () => {
    expect(floorOf((stack) => needsTerraform(stack, "nullableVariables"))).toBe(">= 1.1.0");
    expect(floorOf((stack) => needsTerraform(stack, "preconditions"))).toBe(">= 1.2.0");
  });

  it("keeps the highest one, in any order", () => {
    const raise = (...features: Parameters<typeof needsTerraform>[1][]): string | undefined =>
      floorOf((stack) => {
        for (const feature of features) needsTerraform(stack, feature);
      });
    expect(raise("preconditions", "nullableVariables")).toBe(">= 1.2.0");
    expect(raise("nullableVariables", "preconditions", "nullableVariables")).toBe(">= 1.2.0");
  });

  it("can be overridden by the stack", () => {
    expect(
      floorOf((stack) => {
        needsTerraform(stack, "preconditions");
        stack.addOverride("terraform.required_version", ">= 1.9");
      }),
    ).toBe(">= 1.9");
  });
});
