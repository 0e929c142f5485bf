import { Token } from "cdktf";
import { UNKNOWN, type Maybe } from "../model/maybe";

/** Whether only Terraform will know the value: it is a token, or text with an expression in it. Lists are judged as a whole. */
export function isToken(value: unknown): boolean {
  return typeof value === "string" ? value.includes("${") : Token.isUnresolved(value);
}

/** The value for the model: UNKNOWN where only Terraform knows it. */
export function known<T>(value: T): Maybe<T> {
  return isToken(value) ? UNKNOWN : value;
}

/** Each member of a list for the model. */
export function knownEach<T>(values: readonly T[]): Maybe<T>[] {
  return values.map((value) => known(value));
}
