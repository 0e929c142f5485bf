import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stagePackage, type StagedPackage } from "../../.ci/release/staged-package";
import { ROOT } from "../house/repository";
import { describeWhere } from "../support/describe-where";
import type { Json } from "../support/synth";
import { BINDINGS, LIBRARY, NOT_BUILT, projectIn } from "./project";

const scratch = mkdtempSync(join(tmpdir(), "packages-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const manifestOf = (folder: string): Json => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const node = (cwd: string, file: string, text: string): string => {
  writeFileSync(join(cwd, file), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

describeWhere(NOT_BUILT, "the packages", () => {
  let staged: StagedPackage[];
  let folder: string;
  beforeAll(() => {
    staged = [BINDINGS, LIBRARY].map((from) => stagePackage(from, join(scratch, "staged"), undefined));
    folder = projectIn(join(scratch, "project"));
  });

  it("hold what was compiled and what people read, and no source, test or stamp", () => {
    for (const { files, name } of staged) {
      const paths = files.map(({ path }) => path);
      expect(paths, name).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
      const others = paths.filter(
        (path) =>
          !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$|^lib\/.*\.(js|js\.map|d\.ts|json|proto)$/.test(path),
      );
      expect(others, name).toEqual([]);
    }
  });

  it("say no path of a machine, and name no registry", () => {
    for (const { tarball } of staged) {
      const { stdout } = spawnSync("tar", ["xzOf", tarball], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
      expect(stdout.length).toBeGreaterThan(100_000);
      expect(stdout.includes(ROOT)).toBe(false);
      expect(stdout).not.toMatch(/_authToken=|"_resolved"/);
    }
  });

  it("have source maps that lead to no file outside of them", () => {
    for (const [from, file] of [
      [BINDINGS, "lib/provider/index.js"],
      [LIBRARY, "lib/core/validation-error.js"],
    ] as const) {
      const map = JSON.parse(readFileSync(join(from, `${file}.map`), "utf8"));
      expect(map.sources).toEqual([`${file.split("/").at(-1)?.slice(0, -".js".length)}.ts`]);
      expect(map.sourcesContent).toHaveLength(1);
    }
  });

  it("need nothing at run time but their peers", () => {
    for (const from of [BINDINGS, LIBRARY]) {
      const { dependencies = {}, peerDependencies, peerDependenciesMeta = {} } = manifestOf(from);
      expect(dependencies).toEqual({});
      const required = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
      expect(required.sort()).toEqual(
        from === LIBRARY ? ["@cdktf/provider-confluent", "cdktf", "constructs"] : ["cdktf", "constructs"],
      );
    }
  });

  it("are the same, byte by byte, whenever they are packed", () => {
    const again = [BINDINGS, LIBRARY].map((from) => stagePackage(from, join(scratch, "again"), undefined));
    expect(again.map(({ integrity }) => integrity)).toEqual(staged.map(({ integrity }) => integrity));
  });

  it("change their names with a scope, and nothing else", () => {
    const [bindings, library] = [BINDINGS, LIBRARY].map((from) => stagePackage(from, join(scratch, "scoped"), "@acme"));
    expect([bindings?.name, library?.name]).toEqual(["@acme/provider-confluent", "@acme/cdktf-cluster-linking"]);
    const { name: _, ...scoped } = manifestOf(join(scratch, "scoped/@acme-cdktf-cluster-linking"));
    const { name: __, ...own } = manifestOf(LIBRARY);
    expect(scoped).toEqual(own);
  });

  it.each([
    ["publint", ["--strict"]],
    ["attw", ["--pack", "--quiet"]],
  ])("pass %s", (command, args) => {
    for (const from of [BINDINGS, LIBRARY]) {
      const run = spawnSync(join(ROOT, "node_modules/.bin", command), [...args, from], { cwd: ROOT, encoding: "utf8" });
      expect(run.status, run.stdout + run.stderr).toBe(0);
    }
  });

  it("are imported from CommonJS and from an ES module, and are one library", () => {
    const use = "typeof library.MirrorSet, typeof bindings.ClusterLink";
    const common = `
      const library = require("cdktf-cluster-linking");
      const bindings = require("@cdktf/provider-confluent/lib/cluster-link");
      console.log(${use});`;
    expect(node(folder, "common.cjs", common)).toBe("function function");
    const module = `
      import { MirrorSet } from "cdktf-cluster-linking";
      import { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      console.log(MirrorSet === require("cdktf-cluster-linking").MirrorSet, typeof ClusterLink);`;
    expect(node(folder, "module.mjs", module)).toBe("true function");
  });

  it("close what is not for users", () => {
    const deep = `import("cdktf-cluster-linking/lib/core/app-model.js").catch(({ code }) => console.log(code));`;
    expect(node(folder, "deep.mjs", deep)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it("load without what only a rehearsal needs, which says what is missing", () => {
    const rehearsal = `
      require("cdktf-cluster-linking");
      try { require("cdktf-cluster-linking/rehearsal"); } catch ({ code }) { console.log(code); }`;
    expect(node(folder, "rehearsal.cjs", rehearsal)).toBe("MODULE_NOT_FOUND");
    const bin = join(folder, "node_modules/cdktf-cluster-linking", manifestOf(LIBRARY).bin["cluster-linking"]);
    const run = spawnSync(process.execPath, [bin, "rehearse"], { cwd: folder, encoding: "utf8" });
    expect(run.status).toBe(2);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(spawnSync(process.execPath, [bin, "--help"], { cwd: folder, encoding: "utf8" }).status).toBe(0);
  });

  it.each([
    ["node16", "node16", "app.cts", "import type { Construct } from 'constructs';"],
    ["node16", "node16", "app.mts", "import type { Construct } from 'constructs';"],
    ["bundler", "esnext", "bundled.ts", "import type { Construct } from 'constructs';"],
    ["node10", "commonjs", "from-template.ts", "import type { Construct } from 'constructs';"],
  ])("have types under moduleResolution %s, module %s, for %s", (moduleResolution, module, file, first) => {
    const text = `${first}
      import { TerraformStack, App } from "cdktf";
      import { KafkaCluster, MirrorSet, type MirrorSetProps } from "cdktf-cluster-linking";
      import { type LinkFacts } from "cdktf-cluster-linking/testing";
      import { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
      export const facts: LinkFacts = { linkName: "primary-to-jump" };
      export const stack: Construct = new TerraformStack(new App(), "stack");
      export const props: Pick<MirrorSetProps, "topics"> = { topics: ["orders"] };
      export const kinds: [typeof ClusterLink, typeof KafkaCluster, typeof MirrorSet] = [ClusterLink, KafkaCluster, MirrorSet];
      // @ts-expect-error a number is no topic
      export const wrong: Pick<MirrorSetProps, "topics"> = { topics: [1] };
    `;
    writeFileSync(join(folder, file), text);
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--types", "node"];
    const run = spawnSync(
      process.execPath,
      [
        require.resolve("typescript/bin/tsc"),
        ...options,
        "--module",
        module,
        "--moduleResolution",
        moduleResolution,
        file,
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(run.stdout).toBe("");
    expect(run.status).toBe(0);
  });
});
