import { hclTemplate, templateParts } from "../template";

const BARE_KEY = /^[A-Za-z_][\w-]*$/;
// More than one % before the brace is an escape.
const DIRECTIVE = /(^|[^%])%\{/;
const WORDS = ["for", "if", "in", "null", "true", "false"];
const INDENT = "  ";

/** Something that Terraform's JSON can say and this writer of HCL cannot. */
export class NotInHcl extends Error {}

/** A name as it stands before `=` in an object. */
function key(name: string): string {
  return BARE_KEY.test(name) && !WORDS.includes(name) ? name : text(name);
}

/** Text that is a template in Terraform's JSON. One that is a single expression keeps that expression's type. */
export function text(template: string): string {
  const parts = templateParts(template);
  if (parts.some((part) => "literal" in part && DIRECTIVE.test(part.literal))) {
    throw new NotInHcl("text with a template directive, %{");
  }
  const [first] = parts;
  if (parts.length === 1 && first && "code" in first) {
    const code = first.code.trim();
    return code.includes("\n") ? `(${code})` : code;
  }
  return `"${hclTemplate(parts)}"`;
}

/** Text that Terraform's JSON takes as it is. */
export function literal(value: string): string {
  return `"${hclTemplate([{ literal: value.replaceAll("%{", "%%{") }])}"`;
}

/** An address, as it is or between `${` and `}`. */
export function reference(value: unknown): string {
  if (typeof value !== "string") throw new NotInHcl("an address that is no text");
  return /^\$\{(.*)\}$/s.exec(value)?.[1] ?? value;
}

/** Any value of Terraform's JSON, with what its texts are. */
export function expression(value: unknown, ofText: (value: string) => string = text): string {
  if (typeof value === "string") return ofText(value);
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    return listed(
      "[",
      value.map((item) => `${expression(item, ofText)},`),
      "]",
    );
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return listed(
    "{",
    members.map(([name, member]) => `${key(name)} = ${expression(member, ofText)}`),
    "}",
  );
}

function listed(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0 ? `${open}${close}` : [open, ...lines.map(indented), close].join("\n");
}

/** Lines one step further in. Text of several lines is written on one, so no line is text. */
export function indented(lines: string): string {
  return lines
    .split("\n")
    .map((line) => (line === "" ? line : INDENT + line))
    .join("\n");
}
