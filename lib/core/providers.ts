import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Finding } from "../model/rules/rule";
import { providerProblem, providerTooOld } from "../model/rules/stacks";
import { isToken } from "./known";

const PROVIDER_NAME = "confluent";

/** Providers of a type with `new TerraformProvider` as base, which lists its own `alias`. */
type AliasedProvider = TerraformProvider & { readonly alias?: string };

function confluentProviders(stack: TerraformStack): AliasedProvider[] {
  return stack.node
    .findAll()
    .filter(
      (node): node is AliasedProvider =>
        TerraformProvider.isTerraformProvider(node) && node.terraformResourceType === PROVIDER_NAME,
    );
}

/** A construct and the provider it was given, if any. */
export interface ProviderUse {
  readonly construct: IConstruct;
  readonly provider: TerraformProvider | undefined;
}

/** What is wrong with the Confluent providers of one stack and with how its constructs use them. */
export function checkProviders(stack: TerraformStack, uses: readonly ProviderUse[]): Finding[] {
  const providers = confluentProviders(stack);
  const findings = [...checkDoubled(stack, providers), ...checkVersion(stack, providers)];
  const hasDefault = providers.some(({ alias }) => alias === undefined);
  let missing: IConstruct | undefined;
  for (const { construct, provider } of uses) {
    if (TerraformStack.of(construct) !== stack) continue;
    if (provider) findings.push(...checkGiven(stack, construct, provider));
    else if (!hasDefault) missing ??= construct;
  }
  if (missing) {
    findings.push(
      providerProblem.finding(`Stack ${stack.node.path} has no ConfluentProvider without an alias.`, {
        path: missing.node.path,
      }),
    );
  }
  return findings;
}

function checkDoubled(stack: TerraformStack, providers: readonly AliasedProvider[]): Finding[] {
  const seen = new Map<string, AliasedProvider>();
  return providers.flatMap((provider) => {
    const alias = provider.alias ?? "";
    const earlier = seen.get(alias);
    seen.set(alias, provider);
    if (!earlier) return [];
    const called = alias === "" ? "without an alias" : `with the alias ${alias}`;
    return [
      providerProblem.finding(`${earlier.node.path} and ${provider.node.path} are both ${called}.`, {
        path: stack.node.path,
      }),
    ];
  });
}

function checkGiven(stack: TerraformStack, construct: IConstruct, provider: TerraformProvider): Finding[] {
  const owner = TerraformStack.of(provider);
  const path = construct.node.path;
  if (owner !== stack) {
    return [
      providerProblem.finding(
        `The provider ${provider.node.path} belongs to stack ${owner.node.path}, the construct to ${stack.node.path}.`,
        { path },
      ),
    ];
  }
  if (provider.terraformResourceType === PROVIDER_NAME) return [];
  return [
    providerProblem.finding(`The provider ${provider.node.path} is a ${provider.terraformResourceType} provider.`, {
      path,
    }),
  ];
}

const FLOOR: Version = [2, 51, 0];

/** Major, minor and patch. */
export type Version = readonly [number, number, number];

function below(version: readonly number[], floor: readonly number[]): boolean {
  for (let i = 0; i < floor.length; i++) {
    const difference = (version[i] ?? 0) - (floor[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether a version constraint lets a version under another one through. */
export function allowsOldProvider(constraint: string, floor: Version = FLOOR): boolean {
  const lowest = constraint.split(",").flatMap((part) => {
    const match = /^\s*(=|>=|>|~>)?\s*v?(\d+(?:\.\d+){0,2})(?:[-+][\w.-]+)?\s*$/.exec(part);
    return match ? [(match[2] as string).split(".").map(Number)] : [];
  });
  return lowest.length === 0 || lowest.every((version) => below(version, floor));
}

function checkVersion(stack: TerraformStack, providers: readonly AliasedProvider[]): Finding[] {
  const constraint = providerConstraint(stack, providers);
  if (constraint === undefined || isToken(constraint) || !allowsOldProvider(constraint)) return [];
  return [
    providerTooOld.finding(`The version constraint is ${JSON.stringify(constraint)}.`, { path: stack.node.path }),
  ];
}

/** Which versions of the Confluent provider a stack takes. */
export function providerConstraint(
  stack: TerraformStack,
  providers: readonly TerraformProvider[] = confluentProviders(stack),
): string | undefined {
  const [provider] = providers;
  if (!provider) return undefined;
  return overriddenConstraint(stack) ?? provider.terraformGeneratorMetadata?.providerVersionConstraint;
}

/** What the stack itself says of it, over what the bindings say. */
export function overriddenConstraint(stack: TerraformStack): string | undefined {
  const { rawOverrides } = stack as unknown as {
    rawOverrides?: { terraform?: { required_providers?: Record<string, { version?: string }> } };
  };
  return rawOverrides?.terraform?.required_providers?.[PROVIDER_NAME]?.version;
}
