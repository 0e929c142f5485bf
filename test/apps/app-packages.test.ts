import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Json } from "../support/synth";
import { ROOT, readText } from "../house/repository";
import { appFolder, describeInstalled, readAppJson } from "./run-app";

/** Apps with a package of their own, and the one big package that each has it for. */
const APPS: Readonly<Record<string, string>> = {
  "azure-private-link": "@cdktf/provider-azurerm",
  "gcp-private-service-connect": "@cdktf/provider-google",
  "terraform-cloud": "@cdktf/provider-tfe",
};

/** Packages of this repository, and where `npm run build` puts them. */
const LOCAL = {
  "@cdktf/provider-confluent": "file:../../dist/provider-confluent",
  "cdktf-cluster-linking": "file:../../dist/cdktf-cluster-linking",
  "cluster-linking-apps": "file:../../dist/cluster-linking-apps",
};

/** Copies of a package among those of a lock file. */
const copiesOf = (name: string, lock: Json): string[] =>
  Object.keys(lock.packages).filter(
    (path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  );

const versionsIn = ({ dependencies = {}, devDependencies = {} }: Json): Record<string, string> => ({
  ...dependencies,
  ...devDependencies,
});

describe("apps with packages of their own", () => {
  it("are these", () => {
    const found = readdirSync(join(ROOT, "apps")).filter((app) => existsSync(join(appFolder(app), "package.json")));
    expect(found.sort()).toEqual(Object.keys(APPS));
  });

  it("leave the big packages out of the root install", () => {
    const lock = JSON.parse(readText("package-lock.json"));
    const bindings = Object.keys(lock.packages).filter((path) => /@cdktf\/provider-(?!generator|schema)/.test(path));
    expect(bindings).toEqual(["node_modules/@cdktf/provider-confluent"]);
    expect(
      Object.keys(versionsIn(JSON.parse(readText("package.json")))).filter((name) => /azurerm|google|tfe/.test(name)),
    ).toEqual([]);
  });
});

describe.each(Object.entries(APPS))("%s", (app, bindings) => {
  const manifest = readAppJson(app, "package.json");
  const lock = readAppJson(app, "package-lock.json");

  it("pins what comes from the registry", () => {
    const versions = Object.entries(versionsIn(manifest)).filter(([name]) => !(name in LOCAL));
    for (const [name, version] of versions) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("installs the library as its users do: from packages", () => {
    expect(manifest.dependencies).toMatchObject({ ...LOCAL, cdktf: "0.21.0", constructs: "10.4.2" });
    expect(readText(`apps/${app}/.npmrc`)).toContain("install-links=true\n");
  });

  it("has what is needed to synthesise it in a copy of its folder", () => {
    expect(Object.keys(versionsIn(manifest))).toEqual(
      expect.arrayContaining(["cdktf-cli", "tsx", "typescript", "zod", bindings]),
    );
    expect(readAppJson(app, "cdktf.json").app).toBe("node --import tsx main.ts");
  });

  it("has a lock file that is in step", () => {
    const root = lock.packages[""];
    expect(versionsIn(root)).toEqual(versionsIn(manifest));
    for (const [name, version] of Object.entries(versionsIn(manifest))) {
      const locked = lock.packages[`node_modules/${name}`];
      expect(version.startsWith("file:") ? locked.resolved : locked.version, name).toBe(version);
    }
  });

  it("locks one copy of cdktf and of constructs, and no packages of another cloud", () => {
    expect(copiesOf("cdktf", lock)).toEqual(["node_modules/cdktf"]);
    expect(copiesOf("constructs", lock)).toEqual(["node_modules/constructs"]);
    expect(Object.values(APPS).filter((name) => copiesOf(name, lock).length > 0)).toEqual([bindings]);
  });

  it("locks contents, and not where they were downloaded from", () => {
    for (const [path, { resolved, integrity, inBundle }] of Object.entries<Json>(lock.packages)) {
      if (path === "" || inBundle === true) continue;
      if (resolved === undefined) expect(integrity, path).toMatch(/^sha\d+-/);
      else expect(Object.values(LOCAL), path).toContain(resolved);
    }
  });

  describeInstalled(app, "as it is installed", () => {
    const modules = join(appFolder(app), "node_modules");

    it("has one cdktf and one constructs, which every package finds", () => {
      for (const name of ["cdktf", "constructs"]) {
        const found = [bindings, ...Object.keys(LOCAL)].map((user) =>
          createRequire(join(modules, user, "package.json")).resolve(`${name}/package.json`),
        );
        expect(new Set(found)).toEqual(new Set([join(modules, name, "package.json")]));
      }
    });

    it("has packages that say of themselves what the lock file says", () => {
      for (const name of Object.keys(LOCAL)) {
        const { version, peerDependencies = {} } = JSON.parse(
          readText(`apps/${app}/node_modules/${name}/package.json`),
        );
        const locked = lock.packages[`node_modules/${name}`];
        expect([name, locked.version, locked.peerDependencies]).toEqual([name, version, peerDependencies]);
      }
    });

    it("has copies, not links into this clone", () => {
      for (const name of Object.keys(LOCAL)) expect(lstatSync(join(modules, name)).isDirectory(), name).toBe(true);
    });

    it("has the command that its README names", () => {
      expect(existsSync(join(modules, ".bin/cdktf"))).toBe(true);
    });
  });
});

describe("an app that is not installed", () => {
  const tree = mkdtempSync(join(tmpdir(), "uninstalled-"));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));
  for (const app of ["plain", "absent", "installed"]) mkdirSync(join(tree, "apps", app), { recursive: true });
  for (const app of ["absent", "installed"]) writeFileSync(join(tree, "apps", app, "package-lock.json"), "{}");
  mkdirSync(join(tree, "apps/installed/node_modules/cdktf"), { recursive: true });

  const uninstalled = (CI: string | undefined): { apps: string[]; said: string } => {
    const code = `console.log(JSON.stringify(require("./.ci/uninstalled-apps.cjs")(${JSON.stringify(tree)})))`;
    const { CI: _, ...environment } = process.env;
    const run = spawnSync(process.execPath, ["-e", code], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...environment, ...(CI !== undefined && { CI }) },
    });
    return { apps: JSON.parse(run.stdout), said: run.stderr };
  };

  it("is not linted on a laptop, which is said", () => {
    expect(uninstalled(undefined)).toEqual({
      apps: ["apps/absent"],
      said: 'not checked, as not installed ("npm run apps" does it): apps/absent\n',
    });
  });

  it("is checked in CI, and so fails there", () => {
    expect(uninstalled("true")).toEqual({ apps: [], said: "" });
  });
});
