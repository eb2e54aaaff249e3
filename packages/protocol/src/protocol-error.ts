/** Why bytes or a message were refused: bytes that break the format, a version out of range, a value that does not fit its type. */
export type ProtocolErrorKind = 'malformed' | 'unsupported-version' | 'invalid-value';

/**
 * The one error of this package: names the message, the field and the byte offset where it went wrong.
 * The path grows while the error climbs out of the nested structs, so that good messages pay nothing for it.
 */
export class ProtocolError extends Error {
  readonly kind: ProtocolErrorKind;
  /** What is wrong, without the place. */
  readonly reason: string;
  /** Name of the message, empty until known. */
  messageName: string;
  /** Path of the field inside the message, such as `topics[3].partition`. */
  path: string;
  /** Byte offset inside the buffer that was read or written, -1 if there is none. */
  readonly offset: number;

  constructor(kind: ProtocolErrorKind, reason: string, offset = -1, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ProtocolError';
    this.kind = kind;
    this.reason = reason;
    this.messageName = '';
    this.path = '';
    this.offset = offset;
    if (offset >= 0) this.message = this.#describe();
  }

  /** Puts the field (and index, unless -1) of an outer struct before the path. */
  prepend(field: string, index: number): void {
    const step = index < 0 ? field : `${field}[${index}]`;
    this.path = this.path === '' ? step : `${step}.${this.path}`;
    this.message = this.#describe();
  }

  /** Names the message; the outermost codec has the last word. */
  inMessage(name: string): void {
    this.messageName = name;
    this.message = this.#describe();
  }

  #describe(): string {
    const where = [this.messageName, this.path].filter((part) => part !== '').join('.');
    const at = this.offset < 0 ? '' : `${where === '' ? 'at' : ' at'} byte ${this.offset}`;
    return where === '' && at === '' ? this.reason : `${where}${at}: ${this.reason}`;
  }
}

/** For generated code: the error to throw from a struct in which `field` (and its element `index`, unless -1) failed. */
export function locate(error: unknown, field: string, index: number): ProtocolError {
  const located = asProtocolError(error);
  located.prepend(field, index);
  return located;
}

/** For generated code: a value that the version at hand cannot carry. */
export function unsupportedField(version: number): ProtocolError {
  return new ProtocolError('unsupported-version', `has a value that version ${version} cannot carry`);
}

/** For generated code: null where the version at hand allows none. */
export function unexpectedNull(version: number): ProtocolError {
  return new ProtocolError('invalid-value', `must not be null in version ${version}`);
}

// A message of the wrong shape (from JavaScript, say) shows as a TypeError inside the generated code.
function asProtocolError(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (error instanceof TypeError || error instanceof RangeError) {
    return new ProtocolError('invalid-value', error.message, -1, { cause: error });
  }
  throw error;
}
