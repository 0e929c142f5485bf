import {
  DefaultTokenResolver,
  StringConcat,
  TerraformResource,
  TerraformVariable,
  Tokenization,
  type TerraformStack,
} from "cdktf";
import type { CredentialsOf, DocumentCredentials } from "../model/document";
import type { ClusterRole } from "../model/link-mode";

const LINK_TYPE = "confluent_cluster_link";
const ROLES: readonly ClusterRole[] = ["source", "destination", "local", "remote"];
const REFERENCE = /^\$\{((?:var|confluent_api_key)\.[\w.-]+)\}$/;

/** Names of the sensitive variables of a stack. */
export function sensitiveVariables(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .filter((node): node is TerraformVariable => node instanceof TerraformVariable && node.sensitive === true)
    .map((variable) => variable.friendlyUniqueId)
    .sort();
}

/** Where the links of stacks take their keys from. */
export function credentialsOfLinks(stacks: Iterable<TerraformStack>): CredentialsOf {
  const found = new Map<string, readonly DocumentCredentials[]>();
  for (const stack of stacks) {
    for (const node of stack.node.findAll()) {
      if (!TerraformResource.isTerraformResource(node) || node.terraformResourceType !== LINK_TYPE) continue;
      found.set(`${stack.node.path} ${LINK_TYPE}.${node.friendlyUniqueId}`, credentialsOf(stack, node));
    }
  }
  return (stack, address) => found.get(`${stack} ${address}`) ?? [];
}

function credentialsOf(stack: TerraformStack, link: TerraformResource): DocumentCredentials[] {
  const { resource } = link.toTerraform() as { resource: Record<string, Record<string, Record<string, unknown>>> };
  const attributes = resource[LINK_TYPE]?.[link.friendlyUniqueId] ?? {};
  return ROLES.flatMap((cluster) => {
    const block = resolve(stack, attributes[`${cluster}_kafka_cluster`]) as
      { credentials?: { key?: unknown; secret?: unknown } } | undefined;
    const credentials = block?.credentials;
    return credentials ? [{ cluster, key: reference(credentials.key), secret: reference(credentials.secret) }] : [];
  });
}

function resolve(scope: TerraformStack, value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  }) as unknown;
}

/** The expression in a value, where it is nothing but a variable or a key of the stack. */
function reference(value: unknown): string | null {
  return (typeof value === "string" && REFERENCE.exec(value)?.[1]) || null;
}
