/** Topics for programs that cannot create them with a number of partitions themselves: kafkajs does it for them. */
import kafkajs from 'kafkajs';

export async function createTopic(bootstrap: string, topic: string, numPartitions: number): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers: [bootstrap], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({ topics: [{ topic, numPartitions, replicationFactor: 1 }], waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
