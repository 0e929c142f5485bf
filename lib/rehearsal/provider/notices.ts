import { ProviderError, type Diagnostic } from "./resource";

/** Stands beside every plan, so that nobody takes the emulator for the real thing. */
export const EMULATED: Diagnostic = {
  severity: "WARNING",
  summary: "EMULATED, not Confluent Cloud",
  detail:
    "The environment variable TF_REATTACH_PROVIDERS attaches the emulator's provider. Nothing in Confluent Cloud is read or changed. " +
    "Unset it to work with the real provider.",
};

/** Says that nothing here stands behind a resource or data source of the schema. */
export function notCarried(kind: "resource" | "data source", type: string): ProviderError {
  return new ProviderError(`The emulator does not carry the ${kind} ${type}`, {
    detail:
      `It can be validated and planned, for which the provider's schema is enough, but nothing stands behind it. ` +
      `Leave it out of the rehearsal: apply the others with -target, or move it to a stack of its own. ` +
      `To make it for real, unset TF_REATTACH_PROVIDERS and use the real provider.`,
  });
}
