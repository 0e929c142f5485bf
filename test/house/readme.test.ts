import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../lib/model/rules/catalogue";
import { resources, type Json } from "../support/synth";
import { checkAgainstProviderSchema } from "../support/provider-schema";
import { codeBlocks, relativeLinks } from "./markdown";
import { filesBelow, readText, ROOT } from "./repository";

const README = readText("README.md");
const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };

const COMPILER = {
  target: "es2022",
  module: "node16",
  moduleResolution: "node16",
  strict: true,
  noUnusedLocals: true,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ["node"],
  noEmit: true,
};

describe("the example of the README", () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "readme-")));
  const stack = (name: string): Json =>
    JSON.parse(readFileSync(join(project, "cdktf.out/stacks", name, "cdk.tf.json"), "utf8"));
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });

  beforeAll(() => {
    const [example] = codeBlocks(README, "ts");
    writeFileSync(join(project, "main.ts"), String(example));
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "readme", private: true }));
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER, files: ["main.ts"] }));
    const packages = {
      ...Object.fromEntries(
        ["cdktf", "constructs", "@cdktf/provider-confluent", "@types/node"].map((name) => [
          name,
          join(ROOT, "node_modules", name),
        ]),
      ),
      "cdktf-cluster-linking": ROOT,
    };
    for (const [name, target] of Object.entries(packages)) {
      mkdirSync(dirname(join(project, "node_modules", name)), { recursive: true });
      symlinkSync(target, join(project, "node_modules", name), "dir");
    }
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("is one block", () => {
    expect(codeBlocks(README, "ts")).toHaveLength(1);
  });

  it("compiles in a project of its own", () => {
    const { stdout, status } = run(require.resolve("typescript/bin/tsc"), "-p", project);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("synthesises the two stacks", () => {
    const { stderr, status } = run("--import", require.resolve("tsx"), "main.ts");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const [legOne, legTwo] = [stack("primary-to-jump"), stack("jump-to-dr")];
    expect(checkAgainstProviderSchema(legOne)).toEqual([]);
    expect(checkAgainstProviderSchema(legTwo)).toEqual([]);
    const modes = (json: Json): string[] =>
      Object.values(resources(json, "confluent_cluster_link"))
        .map((link) => `${link.link_mode}/${link.connection_mode}`)
        .sort();
    expect(modes(legOne)).toEqual(["DESTINATION/INBOUND", "SOURCE/OUTBOUND"]);
    expect(modes(legTwo)).toEqual(["DESTINATION/OUTBOUND"]);
    for (const json of [legOne, legTwo]) {
      expect(Object.keys(resources(json, "confluent_kafka_mirror_topic"))).toEqual(["mirrors_orders"]);
    }
    expect(Object.keys(legTwo.variable)).toContain("failover");
  });
});

describe("the documents of the repository", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    ...filesBelow("apps", "README.md").filter((path) => !path.includes("node_modules")),
    ...filesBelow("docs/guides", ".md"),
    ".gen/providers/confluent/README.md",
  ];

  it.each(documents)("%s links to what exists", (document) => {
    const broken = relativeLinks(readText(document)).filter(
      (target) => !existsSync(join(ROOT, dirname(document), target.replace(/#.*$/, ""))),
    );
    expect(broken).toEqual([]);
  });

  it.each(documents)("%s names rules that exist", (document) => {
    const ids = new Set(RULES.map(({ id }) => id));
    expect((readText(document).match(/\bCL\d{3}\b/g) ?? []).filter((id) => !ids.has(id))).toEqual([]);
  });

  // An app with packages of its own has scripts of its own, which its folder is the place for.
  const appScripts = filesBelow("apps", "/package.json")
    .filter((path) => !path.includes("node_modules"))
    .map((path) => (JSON.parse(readText(path)) as { scripts?: Record<string, string> }).scripts ?? {});

  it.each(documents)("%s names scripts that exist", (document) => {
    const known = Object.assign(
      {},
      scripts,
      ...(/^(?:apps|docs)\//.test(document) ? appScripts : []),
    ) as typeof scripts;
    const named = [...readText(document).matchAll(/\bnpm (?:run )?([a-z]+)\b/g)].map(([, name]) => String(name));
    const own = named.filter((name) => !["ci", "install", "pack"].includes(name));
    expect(own.filter((name) => known[name] === undefined)).toEqual([]);
  });

  it("README names the two commands", () => {
    const [commands] = codeBlocks(README, "sh");
    expect(commands).toMatch(/^npm ci && npm start\b/m);
    expect(commands).toMatch(/^npm ci && npm test\b/m);
  });
});
