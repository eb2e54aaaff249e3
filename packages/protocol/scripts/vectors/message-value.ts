import type { Field, Message, Struct } from '../generator/definition.ts';
import { common } from '../generator/versions.ts';

/** The unknown tags of a vector: where (JSON pointer to the struct), which, and their bytes in base64. */
export interface VectorTag {
  readonly path: string;
  readonly tag: number;
  readonly data: string;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Value = Record<string, unknown>;

/**
 * Turns the JSON of a vector into the message that the codec should give or take. `sparse` leaves out what the JSON
 * leaves out; otherwise the defaults of the definition are put in.
 */
export function messageValue(message: Message, json: Json, version: number, tags: readonly VectorTag[], sparse: boolean): Value {
  const flexible = message.flexible <= message.versions.to;

  const structValue = (struct: Struct, from: Json, path: string): Value => {
    const given = from as Record<string, Json>;
    const value: Value = {};
    for (const field of struct.fields) {
      const raw = given[field.name];
      if (raw !== undefined) value[field.name] = fieldValue(field, raw, `${path}/${field.name}`);
      else if (!sparse) value[field.name] = absent(field);
      else if (needed(field)) value[field.name] = absent(field);
    }
    const unknown = tags.filter((tag) => tag.path === path).map(({ tag, data }) => ({ tag, data: bytes(data) }));
    if (flexible && (!sparse || unknown.length > 0)) value['unknownTags'] = unknown.length > 0 ? unknown : undefined;
    return value;
  };

  // A required field that this version lacks in a part of the message that it has (none in Kafka 4.4 but by mistake).
  const needed = (field: Field): boolean => common(field.versions, { from: version, to: version }) !== null && field.tag === null && field.default === null;

  const fieldValue = (field: Field, raw: Json, path: string): unknown => {
    if (raw === null) return null;
    if (field.array) return (raw as Json[]).map((item, index) => oneValue(field, item, `${path}/${index}`));
    return oneValue(field, raw, path);
  };

  const oneValue = (field: Field, raw: Json, path: string): unknown => (field.struct === null ? scalar(field, raw) : structValue(field.struct, raw, path));

  const absent = (field: Field): unknown => {
    if (field.default === 'null') return null;
    if (field.array) return [];
    if (field.struct !== null) return structValue(field.struct, {}, '(none)');
    return absentScalar(field);
  };

  return structValue(message.root, json, '');
}

function scalar(field: Field, raw: Json): unknown {
  if (field.type === 'bytes' || field.type === 'records') return bytes(raw as string);
  if (field.type === 'int64' && field.exact) return BigInt(raw as string | number);
  if (field.type === 'int64' || field.type === 'float64') return Number(raw);
  return raw;
}

function absentScalar(field: Field): unknown {
  switch (field.type) {
    case 'bool':
      return field.default === 'true';
    case 'string':
      return field.default === null ? '' : JSON.parse(field.default);
    case 'uuid':
      return 'A'.repeat(22);
    case 'bytes':
      return new Uint8Array(0);
    case 'records':
      return field.nullable === null ? new Uint8Array(0) : null;
    default:
      return field.exact ? BigInt(field.default ?? 0) : Number(field.default ?? 0);
  }
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
