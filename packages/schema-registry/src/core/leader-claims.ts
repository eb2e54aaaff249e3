/**
 * Who may write. A leader claims the log by a NOOP that carries a higher epoch and its own name, and signs its records
 * with both; once a later claim stands in the log, records of an earlier leader that still trickle in are not applied, by
 * nobody. Records without a signature (of Confluent's registry) always are. So a leader that does not know yet that it
 * was replaced can spoil nothing: its record is void, and it learns so by reading it.
 */
export interface Writer {
  readonly epoch: number;
  readonly name: string;
}

export type Verdict = 'applies' | 'void';

export class LeaderClaims {
  #current: Writer = { epoch: 0, name: '' };
  /** Keys of which a void record is the last: compaction would keep it instead of what holds, so the leader writes that again. */
  readonly #spoiled = new Set<string>();

  get current(): Writer {
    return this.#current;
  }

  get spoiledKeys(): readonly string[] {
    return [...this.#spoiled];
  }

  /**
   * A record in the order of the log, by the text of its key; null for one whose key says nothing. A claim that was
   * compacted away is known by what it signed.
   */
  judge(writer: Writer | null, key: string | null): Verdict {
    const verdict = this.#allows(writer) ? 'applies' : 'void';
    if (key === null) return verdict;
    if (verdict === 'void') this.#spoiled.add(key);
    else this.#spoiled.delete(key);
    return verdict;
  }

  #allows(writer: Writer | null): boolean {
    if (writer === null) return true;
    if (writer.epoch > this.#current.epoch) this.#current = writer;
    return writer.epoch === this.#current.epoch && writer.name === this.#current.name;
  }
}

export function writerText({ epoch, name }: Writer): string {
  return `${epoch}:${name}`;
}

/** Null for what is no signature. */
export function parseWriter(text: string): Writer | null {
  const match = /^(\d{1,15}):(.+)$/s.exec(text);
  return match === null ? null : { epoch: Number(match[1]), name: match[2] ?? '' };
}
