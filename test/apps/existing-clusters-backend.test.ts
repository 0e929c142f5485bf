import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { App, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { addBackend } from "../../apps/common/backend";
import { KafkaCluster, PrivatePublicPrivate } from "cdktf-cluster-linking";
import type { Backend } from "../../apps/common/topology-file";
import { AppModel } from "../../lib/core/app-model";
import { synthToJson, type Json } from "../support/synth";
import {
  APP,
  LEGS,
  ROOT,
  environment,
  readStack,
  defaultTopology,
  runWith,
  topologyFile,
  unused,
} from "./run-existing-clusters";

/** The `terraform` blocks of both stacks with this backend. */
function terraformOf(backend: Backend | undefined): { legOne: Json; legTwo: Json; outdir: string } {
  const { stacks, outdir } = synthToJson((app) => {
    for (const leg of LEGS) addBackend(new TerraformStack(app, leg), leg, APP, backend);
  });
  return { legOne: stacks["primary-to-jump"].terraform, legTwo: stacks["jump-to-dr"].terraform, outdir };
}

describe("local", () => {
  const stateOf = (outdir: string, leg: string, { backend }: Json): string =>
    resolve(realpathSync(outdir), "stacks", leg, backend.local.path);

  it("is the default: a file for each stack in the app's folder", () => {
    for (const backend of [undefined, { type: "local" } as const]) {
      const { legOne, legTwo, outdir } = terraformOf(backend);
      expect(stateOf(outdir, "primary-to-jump", legOne)).toBe(join(APP, "terraform.primary-to-jump.tfstate"));
      expect(stateOf(outdir, "jump-to-dr", legTwo)).toBe(join(APP, "terraform.jump-to-dr.tfstate"));
      expect(legOne.backend.local.path).toMatch(/^\.\.\//);
    }
  });

  it("takes a path for each stack, relative to the app's folder", () => {
    const { legOne, legTwo, outdir } = terraformOf({
      type: "local",
      stacks: {
        "primary-to-jump": { path: "../../states/one.tfstate" },
        "jump-to-dr": { path: "/mnt/dr/two.tfstate" },
      },
    });
    expect(stateOf(outdir, "primary-to-jump", legOne)).toBe(join(ROOT, "states/one.tfstate"));
    expect(stateOf(outdir, "jump-to-dr", legTwo)).toBe("/mnt/dr/two.tfstate");
  });

  it("is where Terraform keeps the state, also when the output directory is reached through a link", () => {
    const real = unused("deep");
    mkdirSync(join(real, "down/here"), { recursive: true });
    const link = unused("link");
    symlinkSync(join(real, "down/here"), link);
    const state = unused("one.tfstate");
    const run = runWith(
      { backend: { type: "local", stacks: { "primary-to-jump": { path: state } } } },
      { outdir: join(link, "out") },
    );
    expect(run.status).toBe(0);

    const folder = join(run.outdir, "stacks/primary-to-jump");
    const { terraform } = readStack(run, "primary-to-jump");
    const small = { terraform: { backend: terraform.backend }, resource: { terraform_data: { something: {} } } };
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(small));
    for (const args of [["init"], ["apply", "-auto-approve"]]) {
      const { status, stderr } = spawnSync("terraform", [...args, "-no-color", "-input=false"], {
        cwd: folder,
        encoding: "utf8",
        env: environment(),
      });
      expect(status, stderr).toBe(0);
    }
    expect(existsSync(state)).toBe(true);
    expect(JSON.parse(readFileSync(state, "utf8")).resources[0].name).toBe("something");
  });
});

describe("the other kinds", () => {
  it("s3: a key for each stack, encrypted, the region of the bucket", () => {
    const { legOne, legTwo } = terraformOf({
      type: "s3",
      bucket: "states",
      region: "eu-south-1",
      kmsKeyId: "arn:aws:kms:eu-south-1:111122223333:key/states",
      dynamodbTable: "locks",
      useLockfile: true,
      profile: "dr",
    });
    const common = {
      bucket: "states",
      region: "eu-south-1",
      encrypt: true,
      kms_key_id: "arn:aws:kms:eu-south-1:111122223333:key/states",
      dynamodb_table: "locks",
      use_lockfile: true,
      profile: "dr",
    };
    expect(legOne.backend).toEqual({ s3: { ...common, key: "primary-to-jump.tfstate" } });
    expect(legTwo.backend).toEqual({ s3: { ...common, key: "jump-to-dr.tfstate" } });
  });

  it("azurerm: a key for each stack; the region is no setting of it", () => {
    const { legOne, legTwo } = terraformOf({
      type: "azurerm",
      storageAccountName: "states",
      containerName: "tf",
      resourceGroupName: "rg",
      subscriptionId: "sub",
      tenantId: "tenant",
      useAzureadAuth: true,
      useOidc: false,
      region: "italynorth",
    });
    const common = {
      storage_account_name: "states",
      container_name: "tf",
      resource_group_name: "rg",
      subscription_id: "sub",
      tenant_id: "tenant",
      use_azuread_auth: true,
      use_oidc: false,
    };
    expect(legOne.backend).toEqual({ azurerm: { ...common, key: "primary-to-jump.tfstate" } });
    expect(legTwo.backend).toEqual({ azurerm: { ...common, key: "jump-to-dr.tfstate" } });
  });

  it("gcs: a prefix for each stack; the region is no setting of it", () => {
    const { legOne, legTwo } = terraformOf({
      type: "gcs",
      bucket: "states",
      kmsEncryptionKey: "projects/p/locations/l/keyRings/r/cryptoKeys/k",
      impersonateServiceAccount: "tf@p.iam.gserviceaccount.com",
      region: "europe-west8",
    });
    const common = {
      bucket: "states",
      kms_encryption_key: "projects/p/locations/l/keyRings/r/cryptoKeys/k",
      impersonate_service_account: "tf@p.iam.gserviceaccount.com",
    };
    expect(legOne.backend).toEqual({ gcs: { ...common, prefix: "primary-to-jump" } });
    expect(legTwo.backend).toEqual({ gcs: { ...common, prefix: "jump-to-dr" } });
  });

  it("cloud: a workspace for each stack; the region is no setting of it", () => {
    const { legOne, legTwo } = terraformOf({
      type: "cloud",
      organization: "acme",
      hostname: "tfe.example.test",
      project: "linking",
      region: "italynorth",
      stacks: { "jump-to-dr": { workspace: "dr" } },
    });
    const common = { organization: "acme", hostname: "tfe.example.test" };
    expect(legOne).not.toHaveProperty("backend");
    expect(legOne.cloud).toEqual({ ...common, workspaces: { name: "primary-to-jump", project: "linking" } });
    expect(legTwo.cloud).toEqual({ ...common, workspaces: { name: "dr", project: "linking" } });
  });

  it("take any setting per stack, over the common ones", () => {
    const { legOne, legTwo } = terraformOf({
      type: "s3",
      bucket: "states",
      region: "eu-central-1",
      encrypt: false,
      stacks: { "jump-to-dr": { bucket: "states-dr", region: "eu-south-1", key: "dr/state", encrypt: true } },
    });
    expect(legOne.backend.s3).toEqual({
      bucket: "states",
      region: "eu-central-1",
      encrypt: false,
      key: "primary-to-jump.tfstate",
    });
    expect(legTwo.backend.s3).toEqual({ bucket: "states-dr", region: "eu-south-1", encrypt: true, key: "dr/state" });
  });
});

/** What the rules say of the default topology with this backend. */
function findingsWith(backend: Backend): string[] {
  const { primary, jump, dr, topics } = defaultTopology();
  const app = new App({ outdir: unused("out") });
  const [primaryToJump, jumpToDr] = LEGS.map((leg) => {
    const stack = new TerraformStack(app, leg);
    new ConfluentProvider(stack, "confluent");
    addBackend(stack, leg, APP, backend);
    return stack;
  }) as [TerraformStack, TerraformStack];
  const cluster = (name: string, attributes: Json): KafkaCluster =>
    KafkaCluster.fromAttributes({ name, ...attributes });
  const [PRIMARY, JUMP, DR] = [cluster("PRIMARY", primary), cluster("JUMP", jump), cluster("DR", dr)];
  new PrivatePublicPrivate({ primaryToJump, jumpToDr, primary: PRIMARY, jump: JUMP, dr: DR, topics });
  const { errors, warnings } = AppModel.of(app).evaluate();
  return [...errors, ...warnings].map(({ rule, path, given }) => `${rule.id} ${path ?? ""}: ${given}`);
}

describe("one state for both stacks", () => {
  it.each<Backend>([
    { type: "local", path: "one.tfstate" },
    { type: "local", stacks: { "jump-to-dr": { path: "../existing-clusters/terraform.primary-to-jump.tfstate" } } },
    { type: "s3", bucket: "b", region: "eu-south-1", key: "one.tfstate" },
    { type: "azurerm", storageAccountName: "s", containerName: "c", key: "one" },
    { type: "gcs", bucket: "b", prefix: "one" },
    { type: "cloud", organization: "o", stacks: { "jump-to-dr": { workspace: "primary-to-jump" } } },
  ])("is refused: %j", (backend) => {
    const start = "CL067 jump-to-dr: Stacks primary-to-jump and jump-to-dr both keep their state in ";
    expect(findingsWith(backend).filter((finding) => finding.startsWith(start))).toHaveLength(1);
  });

  it.each<Backend>([
    { type: "local" },
    { type: "s3", bucket: "b", region: "eu-south-1" },
    { type: "s3", bucket: "b", region: "eu-south-1", key: "one", stacks: { "jump-to-dr": { bucket: "c" } } },
    { type: "azurerm", storageAccountName: "s", containerName: "c" },
    { type: "gcs", bucket: "b" },
    { type: "cloud", organization: "o" },
  ])("is not what this makes: %j", (backend) => {
    expect(findingsWith(backend).join()).not.toContain("CL067");
  });
});

describe("the region of a state", () => {
  const region = "germanywestcentral";

  it.each<Exclude<Backend, { type: "local" }>>([
    { type: "s3", bucket: "b", region },
    { type: "azurerm", storageAccountName: "s", containerName: "c", region },
    { type: "gcs", bucket: "b", region },
    { type: "cloud", organization: "o", region },
  ])("is warned about when leg 2's is PRIMARY's: %j", (backend) => {
    expect(findingsWith(backend)).toContain('CL042 jump-to-dr: The state is in "germanywestcentral", as is PRIMARY.');
    const elsewhere = { ...backend, stacks: { "jump-to-dr": { region: "italynorth" } } };
    expect(findingsWith(elsewhere).join()).not.toContain("CL042");
  });

  it("is in the app's summary", () => {
    const { stdout } = runWith({ backend: { type: "gcs", bucket: "b", region } });
    expect(stdout).toContain("3 warning(s):\n");
    expect(stdout).toMatch(/^ {2}CL042 jump-to-dr: /m);
  });
});

describe("npx cdktf synth", { timeout: 180_000 }, () => {
  /** Where the states are after synth through the CLI. */
  function statesFrom(cwd: string): string[] {
    const outdir = unused("out");
    mkdirSync(dirname(outdir), { recursive: true });
    const { status, stdout, stderr } = spawnSync("npx", ["cdktf", "synth", "--output", outdir], {
      cwd,
      encoding: "utf8",
      env: environment(),
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain("  dials:   PRIMARY dials JUMP");
    return LEGS.map((leg) => resolve(outdir, "stacks", leg, readStack({ outdir }, leg).terraform.backend.local.path));
  }

  it.each([
    ["at the root", ROOT],
    ["in the app's folder", APP],
  ])("works %s, on the state in the app's folder", (_, cwd) => {
    expect(statesFrom(cwd)).toEqual(LEGS.map((leg) => join(APP, `terraform.${leg}.tfstate`)));
  });

  it("says what is wrong with a file, without a stack trace", () => {
    const outdir = unused("out");
    const { status, stdout, stderr } = spawnSync("npx", ["cdktf", "synth", "--output", outdir], {
      cwd: APP,
      encoding: "utf8",
      env: environment({ TOPOLOGY_FILE: topologyFile({ dr: undefined }) }),
    });
    expect(status).toBe(1);
    expect(stderr).toContain("dr: is missing");
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(outdir)).toBe(false);
  });
});
