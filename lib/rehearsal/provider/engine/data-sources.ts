import { notCarried } from "../notices";
import type { ConfigRequest, DataAnswer, DiagnosticsAnswer } from "../protocol/messages";
import type { OperationContext } from "../resource";
import { diagnosticMessages, errorDiagnostic } from "./diagnostics";
import type { DataSourceType } from "./types";
import { settle } from "./unknown";

export function validateDataSource(type: DataSourceType, request: ConfigRequest): DiagnosticsAnswer {
  const config = type.decodePresent(request.config);
  return { diagnostics: diagnosticMessages(type.handler?.validate?.(config) ?? [], type.block) };
}

export async function readDataSource(
  type: DataSourceType,
  request: ConfigRequest,
  context: () => OperationContext,
): Promise<DataAnswer> {
  try {
    if (!type.handler) throw notCarried("data source", type.name);
    const config = type.decodePresent(request.config);
    return { state: type.encode(settle(await type.handler.read(config, context()))) };
  } catch (error) {
    return { diagnostics: diagnosticMessages([errorDiagnostic(error)], type.block) };
  }
}
