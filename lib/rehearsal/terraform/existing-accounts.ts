import type { StackJson } from "./stack-json";

/** A service account that exists already, and a cluster that a stack makes a key of it for. */
export interface ExistingAccount {
  readonly accountId: string;
  readonly clusterId: string;
}

interface KeyBlock {
  readonly owner?: unknown;
  readonly managed_resource?: unknown;
}

/** Accounts and clusters that API keys of a stack name as plain text. What another resource makes is left out. */
export function existingAccounts(stack: StackJson): ExistingAccount[] {
  return Object.values(stack.resource?.["confluent_api_key"] ?? {}).flatMap((block) => {
    const { owner, managed_resource } = block as KeyBlock;
    const [accountId, clusterId] = [idOf(owner), idOf(managed_resource)];
    return accountId === undefined || clusterId === undefined ? [] : [{ accountId, clusterId }];
  });
}

function idOf(block: unknown): string | undefined {
  const [first] = Array.isArray(block) ? (block as unknown[]) : [block];
  if (typeof first !== "object" || first === null) return undefined;
  const { id } = first as { readonly id?: unknown };
  return typeof id === "string" && !id.includes("${") ? id : undefined;
}
