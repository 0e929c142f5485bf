import { TerraformProvider, TerraformStack, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { valueOfAnotherType } from "../model/rules/types";
import { refuse } from "./validation-error";

/** What a value has to be. */
export interface Kind {
  readonly what: string;
  /** Where a value is something else: its place within this one, such as `.name`, and what had to be there. */
  misfit(value: unknown): { readonly at: string; readonly what: string; readonly value: unknown } | undefined;
}

const kind = (what: string, fits: (value: unknown) => boolean): Kind => ({
  what,
  misfit: (value) => (fits(value) ? undefined : { at: "", what, value }),
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTokenText = (value: unknown): boolean => typeof value === "string" && value.includes("${");

const isResolvable = (value: unknown): boolean => isObject(value) && Token.isUnresolved(value);

/** Text, or a token. */
export const text = kind("a text", (value) => typeof value === "string" || isResolvable(value));

/** A number that there is, or a token. */
export const number = kind(
  "a number",
  (value) => (typeof value === "number" && Number.isFinite(value)) || isTokenText(value) || isResolvable(value),
);

/** `true`, `false` or a token. */
export const flag = kind(
  "true or false",
  (value) => typeof value === "boolean" || isTokenText(value) || isResolvable(value),
);

/** A time. */
export const date = kind("a date", (value) => value instanceof Date && !Number.isNaN(value.getTime()));

/** Code that is called. */
export const aFunction = kind("a function", (value) => typeof value === "function");

/** A construct of any library. */
export const construct = kind("a construct", (value) => isObject(value) && Construct.isConstruct(value));

/** A stack of cdktf. */
export const stack = kind("a TerraformStack", (value) => isObject(value) && TerraformStack.isStack(value));

/** A provider of cdktf. */
export const provider = kind("a provider", (value) => isObject(value) && TerraformProvider.isTerraformProvider(value));

/** A cluster: a KafkaCluster, or what is as good. */
export const cluster = kind(
  "a KafkaCluster",
  (value) => isObject(value) && isObject(value["model"]) && "identity" in value["model"],
);

/** What carries data from one cluster to another. */
export const link = kind("a link", (value) => isObject(value) && isObject(value["direction"]));

/** Something with a method of this name. */
export const having = (what: string, method: string): Kind =>
  kind(what, (value) => isObject(value) && typeof value[method] === "function");

/** A list, every member of this kind. A token in its place is known to Terraform only. */
export const list = (of: Kind, { orToken = true } = {}): Kind => {
  const what = `a list, each ${of.what}`;
  return {
    what,
    misfit(value) {
      if (orToken && (isTokenText(value) || isResolvable(value))) return undefined;
      if (!Array.isArray(value)) return { at: "", what, value };
      if (orToken && Token.isUnresolved(value)) return undefined;
      for (const [i, member] of (value as readonly unknown[]).entries()) {
        const found = of.misfit(member);
        if (found) return { ...found, at: `[${i}]${found.at}` };
      }
      return undefined;
    },
  };
};

/** An object, its members of these kinds where they are given. Those that are `needed` have to be. */
export const shape = (what: string, members: Readonly<Record<string, Kind>>, needed: readonly string[] = []): Kind => ({
  what,
  misfit(value) {
    if (!isObject(value)) return { at: "", what, value };
    for (const [name, member] of Object.entries(members)) {
      const given = value[name];
      if (given === undefined && !needed.includes(name)) continue;
      const found = member.misfit(given);
      if (found) return { ...found, at: `.${name}${found.at}` };
    }
    return undefined;
  },
});

/** An object, every member of this kind where it is given. */
export const record = (of: Kind): Kind => ({
  what: "an object",
  misfit: (value) =>
    shape("an object", isObject(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, of])) : {}).misfit(
      value,
    ),
});

/** Two of a kind. */
export const pair = (of: Kind): Kind => {
  const all = list(of, { orToken: false });
  return {
    what: `two, each ${of.what}`,
    misfit: (value) =>
      Array.isArray(value) && value.length !== 2
        ? { at: "", what: `a list of two, each ${of.what}`, value }
        : all.misfit(value),
  };
};

/** One of several kinds. */
export const either = (...kinds: readonly Kind[]): Kind =>
  kind(kinds.map(({ what }) => what).join(" or "), (value) => kinds.some((each) => each.misfit(value) === undefined));

/** A value of exactly this text. */
export const word = (wanted: string): Kind => kind(JSON.stringify(wanted), (value) => value === wanted);

/** Throws CL102 for a value of another kind; `name` is what its place is called. */
export function requireKind(where: IConstruct | string, name: string, value: unknown, wanted: Kind): void {
  const found = wanted.misfit(value);
  if (found === undefined) return;
  const place = `${name}${found.at}`.replace(/^\./u, "");
  refuse(where, [valueOfAnotherType.finding(`${place} is ${described(found.value)} and has to be ${found.what}.`)]);
}

/** Throws CL102 for props of another form. */
export function requireProps(
  where: IConstruct | string,
  props: unknown,
  members: Readonly<Record<string, Kind>>,
  needed: readonly string[] = [],
): void {
  requireKind(
    where,
    isObject(props) ? "" : "the second or third argument",
    props,
    shape("an object of props", members, needed),
  );
}

/** What a value is, without what it says. */
function described(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : String(value);
  if (typeof value === "string") return "a text";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
