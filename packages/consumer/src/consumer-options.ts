/** What a consumer takes; names and defaults are Kafka's, in camelCase. */
import { checkedNumber, type ClientOptions } from '@millrace/network-client';
import { assignors, type Assignor, type AssignorName } from './assignors/index.js';

/** Where to begin when there is no committed offset, or it is out of range. 'none' makes `poll` throw. */
export type AutoOffsetReset = 'earliest' | 'latest' | 'none' | { byDurationMs: number };

export type IsolationLevel = 'read_uncommitted' | 'read_committed';

export interface ConsumerOptions extends ClientOptions {
  /** Needed for `subscribe` and for committing. */
  groupId?: string;
  /** Makes the member static (KIP-345): it may go and come back within the session without a rebalance. */
  groupInstanceId?: string;
  /** Default 'latest'. */
  autoOffsetReset?: AutoOffsetReset;
  /** Commit what `poll` gave out, now and then and on close. Default true with a group. */
  enableAutoCommit?: boolean;
  /** Default 5000. */
  autoCommitIntervalMs?: number;
  /** Default 45000. */
  sessionTimeoutMs?: number;
  /** Default 3000. */
  heartbeatIntervalMs?: number;
  /** The longest time between polls before the group goes on without this member. Default 300000. */
  maxPollIntervalMs?: number;
  /** The broker answers when it has so many bytes. Default 1. */
  fetchMinBytes?: number;
  /** Or after so long. Default 500. */
  fetchMaxWaitMs?: number;
  /** Bytes of one answer, but always at least one batch. Default 52428800. */
  fetchMaxBytes?: number;
  /** Bytes of one partition in one answer. Default 1048576. */
  maxPartitionFetchBytes?: number;
  /** Records of one `poll`. Default 500. */
  maxPollRecords?: number;
  /** 'read_committed' hides records of aborted and open transactions. Default 'read_uncommitted'. */
  isolationLevel?: IsolationLevel;
  /** In order of preference. Default range, cooperative-sticky. Rebalances are cooperative if all of them are. */
  partitionAssignors?: readonly (AssignorName | Assignor)[];
  /** Let brokers make topics that are subscribed to. Default true. */
  allowAutoCreateTopics?: boolean;
  /** `client.rack`. */
  clientRack?: string;
  /** Check every batch's checksum. Default true. */
  checkCrcs?: boolean;
  /** How long calls that ask brokers try. Default 60000. */
  defaultApiTimeoutMs?: number;
  rebalanceListener?: RebalanceListener;
}

/** Called inside `poll` and `close`, and awaited. */
export interface RebalanceListener {
  /** New partitions, positions already known to the consumer. */
  onAssigned?(partitions: readonly PartitionName[]): void | Promise<void>;
  /** Partitions about to go: the last chance to commit. */
  onRevoked?(partitions: readonly PartitionName[]): void | Promise<void>;
  /** Partitions that went without warning; others may have them. Default: as `onRevoked`. */
  onLost?(partitions: readonly PartitionName[]): void | Promise<void>;
}

interface PartitionName {
  readonly topic: string;
  readonly partition: number;
}

export interface ConsumerSettings {
  groupId: string | null;
  groupInstanceId: string | null;
  autoOffsetReset: AutoOffsetReset;
  enableAutoCommit: boolean;
  autoCommitIntervalMs: number;
  sessionTimeoutMs: number;
  heartbeatIntervalMs: number;
  maxPollIntervalMs: number;
  fetchMinBytes: number;
  fetchMaxWaitMs: number;
  fetchMaxBytes: number;
  maxPartitionFetchBytes: number;
  maxPollRecords: number;
  readCommitted: boolean;
  assignors: readonly Assignor[];
  allowAutoCreateTopics: boolean;
  clientRack: string;
  checkCrcs: boolean;
  defaultApiTimeoutMs: number;
  rebalanceListener: RebalanceListener;
}

