import { byVersion, statement, suffix } from './calls.ts';
import type { Field, Message, Struct, Versions } from './definition.ts';
import { asksVersion, defaultValue, differs, isOptional, localName } from './types.ts';
import { common, condition, flexibleCondition } from './versions.ts';

/** The function that writes one struct in all its versions. */
export function emitWriter(message: Message, struct: Struct, known: Versions): string {
  const arrays = struct.fields.some((field) => field.array);
  const flexible = flexibleCondition(message, known);
  const body = struct.fields.flatMap((field) => writeField(message, field, known));
  const tags = writeTags(message, struct.fields, known, flexible);
  const lines = [`function write${struct.name}(writer: Writer, message: ${struct.name}, version: number): void {`];
  const inside = [...body, ...tags];
  if (inside.some((line) => /\bflexible\b/.test(line))) lines.push(`  const flexible = version >= ${message.flexible};`);
  lines.push(`  let field = '';`);
  if (arrays) lines.push('  let index = -1;');
  lines.push('  try {', ...inside.map((line) => `    ${line}`));
  lines.push('  } catch (error) {', `    throw locate(error, field, ${arrays ? 'index' : '-1'});`, '  }', '}', '');
  if (!asksVersion(lines.slice(1).join('\n'))) lines[0] = lines[0]!.replace('version: number', '_version: number');
  return lines.join('\n');
}

function writeField(message: Message, field: Field, known: Versions): string[] {
  const mark = `field = '${field.name}';`;
  const name = localName(field);
  const value = isOptional(message, field)
    ? `const ${name} = message.${field.name} === undefined ? ${defaultValue(field)} : message.${field.name};`
    : `const ${name} = message.${field.name};`;
  const when = condition(field.versions, known);
  const there = common(field.versions, known);
  const refuse = `if (${differs(field, name)}) throw unsupportedField(version);`;
  if (field.tag !== null) {
    const untagged = condition(field.versions, known) === true || field.ignorable;
    return [mark, value, ...(untagged ? [] : [`if (!(${String(when)}) && (${differs(field, name)})) throw unsupportedField(version);`])];
  }
  if (there === null) return field.ignorable ? [] : [mark, value, refuse];
  const write = writeStatements(message, field, there, name, false);
  if (when === true) return [mark, value, ...write];
  const inner = write.map((line) => `  ${line}`);
  if (field.ignorable) return [`if (${String(when)}) {`, `  ${mark}`, `  ${value}`, ...inner, '}'];
  return [mark, value, `if (${String(when)}) {`, ...inner, `} else if (${differs(field, name)}) {`, '  throw unsupportedField(version);', '}'];
}

function writeStatements(message: Message, field: Field, there: Versions, value: string, tagged: boolean): string[] {
  if (field.array) return writeArray(message, field, there, value);
  const nullAt = field.nullable === null ? false : condition(field.nullable, there);
  if (field.struct !== null) return writeStruct(field, value, nullAt, tagged);
  if (field.nullable === null || nullAt === true) return [statement(writeValue(message, field, there, value, nullAt === true))];
  const notNull = writeValue(message, { ...field, nullable: null }, there, value, false);
  const mayBeNull = writeValue(message, { ...field, nullable: there }, there, value, true);
  const guarded = [`if (${value} === null) throw unexpectedNull(version);`, statement(notNull)];
  if (nullAt === false) return guarded;
  return [`if (${nullAt}) {`, `  ${statement(mayBeNull)}`, '} else {', ...guarded.map((line) => `  ${line}`), '}'];
}

function writeStruct(field: Field, value: string, nullAt: string | boolean, tagged: boolean): string[] {
  const write = `write${field.struct!.name}(writer, ${value}, version);`;
  if (field.nullable === null) return [write];
  if (nullAt === false) return [`if (${value} === null) throw unexpectedNull(version);`, write];
  const presence = (present: boolean): string => (tagged ? `writer.writeUnsignedVarint(${present ? 1 : 0});` : `writer.writeInt8(${present ? 1 : -1});`);
  const whenNull = nullAt === true ? [presence(false)] : [`if (!(${nullAt})) throw unexpectedNull(version);`, presence(false)];
  return [`if (${value} === null) {`, ...whenNull.map((line) => `  ${line}`), '} else {', `  ${presence(true)}`, `  ${write}`, '}'];
}

