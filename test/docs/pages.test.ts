import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../lib/model/rules/catalogue";
import { relativeLinks } from "../house/markdown";
import { filesBelow, readText, ROOT } from "../house/repository";
import { PAGES } from "./pages";

/** Anchors of a page, as GitHub makes them of its headings, numbered where they repeat, and those that are written out. */
function anchorsOf(page: string): Set<string> {
  const text = readText(page).replace(/^```[\s\S]*?^```$/gm, "");
  const times = new Map<string, number>();
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const anchors = headings.map((heading) => {
    const before = times.get(heading) ?? 0;
    times.set(heading, before + 1);
    return before === 0 ? heading : `${heading}-${before}`;
  });
  return new Set([...anchors, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => String(id))]);
}

const prose = (page: string): string => readText(page).replace(/^```[\s\S]*?^```$/gm, "");

describe.each([...PAGES, ...filesBelow("docs/reference", ".md")])("%s", (page) => {
  const links = relativeLinks(prose(page)).map((link) => {
    const [file, anchor] = link.split("#");
    const target = file === "" ? page : relative(ROOT, join(ROOT, dirname(page), String(file)));
    return { link, target, anchor };
  });

  it("links to what exists", () => {
    expect(links.filter(({ target }) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  it("links to headings that exist", () => {
    const wrong = links.filter(
      ({ target, anchor }) => anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor),
    );
    expect(wrong).toEqual([]);
  });

  it("names rules that exist", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    expect((readText(page).match(/\bCL\d{3}\b/g) ?? []).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("docs/README.md", () => {
  it("leads to every page", () => {
    const linked = new Set(relativeLinks(readText("docs/README.md")).map((link) => `docs/${link.replace(/#.*/, "")}`));
    expect(PAGES.filter((page) => page !== "docs/README.md" && !linked.has(page))).toEqual([]);
  });
});
