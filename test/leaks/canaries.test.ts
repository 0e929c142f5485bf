import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "../e2e/support";
import { Canaries } from "./canaries";

const canaries = new Canaries();
const secret = canaries.make("key");

it.each([
  ["as it is", secret],
  ["in a URL", `https://x.test/?a=${encodeURIComponent(secret)}`],
  ["in a login", Buffer.from(`KEY:${secret}`).toString("base64")],
  ["in a login with a key of another length", Buffer.from(`KEY42:${secret}!`).toString("base64")],
  ["in base64url", Buffer.from(`a:${secret}`).toString("base64url")],
  ["in hexadecimal digits", Buffer.from(secret).toString("hex")],
])("is found %s", (_, text) => {
  expect(canaries.in(`before ${text} after`).length).toBeGreaterThan(0);
});

it("is not found where it is not", () => {
  expect(canaries.in(new Canaries().make("another"))).toEqual([]);
});

it("is found in files, and not in states and saved plans", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "a"));
  for (const name of [
    "a/report.html",
    "x.tfstate.json.txt",
    "x.tfstate",
    "x.tfstate.backup",
    "leg.tfplan",
    "plan.json",
    "tfplan",
  ]) {
    writeFileSync(join(folder, name), `x${secret}`);
  }
  writeFileSync(join(folder, "wide.txt"), Buffer.from(secret, "utf16le"));
  const files = canaries.inFiles(folder).map((each) => each.split(":")[0]);
  expect([...new Set(files)].sort()).toEqual(["a/report.html", "plan.json", "tfplan", "wide.txt"]);
});