/** Puts in the defaults. @throws TypeError or RangeError naming the option that is wrong. */
export function consumerSettings(options: ConsumerOptions): ConsumerSettings {
  const reset = options.autoOffsetReset === undefined ? 'latest' : options.autoOffsetReset;
  if (typeof reset === 'string' ? !['earliest', 'latest', 'none'].includes(reset) : !(reset?.byDurationMs >= 0)) {
    throw new TypeError(`autoOffsetReset: ${JSON.stringify(reset)} is none of 'earliest', 'latest', 'none', { byDurationMs }`);
  }
  const sessionTimeoutMs = checkedNumber('sessionTimeoutMs', options.sessionTimeoutMs ?? 45_000, 1);
  const heartbeatIntervalMs = checkedNumber('heartbeatIntervalMs', options.heartbeatIntervalMs ?? 3_000, 1);
  if (heartbeatIntervalMs >= sessionTimeoutMs) throw new RangeError(`heartbeatIntervalMs: ${heartbeatIntervalMs} is not less than sessionTimeoutMs (${sessionTimeoutMs})`);
  for (const name of ['groupId', 'groupInstanceId'] as const) {
    const id = options[name];
    if (id !== undefined && (typeof id !== 'string' || id === '')) throw new TypeError(`${name}: '${String(id)}' is not the name of a ${name === 'groupId' ? 'group' : 'member'}`);
  }
  const isolationLevel = options.isolationLevel ?? 'read_uncommitted';
  if (!['read_uncommitted', 'read_committed'].includes(isolationLevel)) throw new TypeError(`isolationLevel: '${String(isolationLevel)}' is neither 'read_uncommitted' nor 'read_committed'`);
  const partitionAssignors = options.partitionAssignors ?? ['range', 'cooperative-sticky'];
  if (partitionAssignors.length === 0) throw new TypeError('partitionAssignors: none is given');
  return {
    groupId: options.groupId ?? null,
    groupInstanceId: options.groupInstanceId ?? null,
    autoOffsetReset: reset,
    enableAutoCommit: options.enableAutoCommit ?? options.groupId !== undefined,
    autoCommitIntervalMs: checkedNumber('autoCommitIntervalMs', options.autoCommitIntervalMs ?? 5_000, 0),
    sessionTimeoutMs,
    heartbeatIntervalMs,
    maxPollIntervalMs: checkedNumber('maxPollIntervalMs', options.maxPollIntervalMs ?? 300_000, 1),
    fetchMinBytes: checkedNumber('fetchMinBytes', options.fetchMinBytes ?? 1, 0),
    fetchMaxWaitMs: checkedNumber('fetchMaxWaitMs', options.fetchMaxWaitMs ?? 500, 0),
    fetchMaxBytes: checkedNumber('fetchMaxBytes', options.fetchMaxBytes ?? 52_428_800, 0),
    maxPartitionFetchBytes: checkedNumber('maxPartitionFetchBytes', options.maxPartitionFetchBytes ?? 1_048_576, 0),
    maxPollRecords: checkedNumber('maxPollRecords', options.maxPollRecords ?? 500, 1),
    readCommitted: isolationLevel === 'read_committed',
    assignors: partitionAssignors.map(namedAssignor),
    allowAutoCreateTopics: options.allowAutoCreateTopics ?? true,
    clientRack: options.clientRack ?? '',
    checkCrcs: options.checkCrcs ?? true,
    defaultApiTimeoutMs: checkedNumber('defaultApiTimeoutMs', options.defaultApiTimeoutMs ?? 60_000, 1),
    rebalanceListener: options.rebalanceListener ?? {},
  };
}

function namedAssignor(assignor: AssignorName | Assignor): Assignor {
  if (typeof assignor !== 'string') return assignor;
  const found = assignors[assignor];
  if (found === undefined) throw new TypeError(`partitionAssignors: '${assignor}' is none of ${Object.keys(assignors).join(', ')}`);
  return found;
}
