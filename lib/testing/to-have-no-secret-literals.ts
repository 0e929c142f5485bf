import { literalSecret } from "../model/rules/access";
import { indented, type MatcherResult } from "./matcher-result";
import { jsonOf, readReceived } from "./received";
import { secretLiterals } from "./secret-literals";

/** What is no secret although it looks like one. */
export interface SecretOptions {
  /** Paths as the failing test shows them. @default - none */
  readonly except?: readonly string[];
}

/** Whether no secret stands in the JSON as plain text. Messages have the paths, never the values. */
export function toHaveNoSecretLiterals(given: unknown, { except = [] }: SecretOptions = {}): MatcherResult {
  const received = readReceived("toHaveNoSecretLiterals", given);
  const found = [...jsonOf(received)].flatMap(([stack, json]) =>
    secretLiterals(json).map((path) => (stack === "" ? path : `${stack}: ${path}`)),
  );
  const left = found.filter((path) => !except.includes(path));
  return {
    pass: left.length === 0,
    message: () =>
      left.length === 0
        ? `${received.called} was expected to have secrets as plain text, but has none.`
        : [
            `${received.called} was expected to have no secrets as plain text, but has ${left.length} (${literalSecret.id}):`,
            ...indented(left),
            `Allowed: ${literalSecret.allowed} Fix: ${literalSecret.fix}`,
          ].join("\n"),
  };
}
