/** `kafka-console-producer`: each line of standard input a record. */
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { consoleProducerOptions, type ConsoleProducerOptions } from './console-producer-options.js';
import { parseLine } from './line-reader.js';
import { linesOf } from './lines.js';
import type { ProducerPort } from './producer-port.js';

/** Records that may wait for their acknowledgement before reading pauses. */
const mostUnacknowledged = 10_000;

export const consoleProducerTool: Tool = {
  async run(args, io) {
    const options = consoleProducerOptions(args, io);
    const { connectProducer } = await import('./connect-producer.js');
    const producer = connectProducer(options.properties);
    try {
      return await produceLines(options, producer, io);
    } finally {
      await producer.close();
    }
  },
};

/** The exit code: 1 when a record was not acknowledged, which with `sync` is the last that is sent. */
export async function produceLines(options: ConsoleProducerOptions, producer: ProducerPort, io: ToolIo): Promise<number> {
  const pending = new Set<Promise<void>>();
  let failures = 0;
  let number = 0;
  const prompt = (): void => void (io.isTerminal && io.write('>'));
  let release = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    release = io.onInterrupt(resolve);
  });
  const lines = linesOf(io.input);
  prompt();
  for (;;) {
    const next = await Promise.race([lines.next(), stopped]);
    if (next === undefined || next.done) break;
    const sent = producer.send(options.topic, parseLine(next.value, ++number, options.reader)).catch((error: unknown) => {
      failures++;
      io.err(`Error when sending message to topic ${options.topic}: ${oneLine(error)}`);
    });
    if (options.sync) {
      await sent;
      // What comes after would not be in order any more.
      if (failures > 0) break;
    } else {
      pending.add(sent);
      void sent.then(() => pending.delete(sent));
      if (pending.size >= mostUnacknowledged) await Promise.race(pending);
    }
    prompt();
  }
  release();
  await producer.flush();
  await Promise.all(pending);
  return failures === 0 ? 0 : 1;
}
