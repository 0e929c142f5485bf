import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Terraform } from "../../../lib/rehearsal/terraform/terraform";
import { newFolder } from "./out";

/** A folder with programs that are shell scripts. */
function programs(scripts: Readonly<Record<string, string>>, mode = 0o755): string {
  const folder = newFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), mode);
  }
  return folder;
}

const path = (...folders: string[]): string => [...folders, process.env["PATH"] ?? ""].join(delimiter);
const found = (environment: Record<string, string>): Terraform => Terraform.find(environment) as Terraform;

describe("which Terraform", () => {
  it("is the first on PATH, and OpenTofu where there is none", () => {
    const [tofu, first, second] = [
      programs({ tofu: "" }),
      programs({ terraform: "", tofu: "" }),
      programs({ terraform: "" }),
    ];
    const on = (...folders: string[]) => Terraform.find({ PATH: ["", ...folders].join(delimiter) })?.program;
    expect(on(tofu, first, second)).toBe(join(first, "terraform"));
    expect(on(second, first)).toBe(join(second, "terraform"));
    expect(on(tofu)).toBe(join(tofu, "tofu"));
  });

  it("is none where nothing on PATH can be run", () => {
    expect(Terraform.find({ PATH: [programs({ terraform: "" }, 0o644), newFolder()].join(delimiter) })).toBeUndefined();
    expect(Terraform.find({})).toBeUndefined();
  });
});

describe("a run", () => {
  const folder = programs({ terraform: 'echo "$@"; env; echo wrong >&2; exit 3' });

  it("gives back output and exit code, and each line as it comes", async () => {
    const lines: string[] = [];
    const run = await found({ PATH: path(folder) }).run(["plan", "a b"], {
      cwd: folder,
      onLine: (line) => lines.push(line),
    });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toBe("wrong");
    expect(lines[0]).toBe("plan a b");
    expect(run.stdout.split("\n")).toEqual(lines);
  });

  it("takes nothing from the caller that would change its answer", async () => {
    const foreign = {
      TF_CLOUD_ORGANIZATION: "x",
      TF_WORKSPACE: "x",
      TF_CLI_ARGS: "x",
      TF_CLI_ARGS_plan: "x",
      TF_VAR_dr_api_key: "x",
      TF_TOKEN_app_terraform_io: "x",
      TF_REATTACH_PROVIDERS: "x",
      TF_LOG: "x",
      CONFLUENT_CLOUD_API_KEY: "x",
      IMPORT_KAFKA_API_KEY: "x",
      KAFKA_REST_ENDPOINT: "x",
    };
    const terraform = found({ PATH: path(folder), HOME: "/home/user", ...foreign });
    const { stdout } = await terraform.run([], { cwd: folder, environment: { TF_VAR_dr_api_key: "own" } });
    const lines = stdout.split("\n");
    const names = lines.map((line) => line.split("=", 1)[0]);
    expect(Object.keys(foreign).filter((name) => names.includes(name))).toEqual(["TF_VAR_dr_api_key"]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "HOME=/home/user",
        "TF_VAR_dr_api_key=own",
        "CHECKPOINT_DISABLE=1",
        "TF_CLI_CONFIG_FILE=/dev/null",
        "TF_IN_AUTOMATION=1",
        "TF_INPUT=0",
      ]),
    );
  });

  it("is interrupted, and lets Terraform end by itself", async () => {
    const patient = programs({
      terraform: "trap 'echo ends > ended; exit 1' INT; echo up; while :; do sleep 0.05; done",
    });
    const controller = new AbortController();
    const run = found({ PATH: path(patient) }).run(["apply"], {
      cwd: patient,
      signal: controller.signal,
      onLine: () => controller.abort(new Error("enough")),
    });
    await expect(run).rejects.toThrow("enough");
    const { stdout } = await found({ PATH: path(programs({ terraform: "cat ended" })) }).run([], { cwd: patient });
    expect(stdout).toBe("ends");
  });

  it("does not begin when it is to end already", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(found({ PATH: path(folder) }).run([], { cwd: folder, signal })).rejects.toThrow("enough");
  });

  it("fails where the folder is not there", async () => {
    await expect(found({ PATH: path(folder) }).run([], { cwd: join(folder, "no") })).rejects.toThrow("ENOENT");
  });
});
