import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { RULES } from "../../lib/model/rules/catalogue";
import { resources, type Json } from "../support/synth";
import { checkAgainstProviderSchema } from "../support/provider-schema";
import { ExampleProject } from "./example-project";
import { codeBlocks, relativeLinks } from "./markdown";
import { filesBelow, readText, ROOT } from "./repository";

const README = readText("README.md");
const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };

describe("the example of the README", () => {
  const [example] = codeBlocks(README, "ts");
  const project = new ExampleProject({ "main.ts": String(example) });
  afterAll(() => project.remove());

  const stack = (name: string): Json =>
    JSON.parse(readFileSync(project.path(`cdktf.out/stacks/${name}/cdk.tf.json`), "utf8"));
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: project.folder, encoding: "utf8" });

  it("is one block", () => {
    expect(codeBlocks(README, "ts")).toHaveLength(1);
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
    const named = [...readText(document).matchAll(/\bnpm (?:run (?:--silent )?([a-z:]+)|(start|test)\b)/g)];
    const own = named.map(([, run, short]) => String(run ?? short));
    expect(own.filter((name) => known[name] === undefined)).toEqual([]);
  });

  it("README names the two commands", () => {
    const [commands] = codeBlocks(README, "sh");
    expect(commands).toMatch(/^npm ci && npm start\b/m);
    expect(commands).toMatch(/^npm ci && npm test\b/m);
  });
});
