/** Producers: bursts of numbered values to any partition, each awaited in the background. */
import { Producer, type ProducerOptions } from '@millrace/producer';
import { bootstrapServers, clientNode, go, isCalm, pause, type World } from './world.js';

/** What may be unanswered at once, so that a long outage does not fill the memory. */
const mostUnanswered = 120;
const largestBurst = 10;
/** A seed that did less does not count. */
const leastAcknowledged = 1_100;

export interface Producing {
  sent: number;
  acknowledged: number;
  /** Producers that have sent everything and have all their answers. */
  finished: number;
}

export function produceFrom(world: World, name: string, topics: ReadonlyMap<string, number>, producing: Producing, options: Partial<ProducerOptions>): void {
  const node = clientNode(world, name);
  go(world, node, async () => {
    const { platform } = node;
    const { random } = platform;
    const producer = new Producer({ bootstrapServers, platform, clientId: name, requestTimeoutMs: 3_000, lingerMs: 2, maxBlockMs: 120_000, ...options });
    const places = [...topics].flatMap(([topic, count]) => Array.from({ length: count }, (_, partition) => ({ topic, partition })));
    let unanswered = 0;
    for (let number = 0; !isCalm(world) || producing.acknowledged < leastAcknowledged; ) {
      for (let burst = 1 + random.below(largestBurst); burst > 0 && unanswered < mostUnanswered; burst--) {
        const place = places[random.below(places.length)]!;
        const value = `${name}.${number++}.${'x'.repeat(random.below(200))}`;
        unanswered++;
        producing.sent++;
        send(world, producer, place, value, producing).finally(() => unanswered--).catch((error: unknown) => {
          world.failure ??= error as Error;
        });
      }
      await pause(platform, random.below(250));
    }
    await producer.flush();
    await producer.close();
    producing.finished++;
  });
}

async function send(world: World, producer: Producer, place: { topic: string; partition: number }, value: string, producing: Producing): Promise<void> {
  const { offset } = await producer.send({ ...place, value });
  producing.acknowledged++;
  // A duplicate that the broker no longer remembers has no offset.
  if (offset >= 0) world.partitions.get(`${place.topic}-${place.partition}`)!.acknowledge(offset, value, world.simulation.timeMs);
}
