import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeInstalled, runApp } from "../apps/run-app";
import { newFolder, node, ROOT } from "../e2e/support";
import { Canaries } from "./canaries";

const APPS = ["existing-clusters", "failback", "bidirectional"] as const;
const canaries = new Canaries();

/** Everything secret that may be in the environment of a deployment. */
const SECRETS = Object.fromEntries(
  [
    ...["primary", "jump", "dr", "primary_dial", "jump_dial", "primary_jump_to_dr"].flatMap((name) => [
      `TF_VAR_${name}_api_key`,
      `TF_VAR_${name}_api_secret`,
    ]),
    ...["PRIMARY", "JUMP", "DR"].flatMap((name) => [
      `CLUSTER_LINKING_${name}_API_KEY`,
      `CLUSTER_LINKING_${name}_API_SECRET`,
    ]),
    "CONFLUENT_CLOUD_API_KEY",
    "CONFLUENT_CLOUD_API_SECRET",
    "IMPORT_KAFKA_API_SECRET",
    "KAFKA_API_SECRET",
    "TF_TOKEN_app_terraform_io",
    "TFE_TOKEN",
    "AWS_SECRET_ACCESS_KEY",
    "ARM_CLIENT_SECRET",
    "GOOGLE_CREDENTIALS",
  ].map((name) => [name, canaries.make(name)]),
);

describe.each(APPS)("apps/%s", (app) => {
  const main = `apps/${app}/main.ts`;
  const out = join(newFolder(), "out");

  it("with secrets in its environment: synthesises none of them", async () => {
    const { status, stdout, stderr } = await node(["--import", "tsx", main], { ...SECRETS, CDKTF_OUTDIR: out });
    expect(status, stderr).toBe(0);
    expect(canaries.in(stdout + stderr)).toEqual([]);
    expect(Canaries.files(out)).toBeGreaterThan(3);
    expect(canaries.inFiles(out)).toEqual([]);
  });

  // This one has no file of its own.
  if (app === "failback") return;

  it.each([
    ["a member too many", (secret: string) => JSON.stringify({ ...topology(app), apiSecret: secret })],
    ["a member of a cluster", (secret: string) => JSON.stringify({ ...topology(app), primary: { apiSecret: secret } })],
    ["in the place of a number", (secret: string) => JSON.stringify({ ...topology(app), consumerGroups: secret })],
    ["in a file that is cut off", (secret: string) => `{"primary": {"name": "${secret}`],
    ["in a file that is no JSON", (secret: string) => secret],
  ])("with a secret in its file, as %s: refuses, and does not repeat it", async (_, content) => {
    const folder = newFolder();
    const file = join(folder, "topology.json");
    writeFileSync(file, content(canaries.make("a secret in the file")));
    const into = join(folder, "out");
    const run = await node(["--import", "tsx", main], { ...SECRETS, TOPOLOGY_FILE: file, CDKTF_OUTDIR: into });
    expect(run.status).not.toBe(0);
    expect(canaries.in(run.stdout + run.stderr)).toEqual([]);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    if (existsSync(into)) expect(canaries.inFiles(into)).toEqual([]);
  });
});

describe.each(["azure-private-link", "gcp-private-service-connect", "terraform-cloud"])("apps/%s", (app) => {
  describeInstalled(app, "with secrets in its environment", () => {
    it("synthesises none of them, and prints none", () => {
      const { status, stdout, stderr, outdir } = runApp(app, { env: SECRETS });
      expect(status, stderr).toBe(0);
      expect(canaries.in(stdout + stderr)).toEqual([]);
      expect(Canaries.files(outdir)).toBeGreaterThan(3);
      expect(canaries.inFiles(outdir)).toEqual([]);
    });

    it("refuses a secret in its file, and does not repeat it", () => {
      const apiSecret = canaries.make(`a secret in the file of ${app}`);
      const { status, stdout, stderr } = runApp(app, { topology: { ...topology(app), apiSecret } });
      expect(status).toBe(1);
      expect(canaries.in(stdout + stderr)).toEqual([]);
      expect(stderr).not.toMatch(/^\s+at /m);
    });
  });
});

const topology = (app: string): object =>
  JSON.parse(readFileSync(join(ROOT, "apps", app, "topology.json"), "utf8")) as object;
