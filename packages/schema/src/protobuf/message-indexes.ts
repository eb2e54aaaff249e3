import { SchemaError } from '../schema-error.js';
import type { ProtoFile, ProtoMessage, ProtoType } from './proto-file.js';
import { joined } from './type-table.js';

/** Messages by their place in the file: what stands between the schema's id and the bytes of a Protobuf record. */

/** Full names of all messages, an outer one before those inside it. */
export function messageNames(file: ProtoFile): string[] {
  return [...walked(file.types, file.packageName ?? '', [])].map(({ fullName }) => fullName);
}

/**
 * Where a message stands: its index among the messages of the file, then among those of the message around it.
 *
 * @throws SchemaError `INVALID_REFERENCE` where there is no such message
 */
export function messageIndexes(file: ProtoFile, fullName: string): readonly number[] {
  for (const entry of walked(file.types, file.packageName ?? '', [])) if (entry.fullName === fullName) return entry.indexes;
  throw new SchemaError('INVALID_REFERENCE', '1:1', `No message ${fullName} in the schema`);
}

/**
 * The full name of the message at a place.
 *
 * @throws SchemaError `INVALID_REFERENCE` where there is none
 */
export function messageAt(file: ProtoFile, indexes: readonly number[]): string {
  let types = file.types;
  let fullName = file.packageName ?? '';
  for (const index of indexes) {
    const message = messagesOf(types)[index];
    if (message === undefined) throw new SchemaError('INVALID_REFERENCE', '1:1', `No message at index [${indexes.join(', ')}] of the schema`);
    fullName = joined(fullName, message.name);
    types = message.types;
  }
  if (indexes.length === 0) throw new SchemaError('INVALID_REFERENCE', '1:1', 'No message index given');
  return fullName;
}

function* walked(types: readonly ProtoType[], scope: string, path: readonly number[]): Generator<{ readonly fullName: string; readonly indexes: readonly number[] }> {
  for (const [index, message] of messagesOf(types).entries()) {
    const fullName = joined(scope, message.name);
    const indexes = [...path, index];
    yield { fullName, indexes };
    yield* walked(message.types, fullName, indexes);
  }
}

function messagesOf(types: readonly ProtoType[]): ProtoMessage[] {
  return types.filter((type) => type.kind === 'message');
}
