import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { type App, Testing } from "cdktf";

type Variables = Readonly<Record<string, string>>;

/** The environment of a Terraform that asks nobody anything. */
function environment(variables: Variables): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("TF_"));
  const given = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]);
  return {
    ...Object.fromEntries([...own, ...given]),
    TF_CLI_CONFIG_FILE: devNull,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

export interface TerraformRun {
  /** Outputs by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What Terraform complained of; empty when it did not. */
  readonly errors: string;
}

/** Applies a configuration that needs no provider but Terraform's own, and returns its outputs. */
export function applyWithTerraform(
  configuration: string,
  variables: Variables = {},
  file = "main.tf.json",
): TerraformRun {
  const folder = mkdtempSync(join(tmpdir(), "cluster-linking-terraform-"));
  const terraform = (...args: string[]): string =>
    execFileSync("terraform", args, {
      cwd: folder,
      env: environment(variables),
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  try {
    writeFileSync(join(folder, file), configuration);
    terraform("init", "-input=false", "-no-color");
    terraform("apply", "-auto-approve", "-input=false", "-no-color");
    const outputs = JSON.parse(terraform("output", "-json")) as Record<string, { value: unknown }>;
    return {
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
      errors: "",
    };
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    if (stderr === undefined) throw error;
    return { outputs: {}, errors: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The outputs of a configuration that has to work. */
export function evaluate(configuration: object, variables: Variables = {}): Readonly<Record<string, unknown>> {
  const { outputs, errors } = applyWithTerraform(JSON.stringify(configuration), variables);
  if (errors !== "") throw new Error(errors);
  return outputs;
}

/** An app with nothing but what a test puts into it. */
export const emptyApp = (): App => Testing.app({ stackTraces: false });
