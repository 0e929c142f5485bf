import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Activity } from "../../../lib/rehearsal/clock/clock";
import {
  ProviderError,
  type OperationContext,
  type ProviderConfiguration,
  type Values,
} from "../../../lib/rehearsal/provider/resource";
import type { RestAnswer, RestClient, RestRequest } from "../../../lib/rehearsal/provider/rest-client";

/** Status and body of an answer. Text is sent as it is. */
export type Answer = readonly [status: number, body?: unknown];

export const NO_KAFKA = { id: "", restEndpoint: "", key: "", secret: "" };

export const PROVIDER: ProviderConfiguration = {
  endpoint: "https://api.test",
  cloudApiKey: "cloud-key",
  cloudApiSecret: "cloud-secret",
  kafka: NO_KAFKA,
  maxRetries: 4,
};

/** Answers requests one after the other, and writes down requests and waits as they come. */
export class Script implements RestClient {
  /** `POST https://jump /path as key`, or `wait 10`, in seconds. */
  public readonly log: string[] = [];
  public readonly bodies: unknown[] = [];
  readonly #answers: Answer[];

  public constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers];
  }

  public async send({ method, endpoint, path, credentials, body }: RestRequest): Promise<RestAnswer> {
    this.log.push(`${method} ${endpoint}${path} as ${credentials.key}:${credentials.secret}`);
    if (body !== undefined) this.bodies.push(JSON.parse(JSON.stringify(body)));
    const next = this.#answers.shift();
    if (next === undefined) throw new Error(`no answer for ${method} ${path}`);
    const [status, answer = {}] = next;
    return Promise.resolve({ status, text: typeof answer === "string" ? answer : JSON.stringify(answer) });
  }

  public readonly activity: Activity = {
    wait: async (milliseconds) => {
      this.log.push(`wait ${milliseconds / 1000}`);
      return Promise.resolve();
    },
    within: async (_milliseconds, elsewhere) => elsewhere,
  };

  public context(options: Partial<Pick<OperationContext, "environment" | "provider">> = {}): OperationContext {
    return { provider: PROVIDER, environment: {}, ...options, rest: this, activity: this.activity };
  }

  /** Requests without endpoint and key, and waits. */
  public get short(): readonly string[] {
    return this.log.map((line) => line.replace(/https:\/\/[^/]+/, "").replace(/ as .*$/, ""));
  }

  /** Whether every answer was asked for. */
  public expectFinished(): void {
    expect(this.#answers).toEqual([]);
  }
}

/** The error that an operation ends with. */
export async function failureOf(operation: Promise<unknown>): Promise<ProviderError> {
  const outcome: unknown = await operation.then(
    () => "no error",
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ProviderError);
  return outcome as ProviderError;
}

/** Entries of a request by name, as their order is not fixed. */
export const byName = (entries: readonly { name: string }[]): Record<string, unknown> =>
  Object.fromEntries(
    entries.map(({ name, ...rest }) => [name, "value" in rest && Object.keys(rest).length === 1 ? rest.value : rest]),
  );

interface SchemaBlock {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly block_types?: Readonly<Record<string, { readonly block: SchemaBlock }>>;
}

const SCHEMA = JSON.parse(
  readFileSync(join(__dirname, "../../../lib/rehearsal/provider/schema/confluent-provider-schema-2.83.0.json"), "utf8"),
) as {
  provider_schemas: Record<
    string,
    Record<"resource_schemas" | "data_source_schemas", Record<string, { block: SchemaBlock }>>
  >;
};

export const schemaOf = (kind: "resource_schemas" | "data_source_schemas", type: string): SchemaBlock =>
  Object.values(SCHEMA.provider_schemas)[0]![kind][type]!.block;

/** A state holds every attribute and block of the schema, and nothing else. */
export function expectComplete(
  type: string,
  state: Values,
  kind: Parameters<typeof schemaOf>[0] = "resource_schemas",
): void {
  expectFits(schemaOf(kind, type), state);
}

function expectFits(block: SchemaBlock, values: Values): void {
  const { attributes = {}, block_types = {} } = block;
  expect(Object.keys(values).sort()).toEqual([...Object.keys(attributes), ...Object.keys(block_types)].sort());
  for (const [name, nested] of Object.entries(block_types)) {
    const items = values[name];
    if (Array.isArray(items)) for (const item of items as Values[]) expectFits(nested.block, item);
  }
}
