/** Kafka's deserializers by class name: stored bytes to the bytes of their text. */
import { doubleText } from '@millrace/config/double-text';
import { ToolError } from '../tool-error.js';

export type Deserializer = (bytes: Uint8Array) => Uint8Array;

const utf8 = new TextEncoder();

const numbers: Readonly<Record<string, { size: number; text: (view: DataView) => string }>> = {
  ShortDeserializer: { size: 2, text: (view) => String(view.getInt16(0)) },
  IntegerDeserializer: { size: 4, text: (view) => String(view.getInt32(0)) },
  LongDeserializer: { size: 8, text: (view) => view.getBigInt64(0).toString() },
  FloatDeserializer: { size: 4, text: (view) => floatText(view.getFloat32(0)) },
  DoubleDeserializer: { size: 8, text: (view) => numberText(view.getFloat64(0)) },
  BooleanDeserializer: { size: 1, text: (view) => String(view.getUint8(0) !== 0) },
};

/**
 * Without a class the bytes are printed as they are, and so are text and byte arrays.
 * @param encoding of text, UTF-8 by default
 */
export function deserializer(className: string | undefined, encoding: string = 'UTF-8'): Deserializer {
  const name = className?.slice(className.lastIndexOf('.') + 1) ?? 'ByteArrayDeserializer';
  if (name === 'StringDeserializer' && !/^utf-?8$/i.test(encoding)) return textOf(encoding);
  if (name === 'UUIDDeserializer') return uuid;
  if (name === 'BytesDeserializer') return (bytes) => utf8.encode(escaped(bytes));
  if (['StringDeserializer', 'ByteArrayDeserializer', 'ByteBufferDeserializer'].includes(name)) return (bytes) => bytes;
  const number = numbers[name];
  if (number === undefined) throw new ToolError(`deserializer ${className} is not there: use one of ${['String', 'ByteArray', 'Bytes', 'UUID', ...Object.keys(numbers).map((key) => key.replace('Deserializer', ''))].join(', ')}`);
  return (bytes) => {
    if (bytes.length !== number.size) throw new ToolError(`Size of data received by ${name} is not ${number.size}`);
    return utf8.encode(number.text(new DataView(bytes.buffer, bytes.byteOffset, bytes.length)));
  };
}

function textOf(encoding: string): Deserializer {
  // The web's ISO-8859-1 is another one, and its UTF-16 the other way round.
  if (/^(iso-?8859-?1|latin-?1)$/i.test(encoding)) return (bytes) => utf8.encode(Buffer.from(bytes).toString('latin1'));
  const name = /^utf-?16$/i.test(encoding) ? 'utf-16be' : encoding;
  try {
    const decoder = new TextDecoder(name);
    return (bytes) => utf8.encode(decoder.decode(bytes));
  } catch {
    throw new ToolError(`deserializer.encoding=${encoding}: there is no such encoding`);
  }
}

/** Kafka's serializer writes a uuid as text. */
function uuid(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!/^[\da-f]{1,8}(-[\da-f]{1,4}){3}-[\da-f]{1,12}$/i.test(text)) throw new ToolError(`UUIDDeserializer: ${bytes.length} bytes that are not a uuid in text`);
  return bytes;
}

/** As Kafka's `Bytes` show themselves: what is not printable ASCII as `\xFF`. */
function escaped(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte <= 0x7e && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('');
}

function numberText(value: number): string {
  return Number.isFinite(value) ? doubleText(value) : String(value);
}

/** The shortest decimal that is this float again, as Java prints it. */
function floatText(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(short);
  }
  return numberText(value);
}
