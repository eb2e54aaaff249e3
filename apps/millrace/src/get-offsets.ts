/** `kafka-get-offsets`: the offset of each partition at its end, its start, or a time. */
import type { AdminPort, OffsetQuestion, TopicPartition } from './admin-port.js';
import { newerOf, olderName, parseFlags, propertiesFile, toolCommand, withBootstrap, type CommonOptions } from './command.js';
import { connectAdmin } from './connect-later.js';
import type { Tool, ToolIo } from './io.js';
import { partitionFilter, topicPartitionsFilter, type PartitionFilter } from './partition-filter.js';
import { oneLine } from './run-tool.js';
import { ToolError } from './tool-error.js';
import { topicPattern } from './topic-pattern.js';

export interface GetOffsetsOptions extends CommonOptions {
  brokerList?: string;
  topic?: string;
  topicPartitions?: string;
  partitions?: string;
  time: string;
  excludeInternalTopics?: true;
}

export const getOffsetsTool: Tool = {
  async run(args, io) {
    const options = getOffsetsOptions(args, io);
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': options.bootstrapServer ?? '' });
    try {
      await getOffsets(options, admin, io);
      return 0;
    } catch (error) {
      throw new ToolError(`Error occurred: ${oneLine(error)}`);
    } finally {
      await admin.close();
    }
  },
};

export function getOffsetsOptions(args: readonly string[], io: ToolIo): GetOffsetsOptions {
  const command = withBootstrap(toolCommand('kafka-get-offsets', 'An interactive shell for getting topic-partition offsets.', io))
    .addOption(olderName('--broker-list <host:port,…>', '--bootstrap-server'))
    .option('--topic <pattern>', 'topics by a regular expression; every topic when not given')
    .option('--topic-partitions <topic:partition,…>', 'topics and partitions, as in a:0,b:1-3,c:2-,d')
    .option('--partitions <partition,…>', 'partitions of each topic; all when not given')
    .option('--time <time>', 'milliseconds, or -1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload', 'latest')
    .option('--exclude-internal-topics', 'leave out internal topics');
  const options = parseFlags<GetOffsetsOptions>(command, args);
  const bootstrapServer = newerOf(io, { flag: '--broker-list', value: options.brokerList }, { flag: '--bootstrap-server', value: options.bootstrapServer });
  if (bootstrapServer === undefined) throw new ToolError('Missing required argument "[bootstrap-server]"');
  if (options.topicPartitions !== undefined && (options.topic !== undefined || options.partitions !== undefined)) {
    throw new ToolError('--topic-partitions cannot be used with --topic or --partitions');
  }
  offsetQuestion(options.time);
  return { ...options, bootstrapServer };
}

export async function getOffsets(options: GetOffsetsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  const isWanted = filterOf(options);
  const listed = (await admin.listTopics()).filter((topic) => !(options.excludeInternalTopics && topic.isInternal) && isWanted(topic.name, null));
  const described = listed.length === 0 ? [] : await admin.describeTopics(listed.map((topic) => topic.name));
  const partitions = described.flatMap(({ name, partitions: all }) => all.map(({ partition }) => ({ topic: name, partition }))).filter(({ topic, partition }) => isWanted(topic, partition));
  if (partitions.length === 0) throw new ToolError('Could not match any topic-partitions with the specified filters');
  const answers = await admin.listOffsets(partitions.toSorted(byTopicAndPartition), offsetQuestion(options.time));
  for (const { topic, partition, offset, error } of answers) {
    if (error !== null) io.err(`Skip getting offsets for topic-partition ${topic}-${partition} due to: ${error.message}`);
    else if (offset >= 0) io.out(`${topic}:${partition}:${offset}`);
  }
}

function filterOf(options: GetOffsetsOptions): PartitionFilter {
  if (options.topicPartitions !== undefined) return topicPartitionsFilter(options.topicPartitions);
  const isTopic = options.topic === undefined ? () => true : topicPattern(options.topic);
  const isPartition = options.partitions === undefined ? () => true : partitionFilter(options.partitions);
  return (topic, partition) => isTopic(topic) && (partition === null || isPartition(partition));
}

const questions: readonly OffsetQuestion[] = ['latest', 'earliest', 'max-timestamp', 'earliest-local', 'latest-tiered', 'earliest-pending-upload'];

function offsetQuestion(text: string): OffsetQuestion {
  const named = questions.find((question) => question === text);
  if (named !== undefined) return named;
  if (!/^-?\d{1,15}$/.test(text)) throw new ToolError(`Malformed time argument ${text}. Please use -1 or latest / -2 or earliest / -3 or max-timestamp / -4 or earliest-local / -5 or latest-tiered / -6 or earliest-pending-upload, or a specified long format timestamp`);
  const number = Number(text);
  return number >= 0 ? number : (questions[-number - 1] ?? refuseTime(text));
}

function refuseTime(text: string): never {
  throw new ToolError(`Malformed time argument ${text}: negative times are -1 to -${questions.length}`);
}

function byTopicAndPartition(a: TopicPartition, b: TopicPartition): number {
  if (a.topic !== b.topic) return a.topic < b.topic ? -1 : 1;
  return a.partition - b.partition;
}
