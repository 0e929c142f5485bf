import type { BlockMessage, SchemaAnswer, SchemaMessage } from "../protocol/messages";
import type { Block, ObjectSchema, ProviderSchema } from "./schema";

/** What `GetSchema` answers. Terraform asks once in a process and keeps it. */
export function schemaAnswer(schema: ProviderSchema): SchemaAnswer {
  return {
    provider: schemaMessage(schema.provider),
    resource_schemas: schemaMessages(schema.resource_schemas),
    data_source_schemas: schemaMessages(schema.data_source_schemas),
    server_capabilities: { get_provider_schema_optional: true },
  };
}

function schemaMessages(schemas: ProviderSchema["resource_schemas"]): Record<string, SchemaMessage> {
  return Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, schemaMessage(schema)]));
}

function schemaMessage({ version, block }: ObjectSchema): SchemaMessage {
  return { version, block: blockMessage(block) };
}

function blockMessage({ attributes = {}, block_types = {} }: Block): BlockMessage {
  return {
    version: 0,
    attributes: Object.entries(attributes).map(([name, { type, ...flags }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      ...flags,
    })),
    block_types: Object.entries(block_types).map(([type_name, { nesting_mode, block, ...bounds }]) => ({
      type_name,
      block: blockMessage(block),
      nesting: nesting_mode.toUpperCase(),
      ...bounds,
    })),
  };
}
