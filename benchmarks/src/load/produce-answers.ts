import { produceErrorAt } from './response-layout.js';

/** Holds answers against what is expected: correlation ids in turn, and no error. */
export class ProduceAnswers {
  readonly #topic: string;
  readonly #errorAt: number;
  readonly #turns: number;
  #expected = 0;

  constructor(topic: string, turns: number) {
    this.#topic = topic;
    this.#errorAt = produceErrorAt(topic);
    this.#turns = turns;
  }

  /** @throws Error for an answer that is not the one expected, or that says an error */
  check(head: DataView): void {
    const correlationId = head.getInt32(4);
    if (correlationId !== this.#expected) throw new Error(`an answer to request ${correlationId} came, expected ${this.#expected}`);
    const errorCode = head.getInt16(this.#errorAt);
    if (errorCode !== 0) throw new Error(`Produce to ${this.#topic} was answered with error code ${errorCode}`);
    this.#expected = (this.#expected + 1) % this.#turns;
  }
}
