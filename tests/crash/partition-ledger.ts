/**
 * What is known of one partition: which records were sent, which were acknowledged at which offset, and so what must be
 * there after a crash. `problems` compares that with what a reader found.
 */

/** A record as a reader found it. Every value is sent once only: `sender#number`, and filling behind it. */
export interface FoundRecord {
  readonly offset: number;
  readonly value: string;
}

/** More would only repeat the first ones. */
const mostProblems = 20;

export class PartitionLedger {
  readonly name: string;
  readonly #sent = new Set<string>();
  /** Offset → value. */
  readonly #acknowledged = new Map<number, string>();
  /** Acknowledged once, and then possibly lost in a power cut or deleted: if they are there, then at their offset. */
  readonly #doubtful = new Map<number, string>();
  readonly #conflicts: string[] = [];
  #acknowledgedEnd = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Acknowledged records of the senders whose names begin so. */
  acknowledgedOf(sender: string): number {
    return [...this.#acknowledged.values()].filter((value) => value.startsWith(sender)).length;
  }

  /** The offset behind the last record that was ever acknowledged; 0 before the first. */
  get acknowledgedEnd(): number {
    return this.#acknowledgedEnd;
  }

  sent(values: readonly string[]): void {
    for (const value of values) this.#sent.add(value);
  }

  acknowledged(baseOffset: number, values: readonly string[]): void {
    for (const [index, value] of values.entries()) {
      const offset = baseOffset + index;
      const known = this.#acknowledged.get(offset);
      if (known !== undefined && known !== value) this.#conflicts.push(`${brief(known)} and ${brief(value)} were both acknowledged at offset ${offset}`);
      this.#acknowledged.set(offset, value);
    }
    this.#acknowledgedEnd = Math.max(this.#acknowledgedEnd, baseOffset + values.length);
  }

  /** A power cut may have taken what lies at this offset and beyond. */
  mayLoseFrom(offset: number): void {
    this.#doubtWhere((acknowledged) => acknowledged >= offset);
  }

  /** It was asked to delete what lies before. */
  mayLoseBefore(offset: number): void {
    this.#doubtWhere((acknowledged) => acknowledged < offset);
  }

  #doubtWhere(isDoubtful: (offset: number) => boolean): void {
    for (const [offset, value] of this.#acknowledged) {
      if (!isDoubtful(offset)) continue;
      this.#acknowledged.delete(offset);
      this.#doubtful.set(offset, value);
    }
  }

  /** What is wrong with what a reader found between the two ends of the log; empty when nothing is. */
  problems(found: readonly FoundRecord[], startOffset: number, endOffset: number): string[] {
    const problems = [...this.#conflicts, ...this.#unlikeAcknowledged(found), ...this.#outOfPlace(found, startOffset, endOffset), ...this.#outOfOrder(found)];
    return problems.slice(0, mostProblems).map((problem) => `${this.name}: ${problem}`);
  }

  /** After a check without problems: what survived is as good as any other record again, what did not is forgotten. */
  settle(found: readonly FoundRecord[]): void {
    for (const { offset, value } of found) if (this.#doubtful.get(offset) === value) this.#acknowledged.set(offset, value);
    this.#doubtful.clear();
  }

  #unlikeAcknowledged(found: readonly FoundRecord[]): string[] {
    const byOffset = new Map(found.map(({ offset, value }) => [offset, value]));
    const problems: string[] = [];
    for (const [offset, value] of this.#acknowledged) {
      const there = byOffset.get(offset);
      if (there === undefined) problems.push(`${brief(value)} was acknowledged at offset ${offset} and is not there`);
      else if (there !== value) problems.push(`${brief(value)} was acknowledged at offset ${offset}, where ${brief(there)} is`);
    }
    return problems;
  }

  #outOfPlace(found: readonly FoundRecord[], startOffset: number, endOffset: number): string[] {
    const problems: string[] = [];
    let expected = startOffset;
    for (const { offset, value } of found) {
      if (offset !== expected) problems.push(`offset ${offset} (${brief(value)}) follows where ${expected} is expected`);
      expected = offset + 1;
    }
    if (expected !== endOffset) problems.push(`the records end at offset ${expected}, the log at ${endOffset}`);
    return problems;
  }

  #outOfOrder(found: readonly FoundRecord[]): string[] {
    const problems: string[] = [];
    const offsets = new Map<string, number>();
    const last = new Map<string, number>();
    for (const { offset, value } of found) {
      const before = offsets.get(value);
      if (before !== undefined) problems.push(`${brief(value)} is there twice, at offsets ${before} and ${offset}`);
      offsets.set(value, offset);
      if (!this.#sent.has(value)) problems.push(`${brief(value)} at offset ${offset} was never sent`);
      const { sender, number } = identityOf(value);
      const previous = last.get(sender) ?? -1;
      if (number < previous) problems.push(`${brief(value)} at offset ${offset} comes after ${sender}#${previous}`);
      last.set(sender, number);
    }
    return problems;
  }
}

function identityOf(value: string): { sender: string; number: number } {
  const [sender = '', rest = ''] = value.split('#');
  return { sender, number: Number.parseInt(rest, 10) };
}

function brief(value: string): string {
  return value.length > 24 ? `${value.slice(0, 24)}…` : value;
}
