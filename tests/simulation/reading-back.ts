/** An auditor: reads all partitions from their beginnings and looks timestamps up, when nothing changes any more. */
import { Consumer } from '@millrace/consumer';
import { dataDirectory } from './broker-host.js';
import { recordsOn, type DiskRecord } from './disk-image.js';
import { bootstrapServers, clientNode, type World } from './world.js';

const lookUps = 3;
/** Polls in a row that may give nothing. */
const mostFruitlessPolls = 20;

export async function readBack(world: World, topics: ReadonlyMap<string, number>): Promise<void> {
  const { platform } = clientNode(world, 'auditor');
  const partitions = [...topics].flatMap(([topic, count]) => Array.from({ length: count }, (_, partition) => ({ topic, partition })));
  const consumer = new Consumer({ bootstrapServers, platform, enableAutoCommit: false, requestTimeoutMs: 3_000, autoOffsetReset: 'earliest', maxPartitionFetchBytes: 1 + platform.random.below(20_000) });
  consumer.assign(partitions);
  for (const { topic, partition } of partitions) {
    const records = onDisk(world, topic, partition);
    const [end] = await consumer.endOffsets([{ topic, partition }]);
    const expected = (records.at(-1)?.offset ?? -1) + 1;
    if (records.length > 0 && end?.offset !== expected) throw new Error(`${topic}-${partition}: ListOffsets says it ends at ${end?.offset}, the disk at ${expected}`);
    await lookUpTimes(world, consumer, topic, partition, records);
  }
  await readAll(world, consumer, new Map(partitions.map(({ topic, partition }) => [`${topic}-${partition}`, onDisk(world, topic, partition)])));
  await consumer.close();
}

function onDisk(world: World, topic: string, partition: number): DiskRecord[] {
  const { log } = world.broker.running!.node.partitions.get(topic, partition)!;
  return recordsOn(world.broker.node.disk, `${dataDirectory}/${topic}-${partition}`, log.logStartOffset, log.writtenOffset);
}

async function lookUpTimes(world: World, consumer: Consumer, topic: string, partition: number, records: readonly DiskRecord[]): Promise<void> {
  for (let count = 0; count < lookUps && records.length > 0; count++) {
    const { timestamp } = records[world.random.below(records.length)]!;
    const expected = records.find((record) => record.timestamp >= timestamp)!;
    const [found] = await consumer.offsetsForTimes([{ topic, partition, timestamp }]);
    if (found?.offset !== expected.offset) throw new Error(`${topic}-${partition}: the first record at ${timestamp} or later is at offset ${expected.offset}, found ${found?.offset}`);
  }
}

async function readAll(world: World, consumer: Consumer, expected: ReadonlyMap<string, DiskRecord[]>): Promise<void> {
  const left = new Map([...expected].filter(([, records]) => records.length > 0).map(([name, records]) => [name, records.values()]));
  const counts = new Map([...left.keys()].map((name) => [name, expected.get(name)!.length]));
  for (let fruitless = 0; counts.size > 0; ) {
    const records = await consumer.poll({ timeoutMs: 1_000, maxRecords: 1_000 });
    fruitless = records.isEmpty ? fruitless + 1 : 0;
    if (fruitless > mostFruitlessPolls) throw new Error(`the auditor is given no more records, and ${[...counts].map(([name, count]) => `${count} of ${name}`).join(', ')} are missing`);
    for (const { topic, partition, offset, valueText } of records) {
      const name = `${topic}-${partition}`;
      const wanted = left.get(name)?.next().value;
      if (wanted === undefined || wanted.offset !== offset || wanted.value !== valueText) throw new Error(`${name}: offset ${offset} was read with ${valueText}, the disk has ${wanted?.value} at ${wanted?.offset}`);
      world.partitions.get(name)!.read(offset, valueText, world.simulation.timeMs);
      const count = counts.get(name)! - 1;
      if (count === 0) counts.delete(name);
      else counts.set(name, count);
    }
  }
}
