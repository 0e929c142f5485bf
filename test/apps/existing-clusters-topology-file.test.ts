import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTopology } from "../../apps/common/topology-file";
import { APP, STACK_TRACE, defaultTopology, runApp, topologyFile, unused } from "./run-existing-clusters";

function fileOf(content: string): string {
  const file = unused("topology.json");
  writeFileSync(file, content);
  return file;
}

/** What is said about a file, line by line, without the file's name. */
function complaints(file: string): string[] {
  try {
    readTopology(file);
  } catch (error) {
    return (error as Error).message.replaceAll(file, "FILE").split("\n");
  }
  return [];
}

const WRONG_EVERYWHERE = {
  primary: {
    id: 7,
    access: "secret",
    kind: "Dedicated",
    cloud: "azure",
    region: "",
    restEndpoint: "${var.endpoint}",
    "boot strap": "x",
  },
  jump: "lkc-2",
  topics: ["orders", 3],
  autoCreate: [
    { name: "a", patternType: "LITERAL", filterType: "INCLUDE" },
    { name: "b", patternType: "literal" },
  ],
  consumerGroups: {},
  topic: [],
};

const WRONG_PATHS = [
  "primary.id",
  "primary.access",
  "primary.cloud",
  "primary.region",
  "primary.restEndpoint",
  "primary.bootstrapEndpoint",
  'primary["boot strap"]',
  "jump",
  "dr",
  "topics[1]",
  "autoCreate[1].patternType",
  "autoCreate[1].filterType",
  "consumerGroups",
  "topic",
];

const pathOf = (line: string): string => line.slice(2, line.indexOf(": "));

describe("a file that is wrong in many places", () => {
  it("is told each wrong path once, in one go", () => {
    const [title, ...lines] = complaints(fileOf(JSON.stringify(WRONG_EVERYWHERE)));
    expect(title).toBe("FILE is no topology:");
    expect(lines.map(pathOf).sort()).toEqual([...WRONG_PATHS].sort());
  });

  it("is told what is wanted", () => {
    const lines = complaints(fileOf(JSON.stringify(WRONG_EVERYWHERE)));
    expect(lines).toContain("  dr: is missing");
    expect(lines).toContain("  topic: there is no such member");
    expect(lines).toContain("  primary.region: is empty");
    expect(lines).toContain("  primary.restEndpoint: has a Terraform expression in it; this file takes plain values");
    expect(lines.find((line) => line.startsWith("  primary.access: "))).toContain('"public"|"private"');
    expect(lines.find((line) => line.startsWith("  autoCreate[1].patternType: "))).toContain('"LITERAL"|"PREFIXED"');
  });

  it("stops the app with exit code 1, without a stack trace and without an output directory", () => {
    const run = runApp({ env: { TOPOLOGY_FILE: fileOf(JSON.stringify(WRONG_EVERYWHERE)) } });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe("");
    expect(run.stderr).toMatch(/^Error: .* is no topology:\n/);
    for (const path of WRONG_PATHS) expect(run.stderr).toContain(`\n  ${path}: `);
    expect(run.stderr).not.toMatch(STACK_TRACE);
    expect(existsSync(run.outdir)).toBe(false);
  });
});

describe("a file that cannot be read", () => {
  const folder = unused("folder");
  mkdirSync(folder);
  const SECRET = "s3cr3t-c4n4ry";

  it.each([
    ["is missing", "/nowhere/topology.json", "FILE cannot be read (ENOENT)."],
    ["is a folder", folder, "FILE cannot be read (EISDIR)."],
    ["is empty", fileOf(""), "FILE is no JSON: Unexpected end of JSON input"],
    ["is no JSON", fileOf('{"topics": [1,]}'), "FILE is no JSON: Unexpected token ']'"],
    [
      "has a secret in it",
      fileOf(`{ "primary": { "apiSecret": ${SECRET} } }`),
      "FILE is no JSON: Unexpected token 's'",
    ],
  ])("because it %s, is told so", (_, file, message) => {
    expect(complaints(file)).toEqual([message]);
  });

  it("is told the line where that is known, and never its text", () => {
    const [message] = complaints(fileOf(`{\n  "topics": [],\n  "token": "${SECRET}",\n}\n`));
    expect(message).toMatch(/^FILE is no JSON: .* in JSON in line 4$/);
    expect(message).not.toContain(SECRET);
  });

  it.each(["[]", "null", "3"])("because it is %s, is told that the whole of it is wrong", (content) => {
    const lines = complaints(fileOf(content));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^ {2}the whole file: /);
  });

  it("stops the app with exit code 1, without a stack trace and without an output directory", () => {
    const run = runApp({ env: { TOPOLOGY_FILE: "nowhere.json" }, cwd: APP });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toBe(`Error: ${join(APP, "nowhere.json")} cannot be read (ENOENT).\n`);
    expect(existsSync(run.outdir)).toBe(false);
  });
});

describe("a good file", () => {
  it("is the default one, also with a byte order mark", () => {
    const content = readFileSync(join(APP, "topology.json"), "utf8");
    expect(readTopology(fileOf(`\uFEFF${content}`))).toEqual(defaultTopology());
  });

  it("may leave out topics, autoCreate and consumerGroups", () => {
    const file = topologyFile({ topics: undefined, autoCreate: undefined });
    const { primary, jump, dr } = defaultTopology();
    expect(readTopology(file)).toEqual({ primary, jump, dr });
  });
});

describe("backend", () => {
  const wrong = (backend: unknown): string[] => complaints(topologyFile({ backend })).slice(1);

  it("is of a kind that there is", () => {
    const said = '  backend.type: expected one of "local"|"s3"|"azurerm"|"gcs"|"cloud"';
    expect(wrong({ type: "http" })).toEqual([said]);
    expect(wrong({ bucket: "b" })).toEqual([said]);
  });

  it.each([
    ["s3", ["backend.bucket", "backend.region"]],
    ["azurerm", ["backend.containerName", "backend.storageAccountName"]],
    ["gcs", ["backend.bucket"]],
    ["cloud", ["backend.organization"]],
    ["local", []],
  ])("%s says what it needs", (type, paths) => {
    expect(wrong({ type }).map(pathOf).sort()).toEqual(paths);
  });

  it("has no member of another kind, at the top and per stack, and no third stack", () => {
    const lines = wrong({
      type: "gcs",
      bucket: "b",
      key: "k",
      stacks: { "primary-to-jump": { workspace: "w", prefix: 3 }, "primary-to-dr": {} },
    });
    expect(lines.map(pathOf).sort()).toEqual([
      "backend.key",
      "backend.stacks.primary-to-dr",
      "backend.stacks.primary-to-jump.prefix",
      "backend.stacks.primary-to-jump.workspace",
    ]);
  });

  it.each(["accessKey", "secretKey", "token", "sseCustomerKey"])("takes no secret: %s", (member) => {
    const lines = wrong({ type: "s3", bucket: "b", region: "r", [member]: "x" });
    expect(lines).toEqual([`  backend.${member}: there is no such member`]);
  });
});
