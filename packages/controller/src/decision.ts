/** What a decision is given and what it gives. A decision changes nothing: replay of its records does. */
import type { MetadataRecord } from '@millrace/metadata';
import type { ControllerEvent } from './controller-event.js';

/** Chance from outside; `Random` of the platform fits. */
export interface ControllerRandom {
  /** An integer in [0, limit). */
  below(limit: number): number;
  /** A new 22-character uuid, none of the reserved ones. */
  uuid(): string;
}

export interface DecisionContext {
  /** Milliseconds of the node's monotonic clock. */
  readonly now: number;
  readonly random: ControllerRandom;
  /** The offset that the first record of the decision will have: the end of the metadata log. */
  readonly nextOffset: number;
}

export interface Decision<R> {
  /** To be appended as one batch, then replayed. Empty for a read or a refusal. */
  readonly records: readonly MetadataRecord[];
  /** For `advance`, after the records were replayed. */
  readonly events: readonly ControllerEvent[];
  /** To be sent when the high watermark has passed the records, or for none the state that it was made from. */
  readonly response: R;
}

export function refusal<R>(response: R): Decision<R> {
  return { records: [], events: [], response };
}
