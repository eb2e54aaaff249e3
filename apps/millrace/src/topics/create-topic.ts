/** `kafka-topics --create`. */
import type { AdminPort, NewTopic } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export interface CreateTopicOptions {
  topic: string;
  partitions?: number;
  replicationFactor?: number;
  replicaAssignment?: string;
  ifNotExists?: true;
}

export async function createTopic(options: CreateTopicOptions, configs: Readonly<Record<string, string>>, admin: AdminPort, io: ToolIo): Promise<void> {
  const { topic: name, partitions, replicationFactor } = options;
  if (/[._]/.test(name)) io.out("WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. To avoid issues it is best to use either, but not both.");
  if (replicationFactor !== undefined && (replicationFactor < 1 || replicationFactor > 32767)) throw new ToolError('The replication factor must be between 1 and 32767 inclusive');
  if (partitions !== undefined && partitions < 1) throw new ToolError('The partitions must be greater than 0');
  const topic: NewTopic = {
    name,
    configs,
    ...(partitions === undefined ? {} : { partitions }),
    ...(replicationFactor === undefined ? {} : { replicationFactor }),
    ...(options.replicaAssignment ? { assignments: parseReplicaAssignment(options.replicaAssignment) } : {}),
  };
  try {
    await admin.createTopic(topic);
  } catch (error) {
    if (options.ifNotExists && (error as Error).name === 'TOPIC_ALREADY_EXISTS') return;
    throw error;
  }
  io.out(`Created topic ${name}.`);
}

/** `0:1,1:2`: brokers of a partition between colons, partitions between commas. */
export function parseReplicaAssignment(text: string): number[][] {
  const assignments = text.split(',').map((partition) => partition.split(':').map((broker) => brokerId(broker.trim())));
  for (const [partition, brokers] of assignments.entries()) {
    const twice = brokers.filter((broker, index) => brokers.indexOf(broker) < index);
    if (twice.length > 0) throw new ToolError(`Partition replica lists may not contain duplicate entries: ${[...new Set(twice)].join(',')}`);
    if (brokers.length !== assignments[0]?.length) throw new ToolError(`Partition ${partition} has different replication factor: [${brokers.join(', ')}]`);
  }
  return assignments;
}

function brokerId(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new ToolError(`'${text}' in the replica assignment is not the id of a broker`);
  return Number(text);
}
