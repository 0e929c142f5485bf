import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const OUT = resolve(process.env["CDKTF_OUTDIR"] ?? join(ROOT, "cdktf.out"));

interface StackJson {
  readonly resource?: Readonly<Record<string, object>>;
  readonly variable?: object;
}

/** Runs `cdktf synth` and gives back what it printed, or ends with its exit code and its messages. */
function synth(): string {
  const manifest = require.resolve("cdktf-cli/package.json");
  const { bin } = readJson(manifest) as { bin: { cdktf: string } };
  const command = [join(dirname(manifest), bin.cdktf), "synth", "--output", relative(ROOT, OUT)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: "utf8",
    env: { CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", ...process.env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return stdout;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}

/** What the app says of its legs, without what cdktf prints around it. */
function summaryIn(output: string): string {
  const start = output.search(/^Leg /m);
  const [summary] = output.slice(Math.max(start, 0)).split("\n\n");
  return (summary ?? "").trim();
}

function describeStack(name: string): string[] {
  const { resource = {}, variable = {} } = readJson(join(OUT, "stacks", name, "cdk.tf.json")) as StackJson;
  const addresses = Object.entries(resource).flatMap(([type, blocks]) =>
    Object.keys(blocks).map((block) => `${type}.${block}`),
  );
  return [
    `Stack ${name}`,
    ...addresses.map((address) => `  ${address}`),
    `  variables: ${Object.keys(variable).join(", ")}`,
  ];
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

const summary = summaryIn(synth());
const { stacks, reach } = readJson(join(OUT, "cluster-linking.json")) as {
  stacks: { name: string }[];
  reach: { topic: string }[];
};
const files = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const shown = [
  summary,
  "",
  "Written",
  ...files.map((file) => `  ${relative(ROOT, join(file.parentPath, file.name))}`).sort(),
  "",
  ...stacks.flatMap(({ name }) => [...describeStack(name), ""]),
  "Next",
  `  npx cluster-linking explain ${reach[0]?.topic ?? "<topic>"}`,
  "  TOPOLOGY_FILE=your-topology.json npm start (the form of the file: apps/existing-clusters/README.md)",
];
console.log(shown.join("\n"));
