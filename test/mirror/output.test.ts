import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import { App, TerraformVariable, Testing } from "cdktf";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { MirrorTopic } from "../../lib/mirror/mirror-topic";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { ApiKey } from "../../lib/kafka/api-key";
import { JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { resources, type Json } from "../support/synth";
import { jumpToDr } from "./chain";

const TYPE = "confluent_kafka_mirror_topic";
const outdirs: string[] = [];

afterAll(() => outdirs.forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));
afterEach(() => vi.unstubAllEnvs());

function newApp(config: { hclOutput?: boolean } = {}): App {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-"));
  outdirs.push(outdir);
  return new App({ outdir, stackTraces: false, ...config });
}

/** Two legs in one stack with everything that a mirror topic can come from. */
function build(app: App): TerraformStack {
  const stack = stackWithProvider(app, "legs");
  const one = new SourceInitiatedLink(stack, "one", {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
    consumerOffsetSync: { groups: [GroupFilter.include('quo"te\\')] },
  });
  const two = jumpToDr(stack);
  const onJump = new MirrorSet(stack, "onJump", { link: one, topics: ["orders", "bills.v1"] });
  new MirrorTopic(stack, "audit", { link: one, topic: "audit", movedFrom: `${TYPE}.old` });
  new MirrorSet(stack, "filtered", {
    link: one,
    autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.excludePrefix("no_mirror")],
  });
  const onDr = new MirrorSet(stack, "onDr", { link: two, follows: onJump, failover: Failover.fromVariable(stack) });
  onDr.override("orders", "lifecycle.ignore_changes", ["status"]);
  onJump.moveFrom("orders", `${TYPE}.before`);
  new MirrorTopic(stack, "auditOnDr", { link: two, topic: "audit" });
  const listed = new TerraformVariable(stack, "more", { type: "list(string)" }).listValue;
  new MirrorSet(stack, "listed", { link: two, topics: listed });
  return stack;
}

const MIRRORS = [
  "audit",
  "auditOnDr",
  "listed",
  "onDr_bills_v1_b5522c1a",
  "onDr_orders",
  "onJump_bills_v1_b5522c1a",
  "onJump_orders",
];

function synthToDisk(app: App): Json {
  app.synth();
  return JSON.parse(readFileSync(join(app.outdir, "stacks", "legs", "cdk.tf.json"), "utf8"));
}

const withoutMetadata = (value: Json): Json =>
  JSON.parse(JSON.stringify(value, (name, member: unknown) => (name === "//" ? undefined : member)));

/** What of a stack does not depend on where and how it is written. */
function content(stack: Json): Json {
  const { terraform, ...rest } = withoutMetadata(stack);
  return { ...rest, terraform: { ...terraform, backend: undefined } };
}

function onDisk(): Json {
  const app = newApp();
  build(app);
  return content(synthToDisk(app));
}

describe("the ways to synthesise", () => {
  it("write the same", () => {
    const written = onDisk();
    expect(Object.keys(resources(written, TYPE))).toEqual(MIRRORS);
    for (const validate of [false, true]) {
      expect(content(JSON.parse(Testing.synth(build(newApp()), validate)))).toEqual(written);
    }
  });

  it("write the same twice, to the byte", () => {
    const app = newApp();
    build(app);
    const files = (): string[] =>
      ["cluster-linking.json", "manifest.json", join("stacks", "legs", "cdk.tf.json")].map((file) =>
        readFileSync(join(app.outdir, file), "utf8"),
      );
    app.synth();
    const first = files();
    app.synth();
    expect(files()).toEqual(first);
  });
});

describe("HCL", () => {
  /** The stack in HCL, as Terraform formats it. */
  function hclOf(): string {
    vi.stubEnv("SYNTH_HCL_OUTPUT", "true");
    const app = newApp();
    build(app);
    app.synth();
    vi.unstubAllEnvs();
    return formatted(join(app.outdir, "stacks", "legs", "cdk.tf"));
  }

  function formatted(file: string): string {
    return execFileSync("terraform", ["fmt", "-"], {
      input: readFileSync(file),
      env: { ...process.env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
      encoding: "utf8",
    });
  }

  /** Bodies of resources by their addresses, without the spaces that align them. */
  function resourcesIn(hcl: string): Map<string, string> {
    const found = hcl.matchAll(/^resource "(\w+)" "([\w-]+)" \{\n([^]*?)^\}$/gm);
    return new Map([...found].map(([, type, name, body = ""]) => [`${type}.${name}`, body.replace(/ +/g, " ")]));
  }

  it("has every link and mirror topic, and can be parsed", () => {
    const hcl = hclOf();
    expect([...resourcesIn(hcl).keys()].sort()).toEqual([
      "confluent_cluster_link.one_dialling_149B15B9",
      "confluent_cluster_link.one_receiving_AAB665B2",
      "confluent_cluster_link.two",
      ...MIRRORS.map((name) => `${TYPE}.${name}`),
    ]);
    expect(hcl.match(/^moved \{$/gm)).toHaveLength(2);
    expect(hcl).toContain(`to   = ${TYPE}.onJump_orders`);
  });

  it("says of each mirror topic what JSON says", () => {
    const bodies = resourcesIn(hclOf());
    for (const [name, block] of Object.entries(resources(onDisk(), TYPE))) {
      const body = bodies.get(`${TYPE}.${name}`) ?? "";
      const { source_kafka_topic, cluster_link, kafka_cluster, status, depends_on, lifecycle, for_each } = block;
      for (const [attribute, value] of [
        ["topic_name", source_kafka_topic.topic_name],
        ["link_name", cluster_link.link_name],
        ["id", kafka_cluster.id],
        ["rest_endpoint", kafka_cluster.rest_endpoint],
        ["key", kafka_cluster.credentials.key],
        ["secret", kafka_cluster.credentials.secret],
      ]) {
        expect(body).toContain(`${attribute} = ${/^\$\{(.*)\}$/.exec(value)?.[1] ?? `"${value}"`}\n`);
      }
      expect(body.includes("status = ")).toBe(status !== undefined);
      expect(body.includes("for_each = ")).toBe(for_each !== undefined);
      expect(body).toContain(`depends_on = [${depends_on.join(", ")}]\n`);
      expect(body.includes("prevent_destroy = true")).toBe(lifecycle.prevent_destroy === true);
      expect(body.includes("ignore_changes")).toBe(lifecycle.ignore_changes !== undefined);
      expect(body.includes("precondition")).toBe(lifecycle.precondition !== undefined);
    }
  });

  it("needs an app that knows of it", () => {
    expect(() => Testing.synthHcl(build(newApp()))).toThrow("CL101");
  });

  it("is the same when only the app says so, and takes the place of what was written before", () => {
    const byEnvironment = hclOf();
    const app = newApp({ hclOutput: true });
    const folder = join(app.outdir, "stacks", "legs");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), "{}");
    build(app);
    app.synth();
    expect(formatted(join(folder, "cdk.tf"))).toBe(byEnvironment);
    expect(existsSync(join(folder, "cdk.tf.json"))).toBe(false);
  });
});
