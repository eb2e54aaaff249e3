/** docs/log-format.md is compared with what the program writes and reads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RecordBatchBuilder } from '@millrace/protocol';
import { startBroker } from '@millrace/broker';
import { nodePlatform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { Producer } from '@millrace/producer';

const page = readFileSync(join(import.meta.dirname, '../../docs/log-format.md'), 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes at the beginning of each line of the block that contains a text; words after two blanks are comments. */
function exampleWith(comment: string): number[] {
  const block = page.split('```').find((part) => part.includes(comment)) ?? '';
  return block.split('\n').flatMap((line) => (/^(?:entries)?\s*((?:[0-9a-f]{2} ?)+)(?: {2,}|$)/.exec(line)?.[1] ?? '').split(' ').filter((byte) => byte !== '').map((byte) => Number.parseInt(byte, 16)));
}

const timestamp = 1_700_000_000_000;

describe('the page on the log', () => {
  it('shows the very batch that the builder makes', () => {
    const builder = new RecordBatchBuilder({ baseOffset: 0, partitionLeaderEpoch: 0 });
    builder.append(timestamp, bytes('k'), bytes('hello'));
    const batch = [...builder.build()];
    expect(batch).toHaveLength(74);
    expect(exampleWith('CRC-32C of all that follows')).toEqual(batch);
  });

  it('shows the very bytes that a broker keeps of that record, at offset 0 of leader epoch 0', async () => {
    const files = memoryFiles();
    const broker = await startBroker({ platform: { ...nodePlatform({ log: { level: 'silent' } }), files }, directory: '/data' });
    const producer = new Producer({ bootstrapServers: broker.bootstrapServers, enableIdempotence: false });
    await producer.send({ topic: 'orders', key: 'k', value: 'hello', timestamp });
    await producer.close();
    await broker.stop();
    expect([...files.readAll('/data/orders-0/00000000000000000000.log')]).toEqual(exampleWith('CRC-32C of all that follows'));
  });

  it('finds an offset in the index of the example where the page says', () => {
    const entries = exampleWith('read batches from here');
    expect(entries).toHaveLength(24);
    const view = new DataView(Uint8Array.from(entries).buffer);
    const read = [0, 8, 16].map((at) => [1000 + view.getInt32(at), view.getInt32(at + 4)]);
    expect(read).toEqual([[1096, 4160], [1200, 8336], [1300, 12512]]);
    for (const [offset, position] of read) expect(page).toContain(`offset ${offset} at ${position}`);
  });

  it('names every file of a partition and of a directory', async () => {
    const files = memoryFiles();
    const broker = await startBroker({ platform: { ...nodePlatform({ log: { level: 'silent' } }), files }, directory: '/data' });
    const producer = new Producer({ bootstrapServers: broker.bootstrapServers });
    await producer.send({ topic: 'orders', value: 'hello' });
    await producer.close();
    await broker.stop();
    const kindOf = (name: string): string => name.replace(/^\d{20}/, '');
    const names = [...files.list('/data').filter((name) => !/^(orders|__consumer)/.test(name)), ...files.list('/data/orders-0').map(kindOf)];
    for (const name of names) expect(page, name).toContain(name);
  });
});
