import { parseSchema, type SchemaType } from '@millrace/schema';
import fc from 'fast-check';
import { EDITION, PROTO2, PROTO3 } from '../protobuf/samples.js';

/** Schemas of each type to start from. */
export const SEEDS: Readonly<Record<SchemaType, readonly string[]>> = {
  AVRO: [
    '{"type":"record","name":"a.R","aliases":["S"],"fields":[{"name":"f","type":["null",{"type":"enum","name":"E","symbols":["A","B"],"default":"A"}],"default":null},{"name":"n","type":["null","R"],"order":"ignore"}]}',
    '{"type":"array","items":{"type":"map","values":{"type":"fixed","name":"F","size":16,"logicalType":"decimal","precision":4}}}',
  ],
  JSON: [
    '{"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{"a":{"type":["string","null"],"pattern":"^a+$"},"b":{"$ref":"#/definitions/d"}},"required":["a"],"additionalProperties":false,"definitions":{"d":{"anyOf":[{"minimum":1.5},{"items":[{}],"additionalItems":{"$ref":"#"}}]}}}',
    '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"http://x/y","$defs":{"d":{"$anchor":"d","prefixItems":[true],"unevaluatedItems":false}},"allOf":[{"$ref":"#d"},{"$dynamicRef":"#d"}],"dependentSchemas":{"a":{"not":{"const":1}}}}',
  ],
  PROTOBUF: [PROTO3, PROTO2, EDITION, parseSchema('PROTOBUF', { schema: PROTO3 }).formattedString('serialized')],
};

/** Pieces that mean something in one of the languages. */
const PIECES = ['{', '}', '[', ']', '"', ':', ',', '\\', '\\u', '-', '1e999', '0x', 'null', 'true', '$ref', '"#"', '"type"', 'map<', '>', ';', '=', 'oneof', 'extend', 'group', 'reserved', 'to max', '(', ')', '.', '/*', '//', '\n', '\u0000', '\ud800', '𝒳', '__proto__', 'constructor', '999999999999999999999'];

export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const changes: fc.Arbitrary<Change[]> = fc.array(fc.record({ at: fc.nat(1_000_000), remove: fc.nat(12), insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 }), fc.constant('')) }), { minLength: 1, maxLength: 4 });

export function changed(text: string, list: readonly Change[]): string {
  return list.reduce((now, { at, remove, insert }) => {
    const position = at % (now.length + 1);
    return now.slice(0, position) + insert + now.slice(position + remove);
  }, text);
}
