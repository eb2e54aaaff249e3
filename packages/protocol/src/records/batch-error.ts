import { ProtocolError, type ProtocolErrorKind } from '../protocol-error.js';

/** An error that names the record batch, its field (with `index`, unless -1) and the byte in the buffer. */
export function batchError(
  field: string,
  reason: string,
  offset: number,
  index = -1,
  kind: ProtocolErrorKind = 'malformed',
  options?: ErrorOptions,
): ProtocolError {
  const error = new ProtocolError(kind, reason, offset, options);
  error.prepend(field, index);
  error.inMessage('RecordBatch');
  return error;
}
