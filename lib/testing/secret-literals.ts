import { templateParts } from "../core/template";

/** Names of arguments whose value is a secret, in Terraform providers and backends. */
const SECRET_NAME =
  /(^|[_.-])(secret|password|passwd|passphrase|token|private_?key|secret_?key|access_?secret|account_?key|encryption_?key|connection_?string|jaas[._-]config)$/i;

/** Names of maps in which everything is a secret. */
const SECRET_MAP = /_sensitive$/;

/** Secrets that tell what they are wherever they stand. */
const SECRET_TEXTS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bpassword\s*=\s*\\?["'][^"'\\]+/i,
  /[a-z][a-z\d+.-]*:\/\/[^\s/:@"]*:[^\s/@"]+@/i,
];

/** A secret of a Confluent API key: 64 characters of base64. */
const API_SECRET = /(?<![A-Za-z\d+/])[A-Za-z\d+/]{64}(?![A-Za-z\d+/=])/g;

/** Text in code that names something: `var.jump_api_secret`, `data.vault.one.value`. */
const REFERENCE = /[A-Za-z_][\w-]*(\[[^\]]*\])?\.[A-Za-z_]/;

/** Paths of literal texts in a document that are secrets, or stand where secrets belong. */
export function secretLiterals(document: unknown): string[] {
  return [...find(document, [], false)];
}

function* find(value: unknown, path: readonly string[], secret: boolean): Generator<string> {
  if (typeof value === "string") {
    if (isSecret(value, secret)) yield shown(path);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const sensitive = isSensitiveVariable(value, path);
  const inWhole = Array.isArray(value) || path[0] === "variable" || SECRET_MAP.test(path.at(-1) ?? "");
  for (const [name, member] of Object.entries(value)) {
    if (name === "//" || (isVariable(path) && name !== "default")) continue;
    const named = SECRET_NAME.test(name) || SECRET_MAP.test(name) || isStorageKey(path, name);
    const inherited = secret && (inWhole || isHolder(name));
    yield* find(member, [...path, Array.isArray(value) ? `[${name}]` : name], named || sensitive || inherited);
  }
}

/** Members that hold the value of what has a name: a variable's default, an output's value. */
const isHolder = (name: string): boolean => name === "default" || name === "value";

const isVariable = (path: readonly string[]): boolean => path.length === 2 && path[0] === "variable";

function isSensitiveVariable(value: object, path: readonly string[]): boolean {
  return isVariable(path) && (value as { sensitive?: unknown }).sensitive === true;
}

/** The key of an Azure storage account has the name that the id of an AWS key has elsewhere. */
const isStorageKey = (path: readonly string[], name: string): boolean =>
  name === "access_key" && path.includes("azurerm");

function isSecret(text: string, byName: boolean): boolean {
  const parts = templateParts(text);
  const literals = parts.flatMap((part) => ("literal" in part ? [part.literal] : []));
  if (literals.some((literal) => SECRET_TEXTS.some((form) => form.test(literal)) || hasApiSecret(literal))) return true;
  if (!byName || text === "") return false;
  return !parts.some((part) => "code" in part && REFERENCE.test(withoutTexts(part.code)));
}

function hasApiSecret(text: string): boolean {
  return [...text.matchAll(API_SECRET)].some(
    ([found]) => /[a-z]/.test(found) && /[A-Z]/.test(found) && /\d/.test(found),
  );
}

/** Code without its texts in quotes. */
const withoutTexts = (code: string): string => code.replace(/"(\\.|[^"\\])*"/g, '""');

const LONGEST_NAME = 80;

function shown(path: readonly string[]): string {
  return path
    .map((name, i) => {
      if (name.startsWith("[")) return name;
      const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name;
      const part = /^[\w-]+$/.test(short) ? short : JSON.stringify(short);
      return i === 0 ? part : `.${part}`;
    })
    .join("");
}
