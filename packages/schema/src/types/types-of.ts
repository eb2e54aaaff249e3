import { messageNames } from '../protobuf/message-indexes.js';
import { registryOf } from '../protobuf/descriptor-set.js';
import type { AnySchema } from '../parse-schema.js';
import { avroTypeText, type LongType } from './avro-types.js';
import { jsonTypeText } from './json-types.js';
import { messageTypeText } from './protobuf-types.js';
import { TypeFile } from './type-file.js';

export interface TypesOptions {
  /** How Avro's longs are read. Default: number. */
  readonly long?: LongType | undefined;
}

export interface NamedSchema {
  readonly schema: AnySchema;
  /** What the type of the whole is called, where the schema says no name: that of the subject, say. */
  readonly name: string;
}

/**
 * A file of TypeScript types for the values of schemas, as `@millrace/serde` reads and writes them. Types that several
 * schemas share are written once; others that have one name get a number behind it.
 *
 * @throws SchemaError where a schema that was stored does not resolve
 */
export function typesOf(schemas: readonly NamedSchema[], options: TypesOptions = {}): string {
  const file = new TypeFile();
  for (const named of schemas) addTypes(file, named, options.long ?? 'number');
  return file.text();
}

function addTypes(file: TypeFile, { schema, name }: NamedSchema, long: LongType): void {
  switch (schema.schemaType) {
    case 'AVRO': {
      const text = avroTypeText(file, schema.type, long);
      if (schema.type.kind !== 'record' && schema.type.kind !== 'enum') file.named(`${name} ${text}`, name, (root) => `export type ${root} = ${text};`);
      return;
    }
    case 'JSON':
      jsonTypeText(file, schema, schema.name ?? name);
      return;
    case 'PROTOBUF':
      for (const messageName of messageNames(schema.file)) {
        const message = registryOf(schema).getMessage(messageName);
        if (message !== undefined) messageTypeText(file, message);
      }
  }
}
