import { Terraform, type TerraformRun } from "../../../lib/rehearsal/terraform/terraform";

type Run = Terraform["run"];

/** A command of Terraform that ran. */
export interface RecordedRun extends TerraformRun {
  readonly command: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The Terraform of this machine, and what it ran. */
export function recordingTerraform(): { readonly terraform: Terraform; readonly runs: readonly RecordedRun[] } {
  const found = Terraform.find();
  if (found === undefined) throw new Error("There is no terraform on PATH.");
  const runs: RecordedRun[] = [];
  const run: Run = async (args, options) => {
    const done = await found.run(args, options);
    runs.push({ ...done, command: args.join(" "), environment: options.environment ?? {} });
    return done;
  };
  const terraform = new Proxy(found, {
    get: (target, name) => (name === "run" ? run : Reflect.get(target, name, target)),
  });
  return { terraform, runs };
}
