import { createHash } from "node:crypto";
import type { CloudState } from "../state";

const LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

type Prefix = "env" | "lkc" | "n" | "pla" | "sa" | "rb";

/** The next id of a form, such as `lkc-k3q7z0`. The same calls on the same organization give the same ids. */
export function nextId(state: CloudState, prefix: Prefix, taken: { has(id: string): boolean }): string {
  return fresh(state, prefix, taken, (seed) => `${prefix}-${letters(seed, LOWER, 6)}`);
}

/** The next id of an API key: 16 capital letters and digits. */
export function nextKeyId(state: CloudState): string {
  return fresh(state, "key", state.apiKeys, (seed) => letters(seed, UPPER, 16));
}

/** The secret that goes with a key: 64 characters. */
export function secretOf(state: CloudState, keyId: string): string {
  return letters(`${state.organizationId}/secret/${keyId}`, MIXED, 64);
}

/** An id that a thing has for as long as another one, such as an environment's schema registry. */
export function derivedId(prefix: string, of: string): string {
  return `${prefix}-${letters(of, LOWER, 6)}`;
}

/** As many characters of an alphabet as asked for, always the same for one seed. */
export function derivedText(seed: string, alphabet: string, length: number): string {
  return letters(seed, alphabet, length);
}

function fresh(
  state: CloudState,
  form: string,
  taken: { has(id: string): boolean },
  toId: (seed: string) => string,
): string {
  const issued = (state.issued ??= new Map<string, number>());
  for (;;) {
    const count = (issued.get(form) ?? 0) + 1;
    issued.set(form, count);
    const id = toId(`${state.organizationId}/${form}/${count}`);
    if (!taken.has(id)) return id;
  }
}

function letters(seed: string, alphabet: string, length: number): string {
  const bytes = createHash("sha512").update(seed).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join("");
}
