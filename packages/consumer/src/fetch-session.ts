/**
 * A fetch session with one broker (KIP-227): after a first full request only what changed is sent, and only partitions
 * with something new are answered.
 */
import { ErrorCode } from '@millrace/protocol';

/** What is asked of a partition. */
export interface FetchTarget {
  readonly topic: string;
  readonly topicId: string;
  readonly partition: number;
  readonly fetchOffset: number;
  readonly leaderEpoch: number;
  readonly maxBytes: number;
}

export interface SessionRequest {
  readonly sessionId: number;
  readonly sessionEpoch: number;
  readonly targets: readonly FetchTarget[];
  readonly forgotten: readonly FetchTarget[];
}

const initialEpoch = 0;
const finalEpoch = -1;
const noSession = 0;

export class FetchSession {
  #sessionId = noSession;
  #epoch = initialEpoch;
  /** What the broker keeps for us, by partition. */
  #kept = new Map<string, FetchTarget>();

  /** The request for exactly these partitions, given what the broker remembers. */
  request(wanted: ReadonlyMap<string, FetchTarget>): SessionRequest {
    if (this.#epoch === initialEpoch) {
      this.#kept = new Map(wanted);
      return { sessionId: this.#sessionId, sessionEpoch: initialEpoch, targets: [...wanted.values()], forgotten: [] };
    }
    const targets: FetchTarget[] = [];
    const forgotten: FetchTarget[] = [];
    for (const [key, kept] of this.#kept) {
      const target = wanted.get(key);
      if (target === undefined || target.topicId !== kept.topicId) forgotten.push(kept);
    }
    for (const [key, target] of wanted) {
      if (!isSame(this.#kept.get(key), target)) targets.push(target);
    }
    this.#kept = new Map(wanted);
    return { sessionId: this.#sessionId, sessionEpoch: this.#epoch, targets, forgotten };
  }

  /** What to send to have the broker forget the session, or null. */
  closing(): SessionRequest | null {
    if (this.#sessionId === noSession) return null;
    return { sessionId: this.#sessionId, sessionEpoch: finalEpoch, targets: [], forgotten: [] };
  }

  /** After an answer. False: the session is over, the next request is a full one. */
  onAnswer(errorCode: number, sessionId: number): boolean {
    if (errorCode !== ErrorCode.NONE) {
      // An epoch out of step may still be closed; of an unknown session there is nothing to close.
      if (errorCode === ErrorCode.FETCH_SESSION_ID_NOT_FOUND) this.#sessionId = noSession;
      this.#epoch = initialEpoch;
      return false;
    }
    this.#sessionId = sessionId;
    // Epochs go from 2^31-1 back to 1. Without a session every request is full.
    this.#epoch = sessionId === noSession ? initialEpoch : this.#epoch === 0x7fff_ffff ? 1 : this.#epoch + 1;
    return true;
  }

  /** No answer came: the broker may or may not have taken the request. */
  onFailure(): void {
    this.#epoch = initialEpoch;
  }
}

function isSame(kept: FetchTarget | undefined, target: FetchTarget): boolean {
  return kept !== undefined && kept.topicId === target.topicId && kept.fetchOffset === target.fetchOffset
    && kept.leaderEpoch === target.leaderEpoch && kept.maxBytes === target.maxBytes;
}
