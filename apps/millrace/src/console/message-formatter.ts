/** A record as the console consumer prints it. */
import { ToolError } from '../tool-error.js';
import type { ConsumedRecord } from './consumer-port.js';
import { internalFormatters } from './internal-formatters.js';
import { deserializer, type Deserializer } from './deserializers.js';

/** The bytes to print for a record. */
export type MessageFormatter = (record: ConsumedRecord) => Uint8Array;

const utf8 = new TextEncoder();
const nothing = new Uint8Array(0);

/** @param className with or without its package */
export function messageFormatter(className: string, properties: Readonly<Record<string, string>>): MessageFormatter {
  const name = className.slice(className.lastIndexOf('.') + 1);
  if (Object.hasOwn(internalFormatters, name)) return internalFormatters[name]!;
  switch (name) {
    case 'DefaultMessageFormatter':
    // Kafka's writes to its log besides, which its tools are not set up to show.
    case 'LoggingMessageFormatter':
      return defaultFormatter(properties);
    case 'NoOpMessageFormatter':
      return () => nothing;
    default:
      throw new ToolError(`--formatter ${className}: only DefaultMessageFormatter, LoggingMessageFormatter, NoOpMessageFormatter, ${Object.keys(internalFormatters).join(', ')} are there`);
  }
}

/** Fields in Kafka's order: timestamp, partition, offset, epoch, headers, key, value. */
function defaultFormatter(properties: Readonly<Record<string, string>>): MessageFormatter {
  const prints = (name: string, standard = false): boolean => (properties[`print.${name}`] ?? String(standard)).trim().toLowerCase() === 'true';
  const separator = utf8.encode(properties['key.separator'] ?? '\t');
  const lineEnd = utf8.encode(properties['line.separator'] ?? '\n');
  const headersSeparator = properties['headers.separator'] ?? ',';
  const nullLiteral = utf8.encode(properties['null.literal'] ?? 'null');
  const [key, value, headerValue] = ['key', 'value', 'headers'].map((part) => deserializer(properties[`${part}.deserializer`], properties[`${part}.deserializer.deserializer.encoding`])) as [Deserializer, Deserializer, Deserializer];
  const fields: ((record: ConsumedRecord) => Uint8Array)[] = [];
  if (prints('timestamp')) fields.push((record) => utf8.encode(record.timestamp < 0 ? 'NO_TIMESTAMP' : `${record.timestampType}:${record.timestamp}`));
  if (prints('partition')) fields.push((record) => utf8.encode(`Partition:${record.partition}`));
  if (prints('offset')) fields.push((record) => utf8.encode(`Offset:${record.offset}`));
  if (prints('delivery')) fields.push(() => utf8.encode('Delivery:NOT_PRESENT'));
  if (prints('epoch')) fields.push((record) => utf8.encode(`Epoch:${record.leaderEpoch ?? 'NOT_PRESENT'}`));
  if (prints('headers')) fields.push((record) => headersText(record, headersSeparator, nullLiteral, headerValue));
  if (prints('key')) fields.push((record) => (record.key === null ? nullLiteral : key(record.key)));
  if (prints('value', true)) fields.push((record) => (record.value === null ? nullLiteral : value(record.value)));
  return (record) => joined(fields.map((field) => field(record)), separator, lineEnd);
}

function headersText({ headers }: ConsumedRecord, separator: string, nullLiteral: Uint8Array, value: Deserializer): Uint8Array {
  if (headers.length === 0) return utf8.encode('NO_HEADERS');
  const pairs = headers.map((header) => joined([utf8.encode(header.key), header.value === null ? nullLiteral : value(header.value)], utf8.encode(':'), nothing));
  return joined(pairs, utf8.encode(separator), nothing);
}

function joined(parts: readonly Uint8Array[], separator: Uint8Array, end: Uint8Array): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, end.length + separator.length * Math.max(parts.length - 1, 0));
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      bytes.set(separator, at);
      at += separator.length;
    }
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(end, at);
  return bytes;
}
