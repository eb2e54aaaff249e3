/** `kafka-topics`: create, list, describe, alter and delete topics. */
import type { AdminPort } from '../admin-port.js';
import { keyValues, parseFlags, propertiesFile, refuseFlags, repeated, requireOneAction, toolCommand, wholeNumber, withBootstrap, type CommonOptions } from '../command.js';
import { connectAdmin } from '../connect-later.js';
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { ToolError } from '../tool-error.js';
import { createTopic, parseReplicaAssignment } from './create-topic.js';
import { describeTopics } from './describe-topics.js';
import { requireTopics, selectTopics } from './select-topics.js';

export interface TopicsOptions extends CommonOptions {
  list?: true;
  create?: true;
  delete?: true;
  alter?: true;
  describe?: true;
  topic?: string;
  topicId?: string;
  config?: string[];
  deleteConfig?: string;
  partitions?: number;
  replicationFactor?: number;
  replicaAssignment?: string;
  underReplicatedPartitions?: true;
  unavailablePartitions?: true;
  underMinIsrPartitions?: true;
  atMinIsrPartitions?: true;
  topicsWithOverrides?: true;
  ifExists?: true;
  ifNotExists?: true;
  excludeInternal?: true;
  partitionSizeLimitPerResponse?: number;
}

const actions = { list: '--list', describe: '--describe', create: '--create', alter: '--alter', delete: '--delete' };
const reports = { underReplicatedPartitions: '--under-replicated-partitions', unavailablePartitions: '--unavailable-partitions', underMinIsrPartitions: '--under-min-isr-partitions', atMinIsrPartitions: '--at-min-isr-partitions' };

export const topicsTool: Tool = {
  async run(args, io) {
    const options = topicsOptions(args, io);
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': options.bootstrapServer ?? '' });
    try {
      await runTopics(options, admin, io);
      return 0;
    } catch (error) {
      throw new ToolError(`Error while executing topic command : ${oneLine(error)}`);
    } finally {
      await admin.close();
    }
  },
};

export function topicsOptions(args: readonly string[], io: ToolIo): TopicsOptions {
  const command = withBootstrap(toolCommand('kafka-topics', 'Create, delete, describe, or change a topic.', io))
    .option('--list', 'list topics')
    .option('--create', 'create a topic')
    .option('--delete', 'delete a topic')
    .option('--alter', 'change the number of partitions')
    .option('--describe', 'show partitions, replicas and settings')
    .option('--topic <name>', 'the topic; a regular expression except with --create')
    .option('--topic-id <id>', 'the id of the topic to describe')
    .addOption(repeated('--config <name=value>', 'a setting of the topic that is created; may be given several times'))
    .option('--delete-config <name>', 'not supported any more')
    .option('--partitions <count>', 'how many partitions', wholeNumber)
    .option('--replication-factor <count>', 'how many replicas', wholeNumber)
    .option('--replica-assignment <broker:broker,…>', 'the brokers of each partition')
    .option('--under-replicated-partitions', 'describe only partitions that lack in-sync replicas')
    .option('--unavailable-partitions', 'describe only partitions without a live leader')
    .option('--under-min-isr-partitions', 'describe only partitions with fewer in-sync replicas than min.insync.replicas')
    .option('--at-min-isr-partitions', 'describe only partitions with exactly min.insync.replicas')
    .option('--topics-with-overrides', 'describe only topics with settings of their own')
    .option('--if-exists', 'do nothing when the topic does not exist')
    .option('--if-not-exists', 'do nothing when the topic exists')
    .option('--exclude-internal', 'leave out internal topics')
    .option('--partition-size-limit-per-response <count>', 'the most partitions asked for at a time', wholeNumber);
  const options = parseFlags<TopicsOptions>(command, args);
  checkOptions(options, io);
  return options;
}

function checkOptions(options: TopicsOptions, io: ToolIo): void {
  const action = requireOneAction({ ...options }, actions) as keyof typeof actions;
  const flag = actions[action];
  if (options.deleteConfig !== undefined) io.err('delete-config option is no longer supported and deprecated since version 4.0. The config will be fully removed in future releases.');
  if (options.bootstrapServer === undefined) throw new ToolError('--bootstrap-server must be specified');
  if (action === 'describe' && options.ifExists && options.topic === undefined && options.topicId === undefined) throw new ToolError('--topic or --topic-id is required to describe a topic');
  if (action !== 'list' && action !== 'describe' && options.topic === undefined) throw new ToolError('Missing required argument "[topic]"');
  if (action === 'alter' && options.config !== undefined) throw new ToolError(`Option "[config]" can't be used with option "[alter]" (To alter topic configurations, the kafka-configs tool can be used.)`);
  if (action === 'alter' && options.partitions === undefined) throw new ToolError('Missing required argument "[partitions]"');
  if (action !== 'create') refuseFlags({ ...options }, { config: '--config', replicationFactor: '--replication-factor', ifNotExists: '--if-not-exists' }, flag);
  if (action !== 'create' && action !== 'alter') refuseFlags({ ...options }, { partitions: '--partitions', replicaAssignment: '--replica-assignment' }, flag);
  if (action !== 'describe') refuseFlags({ ...options }, { ...reports, topicsWithOverrides: '--topics-with-overrides', topicId: '--topic-id', partitionSizeLimitPerResponse: '--partition-size-limit-per-response' }, flag);
  if (action === 'create') refuseFlags({ ...options }, { ifExists: '--if-exists' }, flag);
  if (action === 'create' && options.replicaAssignment !== undefined) refuseFlags({ ...options }, { partitions: '--partitions', replicationFactor: '--replication-factor' }, '--replica-assignment');
  if (action === 'list') refuseFlags({ ...options }, { ifExists: '--if-exists' }, flag);
  if (action === 'create' || action === 'delete') refuseFlags({ ...options }, { excludeInternal: '--exclude-internal' }, flag);
  if (options.topicsWithOverrides) refuseFlags({ ...options }, reports, '--topics-with-overrides');
}

export async function runTopics(options: TopicsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  if (options.create) return createTopic({ ...options, topic: options.topic ?? '' }, keyValues(options.config), admin, io);
  if (options.describe) return describeTopics(options, admin, io);
  const topics = await selectTopics(options, admin);
  if (options.list) return void io.out(topics.map((topic) => topic.name).join('\n'));
  requireTopics(topics, options);
  if (topics.length === 0) return;
  if (options.delete) return admin.deleteTopics(topics.map((topic) => topic.name));
  await alterTopics(topics.map((topic) => topic.name), options, admin);
}

/** With an assignment, the brokers of the partitions that are there already are skipped. */
async function alterTopics(names: readonly string[], options: TopicsOptions, admin: AdminPort): Promise<void> {
  const assignment = options.replicaAssignment === undefined ? null : parseReplicaAssignment(options.replicaAssignment);
  for (const { name, partitions } of await admin.describeTopics(names)) {
    await admin.createPartitions(name, options.partitions ?? 0, assignment?.slice(partitions.length) ?? null);
  }
}
