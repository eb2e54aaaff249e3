/** The flags of `kafka-console-producer`. */
import { clientProperties } from '../client-properties.js';
import { looseKeyValues, newerOf, olderName, olderRepeated, parseFlags, propertiesFile, repeated, toolCommand, wholeNumber, withBootstrap, type CommonOptions } from '../command.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import { readerSettings, type ReaderSettings } from './line-reader.js';

export interface ConsoleProducerOptions {
  /** The reader property `topic` wins over the flag. */
  topic: string;
  /** Waits for each record before the next is sent. */
  sync: boolean;
  reader: ReaderSettings;
  /** Of the producer. */
  properties: Record<string, string>;
}

interface Flags extends CommonOptions {
  topic?: string;
  sync?: true;
  compressionCodec?: string | true;
  batchSize?: number;
  messageSendMaxRetries?: number;
  retryBackoffMs?: number;
  timeout?: number;
  requestRequiredAcks?: string;
  requestTimeoutMs?: number;
  metadataExpiryMs?: number;
  maxBlockMs?: number;
  maxMemoryBytes?: number;
  maxPartitionMemoryBytes?: number;
  socketBufferSize?: number;
  lineReader?: string;
  readerProperty?: string[];
  property?: string[];
  readerConfig?: string;
  commandProperty?: string[];
  producerProperty?: string[];
  'producer.config'?: string;
}

export function consoleProducerOptions(args: readonly string[], io: ToolIo): ConsoleProducerOptions {
  const command = withBootstrap(toolCommand('kafka-console-producer', 'Read lines of standard input and send them to a topic.', io))
    .option('--topic <name>', 'the topic')
    .option('--sync', 'wait for each record before the next')
    .option('--compression-codec [codec]', 'none, gzip, snappy, lz4 or zstd; gzip when only the flag is given')
    .option('--batch-size <bytes>', 'the size to which records are gathered', wholeNumber)
    .option('--message-send-max-retries <count>', 'how often a batch is sent again', wholeNumber)
    .option('--retry-backoff-ms <ms>', 'the wait before a batch is sent again', wholeNumber)
    .option('--timeout <ms>', 'how long a batch waits for more records', wholeNumber)
    .option('--request-required-acks <acks>', '0, 1, or all (-1)')
    .option('--request-timeout-ms <ms>', 'how long an answer may take', wholeNumber)
    .option('--metadata-expiry-ms <ms>', 'how old the view of the cluster may become', wholeNumber)
    .option('--max-block-ms <ms>', 'how long sending may wait for memory or metadata', wholeNumber)
    .option('--max-memory-bytes <bytes>', 'memory for records that wait', wholeNumber)
    .option('--max-partition-memory-bytes <bytes>', 'memory for a batch', wholeNumber)
    .option('--socket-buffer-size <bytes>', 'the size of the send buffer', wholeNumber)
    .option('--line-reader <class>', 'how lines become records; only the line reader of Kafka is there')
    .addOption(repeated('--reader-property <key=value>', 'parse.key, key.separator, parse.headers, headers.delimiter, headers.separator, headers.key.separator, ignore.error, null.marker'))
    .addOption(olderRepeated('--property <key=value>', '--reader-property'))
    .option('--reader-config <file>', 'a properties file of reader properties')
    .addOption(repeated('--command-property <key=value>', 'a setting of the producer'))
    .addOption(olderRepeated('--producer-property <key=value>', '--command-property'))
    .addOption(olderName('--producer.config <file>', '--command-config'));
  const flags = parseFlags<Flags>(command, args);
  if (flags.topic === undefined) throw new ToolError('Missing required argument "[topic]"');
  if (flags.bootstrapServer === undefined) throw new ToolError('Missing required argument "[bootstrap-server]"');
  if (flags.lineReader !== undefined && !flags.lineReader.endsWith('LineMessageReader')) throw new ToolError(`--line-reader ${flags.lineReader}: only LineMessageReader is there`);
  if (flags.maxPartitionMemoryBytes !== undefined) io.err('Option --max-partition-memory-bytes is deprecated and will be removed in a future version. Use --batch-size instead.');
  const readerFlags = newerOf(io, { flag: '--property', value: flags.property }, { flag: '--reader-property', value: flags.readerProperty });
  const readerProperties = { ...propertiesFile(io, flags.readerConfig), ...looseKeyValues(readerFlags) };
  return {
    topic: readerProperties['topic'] ?? flags.topic,
    sync: flags.sync === true,
    reader: readerSettings(readerProperties, io),
    properties: producerProperties(flags, io),
  };
}

/** A flag that was given wins over the properties; what neither gives has the tool's default. */
function producerProperties(flags: Flags, io: ToolIo): Record<string, string> {
  const given = clientProperties(flags, { configFlag: '--producer.config', config: flags['producer.config'], propertyFlag: '--producer-property', property: flags.producerProperty }, io);
  const codec = flags.compressionCodec === true ? 'gzip' : flags.compressionCodec;
  if (codec !== undefined && !['none', 'gzip', 'snappy', 'lz4', 'zstd'].includes(codec)) throw new ToolError(`--compression-codec ${codec} is not one of none, gzip, snappy, lz4, zstd`);
  const properties: Record<string, string> = { 'client.id': 'console-producer', 'linger.ms': '1000', ...given, 'bootstrap.servers': flags.bootstrapServer ?? '' };
  const set = (name: string, flag: string | number | undefined, standard?: string): void => {
    if (flag !== undefined) properties[name] = String(flag);
    else if (standard !== undefined) properties[name] ??= standard;
  };
  set('compression.type', codec);
  set('linger.ms', flags.timeout);
  set('acks', flags.requestRequiredAcks);
  set('retries', flags.messageSendMaxRetries, '3');
  set('retry.backoff.ms', flags.retryBackoffMs, '100');
  set('request.timeout.ms', flags.requestTimeoutMs, '1500');
  set('metadata.max.age.ms', flags.metadataExpiryMs);
  set('max.block.ms', flags.maxBlockMs);
  set('buffer.memory', flags.maxMemoryBytes);
  set('batch.size', flags.batchSize ?? flags.maxPartitionMemoryBytes);
  set('send.buffer.bytes', flags.socketBufferSize);
  return properties;
}
