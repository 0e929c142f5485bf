/** Reads single texts of an object in a plan; never one that Terraform calls sensitive. */
export interface Attributes {
  /** The text at a path of attributes and blocks, the first of several blocks of one name. */
  text(...path: readonly string[]): string | undefined;
}

/** What a plan says of an object, and which parts of it are sensitive. */
export function attributes(values: unknown, sensitive: unknown): Attributes {
  return {
    text(...path) {
      let [value, mark] = [values, sensitive];
      for (const step of path) {
        [value, mark] = [inside(value, step), inside(mark, step)];
      }
      return mark !== true && typeof value === "string" && value !== "" ? printable(value) : undefined;
    },
  };
}

/** What is at a step; for a mark, everything below a marked object is marked. */
function inside(value: unknown, step: string): unknown {
  const block: unknown = Array.isArray(value) ? value[0] : value;
  if (block === true) return true;
  if (typeof block !== "object" || block === null || !Object.hasOwn(block, step)) return undefined;
  return (block as Readonly<Record<string, unknown>>)[step];
}

/** A text on one line, without what a terminal takes as a command. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
