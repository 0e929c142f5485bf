import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStacks } from "../../.ci/cdktn/stacks";
import { ROOT, readText } from "../house/repository";
import type { Json } from "../support/synth";
import { snippetsOf } from "../testing/snippets";
import { commandsOf, readGuide, readmeExample, writeBlock, type Block } from "./guide";
import { InternalRegistry, type Run } from "./registry";

const MINUTES = 60_000;
const GUIDE = readGuide("docs/guides/install.md");

/** A test that no topology of the guide can pass. */
const FAILING = `import { Testing } from "cdktf";
import { expect, it } from "@jest/globals";
import { buildTopology } from "./topology";

it("fails", () => {
  expect(buildTopology(Testing.app()).legOne).toContainLink({ linkName: "primary-to-dr" });
});
`;

const scratch = mkdtempSync(join(tmpdir(), "install-"));
let registry: InternalRegistry;

beforeAll(async () => {
  registry = await InternalRegistry.start();
}, 3 * MINUTES);
afterAll(async () => {
  await registry.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs beside this process, which may have to answer meanwhile. */
async function run(cwd: string, command: string, args: readonly string[] = []): Promise<Run> {
  const child = spawn(command, [...args], {
    cwd,
    env: { ...registry.userEnvironment(), CI: "1", CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: args.length === 0,
  });
  const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

const release = async (...args: string[]): Promise<Run> =>
  run(ROOT, "npm", ["run", "--silent", "release", "--", ...args]);

const section = (title: string): readonly Block[] => {
  const blocks = GUIDE.get(title);
  if (blocks === undefined) throw new Error(`The guide has no section ${title}.`);
  return blocks;
};

/** Does what blocks of a guide say, word by word but for the registry's address. */
async function follow(folder: string, blocks: readonly Block[]): Promise<string> {
  const said: string[] = [];
  for (const block of blocks) {
    if (block.language !== "sh") {
      writeBlock(folder, block, { "https://npm.example.com/": registry.url });
      continue;
    }
    for (const command of commandsOf(block)) {
      const { status, stdout, stderr } = await run(folder, command);
      if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
      said.push(stdout);
    }
  }
  return said.join("");
}

const lockOf = (folder: string): Json => JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));

/** What the example makes here, where everything is source. */
function ownStacks(): ReturnType<typeof readStacks> {
  const file = join(ROOT, "test/release/example.tmp.ts");
  const out = join(scratch, "own");
  try {
    writeFileSync(file, readmeExample());
    const own = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, CDKTF_OUTDIR: out },
    });
    expect(own.stderr).not.toContain("Error");
    return readStacks(out);
  } finally {
    rmSync(file, { force: true });
  }
}

describe("a registry that passes on everything else", () => {
  it(
    "gets both packages",
    async () => {
      const { status, stdout, stderr } = await release("--registry", registry.url);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(
        /@cdktf\/provider-confluent@1\.0\.0: published\ncdktf-cluster-linking@0\.1\.0: published\n$/,
      );
    },
    3 * MINUTES,
  );

  it(
    "gets nothing twice",
    async () => {
      const { status, stderr } = await release("--registry", registry.url);
      expect(status).toBe(1);
      expect(stderr).toBe("@cdktf/provider-confluent@1.0.0 and cdktf-cluster-linking@0.1.0 are published already.\n");
      expect(Object.keys(await registry.versions("cdktf-cluster-linking"))).toEqual(["0.1.0"]);
    },
    3 * MINUTES,
  );

  it(
    "gives a project what the guide says, and the example makes the same JSON as here",
    async () => {
      const folder = join(scratch, "project");
      const [create, ...rest] = section("A project");
      expect(commandsOf(create!)).toEqual(["mkdir kafka-dr", "cd kafka-dr", "npm init --yes"]);
      spawnSync("mkdir", [folder]);
      await follow(folder, [{ ...create!, text: "npm init --yes" }, ...rest]);
      writeFileSync(join(folder, "main.ts"), readmeExample());
      const said = await follow(folder, section("The app"));
      expect(readStacks(join(folder, "cdktf.out"))).toEqual(ownStacks());
      expect(said).toContain("PRIMARY -> JUMP -> DR");
      const lock = lockOf(folder);
      const [published] = Object.values(await registry.versions("cdktf-cluster-linking"));
      expect(lock.packages["node_modules/cdktf-cluster-linking"].integrity).toBe(published);
      expect(registry.passedOn("cdktf")).toBe(true);
      expect(Object.keys(lock.packages).filter((path) => /^node_modules\/(zod|@grpc|find-my-way)/.test(path))).toEqual(
        [],
      );
    },
    8 * MINUTES,
  );
});

