import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { base64Encode } from '@bufbuild/protobuf/wire';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  Edition,
  type EnumDescriptorProto,
  EnumDescriptorProtoSchema,
  EnumOptionsSchema,
  EnumValueOptionsSchema,
  ExtensionRangeOptionsSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileOptionsSchema,
  MessageOptionsSchema,
  MethodOptionsSchema,
  OneofOptionsSchema,
  type ServiceDescriptorProto,
  ServiceDescriptorProtoSchema,
  ServiceOptionsSchema,
} from '@bufbuild/protobuf/wkt';
import { SchemaError } from '../schema-error.js';
import { FieldDescriber } from './field-descriptor.js';
import { encodedOptions } from './option-encoding.js';
import {
  MAX_TAG,
  type ProtoEnum,
  type ProtoFile,
  type ProtoMessage,
  type ProtoReserved,
  type ProtoService,
  type TagRange,
} from './proto-file.js';
import { joined, type TypeTable } from './type-table.js';

/**
 * The descriptor of a file, as protoc makes it, source info apart. `name` is what others import it by.
 *
 * @throws SchemaError with line and column, for what a descriptor cannot say
 */
export function fileDescriptor(name: string, file: ProtoFile, table: TypeTable): FileDescriptorProto {
  return new FileDescriber(file, table).file(name);
}

/** The descriptor in base64: what `format=serialized` answers, and clients send. */
export function serializedDescriptor(name: string, file: ProtoFile, table: TypeTable): string {
  return base64Encode(toBinary(FileDescriptorProtoSchema, fileDescriptor(name, file, table)));
}

class FileDescriber {
  readonly #file: ProtoFile;
  readonly #table: TypeTable;
  readonly #fields: FieldDescriber;

  constructor(file: ProtoFile, table: TypeTable) {
    this.#file = file;
    this.#table = table;
    this.#fields = new FieldDescriber(file, table);
  }

