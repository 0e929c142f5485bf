import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/synth";
import { describeInstalled, readAppJson, runScript } from "../run-app";

const APP = "azure-private-link";
const platform = readAppJson(APP, "platform.json");

const scratch = mkdtempSync(join(tmpdir(), "write-platform-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What `terraform output -json` says. */
const outputs = (value: unknown): string => JSON.stringify({ platform: { sensitive: false, type: "dynamic", value } });

const changed = (change: (platform: Json) => void): Json => {
  const copy = structuredClone(platform);
  change(copy);
  return copy;
};

let files = 0;

function write(input: string, { before, args = ["-"] }: { before?: unknown; args?: readonly string[] } = {}) {
  const file = join(scratch, `platform-${++files}.json`);
  if (before !== undefined) writeFileSync(file, JSON.stringify(before));
  const environment = { PLATFORM_FILE: file, CDKTF_OUTDIR: join(scratch, "nothing") };
  const run = runScript(APP, ["write-platform.ts", ...args], environment, input);
  return { ...run, file, written: existsSync(file) ? readFileSync(file, "utf8") : undefined };
}

describeInstalled(APP, "npm run platform", () => {
  it("writes what terraform output says, and which members changed", () => {
    const before = changed((each) => {
      each.clusters.dr.id = "lkc-old";
      delete each.clusters.jump.region;
      each.accounts["jump-to-primary"] = { source: "sa-1", destination: "sa-2" };
    });
    const { status, stdout, stderr, file, written } = write(outputs(platform), { before });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(written ?? "")).toEqual(platform);
    expect(written).toMatch(/^\{\n {2}"/);
    expect(stdout.split("\n")).toEqual([
      `${file}: written`,
      "  - accounts.jump-to-primary.destination: sa-2",
      "  - accounts.jump-to-primary.source: sa-1",
      `  ~ clusters.dr.id: lkc-old -> ${platform.clusters.dr.id}`,
      "  + clusters.jump.region: italynorth",
      "",
    ]);
  });

  it("says so when nothing changed", () => {
    const { stdout, file, written } = write(outputs(platform), { before: platform });
    expect(stdout).toBe(`${file}: nothing changed\n`);
    expect(JSON.parse(written ?? "")).toEqual(platform);
  });

  it.each([
    ["the stack was not deployed", "{}", "There is no output platform: deploy the stack platform first.\n"],
    ["something else came", "Error: no state", "That is no JSON of terraform output.\n"],
    [
      "it is of another form",
      outputs(changed((each) => delete each.clusters.dr.rbacCrn)),
      "The output platform is no description of a platform:\n  clusters.dr.rbacCrn: is missing\n",
    ],
    [
      "zones do not agree",
      outputs(changed((each) => delete each.networks.dr.endpoints["2"])),
      "The output platform is no description of a platform:\n  networks.dr.zonalSubdomains: has other zones than endpoints\n",
    ],
    [
      "a zone is of another domain",
      outputs(changed((each) => (each.networks.dr.zonalSubdomains["2"] = "az2.example.com"))),
      "The output platform is no description of a platform:\n  networks.dr.zonalSubdomains: has a domain that is not below dnsDomain\n",
    ],
  ])("leaves the file alone when %s", (_, input, message) => {
    const { status, stdout, stderr, written } = write(input, { before: { kept: true } });
    expect({ status, stdout, stderr, written }).toEqual({
      status: 1,
      stdout: "",
      stderr: message,
      written: '{"kept":true}',
    });
  });

  it.each([
    [[], /nothing.stacks.platform is not there: npx cdktf synth\n$/],
    [["outputs.json"], /^npm run platform \[-- -\]/],
    [["-", "more"], /^npm run platform \[-- -\]/],
  ])("refuses arguments %j", (args, message) => {
    const { status, stderr, written } = write("", { args });
    expect([status, written]).toEqual([1, undefined]);
    expect(stderr).toMatch(message);
  });
});

describe("the sample platform files", () => {
  it.each([APP, "gcp-private-service-connect"])("of %s hold ids, endpoints and domains, and nothing else", (app) => {
    const leaves = (value: unknown): string[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
    for (const leaf of leaves(readAppJson(app, "platform.json"))) {
      expect(leaf).toMatch(
        /^(env|lkc|n|sa)-[a-z0-9]{6}$|^crn:\/\/confluent\.cloud\/|^(https:\/\/|SASL_SSL:\/\/)[a-z0-9.-]+:\d+$|^[a-z0-9.-]+\.confluent\.cloud$|^s-[a-z0-9-]+\.[0-9a-f-]{36}\.[a-z]+\.azure\.privatelinkservice$|^projects\/cc-[a-z0-9]+\/regions\/[a-z0-9-]+\/serviceAttachments\/|^(AZURE|GCP|germanywestcentral|italynorth|europe-west3|europe-west8)$/,
      );
    }
  });
});
