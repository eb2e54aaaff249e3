/** A registry on a broker of its own, both in this process, for foreign clients to be tried against. */
import { startBroker } from '@millrace/broker';
import { startRegistry } from '@millrace/schema-registry';

export interface RegistryUnderTest {
  readonly url: string;
  stop(): Promise<void>;
}

/** `MILLRACE_TEST_REGISTRY=http://host:port` is one that runs already: to see that the tests hold for Confluent's too. */
export async function startRegistryUnderTest(): Promise<RegistryUnderTest> {
  const running = process.env['MILLRACE_TEST_REGISTRY'];
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  const broker = await startBroker({ logLevel: 'error' });
  const registry = await startRegistry({
    properties: {
      'kafkastore.bootstrap.servers': broker.bootstrapServers,
      'kafkastore.topic.replication.factor': '1',
      'kafkastore.timeout.ms': '30000',
      'millrace.log.level': 'error',
      listeners: 'http://127.0.0.1:0',
    },
  });
  return {
    url: registry.url,
    stop: async () => {
      await registry.stop();
      await broker.stop();
    },
  };
}