describe("jest", () => {
  it(
    "runs the tests of the guide with the matchers and their types",
    async () => {
      const folder = join(scratch, "project");
      const [commands, config] = readGuide("docs/guides/testing.md")
        .get("Set up")!
        .filter(({ language }) => language !== "ts");
      const [install, start] = commandsOf(commands!).map((text) => ({ ...commands!, text }));
      const snippets = new Map(snippetsOf("docs/guides/testing.md").map(({ file, code }) => [file, code]));
      for (const file of ["jest.setup.ts", "topology.ts", "topology.test.ts"]) {
        writeFileSync(join(folder, file), snippets.get(file)!.replace('from "vitest"', 'from "@jest/globals"'));
      }
      writeFileSync(join(folder, "failing.test.ts"), FAILING);
      writeFileSync(join(folder, "wrong-type.test.ts"), FAILING.replace("linkName", "linkname"));
      await follow(folder, [install!, config!]);
      expect(start?.text).toBe("npx jest");
      const { status, stderr } = await run(folder, `${start?.text} --ci`);
      expect(stderr).toContain("PASS ./topology.test.ts");
      expect(stderr).toContain('was expected to contain a link with linkName "primary-to-dr"');
      expect(stderr).toMatch(/TS2561: .*'linkname' does not exist in type 'LinkFacts'/);
      expect(stderr).toContain("Tests:       1 failed, 3 passed, 4 total");
      expect(status).toBe(1);
    },
    8 * MINUTES,
  );
});

describe("a scope of one's own", () => {
  it(
    "gets both packages under it",
    async () => {
      const { status, stdout, stderr } = await release("--scope", "@acme", "--registry", registry.url);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(
        /@acme\/provider-confluent@1\.0\.0: published\n@acme\/cdktf-cluster-linking@0\.1\.0: published\n$/,
      );
    },
    3 * MINUTES,
  );

  it(
    "gives a project the packages under the names that are imported",
    async () => {
      const folder = join(scratch, "scoped");
      spawnSync("mkdir", [folder]);
      await follow(folder, [{ language: "sh", file: undefined, text: "npm init --yes" }]);
      await follow(folder, section("Or under a scope of yours"));
      writeFileSync(join(folder, "main.ts"), readmeExample());
      await follow(folder, section("The app"));
      expect(readStacks(join(folder, "cdktf.out"))).toEqual(ownStacks());
      const lock = lockOf(folder);
      const [published] = Object.values(await registry.versions("@acme/cdktf-cluster-linking"));
      expect(lock.packages["node_modules/cdktf-cluster-linking"]).toMatchObject({
        name: "@acme/cdktf-cluster-linking",
        integrity: published,
      });
    },
    8 * MINUTES,
  );
});

describe("the fork cdktn", () => {
  const moved = readGuide("docs/guides/move-to-cdktn.md").get("")!;
  const [replace, tryOut, command] = moved.filter(({ language }) => language === "sh");

  it(
    "takes the place of cdktf in a project, which makes the same JSON",
    async () => {
      const folder = join(scratch, "scoped");
      await follow(folder, [replace!]);
      expect(JSON.parse(readFileSync(join(folder, "node_modules/cdktf/package.json"), "utf8"))).toMatchObject({
        name: "cdktn",
        version: "0.24.0",
      });
      rmSync(join(folder, "cdktf.out"), { recursive: true });
      const [runApp] = commandsOf(tryOut!);
      expect(runApp).toBe("npx tsx main.ts");
      await follow(folder, [{ ...tryOut!, text: runApp! }]);
      expect(readStacks(join(folder, "cdktf.out"))).toEqual(ownStacks());
    },
    8 * MINUTES,
  );

  it(
    "is synthesised by its own command too, on a Node that the project brings",
    async () => {
      const folder = join(scratch, "scoped");
      rmSync(join(folder, "cdktf.out"), { recursive: true });
      const said = await follow(folder, [command!]);
      expect(said).toContain("Generated Terraform code for the stacks: jump-to-dr, primary-to-jump");
      expect(readStacks(join(folder, "cdktf.out"))).toEqual(ownStacks());
    },
    8 * MINUTES,
  );
});

describe("the token of who publishes", () => {
  it("is in no file of the repository, and in no package", () => {
    const { stdout } = spawnSync("grep", ["-rlF", registry.token, ROOT, "--exclude-dir=node_modules"], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(readText("package.json")).not.toContain("_authToken");
  });
});
