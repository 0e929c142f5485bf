import { Fn, Lazy, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText, type JsonValue } from "../../lib/core/json-text";
import { emptyApp, evaluate } from "./terraform";

/** What arrives at Terraform, which knows no half surrogates and normalizes. */
const wellFormed = (text: string): string => Buffer.from(text).toString().normalize();

/**
 * Text that Terraform's jsonencode gets right: a mark composes with the last letter of an escape before it, and with a character beyond the first
 * plane as if that were the one of the same last four digits.
 */
const encodable = (text: string): string =>
  wellFormed(text).replace(/([\p{Cc}<>&\u2028\u2029\u{10000}-\u{10ffff}])(?=\p{M})/gu, "$1.");

type Leaves = (stack: TerraformStack) => readonly JsonValue[];

/** The texts as a synthesised stack has them. */
function synthesised(values: Leaves): object {
  const stack = new TerraformStack(emptyApp(), "stack");
  for (const [i, value] of values(stack).entries()) new TerraformOutput(stack, `o${i}`, { value: jsonText(value) });
  return JSON.parse(Testing.synth(stack)) as object;
}

/** What Terraform makes of the texts, parsed. */
function roundTrip(values: Leaves, variables: Readonly<Record<string, string>> = {}): unknown[] {
  const outputs = evaluate(synthesised(values), variables);
  return Object.keys(outputs)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((name): unknown => JSON.parse(outputs[name] as string));
}

const texts = (values: Leaves): string[] => {
  const { output } = synthesised(values) as { output: Record<string, { value: string }> };
  return Object.values(output).map(({ value }) => value);
};

const HOSTILE = [
  '"',
  "\\",
  '\\"',
  "\\\\",
  "\\b\\f\\u0041",
  "%{",
  "%%{",
  "%%%{",
  "%{if true}yes%{endif}",
  "${",
  "$",
  "$$",
  "{$",
  "}",
  "]}",
  "\n",
  "\r\n",
  "\t",
  "\b\f\v",
  "\u0000\u001b\u007f",
  "\u2028\u2029",
  "e\u0301",
  "\u212b",
  "\u0301",
  "=\u0338",
  "\u{51fbf}\u0301",
  "ü",
  "漢字",
  "👩‍👩‍👧",
  "\u{1d11e}",
  "\ud834",
  "\udd1e",
  "<&>'",
  "1e5",
  "-1.8881545897087626e+289",
  "null",
  "__proto__",
  " ",
  "",
];

/** Text that Terraform must not take for an expression. */
const literal = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string()), { maxLength: 6 })
  .map((parts) => parts.join(""))
  .filter((text) => !/\$\$\{|\$\{[^]*\}/.test(text));

/** Text that goes before a token. */
const lead = literal.map((text) => encodable(`${text.replace(/\$+\{+/g, "$")}.`));

const document = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    literal,
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((number) => !Token.isUnresolved(number))
      .map((number) => (number === 0 ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      literal.filter((name) => name !== "__proto__"),
      tie("value"),
      { maxKeys: 4 },
    ),
  ),
})).value;

/** CI tries the same texts each time, a laptop others each time. */
const FEW_RUNS = { numRuns: 3, endOnFailure: true, ...(process.env["CI"] === "true" && { seed: 20261125 }) };

