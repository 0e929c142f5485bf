/** A piece of a Terraform template: text as it stands, or the code between `${` and `}`. */
export type TemplatePart = { readonly literal: string } | { readonly code: string };

const DOLLARS = /\$+(?=\{)/y;

/** The pieces of a template. A `${` that nothing closes is text. */
export function templateParts(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let literal = "";
  for (let at = 0; at < template.length;) {
    DOLLARS.lastIndex = at;
    const dollars = DOLLARS.exec(template)?.[0] ?? "";
    const end = dollars === "$" ? endOfCode(template, at + 2) : -1;
    if (end >= 0) {
      if (literal !== "") parts.push({ literal });
      literal = "";
      parts.push({ code: template.slice(at + 2, end - 1) });
      at = end;
    } else {
      literal += dollars.length > 1 ? dollars.slice(1) : template.charAt(at);
      at += Math.max(dollars.length, 1);
    }
  }
  if (literal !== "") parts.push({ literal });
  return parts;
}

// Escapes that JSON has and HCL has not.
const ESCAPES: Readonly<Record<string, string>> = { b: "\\u0008", f: "\\u000c" };

/** The pieces of a template as they stand between the quotes of an HCL string. */
export function hclTemplate(parts: readonly TemplatePart[]): string {
  return parts.map((part) => ("literal" in part ? hclLiteral(part.literal) : `\${${part.code}}`)).join("");
}

function hclLiteral(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1);
  return quoted.replace(/\\(.)/g, (escape, kind: string) => ESCAPES[kind] ?? escape).replaceAll("${", "$$${");
}

function endOfCode(template: string, start: number): number {
  let depth = 1;
  for (let at = start; at < template.length; at++) {
    const character = template[at];
    if (character === "{") depth++;
    else if (character === "}") {
      if (--depth === 0) return at + 1;
    } else if (character === '"') {
      const end = endOfString(template, at + 1);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}

function endOfString(template: string, start: number): number {
  for (let at = start; at < template.length; at++) {
    if (template[at] === '"') return at + 1;
    if (template[at] === "\\") at++;
    else if (/^(?:\$\$|%%)\{/.test(template.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(template.slice(at, at + 2))) {
      const end = endOfCode(template, at + 2);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}
