import type {
  DescriptorProto,
  EnumDescriptorProto,
  FieldDescriptorProto,
  FileDescriptorProto,
  MethodDescriptorProto,
  ServiceDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import { Edition, FieldDescriptorProto_Label as Label, FieldDescriptorProto_Type as Type } from '@bufbuild/protobuf/wkt';
import { defaultValueOfText } from './default-value.js';
import { defaultJsonName } from './json-name.js';
import {
  MAX_TAG,
  type ProtoEnum,
  type ProtoExtend,
  type ProtoField,
  type ProtoFile,
  type ProtoGroup,
  type ProtoLabel,
  type ProtoMessage,
  type ProtoOneof,
  type ProtoOption,
  type ProtoRpc,
  type ProtoService,
  type TagRange,
} from './proto-file.js';

/** The kinds of elements that have options, by the name of the message that holds them. */
export type OptionsName =
  | 'FileOptions'
  | 'MessageOptions'
  | 'FieldOptions'
  | 'OneofOptions'
  | 'EnumOptions'
  | 'EnumValueOptions'
  | 'ServiceOptions'
  | 'MethodOptions'
  | 'ExtensionRangeOptions';

/** Reads the options of an element; `message` is undefined where it has none. */
export type ReadOptions = (name: OptionsName, message: object | undefined) => ProtoOption[];

/** Descriptors say nothing of lines: errors in them are placed at the start. */
const NO_PLACE = '1:1';

/**
 * The file that a descriptor describes, as Confluent writes it down: type names in full, map entries as the messages
 * that they are on the wire (normalizing makes maps of them again).
 */
export function fileOfDescriptor(proto: FileDescriptorProto, readOptions: ReadOptions = mapEntryOnly): ProtoFile {
  return new DescriptorReader(proto, readOptions).file();
}

/** For the built-in files, whose other options matter to nobody. */
function mapEntryOnly(name: OptionsName, message: object | undefined): ProtoOption[] {
  const isMapEntry = name === 'MessageOptions' && message !== undefined && 'mapEntry' in message && message.mapEntry === true;
  return isMapEntry ? [{ name: 'map_entry', isParenthesized: false, value: { kind: 'boolean', text: 'true' } }] : [];
}

class DescriptorReader {
  readonly #proto: FileDescriptorProto;
  readonly #options: ReadOptions;
  readonly #isProto3: boolean;
  readonly #isEdition: boolean;

  constructor(proto: FileDescriptorProto, readOptions: ReadOptions) {
    this.#proto = proto;
    this.#options = readOptions;
    this.#isProto3 = proto.syntax === 'proto3';
    this.#isEdition = proto.syntax === 'editions';
  }

  file(): ProtoFile {
    const proto = this.#proto;
    const special = new Set([...proto.publicDependency, ...proto.weakDependency]);
    const named = (indexes: readonly number[]) => indexes.flatMap((index) => proto.dependency[index] ?? []);
    return {
      syntax: proto.syntax === 'proto2' || proto.syntax === 'proto3' ? proto.syntax : undefined,
      edition: this.#isEdition ? Edition[proto.edition]?.replace('EDITION_', '') : undefined,
      packageName: proto.package === '' ? undefined : proto.package,
      imports: proto.dependency.filter((_, index) => !special.has(index)),
      publicImports: named(proto.publicDependency),
      weakImports: named(proto.weakDependency),
      importPlaces: new Map(),
      options: this.#options('FileOptions', proto.options),
      types: [...proto.messageType.map((message) => this.#message(message)), ...proto.enumType.map((type) => this.#enum(type))],
      extends: this.#extends(proto.extension),
      services: proto.service.map((service) => this.#service(service)),
    };
  }

  #message(proto: DescriptorProto): ProtoMessage {
    const groupNames = new Set(proto.field.filter((field) => field.type === Type.GROUP && !this.#isEdition).map((field) => lastName(field.typeName)));
    const groups = new Map(proto.nestedType.filter((nested) => groupNames.has(nested.name)).map((nested) => [nested.name, nested]));
    const oneofs: { proto: DescriptorProto['oneofDecl'][number]; fields: ProtoField[]; groups: ProtoGroup[] }[] = proto.oneofDecl.map((oneof) => ({ proto: oneof, fields: [], groups: [] }));
    const own = { fields: [] as ProtoField[], groups: [] as ProtoGroup[] };
    for (const field of proto.field) {
      const oneof = isInOneof(field) ? oneofs[field.oneofIndex] : undefined;
      const into = oneof ?? own;
      const group = field.type === Type.GROUP ? groups.get(lastName(field.typeName)) : undefined;
      if (group === undefined) into.fields.push(this.#field(field, oneof !== undefined));
      else into.groups.push({ label: oneof === undefined ? this.#label(field) : undefined, name: group.name, tag: field.number, place: NO_PLACE, fields: group.field.map((inner) => this.#field(inner, false)) });
    }
    return {
      kind: 'message',
      name: proto.name,
      place: NO_PLACE,
      options: this.#options('MessageOptions', proto.options),
      reserved: [
        ...proto.reservedRange.map(({ start, end }) => ({ values: [rangeUpTo(start, end - 1)] })),
        ...proto.reservedName.map((name) => ({ values: [name], ...(this.#isEdition ? { isBare: true } : {}) })),
      ],
      ...own,
      oneofs: oneofs
        .filter(({ fields, groups }) => fields.length + groups.length > 0)
        .map(({ proto: { name, options }, fields, groups }): ProtoOneof => ({ name, place: NO_PLACE, options: this.#options('OneofOptions', options), fields, groups })),
      extensions: proto.extensionRange.map(({ start, end, options }) => ({ values: [rangeUpTo(start, end - 1)], options: this.#options('ExtensionRangeOptions', options) })),
      extends: this.#extends(proto.extension),
      types: [...proto.nestedType.filter((nested) => !groupNames.has(nested.name)).map((nested) => this.#message(nested)), ...proto.enumType.map((type) => this.#enum(type))],
    };
  }

  #field(proto: FieldDescriptorProto, isOneof: boolean): ProtoField {
    const hasDefault = !this.#isProto3 && Object.hasOwn(proto, 'defaultValue');
    const type = proto.typeName === '' ? (Type[proto.type] ?? '').toLowerCase() : proto.typeName;
    return {
      label: isOneof ? undefined : this.#label(proto),
      type,
      name: proto.name,
      tag: proto.number,
      place: NO_PLACE,
      defaultValue: hasDefault ? defaultValueOfText(type, proto.defaultValue) : undefined,
      // Compilers write it out always; only one that was chosen is part of the schema.
      jsonName: proto.jsonName === '' || proto.jsonName === defaultJsonName(proto.name) ? undefined : proto.jsonName,
      options: this.#options('FieldOptions', proto.options),
    };
  }

  #label(proto: FieldDescriptorProto): ProtoLabel | undefined {
    if (proto.proto3Optional) return 'optional';
    if (proto.label === Label.REPEATED) return 'repeated';
    if (this.#isProto3 || this.#isEdition) return undefined;
    return proto.label === Label.REQUIRED ? 'required' : 'optional';
  }

  #enum(proto: EnumDescriptorProto): ProtoEnum {
    return {
      kind: 'enum',
      name: proto.name,
      place: NO_PLACE,
      options: this.#options('EnumOptions', proto.options),
      reserved: [
        ...proto.reservedRange.map(({ start, end }) => ({ values: [rangeUpTo(start, end)] })),
        ...proto.reservedName.map((name) => ({ values: [name], ...(this.#isEdition ? { isBare: true } : {}) })),
      ],
      constants: proto.value.map(({ name, number, options }) => ({ name, tag: number, place: NO_PLACE, options: this.#options('EnumValueOptions', options) })),
    };
  }

  #extends(fields: readonly FieldDescriptorProto[]): ProtoExtend[] {
    const byName = new Map<string, ProtoField[]>();
    for (const field of fields) {
      const known = byName.get(field.extendee) ?? [];
      known.push(this.#field(field, false));
      byName.set(field.extendee, known);
    }
    return [...byName].map(([name, extensions]) => ({ name, place: NO_PLACE, fields: extensions }));
  }

  #service(proto: ServiceDescriptorProto): ProtoService {
    return { name: proto.name, place: NO_PLACE, options: this.#options('ServiceOptions', proto.options), rpcs: proto.method.map((method) => this.#rpc(method)) };
  }

  #rpc(proto: MethodDescriptorProto): ProtoRpc {
    return {
      name: proto.name,
      place: NO_PLACE,
      requestType: proto.inputType,
      responseType: proto.outputType,
      requestStreaming: proto.clientStreaming,
      responseStreaming: proto.serverStreaming,
      options: this.#options('MethodOptions', proto.options),
    };
  }
}

/** A field of proto3 with `optional` stands in a oneof of its own, which nobody wrote. */
function isInOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex') && !field.proto3Optional;
}

function rangeUpTo(start: number, end: number): number | TagRange {
  return start === end ? start : { start, end: Math.min(end, MAX_TAG) };
}

function lastName(typeName: string): string {
  return typeName.slice(typeName.lastIndexOf('.') + 1);
}
