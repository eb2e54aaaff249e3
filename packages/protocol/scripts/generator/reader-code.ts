import { byVersion, suffix } from './calls.ts';
import type { Field, Message, Struct, Versions } from './definition.ts';
import { elementSize } from './sizes.ts';
import { asksVersion, decodedType, defaultValue, localName } from './types.ts';
import { common, condition, flexibleCondition } from './versions.ts';

/** The function that reads one struct in all its versions. */
export function emitReader(message: Message, struct: Struct, known: Versions): string {
  const arrays = struct.fields.some((field) => field.array);
  const flexible = flexibleCondition(message, known);
  const fields = struct.fields.filter((field) => common(field.versions, known) !== null);
  const body = fields.flatMap((field) => readField(message, field, known));
    const lines = [`function read${struct.name}(reader: Reader, version: number): Decoded<${struct.name}> {`];
  if (flexible === 'flexible') lines.push(`  const flexible = version >= ${message.flexible};`);
  lines.push(`  let field = '';`);
  if (arrays) lines.push('  let index = -1;');
  lines.push('  try {', ...body.map((line) => `    ${line}`));
  lines.push(...readTags(message, fields, known, flexible).map((line) => `    ${line}`));
  const names = struct.fields.map((field) => entry(field.name, fields.includes(field) ? localName(field) : defaultValue(field)));
  if (message.flexible <= message.versions.to) names.push(flexible === false ? 'unknownTags: undefined' : 'unknownTags');
  lines.push(`    return { ${names.join(', ')} };`);
  lines.push('  } catch (error) {', `    throw locate(error, field, ${arrays ? 'index' : '-1'});`, '  }', '}', '');
  if (!asksVersion(lines.slice(1).join('\n'))) lines[0] = lines[0]!.replace('version: number', '_version: number');
  return lines.join('\n');
}

function entry(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}

function readField(message: Message, field: Field, known: Versions): string[] {
  const type = decodedType(field);
  if (field.tag !== null) return [`let ${localName(field)}: ${type} = ${defaultValue(field)};`];
  const when = condition(field.versions, known);
  const there = common(field.versions, known)!;
  const mark = `field = '${field.name}';`;
  if (when === true) {
    if (!field.array && field.struct === null) return [mark, `const ${localName(field)} = ${readValue(message, field, there)};`];
    return [mark, `let ${localName(field)}: ${type}${field.array && field.nullable === null ? ' = []' : ''};`, ...readInto(message, field, there)].map((line) =>
      line.replace(/^let (\w+): (.*) = \[\];$/, 'const $1: $2 = [];'));
  }
  const inner = readInto(message, field, there);
  const keyword = field.array && field.nullable === null ? 'const' : 'let';
  return [`${keyword} ${localName(field)}: ${type} = ${defaultValue(field)};`, `if (${String(when)}) {`, `  ${mark}`, ...inner.map((line) => `  ${line}`), '}'];
}

/** Statements that read the field's value into the variable of its name. */
function readInto(message: Message, field: Field, there: Versions, tagged = false): string[] {
  if (field.array) return readArray(message, field, there);
  if (field.struct === null) return [`${localName(field)} = ${readValue(message, field, there)};`];
  const read = `read${field.struct.name}(reader, version)`;
  if (field.nullable === null) return [`${localName(field)} = ${read};`];
  const presence = tagged ? 'reader.readTaggedPresence()' : 'reader.readPresence()';
  return [`${localName(field)} = ${presence} ? ${read} : null;`];
}

function readArray(message: Message, field: Field, there: Versions): string[] {
  const size = elementSize(message, field, there);
  const length = byVersion(message, field, there, field.nullable !== null, (compact, nullable) =>
    `reader.read${compact ? 'Compact' : ''}${nullable ? 'Nullable' : ''}ArrayLength(${size})`);
  const one = { ...field, nullable: null };
  const element = field.struct === null ? readValue(message, one, there) : `read${field.struct.name}(reader, version)`;
  const count = `${localName(field)}Length`;
  const loop = (target: string): string => `for (index = 0; index < ${count}; index++) ${target}.push(${element});`;
  if (field.nullable === null) return [`const ${count} = ${length};`, loop(localName(field)), 'index = -1;'];
  const list = `${localName(field)}List`;
  return [
    `const ${count} = ${length};`,
    `const ${list}: ${decodedType(one)} = [];`,
    loop(list),
    'index = -1;',
    `${localName(field)} = ${count} < 0 ? null : ${list};`,
  ];
}

function readValue(message: Message, field: Field, there: Versions): string {
  const plain = { ...field, type: field.type === 'records' ? 'bytes' : field.type };
  return byVersion(message, field, there, field.nullable !== null, (compact, nullable) => `reader.read${suffix(plain, compact, nullable)}()`);
}

function readTags(message: Message, fields: Field[], known: Versions, flexible: string | boolean): string[] {
  if (flexible === false) return [];
  const tagged = fields.filter((field) => field.tag !== null).toSorted((a, b) => a.tag! - b.tag!);
  const mark = `field = 'unknownTags';`;
  if (tagged.length === 0) {
    if (flexible === true) return [mark, 'const unknownTags = reader.readUnknownTags();'];
    return [mark, 'const unknownTags = flexible ? reader.readUnknownTags() : undefined;'];
  }
  const loop = [
    'for (let count = reader.readUnsignedVarint(); count > 0; count--) {',
    `  ${mark}`,
    '  const tag = reader.readUnsignedVarint();',
    '  const end = reader.readTagEnd();',
    '  switch (tag) {',
    ...tagged.flatMap((field) => readTagCase(message, field, known)).map((line) => `    ${line}`),
    '    default:',
    '      unknownTags = reader.readUnknownTag(unknownTags, tag, end);',
    '  }',
    '}',
  ];
  const head = ['let unknownTags: UnknownTag[] | undefined;', mark];
  return flexible === true ? [...head, ...loop] : [...head, 'if (flexible) {', ...loop.map((line) => `  ${line}`), '}'];
}

function readTagCase(message: Message, field: Field, known: Versions): string[] {
  const flexibleOnly = common({ from: message.flexible, to: 32767 }, known)!;
  const when = condition(field.tagged, flexibleOnly);
  const there = common(field.tagged, flexibleOnly);
  const lines = [`case ${field.tag}: {`];
  if (there === null) return [...lines, '  reader.refuseTag(tag, version);', '}'];
  if (when !== true) lines.push(`  if (!(${String(when)})) reader.refuseTag(tag, version);`);
  const into = readInto(message, field, there, true);
  // A tag that comes twice replaces what came before.
  const again = field.array && field.nullable === null ? [`${localName(field)} = [];`] : [];
  return [...lines, `  field = '${field.name}';`, ...[...again, ...into, `reader.endTag(tag, end);`, 'break;'].map((line) => `  ${line}`), '}'];
}