describe("jsonText", () => {
  it("is canonical: no spaces, members in their order, no undefined ones", () => {
    expect(jsonText({ b: 1, a: [true, null, "x", { d: [], c: {} }], z: undefined })).toBe(
      '{"b":1,"a":[true,null,"x",{"d":[],"c":{}}]}',
    );
  });

  it("writes numbers, booleans and null as JSON does", () => {
    expect([0, -1.5, 1e21, 5e-324, true, false, null].map(jsonText)).toEqual([
      "0",
      "-1.5",
      "1e+21",
      "5e-324",
      "true",
      "false",
      "null",
    ]);
  });

  it("keeps Terraform's templates out of literals", () => {
    expect(jsonText("%{if}")).toBe('"%%{if}"');
    expect(jsonText({ "${a}": "x" })).toBe('{"$${a}":"x"}');
  });

  it("writes what Terraform's normalization would change as ASCII", () => {
    expect(jsonText("e\u0301")).toBe('"e\\u0301"');
    expect(jsonText("\u00e9")).toBe('"\u00e9"');
    expect(jsonText("\u{51fbf}\u0301")).toBe('"\\ud907\\udfbf\\u0301"');
  });

  it("brings every hostile text through Terraform", () => {
    expect(roundTrip(() => HOSTILE)).toEqual(HOSTILE);
    expect(roundTrip(() => HOSTILE.map((text) => ({ [`-${text}`]: [text, { text }] })))).toEqual(
      HOSTILE.map((text) => ({ [`-${text}`]: [text, { text }] })),
    );
  });

  it("brings any document through Terraform", () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 150, maxLength: 200 }), (documents) => {
        expect(roundTrip(() => documents)).toEqual(documents);
      }),
      FEW_RUNS,
    );
  });

  it("brings any text through Terraform that is written with its escape $${", () => {
    const anything = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE, "${var.x}", "$${", "${"), fc.string({ unit: "binary" })), {
        maxLength: 6,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(anything, { minLength: 150, maxLength: 200 }), (all) => {
        const texts = all.map(encodable);
        const escaped = texts.map((text) => `\${"$"}${text.replaceAll("${", "$$${")}`);
        expect(roundTrip(() => escaped)).toEqual(texts.map((text) => `$${text}`));
      }),
      FEW_RUNS,
    );
  });

  it("takes text with an expression for an expression, and $${ for a literal one", () => {
    expect(
      roundTrip(() => ['${upper("a")}', 'say "${1 + 1}" \\n', "$${x}", "$$${x}", '${jsonencode({ a = "}" })}', "${"]),
    ).toEqual(["A", 'say "2" \\n', "${x}", "$${x}", '{"a":"}"}', "${"]);
  });

  it("brings the value of a variable through Terraform, whatever it is", () => {
    const value = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE, "${var.v0}", "$${", "}"), fc.string({ unit: "binary" })), {
        maxLength: 6,
      })
      .map((parts) => encodable(parts.join("").replaceAll("\0", "")));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, lead), { minLength: 40, maxLength: 60 }), (pairs) => {
        const variables = Object.fromEntries(pairs.map(([known], i) => [`v${i}`, known]));
        const results = roundTrip((stack) => {
          const tokens = pairs.map((_, i) => new TerraformVariable(stack, `v${i}`, { type: "string" }).stringValue);
          return pairs.map(([, before], i) => ({
            [before]: [tokens[i] as string, before, `${before}${tokens[i] ?? ""}`],
          }));
        }, variables);
        expect(results).toEqual(
          pairs.map(([known, before]) => ({ [before]: [known, before, wellFormed(before + known)] })),
        );
      }),
      FEW_RUNS,
    );
  });

  it("splices tokens of every type", () => {
    const results = roundTrip(
      (stack) => {
        const variable = (name: string, type: string): TerraformVariable =>
          new TerraformVariable(stack, name, { type });
        const list = variable("list", "list(string)").listValue;
        return [
          { name: variable("number", "number").stringValue },
          { number: Token.asNumber(Fn.parseint("7", 10)) },
          { list },
          { element: Token.asString(Fn.element(list, 0)) },
          { joined: Fn.join("-", ["a", Token.asString(Fn.element(list, 0))]) },
          { late: Lazy.stringValue({ produce: () => 'quo"te' }) },
          { missing: Token.asString(Token.nullValue()) },
        ];
      },
      { number: "5", list: '["p\\"q","r"]' },
    );
    expect(results).toEqual([
      { name: "5" },
      { number: 7 },
      { list: ['p"q', "r"] },
      { element: 'p"q' },
      { joined: 'a-p"q' },
      { late: 'quo"te' },
      { missing: null },
    ]);
  });

  it("leaves no trace of cdktf's tokens", () => {
    const [text] = texts((stack) => [{ a: new TerraformVariable(stack, "v", { type: "string" }).stringValue, b: "x" }]);
    expect(text).toBe('{"a":${jsonencode(tostring(var.v))},"b":"x"}');
  });
});
