import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StackJson } from "../../../lib/rehearsal/terraform/stack-json";
import { WorkingCopy } from "../../../lib/rehearsal/terraform/working-copy";
import { newFolder, writeOut } from "./out";

const confluent = { confluent: { source: "confluentinc/confluent", version: "~> 2.51" } };
const written = (copy: WorkingCopy, stack: string) =>
  JSON.parse(readFileSync(join(copy.folderOf(stack), "cdk.tf.json"), "utf8"));

function inCopyOf<T>(out: string, look: (copy: WorkingCopy) => T): T {
  const copy = WorkingCopy.copyOf(out);
  try {
    return look(copy);
  } finally {
    copy.remove();
  }
}

describe("a copy of the stacks", () => {
  const backends: Record<string, object> = {
    "a local one": { backend: { local: { path: "/somewhere/else.tfstate" } } },
    s3: { backend: { s3: { bucket: "states", key: "leg" } } },
    "Terraform Cloud": { cloud: { organization: "org", workspaces: { name: "leg" } } },
    none: {},
  };
  it.each(Object.keys(backends))("keeps its state in its own folder where the backend is %s", (backend) => {
    const out = writeOut({ leg: { terraform: { ...backends[backend], required_providers: confluent } } });
    const before = readFileSync(join(out, "stacks/leg/cdk.tf.json"), "utf8");
    inCopyOf(out, (copy) => {
      expect(written(copy, "leg").terraform).toEqual({
        backend: { local: { path: copy.statePathOf("leg") } },
        required_providers: confluent,
      });
      expect(copy.statePathOf("leg").startsWith(out)).toBe(false);
    });
    expect(readFileSync(join(out, "stacks/leg/cdk.tf.json"), "utf8")).toBe(before);
  });

  it("is gone when it is removed", () => {
    const copy = WorkingCopy.copyOf(writeOut({ leg: {} }));
    const folder = copy.folderOf("leg");
    expect(existsSync(folder)).toBe(true);
    copy.remove();
    expect(existsSync(folder)).toBe(false);
  });

  it("has each stack after those it depends on", () => {
    const out = writeOut({ b: {}, a: {}, c: {} }, { dependsOn: { b: ["c"], c: ["a"] } });
    inCopyOf(out, ({ stacks }) => expect([...stacks.keys()]).toEqual(["a", "c", "b"]));
  });

  it("takes the assets along, and not what Terraform left", () => {
    const out = writeOut({ leg: {} });
    const folder = join(out, "stacks/leg");
    mkdirSync(join(folder, "assets"));
    mkdirSync(join(folder, ".terraform"));
    for (const file of ["assets/list.txt", ".terraform/x", ".terraform.lock.hcl", "plan", "terraform.tfstate"]) {
      writeFileSync(join(folder, file), "x");
    }
    inCopyOf(out, (copy) => {
      const has = (file: string): boolean => existsSync(join(copy.folderOf("leg"), file));
      expect(has("assets/list.txt")).toBe(true);
      const left = [".terraform", ".terraform.lock.hcl", "plan", "terraform.tfstate"];
      expect(left.filter(has)).toEqual([]);
    });
  });

  it("takes over a later synth", () => {
    inCopyOf(writeOut({ leg: { locals: { is: 1 } } }), (copy) => {
      const state = copy.statePathOf("leg");
      copy.update(writeOut({ leg: { locals: { is: 2 } } }));
      expect(written(copy, "leg").locals).toEqual({ is: 2 });
      expect(copy.statePathOf("leg")).toBe(state);
    });
  });
});

describe("what cannot be rehearsed is refused by the stack's name", () => {
  const cases: [string, StackJson, string][] = [
    ["another provider", { terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } }, "hashicorp/aws"],
    ["a provider without a source", { terraform: { required_providers: { aws: {} } } }, "hashicorp/aws"],
    ["a provider that is only used", { resource: { aws_vpc: { net: {} } } }, "hashicorp/aws"],
    ["a module", { module: { net: { source: "x/y/z" } } }, "the module net"],
  ];
  it.each(cases)("%s", (_, stack, named) => {
    const out = writeOut({ fine: {}, network: stack });
    expect(() => WorkingCopy.copyOf(out)).toThrow(`The stack network cannot be rehearsed: `);
    expect(() => WorkingCopy.copyOf(out)).toThrow(named);
  });

  it("but Terraform's own provider is fine", () => {
    const stack = { terraform: { required_providers: confluent }, resource: { terraform_data: { a: {} } } };
    inCopyOf(writeOut({ leg: stack }), ({ stacks }) => expect(stacks.size).toBe(1));
  });

  it("a folder that synth did not write", () => {
    expect(() => WorkingCopy.copyOf(newFolder())).toThrow(/manifest\.json cannot be read \(ENOENT\): synthesise first/);
  });
});

describe("a stack that has no part in the topology", () => {
  const leg = { terraform: { required_providers: confluent } };
  const workspaces = { terraform: { required_providers: { tfe: { source: "hashicorp/tfe" } } } };
  const document = { stacks: [{ name: "leg", dependsOn: ["workspaces"] }] };

  it("is left out when it needs another provider", () => {
    inCopyOf(writeOut({ workspaces, leg }, { document }), (copy) => {
      expect([...copy.stacks.keys()]).toEqual(["leg"]);
      expect(existsSync(copy.folderOf("workspaces"))).toBe(false);
    });
  });

  it("is copied when the emulator has what it needs", () => {
    inCopyOf(writeOut({ platform: leg, leg }, { document }), ({ stacks }) =>
      expect([...stacks.keys()].sort()).toEqual(["leg", "platform"]),
    );
  });

  it("is missed by a stack that reads its state", () => {
    const reading = { terraform_remote_state: { "cross-stack-reference-input-workspaces": { config: {} } } };
    const out = writeOut({ workspaces, leg: { ...leg, data: reading } }, { document });
    expect(() => WorkingCopy.copyOf(out)).toThrow("reads a state that is not this app's");
  });
});

describe("the state of another stack", () => {
  const reading = (name: string): StackJson => ({
    data: { terraform_remote_state: { [name]: { backend: "s3", workspace: "w", config: { bucket: "real" } } } },
  });

  it("is read from the rehearsal", () => {
    const out = writeOut({ clusters: {}, leg: reading("cross-stack-reference-input-clusters") });
    inCopyOf(out, (copy) => {
      expect(written(copy, "leg").data.terraform_remote_state["cross-stack-reference-input-clusters"]).toEqual({
        backend: "local",
        config: { path: copy.statePathOf("clusters") },
      });
    });
  });

  it("is refused where it is no stack of this app", () => {
    const out = writeOut({ leg: reading("production") });
    expect(() => WorkingCopy.copyOf(out)).toThrow("data.terraform_remote_state.production reads a state");
  });
});
