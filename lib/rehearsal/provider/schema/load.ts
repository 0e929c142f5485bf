import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderSchema } from "./schema";

/** The schema of the provider release that the library's bindings were generated from. */
export const DEFAULT_SCHEMA_FILE = join(__dirname, "confluent-provider-schema-2.83.0.json");

const SOURCE = "/confluentinc/confluent";

/** Reads the output of `terraform providers schema -json`. */
export function loadSchema(file = DEFAULT_SCHEMA_FILE): ProviderSchema {
  const document = JSON.parse(readFileSync(file, "utf8")) as { provider_schemas?: Record<string, ProviderSchema> };
  const found = Object.entries(document.provider_schemas ?? {}).find(([address]) => address.endsWith(SOURCE));
  if (!found) throw new Error(`${file} holds no schema of the provider confluentinc/confluent`);
  return found[1];
}
