/** Tags of a Protobuf schema: the member `tags` of the options `(confluent.message_meta)` and `(confluent.field_meta)`. */
import type { ProtoField, ProtoFile, ProtoMessage, ProtoOneof, ProtoOption, ProtoOptionValue, ProtoType } from '../protobuf/proto-file.js';
import { protoText } from '../protobuf/proto-text.js';
import { noEntity } from './json-node.js';
import { changedTags, pathOf, type EntityChange, type EntityTags, type EntityType } from './schema-entity.js';

const messageMeta = 'confluent.message_meta';
const fieldMeta = 'confluent.field_meta';
const metaFile = 'confluent/meta.proto';
const tagsMember = 'tags';

export function protobufTags(file: ProtoFile): EntityTags[] {
  return file.types.flatMap((type) => (type.kind === 'message' ? messageTags(type, '') : []));
}

/** @throws SchemaError for a path that leads nowhere */
export function withProtobufTags(file: ProtoFile, changes: readonly EntityChange[]): string {
  const left = new Map(changes.map((change) => [keyOf(change.entity.entityType, pathOf(change.entity)), change]));
  const types = withTypeTags(file.types, '', left);
  const [missing] = left.values();
  if (missing !== undefined) throw noEntity(missing.entity);
  const isImported = [file.imports, file.publicImports, file.weakImports].some((imports) => imports.includes(metaFile));
  const needsImport = !isImported && changes.some(({ add }) => add.length > 0);
  return protoText({ ...file, types, imports: needsImport ? [...file.imports, metaFile] : file.imports });
}

function messageTags({ name, options, oneofs, fields, types }: ProtoMessage, scope: string): EntityTags[] {
  const path = scope + name;
  const tagsOfFields = [...oneofs.flatMap((oneof) => oneof.fields), ...fields].map((field): EntityTags => ({ schemaEntity: { entityPath: `${path}.${field.name}`, entityType: 'sr_field' }, tags: tagsOf(field.options, fieldMeta) }));
  const own: EntityTags = { schemaEntity: { entityPath: path, entityType: 'sr_record' }, tags: tagsOf(options, messageMeta) };
  return [...[own, ...tagsOfFields].filter(({ tags }) => tags.length > 0), ...types.flatMap((type) => (type.kind === 'message' ? messageTags(type, `${path}.`) : []))];
}

type ChangesLeft = Map<string, EntityChange>;

function withTypeTags(types: readonly ProtoType[], scope: string, left: ChangesLeft): ProtoType[] {
  return types.map((type) => (type.kind === 'message' ? withMessageTags(type, scope, left) : type));
}

function withMessageTags(message: ProtoMessage, scope: string, left: ChangesLeft): ProtoMessage {
  const path = scope + message.name;
  const withFieldTags = (field: ProtoField): ProtoField => ({ ...field, options: withOptionTags(field.options, fieldMeta, taken(left, 'sr_field', `${path}.${field.name}`)) });
  return {
    ...message,
    options: withOptionTags(message.options, messageMeta, taken(left, 'sr_record', path)),
    fields: message.fields.map(withFieldTags),
    oneofs: message.oneofs.map((oneof): ProtoOneof => ({ ...oneof, fields: oneof.fields.map(withFieldTags) })),
    types: withTypeTags(message.types, `${path}.`, left),
  };
}

function taken(left: ChangesLeft, type: EntityType, path: string): EntityChange | undefined {
  const change = left.get(keyOf(type, path));
  left.delete(keyOf(type, path));
  return change;
}

function keyOf(type: EntityType, path: string): string {
  return `${type} ${path}`;
}

function withOptionTags(options: readonly ProtoOption[], meta: string, change: EntityChange | undefined): readonly ProtoOption[] {
  if (change === undefined) return options;
  const tags = changedTags(tagsOf(options, meta), change);
  const members = new Map(metaMembers(options, meta).filter(([name]) => name !== tagsMember));
  if (tags.length > 0) members.set(tagsMember, { kind: 'list', values: tags.map((text): ProtoOptionValue => ({ kind: 'string', text })) });
  const first = options.findIndex((option) => isMeta(option, meta));
  const others = options.filter((option) => !isMeta(option, meta));
  if (members.size === 0) return others;
  const merged: ProtoOption = { name: meta, isParenthesized: true, value: { kind: 'map', entries: members } };
  return first < 0 ? [...others, merged] : others.toSpliced(first, 0, merged);
}

function tagsOf(options: readonly ProtoOption[], meta: string): string[] {
  const values = metaMembers(options, meta).flatMap(([name, value]) => (name === tagsMember ? [value] : []));
  return values.flatMap((value) => (value.kind === 'list' ? value.values : [value])).flatMap((value) => (value.kind === 'string' ? [value.text] : []));
}

/** Of `(meta) = { a: 1 }` and of `(meta).a = 1`. */
function metaMembers(options: readonly ProtoOption[], meta: string): [string, ProtoOptionValue][] {
  return options.filter((option) => isMeta(option, meta)).flatMap(({ value }): [string, ProtoOptionValue][] => {
    if (value.kind === 'map') return [...value.entries];
    return value.kind === 'option' ? [[value.option.name, value.option.value]] : [];
  });
}

function isMeta({ name, isParenthesized }: ProtoOption, meta: string): boolean {
  return isParenthesized && (name === meta || name === `.${meta}`);
}
