import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { TerraformFailure } from "../../../lib/rehearsal/terraform/failure";
import { StackRun } from "../../../lib/rehearsal/terraform/stack-run";
import { Terraform } from "../../../lib/rehearsal/terraform/terraform";
import { newFolder } from "./out";

const folder = newFolder();
const run = new StackRun("leg", {
  terraform: Terraform.find() as Terraform,
  folder,
  environment: () => ({ TF_VAR_word: "made up" }),
});

const write = (json: object): void => writeFileSync(join(folder, "main.tf.json"), JSON.stringify(json));
const stack = (more: object = {}): object => ({
  variable: { word: { type: "string" }, secret: { default: "quiet", sensitive: true } },
  resource: { terraform_data: { a: { input: "${var.word}" } } },
  output: { word: { value: "${var.word}" }, secret: { value: "${var.secret}", sensitive: true } },
  ...more,
});

describe("a stack in its folder", () => {
  beforeAll(async () => {
    write(stack());
    await run.init();
  });

  it("is validated", async () => {
    expect((await run.validate()).valid).toBe(true);
    write(stack({ output: { x: { value: "${var.nothing}" } } }));
    const { valid, diagnostics } = await run.validate();
    expect(valid).toBe(false);
    expect(diagnostics[0]?.summary).toBe("Reference to undeclared input variable");
    write(stack());
  });

  it("is planned, applied as planned, and then has nothing to do", async () => {
    const { changes, json } = await run.plan();
    expect([...changes]).toEqual([["terraform_data.a", ["create"]]]);
    expect(json.resource_changes?.[0]?.change.after).toEqual({ input: "made up", triggers_replace: null });
    expect(await run.planText()).toContain("# terraform_data.a will be created");
    const seen: string[] = [];
    await run.applyPlan({ onEvent: ({ type, address = "" }) => seen.push(`${type} ${address}`.trim()) });
    expect(seen).toEqual(expect.arrayContaining(["apply_start terraform_data.a", "apply_complete terraform_data.a"]));
    expect((await run.plan()).changes.size).toBe(0);
    expect(await run.addresses()).toEqual(["terraform_data.a"]);
    expect(await run.outputs()).toEqual({ word: "made up", secret: "quiet" });
  });

  it("takes variables and arguments for one run", async () => {
    const { changes } = await run.plan({ variables: { word: "other" }, args: ["-refresh=false"] });
    expect([...changes]).toEqual([["terraform_data.a", ["update"]]]);
    await run.apply({ variables: { word: "other" } });
    expect((await run.outputs())["word"]).toBe("other");
    await run.destroy();
    expect(await run.addresses()).toEqual([]);
  });

  it("fails with what Terraform complained of", async () => {
    write(
      stack({
        resource: {
          terraform_data: {
            a: {
              lifecycle: {
                precondition: [{ condition: '${var.word == ""}', error_message: "The word is not empty." }],
              },
            },
          },
        },
      }),
    );
    const failure = (await run.plan().catch((error: unknown) => error)) as TerraformFailure;
    expect(failure).toBeInstanceOf(TerraformFailure);
    expect(failure.message).toBe(
      "terraform plan of the stack leg failed.\nError: Resource precondition failed\nThe word is not empty.",
    );
    expect(failure.diagnostics).toMatchObject([{ severity: "error", summary: "Resource precondition failed" }]);
  });

  it("fails with what Terraform printed, where that is not JSON", async () => {
    await expect(run.command(["state", "rm", "nothing.here"])).rejects.toThrow(
      /^terraform state of the stack leg failed\.\n(.|\n)*Invalid target address/,
    );
    write(stack());
    await expect(run.plan({ args: ["-no-such-flag"] })).rejects.toThrow("no-such-flag");
  });
});
