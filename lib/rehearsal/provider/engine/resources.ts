import { notCarried } from "../notices";
import type {
  ApplyAnswer,
  ApplyRequest,
  ConfigRequest,
  DiagnosticsAnswer,
  ImportAnswer,
  ImportRequest,
  PlanAnswer,
  PlanRequestMessage,
  ReadAnswer,
  ReadRequest,
  UpgradeAnswer,
  UpgradeRequest,
} from "../protocol/messages";
import { ProviderError, type OperationContext, type Values } from "../resource";
import { readJson } from "../values/dynamic-value";
import { applyChange } from "./apply";
import { diagnosticMessages, errorDiagnostic } from "./diagnostics";
import { pathMessage } from "./paths";
import { planChange } from "./plan";
import type { ResourceType } from "./types";

/** The real provider's SDK is an old one, to which Terraform grants some inconsistencies; handlers reproduce these. */
const LEGACY = { legacy_type_system: true };

export type MakeContext = () => OperationContext;

export function validateResource(type: ResourceType, request: ConfigRequest): DiagnosticsAnswer {
  const config = type.decodePresent(request.config);
  return { diagnostics: diagnosticMessages(type.handler?.validate?.(config) ?? [], type.block) };
}

/** State that Terraform kept as JSON, in the form of today's schema. */
export function upgradeState(type: ResourceType, { version = 0, raw_state }: UpgradeRequest): UpgradeAnswer {
  if (version > type.version) {
    throw new ProviderError(`The state of ${type.name} was written by a later version of the provider`, {
      detail: `Its schema version is ${version}; this provider knows ${type.version}.`,
    });
  }
  if (!raw_state?.json) throw new ProviderError(`The state of ${type.name} is not JSON`);
  return { upgraded_state: type.encode(type.fromRaw(readJson(raw_state.json))) };
}

export async function readResource(
  type: ResourceType,
  request: ReadRequest,
  context: MakeContext,
): Promise<ReadAnswer> {
  const kept = request.private ? { private: request.private } : {};
  try {
    const state = type.decode(request.current_state);
    if (!type.handler || state === null) return { new_state: type.encode(state), ...kept };
    return { new_state: type.encode(await type.handler.read(state, context())), ...kept };
  } catch (error) {
    return { ...keep("new_state", request.current_state), ...kept, ...failure(type, error) };
  }
}

export async function planResource(
  type: ResourceType,
  request: PlanRequestMessage,
  context: MakeContext,
): Promise<PlanAnswer> {
  const prior = type.decode(request.prior_state);
  const proposed = type.decode(request.proposed_new_state);
  const kept = request.prior_private ? { planned_private: request.prior_private } : {};
  if (proposed === null) return { planned_state: type.encode(null), ...kept, ...LEGACY };
  const config = type.decodePresent(request.config);
  const { planned, replace } = await planChange(type, { prior, proposed, config }, context);
  return {
    planned_state: type.encode(planned),
    requires_replace: replace.map((path) => pathMessage(path, type.block)),
    ...kept,
    ...LEGACY,
  };
}

export async function applyResource(
  type: ResourceType,
  request: ApplyRequest,
  context: MakeContext,
): Promise<ApplyAnswer> {
  const kept = request.planned_private ? { private: request.planned_private } : {};
  try {
    const prior = type.decode(request.prior_state);
    const planned = type.decode(request.planned_state);
    const config = type.decode(request.config);
    if (!type.handler) throw notCarried("resource", type.name);
    const { state, error } = await applyChange(type.handler, { prior, planned, config }, context());
    return { new_state: type.encode(state), ...kept, ...LEGACY, ...(error === undefined ? {} : failure(type, error)) };
  } catch (error) {
    return { ...keep("new_state", request.prior_state), ...kept, ...LEGACY, ...failure(type, error) };
  }
}

export async function importResource(
  type: ResourceType,
  { id = "" }: ImportRequest,
  context: MakeContext,
): Promise<ImportAnswer> {
  if (!type.handler) throw notCarried("resource", type.name);
  if (!type.handler.importState) throw new ProviderError(`${type.name} cannot be imported`);
  const state: Values = await type.handler.importState(id, context());
  return { imported_resources: [{ type_name: type.name, state: type.encode(state) }] };
}

/** What is sent back as it came, because it could not be replaced by anything better. */
function keep<Name extends string, T>(name: Name, value: T | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, T>);
}

function failure(type: ResourceType, error: unknown): DiagnosticsAnswer {
  return { diagnostics: diagnosticMessages([errorDiagnostic(error)], type.block) };
}
