/** Every tool by the name of its Kafka namesake without `kafka-`, loaded when it is called. */
import type { Tool } from './io.js';

export interface ToolEntry {
  summary: string;
  load(): Promise<Tool>;
}

export const tools: Readonly<Record<string, ToolEntry>> = {
  start: { summary: 'start a broker and controller on this machine', load: async () => (await import('./start.js')).startTool },
  topics: { summary: 'create, list, describe, alter and delete topics', load: async () => (await import('./topics/topics.js')).topicsTool },
  'console-producer': { summary: 'send lines of standard input to a topic', load: async () => (await import('./console/console-producer.js')).consoleProducerTool },
  'console-consumer': { summary: 'print the records of a topic', load: async () => (await import('./console/console-consumer.js')).consoleConsumerTool },
  'consumer-groups': { summary: 'list, describe, reset and delete consumer groups', load: async () => (await import('./consumer-groups/consumer-groups.js')).consumerGroupsTool },
  'get-offsets': { summary: 'print offsets of partitions', load: async () => (await import('./get-offsets.js')).getOffsetsTool },
  configs: { summary: 'describe and alter settings of topics, brokers and groups', load: async () => (await import('./configs/configs.js')).configsTool },
  schema: { summary: 'register, check and compare schemas of a registry, and write types for them', load: async () => (await import('./schema/schema.js')).schemaTool },
  storage: { summary: 'format directories, and show what is in them', load: async () => (await import('./storage/storage.js')).storageTool },
  'broker-api-versions': { summary: 'print which versions each broker serves', load: async () => (await import('./broker-api-versions.js')).brokerApiVersionsTool },
  health: { summary: 'say whether a broker answers', load: async () => (await import('./health.js')).healthTool },
};
