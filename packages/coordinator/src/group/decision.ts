import type { CoordinatorRecord } from '../records.js';
import type { DraftGroup } from './classic/classic-group.js';

/** Who asks, when, and with what chance. */
export interface GroupContext {
  /** From the request header; '' when it was null. */
  readonly clientId: string;
  /** As Kafka stores it: `/` and the address, such as `/127.0.0.1`. */
  readonly clientHost: string;
  readonly apiVersion: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** A new random uuid, as its 22-character text. */
  readonly random: () => string;
  /** Given back with the answer, at once or much later. */
  readonly token: unknown;
}

/** A body for one request; at most one is ever made per token. */
export interface Answer {
  readonly token: unknown;
  /** The response message of the request's API, ready to encode at the version of the request. */
  readonly body: unknown;
}

/** When {@link GroupCoordinator.deadline} is to be called with this id; null takes an earlier one back. */
export interface Deadline {
  readonly id: string;
  readonly atMs: number | null;
}

/** A change of volatile state, made by {@link GroupCoordinator.advance}. */
export type GroupEvent =
  | { readonly type: 'classic-group-changed'; readonly group: DraftGroup }
  | { readonly type: 'group-removed'; readonly groupId: string };

/**
 * What is to happen; nothing has happened yet. The driver appends and replays the records, advances the events, sets
 * the deadlines, and sends the answers when the high watermark has passed the end of what is replayed. When the append
 * is refused it does none of that, and answers the one request that was decided with {@link appendErrorCode}.
 */
export interface Decision {
  /**
   * Appended together, as one batch; those of `expireOffsets` and
   * `onPartitionsDeleted` can be more than a batch may hold, and may be appended in several.
   */
  readonly records: CoordinatorRecord[];
  readonly events: GroupEvent[];
  readonly responses: Answer[];
  readonly deadlines: Deadline[];
}

/** A decision that only answers who asked. */
export function answerOnly(context: GroupContext, body: unknown): Decision {
  return { records: [], events: [], responses: [{ token: context.token, body }], deadlines: [] };
}

/** A decision that nothing happens. */
export function nothing(): Decision {
  return { records: [], events: [], responses: [], deadlines: [] };
}
