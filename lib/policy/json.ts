/** The members of an object, or those of the first one in a list: Terraform takes a block in both forms. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return typeof block === "object" && block !== null ? (block as Record<string, unknown>) : {};
}

/** A text, or `undefined` where there is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Whether a text is an expression, or has one in it. */
export function isExpression(text: string): boolean {
  return text.includes("${");
}
