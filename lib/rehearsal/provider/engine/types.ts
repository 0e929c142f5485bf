import type { DynamicValue } from "../protocol/messages";
import {
  ProviderError,
  type AttributePath,
  type DataSourceHandler,
  type ResourceHandler,
  type Values,
} from "../resource";
import type { Block, ObjectSchema, ProviderSchema } from "../schema/schema";
import { codecOf, type ObjectCodec } from "../values/codec";
import { readDynamicValue, writeDynamicValue } from "../values/dynamic-value";
import { MalformedValue } from "../values/malformed";
import { parsePath } from "./paths";

/** One type of the schema, with what is derived from it once. */
export class SchemaType {
  public readonly name: string;
  public readonly version: number;
  public readonly block: Block;
  readonly #codec: ObjectCodec;

  public constructor(name: string, { version, block }: ObjectSchema) {
    this.name = name;
    this.version = version;
    this.block = block;
    this.#codec = codecOf(block);
  }

  public decode(message: DynamicValue | undefined): Values | null {
    return this.fromRaw(readDynamicValue(message));
  }

  /** Like {@link decode}, for what cannot be absent. */
  public decodePresent(message: DynamicValue | undefined): Values {
    const values = this.decode(message);
    if (values === null) throw new MalformedValue(`no value for ${this.name}`);
    return values;
  }

  public fromRaw(raw: unknown): Values | null {
    return this.#codec.decode(raw);
  }

  public encode(values: Values | null): DynamicValue {
    return writeDynamicValue(this.#codec.encode(values));
  }
}

/** A resource type. Without a handler, the emulator does not carry it. */
export class ResourceType extends SchemaType {
  public readonly handler: ResourceHandler | undefined;
  public readonly replacedBy: readonly AttributePath[];

  public constructor(name: string, schema: ObjectSchema, handler: ResourceHandler | undefined) {
    super(name, schema);
    this.handler = handler;
    this.replacedBy = (handler?.replacedBy ?? []).map(parsePath);
  }
}

/** A data source type. Without a handler, the emulator does not carry it. */
export class DataSourceType extends SchemaType {
  public readonly handler: DataSourceHandler | undefined;

  public constructor(name: string, schema: ObjectSchema, handler: DataSourceHandler | undefined) {
    super(name, schema);
    this.handler = handler;
  }
}

/** The types of a provider, each made when it is first asked for. */
export class Types {
  readonly #schema: ProviderSchema;
  readonly #resourceHandlers: ReadonlyMap<string, ResourceHandler>;
  readonly #dataSourceHandlers: ReadonlyMap<string, DataSourceHandler>;
  readonly #resources = new Map<string, ResourceType>();
  readonly #dataSources = new Map<string, DataSourceType>();
  public readonly provider: SchemaType;

  public constructor(
    schema: ProviderSchema,
    resources: readonly ResourceHandler[],
    dataSources: readonly DataSourceHandler[],
  ) {
    this.#schema = schema;
    this.#resourceHandlers = new Map(resources.map((handler) => [handler.type, handler]));
    this.#dataSourceHandlers = new Map(dataSources.map((handler) => [handler.type, handler]));
    this.provider = new SchemaType("provider", schema.provider);
    for (const { type } of resources) schemaOf(schema.resource_schemas, "resource", type);
    for (const { type } of dataSources) schemaOf(schema.data_source_schemas, "data source", type);
  }

  public resource(name = ""): ResourceType {
    const known = this.#resources.get(name);
    if (known) return known;
    const schema = schemaOf(this.#schema.resource_schemas, "resource", name);
    const made = new ResourceType(name, schema, this.#resourceHandlers.get(name));
    this.#resources.set(name, made);
    return made;
  }

  public dataSource(name = ""): DataSourceType {
    const known = this.#dataSources.get(name);
    if (known) return known;
    const schema = schemaOf(this.#schema.data_source_schemas, "data source", name);
    const made = new DataSourceType(name, schema, this.#dataSourceHandlers.get(name));
    this.#dataSources.set(name, made);
    return made;
  }
}

function schemaOf(schemas: ProviderSchema["resource_schemas"], kind: string, name: string): ObjectSchema {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!schema) throw new ProviderError(`The provider's schema has no ${kind} ${JSON.stringify(name.slice(0, 100))}`);
  return schema;
}
