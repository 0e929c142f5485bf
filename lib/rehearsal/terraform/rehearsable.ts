import type { StackJson } from "./stack-json";

const CARRIED = new Set(
  ["", "registry.terraform.io/", "registry.opentofu.org/"].map((registry) => `${registry}confluentinc/confluent`),
);
const BUILT_IN = "terraform.io/builtin/terraform";
const BUILT_IN_NAME = "terraform";

/** Why a stack cannot be run on the emulator; empty when it can. Only its own JSON is looked at. */
export function obstacles(stack: StackJson): string[] {
  const required = Object.entries(stack.terraform?.required_providers ?? {});
  const sources = new Map(required.map(([name, { source }]) => [name, source ?? `hashicorp/${name}`]));
  const implied = [...Object.keys(stack.resource ?? {}), ...Object.keys(stack.data ?? {})].map(providerName);
  for (const name of implied) {
    if (!sources.has(name)) sources.set(name, name === BUILT_IN_NAME ? BUILT_IN : `hashicorp/${name}`);
  }
  const foreign = [...new Set(sources.values())].filter((source) => !CARRIED.has(source) && source !== BUILT_IN);
  return [
    ...foreign.sort().map((source) => `it needs the provider ${source}, and only confluentinc/confluent is emulated`),
    ...Object.keys(stack.module ?? {}).map((name) => `it calls the module ${name}, which would have to be downloaded`),
  ];
}

/** The provider that a type belongs to by its name. */
const providerName = (type: string): string => type.split("_", 1)[0] as string;
