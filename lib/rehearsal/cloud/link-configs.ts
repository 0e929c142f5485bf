import { SETTINGS } from "../../model/settings";
import { CONNECTION_SETTINGS, READ_ONLY_SETTINGS } from "./link-settings";
import type { LinkHalf } from "./state";

/** One entry in the listing of a link's settings. */
export interface LinkConfigEntry {
  readonly name: string;
  /** `null` where there is none, and for a secret. */
  readonly value: string | null;
  readonly isDefault: boolean;
  readonly isReadOnly: boolean;
  readonly isSensitive: boolean;
  readonly source: "DYNAMIC_CLUSTER_LINK_CONFIG" | "DEFAULT_CONFIG";
}

const DEFAULTS = new Map<string, string | null>([
  ...SETTINGS.map(({ key, default: value }) => [key, value] as const),
  ...CONNECTION_SETTINGS,
  ...READ_ONLY_SETTINGS,
]);

const SENSITIVE = ["sasl.jaas.config", "local.sasl.jaas.config"];

/** All settings of a half, those that nobody set with their defaults. Secrets are not shown. */
export function linkConfigEntries(half: LinkHalf): LinkConfigEntry[] {
  return [...DEFAULTS.keys()].sort().map((name) => {
    const value = half.configs.get(name);
    const isSensitive = SENSITIVE.includes(name);
    return {
      name,
      value: isSensitive ? null : (value ?? DEFAULTS.get(name) ?? null),
      isDefault: value === undefined,
      isReadOnly: READ_ONLY_SETTINGS.has(name),
      isSensitive,
      source: value === undefined ? "DEFAULT_CONFIG" : "DYNAMIC_CLUSTER_LINK_CONFIG",
    };
  });
}
