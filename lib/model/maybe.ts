/** Stands for a value that only Terraform will know: a token, or text with an expression in it. */
export const UNKNOWN: unique symbol = Symbol.for("cdktf-cluster-linking.unknown") as never;

/** A value of the model, or {@link UNKNOWN}. Rules step aside for what is unknown. */
export type Maybe<T> = T | typeof UNKNOWN;

export function isKnown<T>(value: Maybe<T>): value is T {
  return value !== UNKNOWN;
}

/** The value, or `undefined` when it is unknown. */
export function whenKnown<T>(value: Maybe<T> | undefined): T | undefined {
  return value === UNKNOWN ? undefined : value;
}
