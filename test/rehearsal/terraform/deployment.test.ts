import { readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { Deployment } from "../../../lib/rehearsal/terraform/deployment";
import type { StackJson } from "../../../lib/rehearsal/terraform/stack-json";
import { Terraform } from "../../../lib/rehearsal/terraform/terraform";
import { newFolder, writeOut } from "./out";

const stack: StackJson = {
  variable: { word: {} },
  resource: { terraform_data: { a: { input: "${var.word}" } } },
  output: { word: { value: "${terraform_data.a.output}" } },
};

describe("a deployment", () => {
  it("runs stacks one after the other, with the variables that are given", async () => {
    const deployment = await Deployment.start(writeOut({ b: stack, a: stack }, { dependsOn: { b: ["a"] } }), {
      variables: { word: "hello" },
    });
    try {
      expect(deployment.stacks.map(({ name }) => name)).toEqual(["a", "b"]);
      await deployment.apply();
      expect(await deployment.stack("b").outputs()).toEqual({ word: "hello" });
      deployment.update(writeOut({ a: stack, c: stack }));
      expect(deployment.stacks.map(({ name }) => name)).toEqual(["a", "c"]);
      expect(() => deployment.stack("d")).toThrow('There is no stack "d".');
    } finally {
      await deployment.stop();
    }
  });

  it("names a variable that nobody gave", async () => {
    const deployment = await Deployment.start(writeOut({ a: stack }));
    try {
      await expect(deployment.apply()).rejects.toThrow(/No value for required variable(.|\n)*"word"/);
    } finally {
      await deployment.stop();
    }
  });

  it("leaves no file where it cannot start", async () => {
    const twice = { id: "lkc-1", name: "x", access: "public", kind: "Dedicated" };
    const out = writeOut({ a: stack }, { document: { clusters: [twice, twice] } });
    const folder = newFolder();
    vi.stubEnv("TMPDIR", folder);
    await expect(Deployment.start(out, { terraform: Terraform.find()! })).rejects.toThrow("lkc-1");
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
  });
});
