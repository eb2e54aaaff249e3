import { create, fromBinary } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  FieldDescriptorProtoSchema,
  FieldOptionsSchema,
} from '@bufbuild/protobuf/wkt';
import { SchemaError } from '../schema-error.js';
import { defaultValueText } from './default-value.js';
import { optional } from './file-descriptor.js';
import { defaultJsonName } from './json-name.js';
import { encodedOptions } from './option-encoding.js';
import { mapTypes, type ProtoExtend, type ProtoField, type ProtoFile, type ProtoGroup, type ProtoMessage, type ProtoOption, SCALAR_TYPES } from './proto-file.js';
import { joined, type TypeTable } from './type-table.js';

const LABELS = { optional: Label.OPTIONAL, required: Label.REQUIRED, repeated: Label.REPEATED } as const;
const MAP_KEYS: ReadonlySet<string> = new Set([...SCALAR_TYPES].filter((type) => type !== 'float' && type !== 'double' && type !== 'bytes'));

export interface DescribedFields {
  readonly fields: FieldDescriptorProto[];
  readonly oneofs: { readonly name: string; readonly options: readonly ProtoOption[] }[];
  /** Messages that nobody wrote: entries of maps, bodies of groups. */
  readonly nested: DescriptorProto[];
}

/** Descriptors of fields: types looked up, maps and groups turned into messages, `optional` of proto3 into oneofs. */
export class FieldDescriber {
  readonly #file: ProtoFile;
  readonly #table: TypeTable;

  constructor(file: ProtoFile, table: TypeTable) {
    this.#file = file;
    this.#table = table;
  }

  ofMessage(message: ProtoMessage, scope: string): DescribedFields {
    const described: DescribedFields = { fields: [], oneofs: message.oneofs.map(({ name, options }) => ({ name, options })), nested: [] };
    for (const field of message.fields) this.#addField(field, scope, described);
    for (const group of message.groups) this.#addGroup(group, scope, described, undefined);
    message.oneofs.forEach((oneof, oneofIndex) => {
      if (oneof.fields.length + oneof.groups.length === 0) throw new SchemaError('INVALID_SCHEMA', oneof.place, `Oneof ${oneof.name} must have at least one field`);
      for (const field of oneof.fields) {
        if (mapTypes(field.type) !== undefined) throw new SchemaError('INVALID_SCHEMA', field.place, 'Map fields are not allowed in oneofs');
        described.fields.push(Object.assign(this.#field(field, field.type, scope), { oneofIndex }));
      }
      for (const group of oneof.groups) this.#addGroup(group, scope, described, oneofIndex);
    });
    this.#addSyntheticOneofs(message, described);
    return described;
  }

  extensions(extend: ProtoExtend, scope: string): FieldDescriptorProto[] {
    const target = this.#table.find(extend.name, scope);
    if (target?.type.kind !== 'message') throw new SchemaError('INVALID_REFERENCE', extend.place, `Could not resolve extended message: ${extend.name}`);
    return extend.fields.map((field) => {
      if (mapTypes(field.type) !== undefined) throw new SchemaError('INVALID_SCHEMA', field.place, 'Map fields are not allowed to be extensions');
      const proto3Optional = this.#file.syntax === 'proto3' && field.label === 'optional' ? { proto3Optional: true } : {};
      return Object.assign(this.#field(field, field.type, scope), { extendee: `.${target.fullName}`, ...proto3Optional });
    });
  }

  #addField(field: ProtoField, scope: string, described: DescribedFields): void {
    const map = mapTypes(field.type);
    if (map === undefined) {
      described.fields.push(this.#field(field, field.type, scope));
      return;
    }
    if (!MAP_KEYS.has(map.key)) throw new SchemaError('INVALID_SCHEMA', field.place, `Key of a map cannot be ${map.key}`);
    const name = entryName(field.name);
    const part = (partName: string, tag: number, type: string) =>
      this.#field({ label: undefined, type, name: partName, tag, place: field.place, defaultValue: undefined, jsonName: undefined, options: [] }, type, scope);
    described.nested.push(create(DescriptorProtoSchema, { name, field: [part('key', 1, map.key), part('value', 2, map.value)], options: { mapEntry: true } }));
    described.fields.push(Object.assign(this.#field({ ...field, label: 'repeated' }, undefined, scope), { type: Type.MESSAGE, typeName: `.${joined(scope, name)}` }));
  }

  #addGroup(group: ProtoGroup, scope: string, described: DescribedFields, oneofIndex: number | undefined): void {
    const name = joined(scope, group.name);
    const body = group.fields.map((field) => this.#field(field, field.type, name));
    described.nested.push(create(DescriptorProtoSchema, { name: group.name, field: body }));
    described.fields.push(
      create(FieldDescriptorProtoSchema, {
        name: group.name.toLowerCase(),
        number: group.tag,
        label: LABELS[group.label ?? 'optional'],
        type: Type.GROUP,
        typeName: `.${name}`,
        jsonName: defaultJsonName(group.name.toLowerCase()),
        ...(oneofIndex === undefined ? {} : { oneofIndex }),
      }),
    );
  }

  #addSyntheticOneofs(message: ProtoMessage, described: DescribedFields): void {
    if (this.#file.syntax !== 'proto3') return;
    const taken = new Set([...described.fields.map((field) => field.name), ...described.oneofs.map((oneof) => oneof.name)]);
    const optionalNames = new Set(message.fields.filter((field) => field.label === 'optional').map((field) => field.name));
    for (const field of described.fields) {
      if (!optionalNames.has(field.name) || Object.hasOwn(field, 'oneofIndex')) continue;
      let name = `_${field.name}`;
      while (taken.has(name)) name = `X${name}`;
      taken.add(name);
      field.proto3Optional = true;
      field.oneofIndex = described.oneofs.push({ name, options: [] }) - 1;
    }
  }

  /** @param type undefined where the caller says it */
  #field(field: ProtoField, type: string | undefined, scope: string): FieldDescriptorProto {
    const typed = type === undefined ? {} : this.#type(type, scope, field.place);
    const options = encodedOptions(field.options, 'google.protobuf.FieldOptions', this.#table, scope, field.place);
    const defaultValue = field.defaultValue;
    return create(FieldDescriptorProtoSchema, {
      name: field.name,
      number: field.tag,
      label: LABELS[field.label ?? 'optional'],
      ...typed,
      jsonName: field.jsonName ?? defaultJsonName(field.name),
      ...(defaultValue === undefined ? {} : { defaultValue: defaultValueText(field.type, defaultValue) }),
      ...optional('options', options, (bytes) => fromBinary(FieldOptionsSchema, bytes)),
    });
  }

  #type(type: string, scope: string, place: string): { readonly type: Type; readonly typeName?: string } {
    if (SCALAR_TYPES.has(type)) return { type: Type[type.toUpperCase() as keyof typeof Type] };
    const entry = this.#table.find(type, scope);
    if (entry === undefined) throw new SchemaError('INVALID_REFERENCE', place, `Could not resolve type: ${type}`);
    return { type: entry.type.kind === 'enum' ? Type.ENUM : Type.MESSAGE, typeName: `.${entry.fullName}` };
  }
}

/** `string_map` has entries of type `StringMapEntry`. */
function entryName(fieldName: string): string {
  const camel = fieldName.replace(/(?:^|_)+(.?)/g, (_, next: string) => next.toUpperCase());
  return `${camel}Entry`;
}
