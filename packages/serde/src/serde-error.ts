/** A value that cannot be written, or bytes that cannot be read. The message says topic, part, schema and the place in the value. */
export class SerdeError extends Error {
  override readonly name = 'SerdeError';
  readonly topic: string;
  readonly part: Part;
  readonly reason: SerdeErrorReason;

  constructor(reason: SerdeErrorReason, message: string, where: { topic: string; part: Part }, cause?: unknown) {
    super(`${where.part} of topic ${where.topic}: ${message}`, { cause });
    this.topic = where.topic;
    this.part = where.part;
    this.reason = reason;
  }
}

export type Part = 'key' | 'value';

export type SerdeErrorReason =
  /** The bytes carry no schema id. */
  | 'NO_SCHEMA_ID'
  /** The registry does not know the schema, refuses it, or cannot be asked. */
  | 'REGISTRY'
  /** The schema cannot be used as it is. */
  | 'SCHEMA'
  /** The value does not fit the schema. */
  | 'VALUE'
  /** The bytes do not fit the schema. */
  | 'DATA'
  /** A rule of the schema said no, or could not run. */
  | 'RULE';

/** What is wrong inside one value: thrown by codecs, which know the place but not the topic. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  readonly detail: string;
  /** Names and indexes from the top, as `$.customer.lines[3].price`. */
  readonly path: string;

  constructor(path: readonly (string | number)[], detail: string, cause?: unknown) {
    const place = pathText(path);
    super(`${detail} at ${place}`, { cause });
    this.detail = detail;
    this.path = place;
  }
}

export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => `${text}${isIndex(step) ? `[${step}]` : `.${step}`}`, '$');
}

function isIndex(step: string | number): boolean {
  return typeof step === 'number' || /^\d+$/.test(step);
}

/** A value as it is shown in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  let text: string;
  try {
    text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? typeof value;
  } catch {
    return typeof value;
  }
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
