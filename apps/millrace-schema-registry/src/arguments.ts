/** The arguments of `millrace-schema-registry`. */

export interface RegistryArguments {
  /** The properties file; null when only the environment and overrides say what to run. */
  file: string | null;
  overrides: string[];
}

export type ParsedArguments = { kind: 'run'; arguments: RegistryArguments } | { kind: 'help' } | { kind: 'version' } | { kind: 'wrong'; message: string };

export function parseArguments(args: readonly string[]): ParsedArguments {
  const parsed: RegistryArguments = { file: null, overrides: [] };
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (argument === '--help' || argument === '-h') return { kind: 'help' };
    if (argument === '--version') return { kind: 'version' };
    const override = overrideOf(argument, args[at + 1]);
    if (override !== null) {
      if (!/^[^=\s]+=/.test(override.text)) return { kind: 'wrong', message: `--override ${override.text} is not of the form key=value` };
      parsed.overrides.push(override.text);
      at += override.extra;
    } else if (argument.startsWith('-')) return { kind: 'wrong', message: `there is no option ${argument}; --override key=value is one` };
    else if (parsed.file === null) parsed.file = argument;
    else return { kind: 'wrong', message: `one properties file is enough: ${parsed.file} and ${argument} were given` };
  }
  return { kind: 'run', arguments: parsed };
}

function overrideOf(argument: string, next: string | undefined): { text: string; extra: number } | null {
  if (argument === '--override') return { text: next ?? '', extra: 1 };
  return argument.startsWith('--override=') ? { text: argument.slice('--override='.length), extra: 0 } : null;
}

export const usage: string = [
  'Usage: millrace-schema-registry [schema-registry.properties] [--override key=value …]',
  '',
  '  --override key=value   a setting over those of the file; may be given several times',
  '  --version              print the version',
  '  --help                 print this',
  '',
  'SCHEMA_REGISTRY_ names of the environment are settings too: SCHEMA_REGISTRY_KAFKASTORE_TOPIC is kafkastore.topic.',
].join('\n');
