import { existsSync } from "node:fs";
import { type App, TerraformOutput, TerraformResource, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { resources, synthToJson } from "./synth";

const stackWith = (terraformResourceType: string) => (app: App) => {
  const gate = new TerraformResource(new TerraformStack(app, "east"), "gate", { terraformResourceType });
  new TerraformOutput(new TerraformStack(app, "west"), "id", { value: gate.getStringAttribute("id") });
};

describe("synthToJson", () => {
  it("returns every stack, the manifest and the directory", () => {
    const { stacks, manifest, outdir } = synthToJson(stackWith("terraform_data"));
    expect(Object.keys(stacks)).toEqual(["east", "west"]);
    expect(resources(stacks.east, "terraform_data")).toHaveProperty("gate");
    expect(resources(stacks.west, "terraform_data")).toEqual({});
    expect(manifest.stacks["west"]?.dependencies).toEqual(["east"]);
    expect(existsSync(outdir)).toBe(true);
  });

  it("refuses a document that breaks the provider's schema", () => {
    expect(() => synthToJson(stackWith("confluent_gate"))).toThrow(
      "east: resource.confluent_gate.gate: unknown resource type confluent_gate",
    );
  });

  it("leaves documents unchecked on request", () => {
    const { stacks } = synthToJson(stackWith("confluent_gate"), { check: false });
    expect(resources(stacks.east, "confluent_gate")).toHaveProperty("gate");
  });
});
