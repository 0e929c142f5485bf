import { z } from "zod";

/** Settings as they are given at creation: null and a missing value are nothing. */
export const ConfigList = z.array(z.object({ name: z.string(), value: z.string().nullish() }));

/** The settings of such a list that have a value. */
export function configMap(list: z.infer<typeof ConfigList> | undefined): Map<string, string> {
  const configs = new Map<string, string>();
  for (const { name, value } of list ?? []) if (typeof value === "string") configs.set(name, value);
  return configs;
}

/** Changes of settings. */
export const AlterConfigs = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      value: z.string().nullish(),
      operation: z.enum(["SET", "DELETE"]).nullish(),
    }),
  ),
  validate_only: z.boolean().nullish(),
});

export interface SettingChange {
  readonly name: string;
  readonly value?: string;
  readonly operation: "SET" | "DELETE";
}

/** The same changes as the model takes them: without an operation, a setting is set. */
export function settingChanges({ data }: z.infer<typeof AlterConfigs>): SettingChange[] {
  return data.map(({ name, value, operation }) => ({
    name,
    operation: operation ?? "SET",
    ...(typeof value === "string" ? { value } : {}),
  }));
}
