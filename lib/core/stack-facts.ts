import { TerraformBackend, TerraformRemoteState, type TerraformStack } from "cdktf";
import type { DocumentBackend } from "../model/document";
import type { StackFacts } from "../model/rules/stacks";
import { isToken } from "./known";

type BackendConfig = Readonly<Record<string, unknown>>;

interface Backend {
  readonly type: string;
  readonly config: BackendConfig;
}

/** Members of each backend's configuration that tell one state from another. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  local: ["path"],
  s3: ["endpoint", "bucket", "key"],
  azurerm: ["storage_account_name", "container_name", "key"],
  gcs: ["bucket", "prefix"],
};

const REGIONS = new WeakMap<TerraformStack, string>();

/**
 * States the region in which a stack's backend keeps its state, for backends that do not say so (azurerm, gcs, cloud).
 *
 * It is only used for rule CL042.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
export function declareStateRegion(stack: TerraformStack, region: string): void {
  REGIONS.set(stack, region);
}

function backendOf(stack: TerraformStack): Backend | undefined {
  const backend = stack.node.findAll().find((node) => TerraformBackend.isBackend(node));
  if (!backend) return undefined;
  const { terraform } = backend.toTerraform() as {
    terraform: { backend?: Record<string, BackendConfig>; cloud?: BackendConfig };
  };
  if (terraform.cloud) return { type: "cloud", config: terraform.cloud };
  const [entry] = Object.entries(terraform.backend ?? {});
  return entry && { type: entry[0], config: entry[1] };
}

/** What tells a backend's state from others; `undefined` where the workspace is only chosen when Terraform runs. */
function stateOf({ type, config }: Backend): { type: string; members: [string, unknown][] } | undefined {
  if (type === "cloud" || type === "remote") {
    const { name } = (config["workspaces"] ?? {}) as { name?: string };
    const host = config["hostname"] ?? "app.terraform.io";
    const members: [string, unknown][] = [
      ["host", host],
      ["organization", config["organization"]],
      ["workspace", name],
    ];
    return name === undefined ? undefined : { type: "cloud", members };
  }
  const names = IDENTITY[type] ?? Object.keys(config);
  const members = names.map((name): [string, unknown] => [name, config[name]]);
  return { type, members: members.filter(([, value]) => value !== undefined) };
}

/** What decides how a stack's Terraform is run; nothing where the stack has no backend of its own. */
export function documentBackend(stack: TerraformStack): DocumentBackend | undefined {
  const backend = backendOf(stack);
  if (!backend) return undefined;
  const workspace: unknown = (backend.config["workspaces"] as { name?: unknown } | undefined)?.name;
  if (typeof workspace !== "string") return { type: backend.type };
  return { type: backend.type, workspace: isToken(workspace) ? null : workspace };
}

/** What synth can see of a stack's state. */
export function stackFacts(stack: TerraformStack): StackFacts {
  const backend = backendOf(stack);
  const state = backend && stateOf(backend);
  const region = backend?.config["region"];
  return {
    name: stack.node.path,
    stateIdentity: state && !isToken(JSON.stringify(state)) ? JSON.stringify(state) : undefined,
    statePlace: state
      ? `${state.type} (${state.members.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ")})`
      : "an unknown place",
    stateRegion: REGIONS.get(stack) ?? (typeof region === "string" ? region : undefined),
    remoteStates: stack.node
      .findAll()
      .filter((node) => isRemoteState(node))
      .map((node) => node.node.path),
  };
}

function isRemoteState(node: unknown): boolean {
  return (
    node instanceof TerraformRemoteState ||
    (node as { _elementType?: string })._elementType === "data.terraform_remote_state"
  );
}
