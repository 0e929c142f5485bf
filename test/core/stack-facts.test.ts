import {
  AzurermBackend,
  CloudBackend,
  ConsulBackend,
  CosBackend,
  DataTerraformRemoteStateLocal,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  NamedRemoteWorkspace,
  OssBackend,
  PgBackend,
  PrefixedRemoteWorkspaces,
  RemoteBackend,
  S3Backend,
  SwiftBackend,
  TaggedCloudWorkspaces,
  TerraformStack,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { declareStateRegion, stackFacts } from "../../lib/core/stack-facts";
import type { StackFacts } from "../../lib/model/rules/stacks";
import { emptyApp } from "./terraform";

type Backend = (stack: TerraformStack) => unknown;

function factsOf(backend: Backend): StackFacts {
  const stack = new TerraformStack(emptyApp(), "leg");
  backend(stack);
  return stackFacts(stack);
}

const cloud = (workspaces: NamedCloudWorkspace | TaggedCloudWorkspaces, organization = "acme"): Backend => {
  return (stack) => new CloudBackend(stack, { organization, workspaces });
};
const remote = (workspaces: NamedRemoteWorkspace | PrefixedRemoteWorkspaces): Backend => {
  return (stack) => new RemoteBackend(stack, { organization: "acme", workspaces });
};
const azurerm = (key: string, container = "states"): Backend => {
  return (stack) =>
    new AzurermBackend(stack, {
      resourceGroupName: "rg",
      storageAccountName: "acct",
      containerName: container,
      key,
    });
};
const s3 = (key: string, extras: object = {}): Backend => {
  return (stack) => new S3Backend(stack, { bucket: "states", key, region: "eu-west-1", ...extras });
};

describe("the state of a stack", () => {
  it.each<[string, Backend, Backend]>([
    ["local", (s) => new LocalBackend(s, { path: "a.tfstate" }), (s) => new LocalBackend(s, { path: "b.tfstate" })],
    ["s3", s3("a"), s3("b")],
    ["azurerm, by key", azurerm("a"), azurerm("b")],
    ["azurerm, by container", azurerm("a"), azurerm("a", "other")],
    [
      "gcs",
      (s) => new GcsBackend(s, { bucket: "b", prefix: "a" }),
      (s) => new GcsBackend(s, { bucket: "b", prefix: "c" }),
    ],
    [
      "consul",
      (s) => new ConsulBackend(s, { path: "a", accessToken: "t" }),
      (s) => new ConsulBackend(s, { path: "b", accessToken: "t" }),
    ],
    [
      "cos",
      (s) => new CosBackend(s, { bucket: "b", prefix: "a" }),
      (s) => new CosBackend(s, { bucket: "b", prefix: "c" }),
    ],
    [
      "http",
      (s) => new HttpBackend(s, { address: "https://a.test" }),
      (s) => new HttpBackend(s, { address: "https://b.test" }),
    ],
    ["oss", (s) => new OssBackend(s, { bucket: "b", key: "a" }), (s) => new OssBackend(s, { bucket: "b", key: "c" })],
    [
      "pg",
      (s) => new PgBackend(s, { connStr: "c", schemaName: "a" }),
      (s) => new PgBackend(s, { connStr: "c", schemaName: "b" }),
    ],
    ["swift", (s) => new SwiftBackend(s, { container: "a" }), (s) => new SwiftBackend(s, { container: "b" })],
    ["cloud", cloud(new NamedCloudWorkspace("a")), cloud(new NamedCloudWorkspace("b"))],
    ["cloud, by organization", cloud(new NamedCloudWorkspace("a")), cloud(new NamedCloudWorkspace("a"), "other")],
    ["remote", remote(new NamedRemoteWorkspace("a")), remote(new NamedRemoteWorkspace("b"))],
  ])("is told apart: %s", (_, one, other) => {
    const [first, again, second] = [factsOf(one), factsOf(one), factsOf(other)];
    expect(first.stateIdentity).toBeDefined();
    expect(again.stateIdentity).toBe(first.stateIdentity);
    expect(second.stateIdentity).not.toBe(first.stateIdentity);
    expect(second.statePlace).not.toBe(first.statePlace);
  });

  it("is one state where only what is no part of its place differs", () => {
    const identity = (backend: Backend): string | undefined => factsOf(backend).stateIdentity;
    expect(identity(s3("a", { workspaceKeyPrefix: "x", encrypt: true, region: "eu-north-1" }))).toBe(identity(s3("a")));
    expect(identity(cloud(new NamedCloudWorkspace("a", "project")))).toBe(
      identity(cloud(new NamedCloudWorkspace("a"))),
    );
    expect(identity(remote(new NamedRemoteWorkspace("a")))).toBe(identity(cloud(new NamedCloudWorkspace("a"))));
  });

  it.each<[string, Backend]>([
    ["tags", cloud(new TaggedCloudWorkspaces(["dr"]))],
    ["a prefix", remote(new PrefixedRemoteWorkspaces("dr-"))],
  ])("is unknown where %s choose the workspace when Terraform runs", (_, backend) => {
    expect(factsOf(backend)).toMatchObject({ stateIdentity: undefined, statePlace: "an unknown place" });
  });

  it("is unknown where no backend is chosen yet", () => {
    expect(factsOf(() => undefined)).toEqual({
      name: "leg",
      stateIdentity: undefined,
      statePlace: "an unknown place",
      stateRegion: undefined,
      remoteStates: [],
    });
  });

  it("is named for people", () => {
    expect(factsOf(azurerm("leg.tfstate")).statePlace).toBe(
      'azurerm (storage_account_name "acct", container_name "states", key "leg.tfstate")',
    );
    expect(factsOf(cloud(new NamedCloudWorkspace("leg"))).statePlace).toBe(
      'cloud (host "app.terraform.io", organization "acme", workspace "leg")',
    );
  });

  it("is in the region of the backend, or in the one that is declared", () => {
    expect(factsOf(s3("a")).stateRegion).toBe("eu-west-1");
    expect(factsOf(azurerm("a")).stateRegion).toBeUndefined();
    expect(
      factsOf((stack) => {
        azurerm("a")(stack);
        declareStateRegion(stack, "northeurope");
      }).stateRegion,
    ).toBe("northeurope");
  });
});

describe("the states that a stack reads", () => {
  it("are found wherever they are in it", () => {
    expect(
      factsOf((stack) => {
        new DataTerraformRemoteStateLocal(stack, "upstream", { path: "x" });
      }).remoteStates,
    ).toEqual(["leg/upstream"]);
  });
});
