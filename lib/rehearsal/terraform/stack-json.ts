/** A stack's JSON, as far as running it looks into it. */
export interface StackJson {
  readonly terraform?: {
    readonly required_providers?: Readonly<Record<string, { readonly source?: string }>>;
    readonly [member: string]: unknown;
  };
  readonly variable?: Readonly<Record<string, { readonly default?: unknown; readonly sensitive?: boolean }>>;
  readonly module?: Readonly<Record<string, unknown>>;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly provider?: unknown;
  readonly [member: string]: unknown;
}

/** Blocks by type and name. */
type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
