import { Lazy } from "cdktf";
import { escapedInJson } from "../model/names";
import { isToken } from "./known";
import { hclTemplate, templateParts } from "./template";

/** What a JSON document for a Terraform string attribute may hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [member: string]: JsonValue | undefined };

/**
 * The value as JSON text for a Terraform string attribute, without spaces and in the order of its members.
 *
 * Literals arrive as they are, whatever they contain; a leaf that only Terraform knows is encoded by Terraform. Text with `${` in it is such a
 * leaf, and means what it means in any attribute: `$${` is a literal `${`.
 */
export function jsonText(value: JsonValue): string {
  if (!hasToken(value)) return written(value, (leaf) => leaf);
  return Lazy.stringValue({
    produce: (context) => written(value, (leaf) => context.resolve(apart(leaf)) as JsonValue),
  });
}

/** A leaf in which no `$` stands before a token: together with its `${` it would be an escape. */
function apart(leaf: JsonValue): JsonValue {
  return typeof leaf === "string" ? leaf.replace(/\$+(?=\$\{TfToken\[)/g, (dollars) => `\${"${dollars}"}`) : leaf;
}

function hasToken(value: JsonValue | undefined): boolean {
  if (isToken(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasToken);
}

function written(value: JsonValue, resolve: (leaf: JsonValue) => JsonValue): string {
  if (isToken(value)) return spliced(resolve(value), typeof value === "string");
  if (typeof value === "string") return literal(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => written(item, resolve)).join(",")}]`;
  const members = Object.entries(value).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return `{${members.map(([name, member]) => `${literal(name)}:${written(member, resolve)}`).join(",")}}`;
}

function literal(text: string): string {
  return stable(JSON.stringify(text)).replaceAll("${", "$$${").replaceAll("%{", "%%{");
}

/** A mark after a character beyond the first plane: Terraform composes it with the character of the same last four hexadecimal digits. */
const MISCOMPOSED = /[\u{10000}-\u{10ffff}]\p{M}/u;

// Terraform normalizes text (NFC), so what that would change is written as ASCII.
function stable(quoted: string): string {
  if (quoted === quoted.normalize() && !MISCOMPOSED.test(quoted)) return quoted;
  return quoted.replace(/[^\0-\x7f]/g, escapedInJson);
}

/** A resolved leaf: literals among its text are quoted for HCL, the rest is left to Terraform. */
function spliced(leaf: JsonValue, isText: boolean): string {
  if (typeof leaf !== "string") return written(leaf ?? null, (inner) => inner);
  const parts = templateParts(leaf);
  if (parts.every((part) => "literal" in part)) return literal(parts.map((part) => part.literal).join(""));
  const [first] = parts;
  if (first && "code" in first && parts.length === 1) {
    return `\${jsonencode(${isText ? `tostring(${first.code})` : first.code})}`;
  }
  const escaped = parts.map((part) => ("literal" in part ? { literal: part.literal.replaceAll("%{", "%%{") } : part));
  return `\${jsonencode("${hclTemplate(escaped)}")}`;
}
