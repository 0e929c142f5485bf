import type { RestClient } from "./rest-client";
import type { Activity } from "../clock/clock";

/** Stands for a value that Terraform does not know yet. */
export const UNKNOWN = Symbol("unknown");

/** An attribute's value: what JSON can hold, or not known yet. Blocks are lists of objects; an absent value is `null`. */
export type Value =
  string | number | boolean | null | typeof UNKNOWN | readonly Value[] | { readonly [name: string]: Value };

/** A resource, or its configuration: every attribute and block of the schema is there. */
export type Values = { readonly [name: string]: Value };

/** Steps from a resource to one of its values: names of attributes and blocks, positions in lists, keys of maps. */
export type AttributePath = readonly (string | number)[];

export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail?: string;
  readonly path?: AttributePath;
}

/** Ends an operation with an error that Terraform shows. */
export class ProviderError extends Error {
  public override readonly name = "ProviderError";
  public readonly detail: string | undefined;
  public readonly path: AttributePath | undefined;
  /** What was reached before: Terraform keeps it in its state. `null` keeps nothing. */
  public readonly partial: Values | null | undefined;

  public constructor(
    summary: string,
    options: { detail?: string; path?: AttributePath; partial?: Values | null } = {},
  ) {
    super(summary);
    this.detail = options.detail;
    this.path = options.path;
    this.partial = options.partial;
  }
}

/** What the provider block says, environment variables of the provider included. */
export interface ProviderConfiguration {
  readonly endpoint: string;
  readonly cloudApiKey: string;
  readonly cloudApiSecret: string;
  readonly kafka: { readonly id: string; readonly restEndpoint: string; readonly key: string; readonly secret: string };
  readonly maxRetries: number;
}

/** What an operation of a resource has at hand. */
export interface OperationContext {
  readonly provider: ProviderConfiguration;
  readonly rest: RestClient;
  readonly activity: Activity;
  /** Environment of the Terraform process, as far as an import reads it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface PlanRequest {
  /** `null` for a resource that does not exist yet. */
  readonly prior: Values | null;
  readonly proposed: Values;
  readonly config: Values;
}

export interface PlanResult {
  readonly planned: Values;
  /** What forces a replacement, beyond {@link ResourceHandler.replacedBy}. */
  readonly replace?: readonly AttributePath[];
}

/** One resource type that the emulator carries. */
export interface ResourceHandler {
  readonly type: string;
  /** Attributes and blocks a change of which replaces the resource: `link_name`, or `kafka_cluster.0.id` for one in a block. */
  readonly replacedBy: readonly string[];
  /** What validation of the configuration alone says (`terraform validate`, and every plan). */
  validate?(config: Values): readonly Diagnostic[];
  /** Changes the plan that the schema alone gives (computed values are already unknown or kept). Not called for a destroy. */
  plan?(request: PlanRequest, plan: PlanResult, context: OperationContext): PlanResult | Promise<PlanResult>;
  create(planned: Values, config: Values, context: OperationContext): Promise<Values>;
  /** `null` when it is gone. */
  read(state: Values, context: OperationContext): Promise<Values | null>;
  update?(planned: Values, prior: Values, config: Values, context: OperationContext): Promise<Values>;
  delete(state: Values, context: OperationContext): Promise<void>;
  /** The state by an import id, before the first read. */
  importState?(id: string, context: OperationContext): Promise<Values>;
}

/** One data source type that the emulator carries. */
export interface DataSourceHandler {
  readonly type: string;
  validate?(config: Values): readonly Diagnostic[];
  read(config: Values, context: OperationContext): Promise<Values>;
}
