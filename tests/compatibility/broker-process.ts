/** A Millrace broker in a process of its own: `broker-under-test.ts` starts it, hears its port and tells it to stop. */
import { startBroker } from '@millrace/broker';

const broker = await startBroker({
  properties: { 'group.initial.rebalance.delay.ms': '0', 'offsets.topic.num.partitions': '4', 'auto.create.topics.enable': 'true' },
});
process.send?.({ port: broker.port });
process.once('disconnect', () => {
  void broker.stop();
});
