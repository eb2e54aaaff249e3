/** A consumer with the settings of Kafka's properties. */
import { consumerTable, type Settings } from '@millrace/config';
import { Consumer, type AutoOffsetReset, type ConsumerOptions, type ConsumerRecord } from '@millrace/consumer';
import { clientOptions, clientSettings } from '../client-settings.js';
import { durationMs } from '../consumer-groups/datetime.js';
import { ToolError } from '../tool-error.js';
import type { ConsumedRecord, ConsumerPort, StartOffset } from './consumer-port.js';

export function connectConsumer(properties: Readonly<Record<string, string>>): ConsumerPort {
  const consumer = new Consumer(consumerOptions(clientSettings(consumerTable, properties)));
  return {
    subscribe: (topics) => consumer.subscribe(topics instanceof RegExp ? { pattern: topics } : topics),
    assign: (topic, partition, from) => assign(consumer, topic, partition, from),
    poll: async (timeoutMs) => (await consumer.poll({ timeoutMs })).records.map(consumedRecord),
    putBack: (records) => {
      // Backwards, so that the first record of a partition has the last word.
      for (const { topic, partition, offset } of records.toReversed()) consumer.seek({ topic, partition }, offset);
    },
    wakeup: () => consumer.wakeup(),
    close: () => consumer.close(),
  };
}

async function assign(consumer: Consumer, topic: string, partition: number | null, from: StartOffset): Promise<void> {
  const partitions = partition === null ? await consumer.partitionsFor(topic) : [{ topic, partition }];
  consumer.assign(partitions);
  if (from === 'earliest') consumer.seekToBeginning(partitions);
  else if (from === 'latest') consumer.seekToEnd(partitions);
  else for (const one of partitions) consumer.seek(one, from);
}

export function consumerOptions(settings: Settings): ConsumerOptions {
  const groupId = settings.stringOrNull('group.id');
  const groupInstanceId = settings.stringOrNull('group.instance.id');
  if (settings.string('group.protocol').toLowerCase() !== 'classic') throw new ToolError('group.protocol=consumer is not there yet; use classic');
  return {
    ...clientOptions(settings),
    ...(groupId !== null && { groupId }),
    ...(groupInstanceId !== null && { groupInstanceId }),
    autoOffsetReset: offsetReset(settings.string('auto.offset.reset')),
    enableAutoCommit: groupId !== null && settings.boolean('enable.auto.commit'),
    autoCommitIntervalMs: settings.int('auto.commit.interval.ms'),
    sessionTimeoutMs: settings.int('session.timeout.ms'),
    heartbeatIntervalMs: settings.int('heartbeat.interval.ms'),
    maxPollIntervalMs: settings.int('max.poll.interval.ms'),
    fetchMinBytes: settings.int('fetch.min.bytes'),
    fetchMaxWaitMs: settings.int('fetch.max.wait.ms'),
    fetchMaxBytes: settings.int('fetch.max.bytes'),
    maxPartitionFetchBytes: settings.int('max.partition.fetch.bytes'),
    maxPollRecords: settings.int('max.poll.records'),
    isolationLevel: settings.string('isolation.level') === 'read_committed' ? 'read_committed' : 'read_uncommitted',
    allowAutoCreateTopics: settings.boolean('allow.auto.create.topics'),
    clientRack: settings.string('client.rack'),
    checkCrcs: settings.boolean('check.crcs'),
    defaultApiTimeoutMs: settings.int('default.api.timeout.ms'),
  };
}

function offsetReset(text: string): AutoOffsetReset {
  if (text === 'earliest' || text === 'latest' || text === 'none') return text;
  return { byDurationMs: durationMs(text.slice('by_duration:'.length)) };
}

function consumedRecord(record: ConsumerRecord): ConsumedRecord {
  const { topic, partition, offset, timestamp, timestampType, leaderEpoch, key, value, headers } = record;
  return { topic, partition, offset, timestamp, timestampType, leaderEpoch: leaderEpoch < 0 ? null : leaderEpoch, key, value, headers };
}
