import { ByteReader } from '../data/byte-reader.js';
import { type DataCheck, DataError, MAX_DATA_DEPTH, withStep } from '../data/data-problem.js';
import { mapTypes, type ProtoField, type ProtoFile, type ProtoMessage, SCALAR_TYPES } from './proto-file.js';
import type { ProtobufSchema } from './protobuf-schema.js';
import { joined, mapTypeOf } from './type-table.js';

const VARINT = 0;
const BITS_64 = 1;
const LENGTH = 2;
const START_GROUP = 3;
const END_GROUP = 4;
const BITS_32 = 5;
const WIRE_TYPES = ['varint', '64-bit', 'length-delimited', 'start of a group', 'end of a group', '32-bit'];

const SCALAR_WIRE_TYPES: Readonly<Record<string, number>> = {
  ...{ double: BITS_64, fixed64: BITS_64, sfixed64: BITS_64, float: BITS_32, fixed32: BITS_32, sfixed32: BITS_32, string: LENGTH, bytes: LENGTH },
};

/** Messages within each other, as Protobuf's own libraries have it. */
const MAX_MESSAGE_DEPTH = Math.min(100, MAX_DATA_DEPTH);

/**
 * A check of bytes as one message: every field that the type knows has the wire type of its own, lengths fit, texts are
 * UTF-8 where they must be, required fields are there. Fields that the type does not know are passed over.
 *
 * @param fullName as `messageAt` gives it
 */
export function protobufDataCheck(schema: ProtobufSchema, fullName: string): DataCheck {
  const compiler = new ProtobufCompiler(schema);
  const message = compiler.message(fullName);
  const reader = new ByteReader();
  return (bytes) => {
    reader.start(bytes);
    try {
      checkMessage(reader, message);
      return undefined;
    } catch (error) {
      if (error instanceof DataError) return error.problem();
      throw error;
    }
  };
}

interface CheckedMessage {
  readonly fields: Map<number, CheckedField>;
  readonly required: { readonly tag: number; readonly name: string }[];
  /** Fills it; undefined once that is done. Types may lead anywhere, so each is filled when it is met. */
  fill?: (() => void) | undefined;
}

interface CheckedField {
  readonly name: string;
  readonly wireType: number;
  /** Repeated scalars come packed too, whatever was written. */
  readonly isPackable: boolean;
  readonly isText: boolean;
  readonly message: CheckedMessage | undefined;
}

class ProtobufCompiler {
  readonly #schema: ProtobufSchema;
  readonly #messages = new Map<string, CheckedMessage>();
  readonly #files: Map<ProtoMessage, ProtoFile>;

  constructor(schema: ProtobufSchema) {
    this.#schema = schema;
    this.#files = new Map();
    for (const file of [...schema.imported.values(), schema.file]) {
      const add = (message: ProtoMessage) => {
        this.#files.set(message, file);
        for (const nested of message.types) if (nested.kind === 'message') add(nested);
      };
      for (const type of file.types) if (type.kind === 'message') add(type);
    }
  }

  message(fullName: string): CheckedMessage {
    const known = this.#messages.get(fullName);
    if (known !== undefined) return known;
    const checked: CheckedMessage = { fields: new Map(), required: [] };
    this.#messages.set(fullName, checked);
    const type = this.#schema.table.get(fullName)?.type;
    if (type?.kind === 'message') checked.fill = () => this.#fill(checked, type, fullName);
    return checked;
  }

  #fill(checked: CheckedMessage, type: Pick<ProtoMessage, 'fields' | 'oneofs' | 'groups'> & { readonly name: string }, scope: string, file = this.#files.get(type as ProtoMessage)): void {
    for (const field of [...type.fields, ...type.oneofs.flatMap((oneof) => oneof.fields)]) {
      checked.fields.set(field.tag, this.#field(field, scope, file));
      const isRequired = field.label === 'required' || featureOf(field, 'field_presence') === 'LEGACY_REQUIRED';
      if (isRequired) checked.required.push({ tag: field.tag, name: field.name });
    }
    for (const group of [...type.groups, ...type.oneofs.flatMap((oneof) => oneof.groups)]) {
      const body: CheckedMessage = { fields: new Map(), required: [] };
      this.#fill(body, { name: group.name, fields: group.fields, oneofs: [], groups: [] }, joined(scope, group.name), file);
      checked.fields.set(group.tag, { name: group.name.toLowerCase(), wireType: START_GROUP, isPackable: false, isText: false, message: body });
      if (group.label === 'required') checked.required.push({ tag: group.tag, name: group.name.toLowerCase() });
    }
  }

