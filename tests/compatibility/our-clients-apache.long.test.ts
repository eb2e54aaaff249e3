/** Our clients on Apache Kafka's broker. Skipped, with a reason, where its jars are not there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Consumer } from '@millrace/consumer';
import { Producer } from '@millrace/producer';
import { describe, expect, test } from 'vitest';
import { startApacheKafka, type ApacheKafka } from './apache-kafka.js';
import { javaClients, titled } from './foreign-programs.js';
import { testOurClients } from './our-clients-suite.js';

// Below the ports that the system gives to connections.
const port = 22_200;
const { missing } = javaClients();

async function start(directory: string, keepsData = false): Promise<ApacheKafka> {
  const kafka = await startApacheKafka({ port, directory, keepsData });
  if (kafka === null) throw new Error('there are no jars');
  return kafka;
}

describe.skipIf(missing !== null)(titled('our clients on Apache Kafka', missing), () => {
  testOurClients(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-apache-'));
    const kafka = await start(directory);
    return {
      bootstrapServers: kafka.bootstrapServers,
      stop: async () => {
        await kafka.stop();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  });
});

describe.skipIf(missing !== null)(titled('an Apache Kafka broker that restarts', missing), () => {
  test('under a producer and a group: nothing is lost, doubled or read twice', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-apache-'));
    let kafka = await start(directory);
    const { bootstrapServers } = kafka;
    const writer = new Producer({ bootstrapServers, lingerMs: 0, batchSize: 500, requestTimeoutMs: 5_000 });
    const reader = new Consumer({ bootstrapServers, groupId: 'restart', autoOffsetReset: 'earliest', heartbeatIntervalMs: 200, autoCommitIntervalMs: 100 });
    try {
      const sent: Promise<unknown>[] = [];
      const send = (from: number): void => {
        for (let index = from; index < from + 1_000; index++) sent.push(writer.send({ topic: 'restart', value: String(index) }));
      };
      const values: number[] = [];
      const reading = (async () => {
        reader.subscribe('restart');
        while (values.length < 3_000) for (const record of await reader.poll()) values.push(Number(record.valueText));
      })();
      send(0);
      await sent[500];
      const stopped = kafka.stop();
      send(1_000);
      await stopped;
      kafka = await start(directory, true);
      send(2_000);
      await Promise.all(sent);
      await reading;
      expect(values).toEqual(Array.from({ length: 3_000 }, (_, index) => index));
      expect(await reader.endOffsets([{ topic: 'restart', partition: 0 }])).toMatchObject([{ offset: 3_000 }]);
    } finally {
      await Promise.all([writer.close({ timeoutMs: 1_000 }), reader.close()]);
      await kafka.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  }, 120_000);
});
