/** What a group coordinator takes from the broker's settings; each field says which. */
export interface GroupConfig {
  /** `group.initial.rebalance.delay.ms` */
  readonly initialRebalanceDelayMs: number;
  /** `group.min.session.timeout.ms` */
  readonly minSessionTimeoutMs: number;
  /** `group.max.session.timeout.ms` */
  readonly maxSessionTimeoutMs: number;
  /** `group.max.size`, in members */
  readonly maxSize: number;
  /** `offset.metadata.max.bytes`; compared, as in Kafka, with the length of the text in UTF-16 units */
  readonly offsetMetadataMaxBytes: number;
  /** `offsets.retention.minutes`, as milliseconds */
  readonly offsetsRetentionMs: number;
}

/** Kafka's defaults. */
export const DEFAULT_GROUP_CONFIG: GroupConfig = {
  initialRebalanceDelayMs: 3_000,
  minSessionTimeoutMs: 6_000,
  maxSessionTimeoutMs: 1_800_000,
  maxSize: 2_147_483_647,
  offsetMetadataMaxBytes: 4_096,
  offsetsRetentionMs: 10_080 * 60_000,
};

/** A member that joined for the first time is dropped when its join is not answered within this time: its client has gone away or will ask again. */
export const NEW_MEMBER_JOIN_TIMEOUT_MS: number = 5 * 60_000;
