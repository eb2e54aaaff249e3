import { type DescMessage, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import { base64Decode } from '@bufbuild/protobuf/wire';
import {
  EnumOptionsSchema,
  EnumValueOptionsSchema,
  ExtensionRangeOptionsSchema,
  FieldOptionsSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileOptionsSchema,
  MessageOptionsSchema,
  MethodOptionsSchema,
  OneofOptionsSchema,
  ServiceOptionsSchema,
} from '@bufbuild/protobuf/wkt';
import { MAX_MESSAGE_NESTING, MAX_SCHEMA_LENGTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { fileOfDescriptor, type OptionsName } from './descriptor-to-file.js';
import { decodedOptions } from './option-decoding.js';
import type { ProtoFile } from './proto-file.js';
import { type TypeSource, TypeTable } from './type-table.js';

const OPTIONS: Readonly<Record<OptionsName, DescMessage>> = {
  FileOptions: FileOptionsSchema,
  MessageOptions: MessageOptionsSchema,
  FieldOptions: FieldOptionsSchema,
  OneofOptions: OneofOptionsSchema,
  EnumOptions: EnumOptionsSchema,
  EnumValueOptions: EnumValueOptionsSchema,
  ServiceOptions: ServiceOptionsSchema,
  MethodOptions: MethodOptionsSchema,
  ExtensionRangeOptions: ExtensionRangeOptionsSchema,
};

/** Whether a text can only be base64: a `.proto` file has blanks, or at least a semicolon or brace. */
export function isDescriptorText(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}\s*$/.test(text);
}

/**
 * The file of a `FileDescriptorProto` in base64, which clients send instead of text.
 *
 * @param known files whose extensions may stand in its options
 * @throws SchemaError
 */
export function fileOfDescriptorText(text: string, known: readonly TypeSource[] = []): ProtoFile {
  if (text.length > MAX_SCHEMA_LENGTH) throw new SchemaError('LIMIT_EXCEEDED', '1:1', `Schema is longer than ${MAX_SCHEMA_LENGTH} characters`);
  try {
    const proto = fromBinary(FileDescriptorProtoSchema, base64Decode(text.trim()));
    checkDescriptor(proto);
    // Its own extensions may stand in its options too: their types are read first.
    const table = new TypeTable([...known, { file: fileOfDescriptor(proto), origin: '' }]);
    return fileOfDescriptor(proto, (name, message) => (message === undefined ? [] : decodedOptions(toBinary(OPTIONS[name], message as Message), `google.protobuf.${name}`, table)));
  } catch (error) {
    if (error instanceof SchemaError) throw error;
    throw new SchemaError('INVALID_SCHEMA', '1:1', `Could not parse Protobuf: neither a .proto file nor a file descriptor in base64 (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Bytes that happen to parse say nothing; names that are none would make a text that cannot be read again. */
function checkDescriptor(proto: FileDescriptorProto): void {
  if (proto.messageType.length + proto.enumType.length + proto.extension.length + proto.service.length === 0) throw new Error('the descriptor has no types');
  const check = (messages: FileDescriptorProto['messageType'], depth: number) => {
    if (depth > MAX_MESSAGE_NESTING) throw new SchemaError('LIMIT_EXCEEDED', '1:1', `Messages are nested deeper than ${MAX_MESSAGE_NESTING}`);
    for (const message of messages) {
      checkNames([message, ...message.field, ...message.oneofDecl, ...message.extension, ...message.enumType, ...message.enumType.flatMap((type) => type.value)]);
      check(message.nestedType, depth + 1);
    }
  };
  check(proto.messageType, 1);
  checkNames([...proto.enumType, ...proto.enumType.flatMap((type) => type.value), ...proto.extension, ...proto.service, ...proto.service.flatMap((service) => service.method)]);
  if (proto.package !== '' && !/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(proto.package)) throw new Error(`"${proto.package}" is no package name`);
}

function checkNames(elements: readonly { readonly name: string }[]): void {
  const wrong = elements.find(({ name }) => !/^[A-Za-z_]\w*$/.test(name));
  if (wrong !== undefined) throw new Error(`"${wrong.name}" is no name`);
}
