/** Schema validation for a broker whose registry starts after it: until then producers are told to try again. */
import type { RecordValidator } from '@millrace/broker';

export class LateValidation implements RecordValidator {
  #validator: RecordValidator | null = null;
  #isOver = false;

  check(...record: Parameters<RecordValidator['check']>): ReturnType<RecordValidator['check']> {
    if (this.#validator !== null) return this.#validator.check(...record);
    return this.#isOver ? { problem: 'no schema registry is running to hold the record against' } : 'later';
  }

  /** Null: there will be no registry. */
  async use(urls: string | null): Promise<void> {
    this.#isOver = urls === null;
    if (urls === null) return;
    const { SchemaRegistryClient } = await import('@millrace/serde/registry');
    const { SchemaValidator } = await import('@millrace/serde/validation');
    // One round: what fails is asked again by the next record.
    this.#validator = new SchemaValidator({ registry: new SchemaRegistryClient({ urls, maxRetries: 0, requestTimeoutMs: 10_000 }) });
  }
}
