const MASK = "***";
const SENSITIVE = /secret|password|jaas/iu;

/** Whether a setting or member of this name holds a secret. */
export function isSensitive(name: string): boolean {
  return SENSITIVE.test(name);
}

/** The same JSON value with its secrets covered. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  const named = "name" in value && typeof value.name === "string" && isSensitive(value.name);
  return Object.fromEntries(
    Object.entries(value).map(([member, content]) => [
      member,
      isSensitive(member) || (named && member === "value") ? MASK : masked(content),
    ]),
  );
}

/** A request's body with its secrets covered, also where the path alone says that it is one. */
export function maskedBody(pathname: string, body: unknown): unknown {
  return isSensitive(pathname) && typeof body === "object" && body !== null ? MASK : masked(body);
}
