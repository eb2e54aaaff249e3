/** `kafka-console-consumer`: prints records as they come. */
import { nodeRandom } from '@millrace/platform';
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { consoleConsumerOptions, type ConsoleConsumerOptions } from './console-consumer-options.js';
import type { ConsumedRecord, ConsumerPort } from './consumer-port.js';

/** How long one poll waits, so that an interrupt is noticed. */
const pollMs = 1000;

export const consoleConsumerTool: Tool = {
  async run(args, io) {
    const options = await consoleConsumerOptions(args, io, nodeRandom().below(100_000));
    const { connectConsumer } = await import('./connect-consumer.js');
    const consumer = connectConsumer(options.properties);
    try {
      return await consumeToConsole(options, consumer, io);
    } finally {
      await consumer.close();
    }
  },
};

export async function consumeToConsole(options: ConsoleConsumerOptions, consumer: ConsumerPort, io: ToolIo): Promise<number> {
  const state = { isStopped: false, processed: 0 };
  const release = io.onInterrupt(() => {
    state.isStopped = true;
    consumer.wakeup();
  });
  try {
    await begin(options, consumer);
    let lastRecordMs = io.nowMs();
    while (!state.isStopped && state.processed < options.maxMessages) {
      const records = await consumer.poll(Math.min(pollMs, options.timeoutMs));
      if (records.length > 0) lastRecordMs = io.nowMs();
      else if (io.nowMs() - lastRecordMs >= options.timeoutMs) break;
      const printed = await printAll(records, options, state, io);
      consumer.putBack(records.slice(printed));
    }
    return 0;
  } finally {
    release();
    io.err(`Processed a total of ${state.processed} messages`);
    if (options.tellsOfItsEnd) io.out('shutdown_complete');
  }
}

async function begin({ topics, partition, from }: ConsoleConsumerOptions, consumer: ConsumerPort): Promise<void> {
  if (typeof topics === 'string' && partition !== null) await consumer.assign(topics, partition, from);
  else consumer.subscribe(typeof topics === 'string' ? [topics] : topics);
}

/** How many were printed before the end came. */
async function printAll(records: readonly ConsumedRecord[], options: ConsoleConsumerOptions, state: { isStopped: boolean; processed: number }, io: ToolIo): Promise<number> {
  for (const [index, record] of records.entries()) {
    if (state.isStopped || state.processed >= options.maxMessages) return index;
    await print(record, options, io);
    state.processed++;
  }
  return records.length;
}

async function print(record: ConsumedRecord, { formatter, skipMessageOnError }: ConsoleConsumerOptions, io: ToolIo): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = formatter(record);
  } catch (error) {
    if (!skipMessageOnError) throw error;
    io.err(`Error processing message, skipping this message: ${oneLine(error)}`);
    return;
  }
  await io.writeBytes(bytes);
}