function writeArray(message: Message, field: Field, there: Versions, value: string): string[] {
  const one = { ...field, array: false, nullable: null };
  const item = `${value}Item`;
  const element = field.struct === null ? statement(writeValue(message, one, there, item, false)) : `write${field.struct.name}(writer, ${item}, version);`;
  const length = lengthCall(message, field, there, `${value}.length`);
  const loop = [
    statement(length),
    `for (index = 0; index < ${value}.length; index++) {`,
    `  const ${item} = ${value}[index];`,
    `  if (${item} === undefined) throw unexpectedNull(version);`,
    `  ${element}`,
    '}',
    'index = -1;',
  ];
  if (field.nullable === null) return loop;
  const nullAt = condition(field.nullable, there);
  const refuse = nullAt === true ? [] : [nullAt === false ? 'throw unexpectedNull(version);' : `if (!(${nullAt})) throw unexpectedNull(version);`];
  const whenNull = nullAt === false ? refuse : [...refuse, statement(nullLengthCall(message, field, there))];
  return [`if (${value} === null) {`, ...whenNull.map((line) => `  ${line}`), '} else {', ...loop.map((line) => `  ${line}`), '}'];
}

function lengthCall(message: Message, field: Field, there: Versions, length: string): string {
  return byVersion(message, field, there, false, (compact) => (compact ? `writer.writeUnsignedVarint(${length} + 1)` : `writer.writeInt32(${length})`));
}

function nullLengthCall(message: Message, field: Field, there: Versions): string {
  return byVersion(message, field, there, false, (compact) => (compact ? 'writer.writeUnsignedVarint(0)' : 'writer.writeInt32(-1)'));
}

function writeValue(message: Message, field: Field, there: Versions, value: string, nullable: boolean): string {
  return byVersion(message, field, there, false, (compact) => `writer.write${suffix(field, compact, nullable)}(${value})`);
}

function writeTags(message: Message, fields: Field[], known: Versions, flexible: string | boolean): string[] {
  const mark = `field = 'unknownTags';`;
  const flexibleMessage = message.flexible <= message.versions.to;
  if (!flexibleMessage) return [];
  const refuse = 'if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);';
  if (flexible === false) return [mark, refuse];
  const tagged = fields.filter((field) => field.tag !== null).toSorted((a, b) => a.tag! - b.tag!);
  const inner = tagged.length === 0
    ? ['if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);', 'else writer.writeUnknownTags(inTagOrder(message.unknownTags));']
    : writeKnownTags(message, tagged, known);
  if (flexible === true) return [mark, ...inner];
  return [mark, 'if (flexible) {', ...inner.map((line) => `  ${line}`), `} else ${refuse}`].map((line) => line);
}

function writeKnownTags(message: Message, tagged: Field[], known: Versions): string[] {
  const flexibleOnly = common({ from: message.flexible, to: 32767 }, known)!;
  const present = tagged.map((field) => {
    const when = condition(field.tagged, flexibleOnly);
    const test = differs(field, localName(field));
    if (when === true) return test;
    if (when === false) return 'false';
    return `${when} && ${test.includes('||') ? `(${test})` : test}`;
  });
  const writes = tagged.flatMap((field) => {
    const there = common(field.tagged, flexibleOnly);
    if (there === null) return [];
    return [
      `if (has${upper(field.name)}) {`,
      `  field = 'unknownTags';`,
      `  next = writer.writeUnknownTagsBelow(unknown, next, ${field.tag});`,
      `  field = '${field.name}';`,
      `  const tag = writer.beginTag(${field.tag});`,
      ...writeStatements(message, field, there, localName(field), true).map((line) => `  ${line}`),
      '  writer.endTag(tag);',
      '}',
    ];
  });
  const there = tagged.filter((field) => common(field.tagged, flexibleOnly) !== null);
  return [
    'const unknown = inTagOrder(message.unknownTags);',
    'let count = unknown.length;',
    'let next = 0;',
    ...there.flatMap((field) => {
      const name = `has${upper(field.name)}`;
      return [`const ${name} = ${present[tagged.indexOf(field)]};`, `if (${name}) count++;`];
    }),
    'writer.writeUnsignedVarint(count);',
    ...writes,
    `field = 'unknownTags';`,
    'writer.writeUnknownTagsBelow(unknown, next, Infinity);',
  ];
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The function that makes the default of a struct, for fields that are absent. */
export function emitMakeDefault(message: Message, struct: Struct): string {
  const values = struct.fields.map((field) => `${field.name}: ${defaultValue(field)}`);
  if (message.flexible <= message.versions.to) values.push('unknownTags: undefined');
  return [`function default${struct.name}(): Decoded<${struct.name}> {`, `  return { ${values.join(', ')} };`, '}', ''].join('\n');
}

/** The function that recognises the default of a struct, for fields that are left out when they equal it. */
export function emitIsDefault(message: Message, struct: Struct): string {
  const tests = struct.fields.map((field) => {
    const value = `value.${field.name}`;
    const same = `!(${differs(field, value)})`.replace(/^!\((\S+) !== (.+)\)$/, '$1 === $2');
    return isOptional(message, field) ? `(${value} === undefined || ${same})` : same;
  });
  if (message.flexible <= message.versions.to) tests.push('(value.unknownTags === undefined || value.unknownTags.length === 0)');
  return [`function isDefault${struct.name}(value: ${struct.name}): boolean {`, `  return ${tests.join(' &&\n    ')};`, '}', ''].join('\n');
}
