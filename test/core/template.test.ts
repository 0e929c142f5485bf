import { describe, expect, it } from "vitest";
import { hclTemplate, templateParts, type TemplatePart } from "../../lib/core/template";

const literal = (text: string): TemplatePart => ({ literal: text });
const code = (text: string): TemplatePart => ({ code: text });

describe("templateParts", () => {
  it.each<[string, TemplatePart[]]>([
    ["", []],
    ["orders", [literal("orders")]],
    ["${var.x}", [code("var.x")]],
    ["a-${var.x}-b", [literal("a-"), code("var.x"), literal("-b")]],
    ["${var.x}${var.y}", [code("var.x"), code("var.y")]],
    ['${ { "}" = 1 } }', [code(' { "}" = 1 } ')]],
    ['${join("${"}"}", var.x)}', [code('join("${"}"}", var.x)')]],
    ['${"\\"}"}', [code('"\\"}"')]],
    ['${"$${"}', [code('"$${"')]],
    ['${"%{if true}}%{endif}"}', [code('"%{if true}}%{endif}"')]],
    ["$${x}", [literal("${x}")]],
    ["$$${x}", [literal("$${x}")]],
    ["%{if}", [literal("%{if}")]],
    ["$5 { }", [literal("$5 { }")]],
    ["${", [literal("${")]],
    ["a ${var.x", [literal("a ${var.x")]],
    ['${"x}', [literal('${"x}')]],
    ['${"${x"}', [literal('${"${x"}')]],
  ])("takes %j apart", (template, parts) => {
    expect(templateParts(template)).toEqual(parts);
  });
});

describe("hclTemplate", () => {
  it("quotes text for HCL and leaves code alone", () => {
    expect(hclTemplate(templateParts('say "${upper("x")}" \\ $${y}'))).toBe('say \\"${upper("x")}\\" \\\\ $${y}');
    expect(hclTemplate([literal("\n\t\b\f\u0001\\b")])).toBe("\\n\\t\\u0008\\u000c\\u0001\\\\b");
  });
});
