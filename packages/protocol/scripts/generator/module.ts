import type { Definition, Message } from './definition.ts';
import { emitReader } from './reader-code.ts';
import { emitTypes } from './types.ts';
import { structVersions } from './versions.ts';
import { emitIsDefault, emitMakeDefault, emitWriter } from './writer-code.ts';

/** Where generated code finds the runtime: one module each inside this package, the package itself from others. */
const RUNTIME: readonly (readonly [file: string, names: readonly string[]])[] = [
  ['decoded', ['type Decoded']],
  ['external-records', ['type Records']],
  ['message-codec', ['messageCodec', 'type MessageCodec']],
  ['protocol-error', ['locate', 'unexpectedNull', 'unsupportedField']],
  ['reader', ['NO_BYTES', 'type Reader']],
  ['unknown-tag', ['inTagOrder', 'type UnknownTag']],
  ['uuid', ['ZERO_UUID']],
  ['writer', ['type Writer']],
];

/** The whole generated module of one definition file. `inside`: the module lives in the protocol package itself. */
export function emitModule(definition: Definition, inside: boolean): string {
  const body = definition.messages.map(emitMessage).join('\n');
  return `// Generated from definitions/${definition.file}; change that and run \`npm run generate\`.\n${imports(body, inside)}\n${body}`;
}

function emitMessage(message: Message): string {
  const known = structVersions(message);
  const structs = [...message.structs, message.root].filter((struct) => known.has(struct));
  const parts = [
    emitTypes(message),
    emitCodec(message),
    ...structs.toReversed().map((struct) => emitReader(message, struct, known.get(struct)!)),
    ...structs.toReversed().map((struct) => emitWriter(message, struct, known.get(struct)!)),
  ];
  // The default of a struct may be made of the defaults of others, so the outer ones come first.
  for (const struct of structs.toReversed()) {
    const code = parts.join('\n');
    if (code.includes(`default${struct.name}(`)) parts.push(emitMakeDefault(message, struct));
    if (code.includes(`isDefault${struct.name}(`)) parts.push(emitIsDefault(message, struct));
  }
  return parts.join('\n');
}

function emitCodec(message: Message): string {
  const name = message.name.charAt(0).toLowerCase() + message.name.slice(1);
  return [
    `export const ${name}: MessageCodec<${message.name}> = messageCodec<${message.name}>(`,
    '  {',
    `    name: '${message.name}',`,
    `    kind: '${message.kind}',`,
    `    apiKey: ${message.key},`,
    `    minVersion: ${message.versions.from},`,
    `    maxVersion: ${message.versions.to},`,
    `    flexibleVersion: ${message.flexible},`,
    '  },',
    `  read${message.name},`,
    `  write${message.name},`,
    ');',
    '',
  ].join('\n');
}

function imports(text: string, inside: boolean): string {
  const body = text.replaceAll(/\/\*\*.*?\*\//g, '');
  const used = RUNTIME.map(([file, names]) => [file, names.filter((name) => new RegExp(`\\b${name.replace('type ', '')}\\b`).test(body))] as const);
  if (!inside) return `import { ${used.flatMap(([, names]) => names).join(', ')} } from '@millrace/protocol';\n`;
  return used
    .filter(([, names]) => names.length > 0)
    .map(([file, names]) => {
      const types = names.every((name) => name.startsWith('type '));
      return types
        ? `import type { ${names.map((name) => name.slice(5)).join(', ')} } from '../${file}.js';\n`
        : `import { ${names.join(', ')} } from '../${file}.js';\n`;
    })
    .join('');
}