  file(name: string): FileDescriptorProto {
    const file = this.#file;
    const scope = file.packageName ?? '';
    const edition = file.edition === undefined ? {} : { edition: Edition[`EDITION_${file.edition}` as keyof typeof Edition] };
    const syntax = file.edition !== undefined ? 'editions' : file.syntax === 'proto3' ? 'proto3' : undefined;
    const dependency = [...new Set([...file.imports, ...file.publicImports, ...file.weakImports])];
    const indexes = new Map(dependency.map((imported, index) => [imported, index]));
    const indexesOf = (imports: readonly string[]) => [...new Set(imports)].map((imported) => indexes.get(imported) ?? 0);
    return create(FileDescriptorProtoSchema, {
      name,
      ...(file.packageName === undefined ? {} : { package: file.packageName }),
      ...(syntax === undefined ? {} : { syntax }),
      ...edition,
      dependency,
      publicDependency: indexesOf(file.publicImports),
      weakDependency: indexesOf(file.weakImports),
      messageType: file.types.filter((type) => type.kind === 'message').map((type) => this.#message(type, scope)),
      enumType: file.types.filter((type) => type.kind === 'enum').map((type) => this.#enum(type, scope)),
      extension: file.extends.flatMap((extend) => this.#fields.extensions(extend, scope)),
      service: file.services.map((service) => this.#service(service, scope)),
      ...optional('options', this.#options(file.options, 'FileOptions', scope, '1:1'), (bytes) => fromBinary(FileOptionsSchema, bytes)),
    });
  }

  #message(message: ProtoMessage, outer: string): DescriptorProto {
    const scope = joined(outer, message.name);
    const { fields, oneofs, nested } = this.#fields.ofMessage(message, scope);
    return create(DescriptorProtoSchema, {
      name: message.name,
      field: fields,
      nestedType: [...message.types.filter((type) => type.kind === 'message').map((type) => this.#message(type, scope)), ...nested],
      enumType: message.types.filter((type) => type.kind === 'enum').map((type) => this.#enum(type, scope)),
      extension: message.extends.flatMap((extend) => this.#fields.extensions(extend, scope)),
      oneofDecl: oneofs.map(({ name, options }) => ({
        name,
        ...optional('options', this.#options(options, 'OneofOptions', scope, message.place), (bytes) => fromBinary(OneofOptionsSchema, bytes)),
      })),
      extensionRange: message.extensions.flatMap(({ values, options }) =>
        values.map((value) => ({
          ...exclusive(value),
          ...optional('options', this.#options(options, 'ExtensionRangeOptions', scope, message.place), (bytes) => fromBinary(ExtensionRangeOptionsSchema, bytes)),
        })),
      ),
      reservedRange: reservedTags(message.reserved).map(exclusive),
      reservedName: reservedNames(message.reserved),
      ...optional('options', this.#options(message.options, 'MessageOptions', scope, message.place), (bytes) => fromBinary(MessageOptionsSchema, bytes)),
    });
  }

  #enum(type: ProtoEnum, outer: string): EnumDescriptorProto {
    return create(EnumDescriptorProtoSchema, {
      name: type.name,
      value: type.constants.map(({ name, tag, options, place }) => ({
        name,
        number: tag,
        ...optional('options', this.#options(options, 'EnumValueOptions', outer, place), (bytes) => fromBinary(EnumValueOptionsSchema, bytes)),
      })),
      reservedRange: reservedTags(type.reserved).map((value) => (typeof value === 'number' ? { start: value, end: value } : { start: value.start, end: value.end === MAX_TAG ? 0x7fffffff : value.end })),
      reservedName: reservedNames(type.reserved),
      ...optional('options', this.#options(type.options, 'EnumOptions', outer, type.place), (bytes) => fromBinary(EnumOptionsSchema, bytes)),
    });
  }

  #service(service: ProtoService, scope: string): ServiceDescriptorProto {
    return create(ServiceDescriptorProtoSchema, {
      name: service.name,
      method: service.rpcs.map((rpc) => ({
        name: rpc.name,
        inputType: this.#messageName(rpc.requestType, scope, rpc.place),
        outputType: this.#messageName(rpc.responseType, scope, rpc.place),
        ...(rpc.requestStreaming ? { clientStreaming: true } : {}),
        ...(rpc.responseStreaming ? { serverStreaming: true } : {}),
        ...optional('options', this.#options(rpc.options, 'MethodOptions', scope, rpc.place), (bytes) => fromBinary(MethodOptionsSchema, bytes)),
      })),
      ...optional('options', this.#options(service.options, 'ServiceOptions', scope, service.place), (bytes) => fromBinary(ServiceOptionsSchema, bytes)),
    });
  }

  #messageName(name: string, scope: string, place: string): string {
    const entry = this.#table.find(name, scope);
    if (entry?.type.kind !== 'message') throw new SchemaError('INVALID_REFERENCE', place, `Could not resolve message type: ${name}`);
    return `.${entry.fullName}`;
  }

  #options(options: Parameters<typeof encodedOptions>[0], name: string, scope: string, place: string): Uint8Array | undefined {
    return encodedOptions(options, `google.protobuf.${name}`, this.#table, scope, place);
  }
}

/** A member with its value made, or none. Options whose own definitions contradict descriptor.proto cannot be read as what they should be. */
export function optional<Key extends string, V>(key: Key, bytes: Uint8Array | undefined, make: (bytes: Uint8Array) => V): { [K in Key]?: V } {
  if (bytes === undefined) return {};
  try {
    return { [key]: make(bytes) } as { [K in Key]: V };
  } catch (error) {
    throw new SchemaError('INVALID_SCHEMA', '1:1', `An option does not fit its definition in descriptor.proto (${error instanceof Error ? error.message : String(error)})`);
  }
}

function exclusive(value: number | TagRange): { readonly start: number; readonly end: number } {
  return typeof value === 'number' ? { start: value, end: value + 1 } : { start: value.start, end: value.end + 1 };
}

function reservedTags(elements: readonly ProtoReserved[]): (number | TagRange)[] {
  return elements.flatMap((element) => element.values.filter((value) => typeof value !== 'string'));
}

function reservedNames(elements: readonly ProtoReserved[]): string[] {
  return elements.flatMap((element) => element.values.filter((value) => typeof value === 'string'));
}
