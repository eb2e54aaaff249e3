import type { DescEnum, DescField, DescMessage, DescOneof } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { block, element, memberName, type TypeFile } from './type-file.js';

const WRAPPERS: Readonly<Record<string, string>> = {
  'google.protobuf.BoolValue': 'boolean',
  'google.protobuf.BytesValue': 'Uint8Array',
  'google.protobuf.DoubleValue': 'number',
  'google.protobuf.FloatValue': 'number',
  'google.protobuf.Int32Value': 'number',
  'google.protobuf.Int64Value': 'bigint',
  'google.protobuf.StringValue': 'string',
  'google.protobuf.UInt32Value': 'number',
  'google.protobuf.UInt64Value': 'bigint',
};

/** The TypeScript type of a message as @bufbuild/protobuf holds it, written into the file with all that it needs. */
export function messageTypeText(file: TypeFile, message: DescMessage): string {
  return file.ofNode(message, `protobuf ${message.typeName}`, () => contentOf(message), nestedName(message), (name) => {
    const members = message.members.map((member) => (member.kind === 'oneof' ? oneofText(file, member) : fieldText(file, member)));
    return `export interface ${name} ${block([`  $typeName?: ${JSON.stringify(message.typeName)};\n`, ...members])}`;
  });
}

function enumTypeText(file: TypeFile, type: DescEnum): string {
  return file.ofNode(type, `protobuf ${type.typeName}`, () => contentOf(type), nestedName(type), (name) => {
    const values = type.values.map((value) => `  ${memberName(value.localName)}: ${value.number},\n`);
    const open = type.open ? ' | number' : '';
    return `export const ${name} = {\n${values.join('')}} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}]${open};`;
  });
}

/** Two files may have a message of one name; those of the libraries are the same everywhere. */
function contentOf(type: DescMessage | DescEnum): string {
  return type.typeName.startsWith('google.') ? '' : JSON.stringify(shapeOf(type));
}

function shapeOf(type: DescMessage | DescEnum): unknown {
  if (type.kind === 'enum') return type.values.map((value) => [value.name, value.number]);
  return type.fields.map((field) => [field.name, field.number, String(field), field.fieldKind, field.message?.typeName ?? field.enum?.typeName ?? field.scalar ?? null]);
}

function nestedName(type: DescMessage | DescEnum): string {
  return type.parent === undefined ? type.name : `${nestedName(type.parent)}_${type.name}`;
}

function fieldText(file: TypeFile, field: DescField): string {
  const isOptional = field.presence !== 3 && (field.fieldKind === 'message' || (field.presence === 1 && field.fieldKind !== 'list' && field.fieldKind !== 'map'));
  return `  ${memberName(field.localName)}${isOptional ? '?' : ''}: ${fieldTypeText(file, field)};\n`;
}

function oneofText(file: TypeFile, oneof: DescOneof): string {
  const cases = oneof.fields.map((field) => `    | { case: ${JSON.stringify(field.localName)}; value: ${fieldTypeText(file, field)} }\n`);
  return `  ${memberName(oneof.localName)}:\n${cases.join('')}    | { case: undefined; value?: undefined };\n`;
}

function fieldTypeText(file: TypeFile, field: DescField): string {
  switch (field.fieldKind) {
    case 'scalar':
      return scalarText(field.scalar, field.longAsString);
    case 'enum':
      return enumTypeText(file, field.enum);
    case 'message':
      return WRAPPERS[field.message.typeName] ?? messageText(file, field.message);
    case 'list':
      return `${element(field.listKind === 'scalar' ? scalarText(field.scalar, field.longAsString) : field.listKind === 'enum' ? enumTypeText(file, field.enum) : messageText(file, field.message))}[]`;
    case 'map': {
      const value = field.mapKind === 'scalar' ? scalarText(field.scalar, false) : field.mapKind === 'enum' ? enumTypeText(file, field.enum) : messageText(file, field.message);
      return `Record<string, ${value}>`;
    }
  }
}

/** A Struct is the plain object that it stands for. */
function messageText(file: TypeFile, message: DescMessage): string {
  return message.typeName === 'google.protobuf.Struct' ? 'Record<string, unknown>' : messageTypeText(file, message);
}

function scalarText(type: ScalarType, longAsString: boolean): string {
  switch (type) {
    case ScalarType.STRING:
      return 'string';
    case ScalarType.BOOL:
      return 'boolean';
    case ScalarType.BYTES:
      return 'Uint8Array';
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return longAsString ? 'string' : 'bigint';
    default:
      return 'number';
  }
}
