/** Schema validation for a broker that knows a registry by `confluent.schema.registry.url`; without one, none of it is loaded. */
import type { StartNodeOptions } from '@millrace/broker';
import type { BrokerConfig } from '@millrace/config';
import type { Platform } from '@millrace/platform';

/** @throws TypeError for what is no URL */
export async function recordValidation({ clock, timers, random }: Platform, config: BrokerConfig): Promise<Pick<StartNodeOptions, 'recordValidator'>> {
  const urls = config.text('confluent.schema.registry.url');
  if (urls === null || urls === '') return {};
  const { SchemaRegistryClient } = await import('@millrace/serde/registry');
  const { SchemaValidator } = await import('@millrace/serde/validation');
  try {
    // One round: what fails is asked again by the next record.
    const registry = new SchemaRegistryClient({ urls, clock, timers, random, maxRetries: 0, requestTimeoutMs: 10_000 });
    return { recordValidator: new SchemaValidator({ registry, clock }) };
  } catch (error) {
    throw new TypeError(`confluent.schema.registry.url: ${(error as Error).message}`, { cause: error });
  }
}
