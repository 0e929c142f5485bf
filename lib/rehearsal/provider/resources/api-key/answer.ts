/** What an API key is for. */
export interface KeyResource {
  readonly id?: string;
  readonly kind?: string;
  readonly api_version?: string;
}

/** An API key as the control plane describes it. The secret is there once, in the answer to its creation. */
export interface ApiKeyAnswer {
  readonly id?: string;
  readonly spec?: {
    readonly secret?: string;
    readonly display_name?: string;
    readonly description?: string;
    readonly owner?: KeyResource;
    readonly resource?: KeyResource;
  };
}

export const isKafkaKey = ({ kind, api_version }: KeyResource): boolean =>
  kind === "Cluster" && api_version === "cmk/v2";
