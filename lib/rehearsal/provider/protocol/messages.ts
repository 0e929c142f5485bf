/** The messages of `plugin.proto`, as they arrive: a field that was not sent is absent. */

export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

export type PathStep =
  { readonly attribute_name: string } | { readonly element_key_string: string } | { readonly element_key_int: number };

export interface PathMessage {
  readonly steps: readonly PathStep[];
}

export interface DiagnosticMessage {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail?: string;
  readonly attribute?: PathMessage;
}

export interface DiagnosticsAnswer {
  readonly diagnostics?: readonly DiagnosticMessage[];
}

export interface AttributeMessage {
  readonly name: string;
  readonly type: Uint8Array;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
}

export interface NestedBlockMessage {
  readonly type_name: string;
  readonly block: BlockMessage;
  readonly nesting: string;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface BlockMessage {
  readonly version: number;
  readonly attributes: readonly AttributeMessage[];
  readonly block_types: readonly NestedBlockMessage[];
}

export interface SchemaMessage {
  readonly version: number;
  readonly block: BlockMessage;
}

export interface SchemaAnswer {
  readonly provider: SchemaMessage;
  readonly resource_schemas: Readonly<Record<string, SchemaMessage>>;
  readonly data_source_schemas: Readonly<Record<string, SchemaMessage>>;
  readonly server_capabilities: { readonly get_provider_schema_optional: boolean };
}

export interface ProviderConfigRequest {
  readonly config?: DynamicValue;
}

export interface ProviderConfigAnswer extends DiagnosticsAnswer {
  readonly prepared_config?: DynamicValue;
}

export interface ConfigRequest {
  readonly type_name?: string;
  readonly config?: DynamicValue;
}

export interface UpgradeRequest {
  readonly type_name?: string;
  readonly version?: number;
  readonly raw_state?: { readonly json?: Uint8Array };
}

export interface UpgradeAnswer extends DiagnosticsAnswer {
  readonly upgraded_state?: DynamicValue;
}

export interface ReadRequest {
  readonly type_name?: string;
  readonly current_state?: DynamicValue;
  readonly private?: Uint8Array;
}

export interface ReadAnswer extends DiagnosticsAnswer {
  readonly new_state?: DynamicValue;
  readonly private?: Uint8Array;
}

export interface PlanRequestMessage {
  readonly type_name?: string;
  readonly prior_state?: DynamicValue;
  readonly proposed_new_state?: DynamicValue;
  readonly config?: DynamicValue;
  readonly prior_private?: Uint8Array;
}

export interface PlanAnswer extends DiagnosticsAnswer {
  readonly planned_state?: DynamicValue;
  readonly requires_replace?: readonly PathMessage[];
  readonly planned_private?: Uint8Array;
  readonly legacy_type_system?: boolean;
}

export interface ApplyRequest {
  readonly type_name?: string;
  readonly prior_state?: DynamicValue;
  readonly planned_state?: DynamicValue;
  readonly config?: DynamicValue;
  readonly planned_private?: Uint8Array;
}

export interface ApplyAnswer extends DiagnosticsAnswer {
  readonly new_state?: DynamicValue;
  readonly private?: Uint8Array;
  readonly legacy_type_system?: boolean;
}

export interface ImportRequest {
  readonly type_name?: string;
  readonly id?: string;
}

export interface ImportAnswer extends DiagnosticsAnswer {
  readonly imported_resources?: readonly { readonly type_name: string; readonly state: DynamicValue }[];
}

export interface DataAnswer extends DiagnosticsAnswer {
  readonly state?: DynamicValue;
}
