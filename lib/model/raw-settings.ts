import type { NameFilterEntry } from "./filter-matcher";
import type { PatternType, FilterType } from "./filters";
import { UNKNOWN, isKnown, type Maybe } from "./maybe";
import { quote } from "./names";
import type { Finding } from "./rules/rule";
import { illegalSettingValue, unknownSetting } from "./rules/settings";
import { settingDefinition } from "./settings";
import type { AclFilterEntry } from "./topology";

/** Entries of a link's config as text, for the model. */
export type RawSettings = ReadonlyMap<string, Maybe<string>>;

/** The boolean of an entry; UNKNOWN where only Terraform knows it, `undefined` where there is none. */
export function rawBoolean(raw: RawSettings, key: string): Maybe<boolean> | undefined {
  const value = raw.get(key);
  if (value === undefined) return undefined;
  return isKnown(value) ? value === "true" : UNKNOWN;
}

/** The number of an entry, likewise. */
export function rawNumber(raw: RawSettings, key: string): Maybe<number> | undefined {
  const value = raw.get(key);
  if (value === undefined) return undefined;
  return isKnown(value) ? Number(value) : UNKNOWN;
}

/** Name of the list in the JSON document of a setting. */
function documentMember(key: string): string {
  return settingDefinition(key)?.document ?? "";
}

function entries(raw: RawSettings, key: string): readonly unknown[] | undefined {
  const text = raw.get(key);
  if (text === undefined || !isKnown(text)) return undefined;
  try {
    const member = (JSON.parse(text) as Record<string, unknown> | null)?.[documentMember(key)];
    return Array.isArray(member) ? member : undefined;
  } catch {
    return undefined;
  }
}

/** The entries of a topic or group filter document; one of unknown name where only Terraform knows the text. */
export function rawNameFilters(raw: RawSettings, key: string): NameFilterEntry[] {
  if (raw.get(key) === UNKNOWN) {
    return [{ name: UNKNOWN, patternType: "LITERAL" as PatternType, filterType: "INCLUDE" as FilterType }];
  }
  return (entries(raw, key) ?? []).filter((entry) => !entryProblem(key, entry)) as NameFilterEntry[];
}

/** The entries of an ACL filter document, likewise. */
export function rawAclFilters(raw: RawSettings, key: string): AclFilterEntry[] {
  if (raw.get(key) === UNKNOWN) {
    const unknown = {
      resourceType: UNKNOWN,
      patternType: UNKNOWN,
      operation: UNKNOWN,
      permissionType: UNKNOWN,
    } as const;
    return [{ resourceFilter: unknown, accessFilter: unknown }];
  }
  return (entries(raw, key) ?? []).filter((entry) => !entryProblem(key, entry)) as AclFilterEntry[];
}

type Form = Readonly<Record<string, "text" | "optional text" | Readonly<Record<string, "text" | "optional text">>>>;

const NAME_FILTER: Form = { name: "text", patternType: "text", filterType: "text" };

const FORMS: ReadonlyMap<string, Form> = new Map([
  ["topicFilters", NAME_FILTER],
  ["groupFilters", NAME_FILTER],
  [
    "aclFilters",
    {
      resourceFilter: { resourceType: "text", patternType: "text", name: "optional text" },
      accessFilter: { principal: "optional text", host: "optional text", operation: "text", permissionType: "text" },
    },
  ],
]);

function hasForm(value: unknown, form: Form): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  for (const [name, kind] of Object.entries(form)) {
    const member = members.get(name);
    const fits = typeof kind === "object" ? hasForm(member, kind) : typeof member === "string";
    if (!fits && (kind !== "optional text" || members.has(name))) return false;
    members.delete(name);
  }
  return members.size === 0;
}

function shown(entry: unknown): string {
  try {
    return quote(JSON.stringify(entry));
  } catch {
    return "nested too deep to be shown";
  }
}

function entryProblem(key: string, entry: unknown): string | undefined {
  const form = FORMS.get(documentMember(key)) ?? {};
  if (hasForm(entry, form)) return undefined;
  return `has an entry ${shown(entry)}, whose members are not ${Object.keys(form).join(", ")} in the form the server knows`;
}

function documentProblem(raw: RawSettings, key: string, text: string): string | undefined {
  const member = documentMember(key);
  const list = entries(raw, key);
  if (!list) return `is ${quote(text)}, which is no JSON object with the one member ${member}, a list`;
  if (Object.keys(JSON.parse(text) as object).length !== 1) return `has members besides ${member}`;
  for (const entry of list) {
    const problem = entryProblem(key, entry);
    if (problem) return problem;
  }
  return undefined;
}

/** What is wrong with config entries by themselves. */
export function checkRawSettings(raw: RawSettings): Finding[] {
  const findings: Finding[] = [];
  for (const [key, value] of raw) {
    const definition = settingDefinition(key);
    if (!definition) findings.push(unknownSetting.finding(`rawConfig has the key ${quote(key)}.`));
    else if (isKnown(value)) {
      const problem =
        definition.type === "boolean" && value !== "true" && value !== "false"
          ? `is ${quote(value)}, which is neither "true" nor "false"`
          : definition.type === "integer" && !/^\d+$/.test(value)
            ? `is ${quote(value)}, which is no whole number`
            : definition.type === "filters"
              ? documentProblem(raw, key, value)
              : undefined;
      if (problem) findings.push(illegalSettingValue.finding(`rawConfig ${key} ${problem}.`));
    }
  }
  return findings;
}
