import { escapedBytes } from './default-value.js';
import {
  MAX_TAG,
  type ProtoEnum,
  type ProtoExtend,
  type ProtoField,
  type ProtoFile,
  type ProtoGroup,
  type ProtoMessage,
  type ProtoOneof,
  type ProtoOption,
  type ProtoReserved,
  type ProtoService,
  type ProtoType,
  type TagRange,
} from './proto-file.js';
import { bracketedOptionsText, indented, optionLine } from './proto-option-text.js';

/** The text that Confluent stores: two blanks of indent, sections apart by an empty line, comments gone. */
export function protoText(file: ProtoFile): string {
  return [
    file.edition === undefined ? '' : `edition = "${file.edition}";\n`,
    file.syntax === undefined ? '' : `syntax = "${file.syntax}";\n`,
    file.packageName === undefined ? '' : `package ${file.packageName};\n`,
    section([...file.imports.map((name) => `import "${name}";\n`), ...file.publicImports.map((name) => `import public "${name}";\n`)]),
    section(file.options.map(optionLine)),
    section(typeTexts(file.types)),
    section(file.extends.map(extendText)),
    section(file.services.map(serviceText)),
  ].join('');
}

/** Messages stand before enums, wherever they were written. */
function typeTexts(types: readonly ProtoType[]): string[] {
  return [...types.filter((type) => type.kind === 'message').map(messageText), ...types.filter((type) => type.kind === 'enum').map(enumText)];
}

function messageText(message: ProtoMessage): string {
  return block(`message ${message.name}`, [
    section(message.reserved.map(reservedText)),
    section(message.options.map(optionLine)),
    section(message.fields.map(fieldText)),
    section(message.oneofs.map(oneofText)),
    section(message.groups.map(groupText)),
    section(message.extensions.map(({ values, options }) => `extensions ${rangesText(values)}${bracketedOptionsText(options)};\n`)),
    section(message.extends.map(extendText)),
    section(typeTexts(message.types)),
  ]);
}

function enumText(type: ProtoEnum): string {
  const reserved = type.reserved.map(reservedText);
  const constants = type.constants.map((constant) => `${constant.name} = ${constant.tag}${bracketedOptionsText(constant.options)};\n`);
  return block(`enum ${type.name}`, [section([...reserved, ...type.options.map(optionLine), ...constants])]);
}

function oneofText(oneof: ProtoOneof): string {
  return block(`oneof ${oneof.name}`, [section(oneof.options.map(optionLine)), section(oneof.fields.map(fieldText)), section(oneof.groups.map(groupText))]);
}

function groupText(group: ProtoGroup): string {
  return block(`${labelText(group)}group ${group.name} = ${group.tag}`, [section(group.fields.map(fieldText))]);
}

function extendText(extend: ProtoExtend): string {
  return block(`extend ${extend.name}`, [section(extend.fields.map(fieldText))]);
}

function serviceText(service: ProtoService): string {
  const rpcs = service.rpcs.map((rpc) => {
    const request = `${rpc.requestStreaming ? 'stream ' : ''}${rpc.requestType}`;
    const response = `${rpc.responseStreaming ? 'stream ' : ''}${rpc.responseType}`;
    const options = rpc.options.length === 0 ? '' : ` {\n${rpc.options.map((option) => indented(optionLine(option))).join('')}}`;
    return `rpc ${rpc.name} (${request}) returns (${response})${options};\n`;
  });
  return block(`service ${service.name}`, [section(service.options.map(optionLine)), section(rpcs)]);
}

function fieldText(field: ProtoField): string {
  const options: ProtoOption[] = [...field.options];
  if (field.defaultValue !== undefined) options.push({ name: 'default', isParenthesized: false, value: defaultOption(field.type, field.defaultValue) });
  if (field.jsonName !== undefined) options.push({ name: 'json_name', isParenthesized: false, value: { kind: 'string', text: field.jsonName } });
  return `${labelText(field)}${field.type} ${field.name} = ${field.tag}${bracketedOptionsText(options)};\n`;
}

/** Confluent writes the default of bytes without quotes; ours has them where the text would not be read again. */
function defaultOption(type: string, text: string): ProtoOption['value'] {
  if (type === 'string') return { kind: 'string', text };
  return { kind: 'enum', text: type === 'bytes' && !/^[\w.-]+$/.test(text) ? `"${escapedBytes(text)}"` : text };
}

function labelText(element: { readonly label: string | undefined }): string {
  return element.label === undefined ? '' : `${element.label} `;
}

function reservedText(reserved: ProtoReserved): string {
  return `reserved ${rangesText(reserved.values, reserved.isBare)};\n`;
}

function rangesText(values: readonly (string | number | TagRange)[], isBare = false): string {
  return values
    .map((value) => {
      if (typeof value === 'string') return isBare ? value : `"${value}"`;
      if (typeof value === 'number') return String(value);
      return `${value.start} to ${value.end < MAX_TAG ? value.end : 'max'}`;
    })
    .join(', ');
}

function section(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** A body of sections in braces; every line but the empty ones that begin a section is indented. */
function block(head: string, sections: readonly string[]): string {
  const body = sections.map((text) => (text === '' ? '' : `\n${indented(text.slice(1))}`)).join('');
  return `${head} {${body}}\n`;
}
