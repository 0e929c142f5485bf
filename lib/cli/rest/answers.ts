/** A link as its cluster tells it. */
export interface LinkAnswer {
  readonly link_name: string;
  readonly source_cluster_id?: string | null;
  readonly destination_cluster_id?: string | null;
  readonly remote_cluster_id?: string | null;
  readonly link_state?: string | null;
  readonly link_error?: string | null;
  readonly link_error_message?: string | null;
  readonly tasks?: readonly TaskAnswer[] | null;
}

/** A task of a link. */
export interface TaskAnswer {
  readonly task_name: string;
  readonly state: string;
  readonly errors?: readonly { readonly error_code?: string | null; readonly error_message?: string | null }[] | null;
}

/** A setting of a link. */
export interface ConfigAnswer {
  readonly name: string;
  readonly value?: string | null;
  readonly is_sensitive?: boolean | null;
  readonly source?: string | null;
}

export interface LagAnswer {
  readonly partition: number;
  /** Records. */
  readonly lag: number;
}

/** A mirror topic of a link. */
export interface MirrorAnswer {
  readonly mirror_topic_name: string;
  readonly source_topic_name: string;
  readonly mirror_status: string;
  readonly mirror_topic_error?: string | null;
  readonly mirror_lags?: readonly LagAnswer[] | null;
  readonly mirror_state_transition_errors?:
    readonly { readonly error_code?: string | null; readonly error_message?: string | null }[] | null;
}

/** What an operation on mirror topics says of one of them. */
export interface AlterAnswer {
  readonly mirror_topic_name: string;
  readonly error_code?: number | null;
  readonly error_message?: string | null;
}

/** What a list of the API gives. */
export interface ListAnswer<T> {
  readonly data?: readonly T[] | null;
  readonly metadata?: { readonly next?: string | null } | null;
}

/** The API's word for a link or mirror topic that nothing is wrong with. */
export const NO_ERROR = "NO_ERROR";

/** Source of a setting that somebody made. */
export const OWN_SETTING = "DYNAMIC_CLUSTER_LINK_CONFIG";
