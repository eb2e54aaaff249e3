/** The flags of `kafka-console-consumer`. */
import { clientProperties } from '../client-properties.js';
import { looseKeyValues, newerOf, olderName, olderRepeated, parseFlags, propertiesFile, repeated, toolCommand, wholeNumber, withBootstrap, type CommonOptions } from '../command.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import { topicExpression } from '../topic-pattern.js';
import type { StartOffset } from './consumer-port.js';
import type { MessageFormatter } from './message-formatter.js';

export interface ConsoleConsumerOptions {
  /** A topic, or a pattern. */
  topics: string | RegExp;
  /** Reads this one without a group; null joins a group. */
  partition: number | null;
  from: StartOffset;
  maxMessages: number;
  /** Ends after so long without a record; Infinity never. */
  timeoutMs: number;
  skipMessageOnError: boolean;
  /** Prints a line when it has stopped. */
  tellsOfItsEnd: boolean;
  formatter: MessageFormatter;
  /** Of the consumer. */
  properties: Record<string, string>;
}

interface Flags extends CommonOptions {
  topic?: string;
  include?: string;
  partition?: number;
  offset?: string;
  fromBeginning?: true;
  maxMessages?: number;
  timeoutMs?: number;
  group?: string;
  isolationLevel?: string;
  skipMessageOnError?: true;
  formatter: string;
  formatterProperty?: string[];
  property?: string[];
  formatterConfig?: string;
  keyDeserializer?: string;
  valueDeserializer?: string;
  enableSystestEvents?: true;
  commandProperty?: string[];
  consumerProperty?: string[];
  'consumer.config'?: string;
}

/** @param randomGroup a number for the name of a group of its own */
export async function consoleConsumerOptions(args: readonly string[], io: ToolIo, randomGroup: number): Promise<ConsoleConsumerOptions> {
  const flags = parseFlags<Flags>(commandOf(io), args);
  if (flags.bootstrapServer === undefined) throw new ToolError('Missing required argument "[bootstrap-server]"');
  if ((flags.topic === undefined) === (flags.include === undefined)) throw new ToolError('Exactly one of --include/--topic is required.');
  if (flags.partition !== undefined && flags.topic === undefined) throw new ToolError('The topic is required when partition is specified.');
  if (flags.offset !== undefined && flags.partition === undefined) throw new ToolError('The partition is required when offset is specified.');
  if (flags.fromBeginning && flags.offset !== undefined) throw new ToolError('Options from-beginning and offset cannot be specified together.');
  if (flags.group !== undefined && flags.partition !== undefined) throw new ToolError('Options group and partition cannot be specified together.');
  const formatterFlags = newerOf(io, { flag: '--property', value: flags.property }, { flag: '--formatter-property', value: flags.formatterProperty });
  const formatterProperties = {
    ...propertiesFile(io, flags.formatterConfig),
    ...looseKeyValues(formatterFlags),
    ...(flags.keyDeserializer !== undefined && { 'key.deserializer': flags.keyDeserializer }),
    ...(flags.valueDeserializer !== undefined && { 'value.deserializer': flags.valueDeserializer }),
  };
  const { messageFormatter } = await import('./message-formatter.js');
  return {
    topics: flags.topic ?? topicExpression(flags.include ?? ''),
    partition: flags.partition ?? null,
    from: startOffset(flags),
    maxMessages: flags.maxMessages === undefined || flags.maxMessages < 0 ? Infinity : flags.maxMessages,
    timeoutMs: flags.timeoutMs === undefined || flags.timeoutMs < 0 ? Infinity : flags.timeoutMs,
    skipMessageOnError: flags.skipMessageOnError === true,
    tellsOfItsEnd: flags.enableSystestEvents === true,
    formatter: messageFormatter(flags.formatter, formatterProperties),
    properties: consumerProperties(flags, randomGroup, io),
  };
}

function commandOf(io: ToolIo): ReturnType<typeof toolCommand> {
  return withBootstrap(toolCommand('kafka-console-consumer', 'Print the records of a topic.', io))
    .option('--topic <name>', 'the topic')
    .option('--include <pattern>', 'topics by a regular expression')
    .option('--partition <number>', 'one partition, without a group', wholeNumber)
    .option('--offset <offset>', 'where to begin in the partition: a number, earliest, or latest (the default)')
    .option('--from-beginning', 'begin at the earliest record when nothing is committed')
    .option('--max-messages <count>', 'end after so many records', wholeNumber)
    .option('--timeout-ms <ms>', 'end after so long without a record', wholeNumber)
    .option('--group <group>', 'the group; one of its own when not given')
    .option('--isolation-level <level>', 'read_uncommitted (the default) or read_committed')
    .option('--skip-message-on-error', 'go on when a record cannot be printed')
    .option('--formatter <class>', 'how records are printed', 'org.apache.kafka.tools.consumer.DefaultMessageFormatter')
    .addOption(repeated('--formatter-property <key=value>', 'print.timestamp, print.key, print.offset, print.partition, print.epoch, print.headers, print.value, key.separator, line.separator, headers.separator, null.literal, key.deserializer, value.deserializer, headers.deserializer'))
    .addOption(olderRepeated('--property <key=value>', '--formatter-property'))
    .option('--formatter-config <file>', 'a properties file of formatter properties')
    .option('--key-deserializer <class>', 'the class of the keys')
    .option('--value-deserializer <class>', 'the class of the values')
    .option('--enable-systest-events', 'print an event when the consumer stops')
    .addOption(repeated('--command-property <key=value>', 'a setting of the consumer'))
    .addOption(olderRepeated('--consumer-property <key=value>', '--command-property'))
    .addOption(olderName('--consumer.config <file>', '--command-config'));
}

function startOffset({ offset, fromBeginning }: Flags): StartOffset {
  if (offset === undefined) return fromBeginning ? 'earliest' : 'latest';
  const text = offset.toLowerCase();
  if (text === 'earliest' || text === 'latest') return text;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ToolError(`The provided offset value '${offset}' is incorrect. Valid values are 'earliest', 'latest', or a non-negative long.`);
}

/** A group of the tool's own commits nothing. */
function consumerProperties(flags: Flags, randomGroup: number, io: ToolIo): Record<string, string> {
  const given = clientProperties(flags, { configFlag: '--consumer.config', config: flags['consumer.config'], propertyFlag: '--consumer-property', property: flags.consumerProperty }, io);
  const groups = new Set([given['group.id'], flags.group].filter((group) => group !== undefined));
  if (groups.size > 1) throw new ToolError(`The group ids provided in different places (directly using '--group', via '--command-property', or via '--command-config') do not match. Detected group ids: ${[...groups].map((group) => `'${group}'`).join(', ')}`);
  const [group] = groups;
  const level = flags.isolationLevel;
  if (level !== undefined && level !== 'read_uncommitted' && level !== 'read_committed') throw new ToolError(`--isolation-level ${level} is not one of read_uncommitted, read_committed`);
  if (flags.fromBeginning && given['auto.offset.reset'] === 'latest') throw new ToolError("Can't simultaneously specify --from-beginning and 'auto.offset.reset=latest', please remove one option");
  return {
    'client.id': 'console-consumer',
    'auto.offset.reset': flags.fromBeginning ? 'earliest' : 'latest',
    ...given,
    ...(level !== undefined && { 'isolation.level': level }),
    ...(flags.partition === undefined && { 'group.id': group ?? `console-consumer-${randomGroup}` }),
    ...(group === undefined && { 'enable.auto.commit': 'false' }),
    'bootstrap.servers': flags.bootstrapServer ?? '',
  };
}
