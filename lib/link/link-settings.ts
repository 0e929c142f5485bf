import type { IResolvable } from "cdktf";
import { date, requireKind } from "../core/shape";
import type { AclFilter, GroupFilter } from "../model/filters";
import type { RawLinkConfig, SyncableTopicConfig } from "../model/settings";

/**
 * Copies committed offsets of consumer groups, so that consumers go on where they were.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export interface ConsumerOffsetSync {
  /** Whether offsets are copied; the filters stay in the link either way. @default true */
  readonly enabled?: boolean | IResolvable;
  /** Which groups, by their names on the source. CL003 without any. */
  readonly groups: readonly GroupFilter[];
  /**
   * Time between two copies, in milliseconds; 1000 or more (CL031).
   *
   * @default 30000
   */
  readonly intervalMs?: number;
}

/**
 * Copies ACLs. What the filters cover and the source does not have is deleted on the destination.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/security-cloud.html
 */
export interface AclSync {
  /** Whether ACLs are copied; the filters stay in the link either way. @default true */
  readonly enabled?: boolean | IResolvable;
  /** Which ACLs. CL001 without any, CL027 for all of them. */
  readonly filters: readonly AclFilter[];
  /**
   * Time between two copies, in milliseconds; 1000 or more (CL031).
   *
   * @default 5000
   */
  readonly intervalMs?: number;
}

/**
 * Copies the configuration of topics to their mirror topics.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export interface TopicConfigSync {
  /**
   * Time between two copies, in milliseconds; 1000 or more (CL031).
   *
   * @default 5000
   */
  readonly intervalMs?: number;
  /**
   * Which topic settings are copied; the others can be set on the mirror topic by itself. CL030 unless the always copied ones are in it.
   *
   * @default - every setting that can be copied
   */
  readonly include?: readonly SyncableTopicConfig[];
}

/**
 * Where new mirror topics start to copy.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/cluster-links-cc.html
 */
export class StartOffset {
  /** From the oldest record that the source still has. */
  public static readonly EARLIEST = new StartOffset("earliest");
  /** From the records that come after the mirror topic exists. */
  public static readonly LATEST = new StartOffset("latest");

  private constructor(
    /** The value as the link's config has it. */
    public readonly value: string,
  ) {}

  /** From the first record at or after this time. */
  public static at(time: Date): StartOffset {
    requireKind("StartOffset", "the time", time, date);
    return new StartOffset(time.toISOString());
  }

  /** From what this text says: `earliest`, `latest`, or a time in ISO 8601; it may be a token. */
  public static of(value: string): StartOffset {
    return new StartOffset(value);
  }
}

/** Settings of a half that receives data, without those that exclude each other. */
export interface CommonReceivingSettings {
  /** Which consumer groups find their offsets on the destination. @default - offsets are not copied */
  readonly consumerOffsetSync?: ConsumerOffsetSync;
  /** Which settings of topics are copied, and how often. @default - every setting that can be copied, every 5 seconds */
  readonly topicConfigSync?: TopicConfigSync;
  /** Where new mirror topics start to copy. @default - from the oldest record */
  readonly startOffset?: StartOffset;
  /**
   * Entries of the link's `config` that no prop covers.
   *
   * CL021 for a key the provider does not take, CL053 for one that a typed setting writes.
   *
   * @default - none
   */
  readonly rawConfig?: RawLinkConfig;
}

/** Mirror topics are called like their source topics. */
export interface WithoutPrefix {
  readonly prefix?: undefined;
  /** Which ACLs are copied. @default - ACLs are not copied */
  readonly aclSync?: AclSync;
}

/** Mirror topics are called otherwise, so ACLs cannot be copied (CL008). */
export interface WithPrefix {
  /** Text before the names of mirror topics, at most 12 characters (CL010). It can only be given when the link is created. */
  readonly prefix: string;
  readonly aclSync?: undefined;
}

/**
 * Whether the prefix also goes before the names of consumer groups.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export interface GroupPrefix {
  /**
   * CL011 without a prefix and on bidirectional links.
   *
   * @default false
   */
  readonly consumerGroupPrefix?: boolean | IResolvable;
}

/** Settings of a half that receives data. They are written there alone. */
export type ReceivingSettings = CommonReceivingSettings &
  ((WithoutPrefix & { readonly consumerGroupPrefix?: undefined }) | (WithPrefix & GroupPrefix));
