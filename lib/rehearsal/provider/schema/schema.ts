/** A provider's schema, as `terraform providers schema -json` writes it. */

export type AttributeType =
  | "string"
  | "number"
  | "bool"
  | readonly ["list" | "set" | "map", AttributeType]
  | readonly ["object", { readonly [name: string]: AttributeType }];

export interface Attribute {
  readonly type: AttributeType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
}

export interface NestedBlock {
  readonly nesting_mode: "single" | "list" | "set";
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: Block;
}

export interface Block {
  readonly attributes?: { readonly [name: string]: Attribute };
  readonly block_types?: { readonly [name: string]: NestedBlock };
}

export interface ObjectSchema {
  readonly version: number;
  readonly block: Block;
}

export interface ProviderSchema {
  readonly provider: ObjectSchema;
  readonly resource_schemas: { readonly [type: string]: ObjectSchema };
  readonly data_source_schemas: { readonly [type: string]: ObjectSchema };
}
