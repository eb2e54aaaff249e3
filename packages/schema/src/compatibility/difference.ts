import { MAX_COMPARISON_STEPS } from '../limits.js';
import { SchemaError } from '../schema-error.js';

/** One reason why data written with one schema cannot be read with another. */
export interface Incompatibility {
  /** The name of the difference, as `TYPE_MISMATCH` or `PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL`. */
  readonly type: string;
  /** Where, in the notation of the language: `/fields/0/type`, `#/properties/x`, `#/Message/3`. */
  readonly path: string;
  /** Confluent's line for it. Its two `%s` stand for the reading and the writing side: see `messagesFor`. */
  readonly message: string;
}

/** What is done in one comparison, so that hostile schemas end it early. */
export class ComparisonBudget {
  #left = MAX_COMPARISON_STEPS;

  /** @throws SchemaError `LIMIT_EXCEEDED` */
  spend(steps: number, path: string): void {
    this.#left -= steps;
    if (this.#left < 0) throw new SchemaError('LIMIT_EXCEEDED', path, `Schemas take more than ${MAX_COMPARISON_STEPS} steps to compare`);
  }
}
