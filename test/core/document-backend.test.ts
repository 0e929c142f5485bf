import {
  AzurermBackend,
  CloudBackend,
  NamedCloudWorkspace,
  S3Backend,
  TaggedCloudWorkspaces,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { documentBackend } from "../../lib/core/stack-facts";
import { sensitiveVariables } from "../../lib/core/credentials";
import { emptyApp } from "./terraform";

const stack = (): TerraformStack => new TerraformStack(emptyApp(), "leg");

describe("what the document says of a stack's backend", () => {
  it.each<[string, (stack: TerraformStack) => unknown, unknown]>([
    ["none", () => undefined, undefined],
    ["S3", (leg) => new S3Backend(leg, { bucket: "b", key: "k", region: "r" }), { type: "s3" }],
    [
      "Azure",
      (leg) => new AzurermBackend(leg, { storageAccountName: "a", containerName: "c", key: "k" }),
      { type: "azurerm" },
    ],
    [
      "a workspace by name",
      (leg) => new CloudBackend(leg, { organization: "acme", workspaces: new NamedCloudWorkspace("dr") }),
      { type: "cloud", workspace: "dr" },
    ],
    [
      "workspaces by tags",
      (leg) => new CloudBackend(leg, { organization: "acme", workspaces: new TaggedCloudWorkspaces(["dr"]) }),
      { type: "cloud" },
    ],
    [
      "a workspace that only Terraform knows",
      (leg) => {
        const { stringValue } = new TerraformVariable(leg, "w", { type: "string" });
        return new CloudBackend(leg, { organization: "acme", workspaces: new NamedCloudWorkspace(stringValue) });
      },
      { type: "cloud", workspace: null },
    ],
  ])("%s", (_, add, expected) => {
    const leg = stack();
    add(leg);
    expect(documentBackend(leg)).toEqual(expected);
  });

  it("names sensitive variables alone", () => {
    const leg = stack();
    new TerraformVariable(leg, "z_secret", { type: "string", sensitive: true });
    new TerraformVariable(leg, "a_secret", { type: "string", sensitive: true });
    new TerraformVariable(leg, "region", { type: "string" });
    expect(sensitiveVariables(leg)).toEqual(["a_secret", "z_secret"]);
  });
});
