/** What the console consumer asks of a consumer. */

export interface ConsumedRecord {
  topic: string;
  partition: number;
  offset: number;
  /** Milliseconds; -1 when the record has none. */
  timestamp: number;
  timestampType: 'CreateTime' | 'LogAppendTime';
  leaderEpoch: number | null;
  key: Uint8Array | null;
  value: Uint8Array | null;
  headers: readonly { key: string; value: Uint8Array | null }[];
}

export type StartOffset = number | 'earliest' | 'latest';

export interface ConsumerPort {
  /** Joins the group for these topics, or for all that match. */
  subscribe(topics: readonly string[] | RegExp): void;
  /** Reads one partition, or all partitions of the topic, without a group. */
  assign(topic: string, partition: number | null, from: StartOffset): Promise<void>;
  /** Records as they come; empty when there were none within the time. */
  poll(timeoutMs: number): Promise<readonly ConsumedRecord[]>;
  /** Goes back before records that were polled and not used, so that they are not committed. */
  putBack(records: readonly ConsumedRecord[]): void;
  /** Ends a poll that waits. */
  wakeup(): void;
  close(): Promise<void>;
}
