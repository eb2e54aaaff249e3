/** Protobuf for topics. */
import type { DescMessage, Message, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { parseSchema } from '@millrace/schema';
import { RegistryDeserializer, type Deserializer } from '../deserializer.js';
import { fetchReferences } from '../references.js';
import { shown, ValueError } from '../serde-error.js';
import type { DeserializerOptions, SchemaContract, SerializerOptions } from '../serde-options.js';
import { RegistrySerializer, type OwnSchemas, type Serializer } from '../serializer.js';
import { referenceNameStrategy, type ReferenceNameStrategy } from '../subject-name.js';
import { schemaOfMessage } from './own-protobuf-schemas.js';
import { protobufFormat } from './protobuf-codec.js';

export interface ProtobufSerializerOptions<D extends DescMessage = DescMessage> extends SerializerOptions, SchemaContract {
  /** Messages of generated code that may be sent. */
  messages?: readonly D[];
  /** Without generated code: a `.proto` file. */
  schema?: string;
  /** The message that plain objects are meant as, by its full name. Default: the first. */
  messageName?: string;
  /** How imported files are called as subjects. Default: as they are imported. */
  referenceName?: ReferenceNameStrategy;
}

export interface ProtobufDeserializerOptions<D extends DescMessage = DescMessage> extends DeserializerOptions {
  /** Messages of generated code that may come; others are read by the registered file's descriptors. */
  messages?: readonly D[];
}

/** Values are messages, or plain objects that become one. */
export function protobufSerializer<const D extends DescMessage>(options: ProtobufSerializerOptions<D> & { messages: readonly D[] }): Serializer<MessageShape<D> | MessageInitShape<D>>;
export function protobufSerializer<T extends object = object>(options: ProtobufSerializerOptions): Serializer<T>;
export function protobufSerializer(options: ProtobufSerializerOptions): Serializer<object> {
  const known = new Map((options.messages ?? []).map((desc) => [desc.typeName, desc]));
  const messageName = options.messageName ?? options.messages?.[0]?.typeName;
  return new RegistrySerializer(options, protobufFormat({ known, messageName }), ownSchemas(options, known, messageName));
}

export function protobufDeserializer<const D extends DescMessage>(options: ProtobufDeserializerOptions<D> & { messages: readonly D[] }): Deserializer<MessageShape<D>>;
export function protobufDeserializer<T extends object = Message>(options: ProtobufDeserializerOptions): Deserializer<T>;
export function protobufDeserializer(options: ProtobufDeserializerOptions): Deserializer<object> {
  const known = new Map((options.messages ?? []).map((desc) => [desc.typeName, desc]));
  return new RegistryDeserializer(options, protobufFormat({ known, messageName: undefined }));
}

function ownSchemas(options: ProtobufSerializerOptions, known: ReadonlyMap<string, DescMessage>, messageName: string | undefined): OwnSchemas<object> {
  const { registry, schema, references, metadata, ruleSet, referenceName = referenceNameStrategy, normalize = false } = options;
  const kindOf = (value: object): string => {
    if (typeof value !== 'object' || value === null) throw new ValueError([], `expected a message, got ${shown(value)}`);
    return '$typeName' in value && typeof value.$typeName === 'string' ? value.$typeName : (messageName ?? '');
  };
  const isChosen = options.useSchemaId !== undefined || options.useLatestVersion === true || options.useLatestWithMetadata !== undefined;
  return {
    kindOf,
    schemaFor: async (value) => {
      const name = kindOf(value);
      const desc = known.get(name);
      if (desc !== undefined && schema === undefined) {
        // Where the registry's own schema is used, imports need not be looked up: the names in them are all that counts.
        if (isChosen && options.autoRegister !== true && options.compatibilityStrict === false) return undefined;
        const toRegister = await schemaOfMessage(desc, options, { registry, referenceName, isRegistering: options.autoRegister ?? !isChosen, normalize });
        return { toRegister, recordName: name };
      }
      if (schema === undefined) {
        if (known.size > 0) throw new ValueError([], `the message ${name} is none of ${[...known.keys()].join(', ')}`);
        return undefined;
      }
      const toRegister = { schema, schemaType: 'PROTOBUF' as const, ...(references && { references }), ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) };
      const parsed = parseSchema('PROTOBUF', { schema, references, resolve: await fetchReferences(registry, toRegister), isNew: true });
      return { toRegister, recordName: name === '' ? parsed.name : name };
    },
  };
}
