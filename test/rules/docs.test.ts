import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import prettier from "prettier";
import { describe, expect, it } from "vitest";
import { RULES_PAGE, renderRules } from "../../.ci/docs/rules";
import { RULES, findRule } from "../../lib/model/rules/catalogue";

const ROOT = join(__dirname, "../..");
const LIB = join(ROOT, "lib");
const GENERATOR = join(ROOT, ".ci/docs/rules.ts");
const page = readFileSync(RULES_PAGE, "utf8");

describe("docs/rules.md", () => {
  it("is what the code says", () => {
    expect(page).toBe(renderRules());
  });

  it("is checked by its generator", () => {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", GENERATOR, "--check"], { cwd: ROOT });
    expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
  });

  it("is formatted", async () => {
    const options = await prettier.resolveConfig(RULES_PAGE);
    expect(await prettier.format(page, { ...options, filepath: RULES_PAGE })).toBe(page);
  });

  it.each(RULES)("has $id with its severity, effect, allowed values and fix", (rule) => {
    const [, section = ""] = page.split(`<a id="${rule.id.toLowerCase()}"></a>\n`);
    const text = section.split("<a id=")[0]?.replaceAll("\\", "");
    expect(text).toContain(`## ${rule.id} ${rule.title}\n`);
    expect(text?.toLowerCase()).toContain(`\n${rule.severity}`);
    expect(text?.includes("can be acknowledged")).toBe(rule.acknowledgeable);
    for (const part of [`- Effect: ${rule.effect}`, `- Allowed: ${rule.allowed}`, `- Fix: ${rule.fix}`]) {
      expect(text).toContain(`${part}\n`);
    }
  });

  it("links to anchors that it has", () => {
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(RULES.length);
    for (const target of links) expect(page).toContain(`<a id="${target}"></a>`);
  });
});

describe("ids in the library's text", () => {
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const named = files.flatMap((path) =>
    [...readFileSync(join(LIB, path), "utf8").matchAll(/\bCL\d+\b/g)].map(([id]) => ({ path, id })),
  );

  it("are ids of rules", () => {
    expect(named.length).toBeGreaterThan(RULES.length);
    expect(named.filter(({ id }) => !findRule(id))).toEqual([]);
  });

  it("are under the severity they have", () => {
    const docstrings = files.flatMap((path) => {
      const text = readFileSync(join(LIB, path), "utf8").replace(/\n \* /g, " ");
      return [...text.matchAll(/\b(Error|Warning)s?: ((?:CL\d{3}(?:, )?)+)/g)].map(([, kind = "", ids = ""]) => ({
        path,
        severity: kind.toLowerCase(),
        ids: ids.split(", ").filter((id) => id !== ""),
      }));
    });
    expect(docstrings.length).toBeGreaterThan(5);
    for (const { path, severity, ids } of docstrings) {
      expect({ path, ids: ids.filter((id) => findRule(id)?.severity !== severity) }).toEqual({ path, ids: [] });
      expect({ path, ids }).toEqual({ path, ids: [...new Set(ids)].sort() });
    }
  });
});
