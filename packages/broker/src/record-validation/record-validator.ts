/** The port through which a broker asks whether a record follows its schema. A schema registry stands behind it, in another package. */
import type { RecordHeader } from '@millrace/protocol';

export type RecordPart = 'key' | 'value';

/** What is wrong, in a sentence. */
export interface RecordProblem {
  readonly problem: string;
}

export interface RecordValidator {
  /**
   * Looks at one key or value, at once.
   *
   * @param strategy the topic's `confluent.<part>.subject.name.strategy`; undefined where it has none
   * @returns null where nothing is wrong, what is where something is, and 'later' while the schema is being fetched:
   *   the producer is told to try again, since waiting here would hold up the requests behind this one
   */
  check(topic: string, part: RecordPart, bytes: Uint8Array, headers: readonly RecordHeader[], strategy: string | undefined): RecordProblem | 'later' | null;
}
