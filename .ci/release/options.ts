import { parseArgs } from "node:util";

export interface ReleaseOptions {
  /** Shows what would be published, and publishes nothing. */
  readonly dryRun: boolean;
  /** Scope that both packages get, like `@acme`. @default - their own names */
  readonly scope: string | undefined;
  /** @default - whatever npm is configured with */
  readonly registry: string | undefined;
  /** Distribution tag. @default "latest" */
  readonly tag: string | undefined;
}

const SCOPE = /^@[a-z0-9~-][a-z0-9._~-]*$/;

export function readOptions(args: readonly string[]): ReleaseOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "dry-run": { type: "boolean" },
      scope: { type: "string" },
      registry: { type: "string" },
      tag: { type: "string" },
    },
  });
  const { scope, registry, tag } = values;
  if (scope !== undefined && !SCOPE.test(scope)) throw new Error(`--scope takes a scope like @acme, not ${scope}.`);
  // The bindings keep the name that cdktf's own packages have; consumers map single packages, never the scope.
  if (scope === "@cdktf") throw new Error("--scope @cdktf would take cdktf's own packages from your registry.");
  if (registry !== undefined && !(URL.canParse(registry) && /^https?:/.test(registry))) {
    throw new Error("--registry takes a URL.");
  }
  return { dryRun: values["dry-run"] ?? false, scope, registry, tag };
}
