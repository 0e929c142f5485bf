// Publishes both packages, or shows with --dry-run what would be published.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packagesToBuild } from "./packages";
import { lostAddresses, withoutRecipe, type Addresses } from "./release/addresses";
import { sectionOf } from "./release/changelog";
import { earlierRelease } from "./release/earlier";
import { readOptions } from "./release/options";
import { Registry } from "./release/registry";
import { stagePackage, type StagedPackage } from "./release/staged-package";
import { filesWithTokens } from "./release/tokens";

const ROOT = resolve(__dirname, "..");

const readText = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Version, changelog and addresses, or an error that tells what is missing. */
function describeRelease(dryRun: boolean): string[] {
  const { version } = JSON.parse(readText("package.json")) as { version: string };
  const section = sectionOf(readText("CHANGELOG.md"), version, dryRun);
  const earlier = earlierRelease(ROOT, version);
  const now = JSON.parse(readText("test/contract/addresses.json")) as Addresses;
  const lost = earlier ? lostAddresses(earlier.addresses, now) : [];
  const broken = earlier
    ? withoutRecipe(lost, { before: earlier.version, version, recipes: section.addressChanges })
    : [];
  if (broken.length > 0) {
    throw new Error(
      [
        `Addresses of ${earlier?.version ?? ""} are gone, and neither is ${version} a new major version nor has CHANGELOG.md a moved block:`,
        ...broken.map(({ of, address }) => `  ${address} (${of})`),
      ].join("\n"),
    );
  }
  return [
    `cdktf-cluster-linking ${version}, after ${earlier?.version ?? "nothing: the first release"}`,
    "",
    `== Changelog ${section.title}`,
    section.text,
    "",
    "== Address changes",
    ...(lost.length > 0 ? lost.map(({ of, address }) => `${address} (${of})`) : ["none"]),
    "",
    "== Defaults changed",
    section.defaultChanges,
  ];
}

function stage(folder: string, scope: string | undefined): StagedPackage[] {
  const names = packagesToBuild();
  const build = ["--import", "tsx", ".ci/build.ts", ...names];
  if (names.length > 0 && spawnSync(process.execPath, build, { cwd: ROOT, stdio: "inherit" }).status !== 0) {
    throw new Error("The build failed.");
  }
  // The bindings first: the library needs them.
  return ["provider-confluent", "cdktf-cluster-linking"].map((name) =>
    stagePackage(join(ROOT, "dist", name), folder, scope),
  );
}

const describePackage = ({ name, importName, version, files }: StagedPackage): string[] => [
  "",
  `== ${name}@${version}${name === importName ? "" : `, imported as ${importName}`}: ${files.length} files`,
  ...files.map(({ path, size }) => `${String(size).padStart(8)} ${path}`),
];

/** What is not there yet. Throws, before anything is published, where a version is there with other contents. */
function toPublish(registry: Registry, packages: readonly StagedPackage[]): StagedPackage[] {
  const missing = packages.filter((each) => {
    const there = registry.published(each);
    if (there !== undefined && there !== each.integrity) {
      throw new Error(
        `${each.name}@${each.version} is published already, with other contents. Count its version up. Nothing was published.`,
      );
    }
    return there === undefined;
  });
  if (missing.length === 0) {
    throw new Error(
      `${packages.map(({ name, version }) => `${name}@${version}`).join(" and ")} are published already.`,
    );
  }
  return missing;
}

function publish(registry: Registry, packages: readonly StagedPackage[]): void {
  const missing = toPublish(registry, packages);
  for (const each of packages) {
    const { name, version } = each;
    if (missing.includes(each)) registry.publish(each);
    console.log(`${name}@${version}: ${missing.includes(each) ? "published" : "there already, and the same"}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "release-"));
try {
  const options = readOptions(process.argv.slice(2));
  const leaks = filesWithTokens(ROOT);
  if (leaks.length > 0) throw new Error(`There is a token in ${leaks.join(", ")}: take it out, and revoke it.`);
  const description = describeRelease(options.dryRun);
  const packages = stage(folder, options.scope);
  console.log([...description, ...packages.flatMap(describePackage)].join("\n"));
  if (options.dryRun) console.log("\nDry run: nothing was published.");
  else publish(new Registry(options), packages);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