  #field(field: ProtoField, scope: string, file: ProtoFile | undefined): CheckedField {
    const { name } = field;
    if (SCALAR_TYPES.has(field.type)) {
      const wireType = SCALAR_WIRE_TYPES[field.type] ?? VARINT;
      return { name, wireType, isPackable: field.label === 'repeated' && wireType !== LENGTH, isText: field.type === 'string' && isCheckedText(field, file), message: undefined };
    }
    const entry = this.#schema.table.find(field.type, scope);
    const map = mapTypes(field.type) ?? mapTypes(mapTypeOf(entry) ?? '');
    if (map !== undefined) return { name, wireType: LENGTH, isPackable: false, isText: false, message: this.#mapEntry(field, map, scope, file) };
    if (entry?.type.kind === 'enum') return { name, wireType: VARINT, isPackable: field.label === 'repeated', isText: false, message: undefined };
    const isDelimited = (featureOf(field, 'message_encoding') ?? featureOf(file, 'message_encoding')) === 'DELIMITED';
    return { name, wireType: isDelimited ? START_GROUP : LENGTH, isPackable: false, isText: false, message: entry === undefined ? undefined : this.message(entry.fullName) };
  }

  #mapEntry(field: ProtoField, map: { readonly key: string; readonly value: string }, scope: string, file: ProtoFile | undefined): CheckedMessage {
    const part = (name: string, tag: number, type: string): ProtoField => ({ ...field, options: [], label: undefined, name, tag, type });
    return {
      fields: new Map([
        [1, this.#field(part('key', 1, map.key), scope, file)],
        [2, this.#field(part('value', 2, map.value), scope, file)],
      ]),
      required: [],
    };
  }
}

/** proto2 lets texts be anything; editions say it by a feature. */
function isCheckedText(field: ProtoField, file: ProtoFile | undefined): boolean {
  if (file?.edition !== undefined) return (featureOf(field, 'utf8_validation') ?? featureOf(file, 'utf8_validation')) !== 'NONE';
  return file?.syntax === 'proto3';
}

function featureOf(element: ProtoField | ProtoFile | undefined, feature: string): string | undefined {
  for (const { name, value } of element?.options ?? []) {
    if (name === `features.${feature}` && 'text' in value) return value.text;
    const inner = name === 'features' && value.kind === 'map' ? value.entries.get(feature) : undefined;
    if (inner !== undefined && 'text' in inner) return inner.text;
  }
  return undefined;
}

/** Reads up to the end that the reader has, or up to the end of a group. */
function checkMessage(reader: ByteReader, message: CheckedMessage, group?: number): void {
  if (message.fill !== undefined) {
    message.fill();
    message.fill = undefined;
  }
  if (++reader.depth > MAX_MESSAGE_DEPTH) throw new DataError(`messages are nested deeper than ${MAX_MESSAGE_DEPTH}`);
  const seen = message.required.length === 0 ? undefined : new Set<number>();
  for (;;) {
    if (group === undefined && reader.position >= reader.end) break;
    const head = reader.varint();
    const tag = Math.floor(head / 8);
    const wireType = head % 8;
    if (head > 0xffffffff || tag === 0) throw new DataError(`no field has the number ${tag}`);
    if (wireType === END_GROUP) {
      if (tag !== group) throw new DataError(`the end of group ${tag} that did not begin`);
      break;
    }
    seen?.add(tag);
    const field = message.fields.get(tag);
    try {
      if (field === undefined) skipUnknown(reader, tag, wireType);
      else checkField(reader, tag, wireType, field);
    } catch (error) {
      throw withStep(error, field?.name ?? String(tag));
    }
  }
  const missing = message.required.find(({ tag }) => seen?.has(tag) === false);
  if (missing !== undefined) throw new DataError(`required field ${missing.name} is missing`);
  reader.depth--;
}

function checkField(reader: ByteReader, tag: number, wireType: number, field: CheckedField): void {
  if (wireType === LENGTH && field.isPackable) return checkPacked(reader, field.wireType);
  if (wireType !== field.wireType) throw new DataError(`${WIRE_TYPES[wireType] ?? `wire type ${wireType}`} where the field is ${WIRE_TYPES[field.wireType] ?? ''}`);
  if (wireType === START_GROUP) return checkMessage(reader, field.message ?? NOTHING_KNOWN, tag);
  if (wireType !== LENGTH) return skipScalar(reader, wireType);
  const length = reader.varint();
  if (field.isText) reader.skipText(length);
  else if (field.message === undefined) reader.skip(length);
  else within(reader, length, () => checkMessage(reader, field.message ?? NOTHING_KNOWN));
}

const NOTHING_KNOWN: CheckedMessage = { fields: new Map(), required: [] };

function within(reader: ByteReader, length: number, check: () => void): void {
  const start = reader.position;
  reader.skip(length);
  const { end } = reader;
  reader.end = reader.position;
  reader.position = start;
  check();
  reader.end = end;
}

function checkPacked(reader: ByteReader, wireType: number): void {
  within(reader, reader.varint(), () => {
    while (reader.position < reader.end) skipScalar(reader, wireType);
  });
}

function skipScalar(reader: ByteReader, wireType: number): void {
  if (wireType === VARINT) reader.skipVarint();
  else reader.skip(wireType === BITS_64 ? 8 : 4);
}

function skipUnknown(reader: ByteReader, tag: number, wireType: number): void {
  if (wireType === LENGTH) reader.skip(reader.varint());
  else if (wireType === START_GROUP) checkMessage(reader, NOTHING_KNOWN, tag);
  else if (wireType === VARINT || wireType === BITS_64 || wireType === BITS_32) skipScalar(reader, wireType);
  else throw new DataError(`wire type ${wireType} does not exist`);
}
