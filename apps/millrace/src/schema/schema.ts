/** `millrace schema`: schemas of a registry, from the command line. Kafka has no such tool; Confluent's registry speaks the same REST. */
import type { SchemaRegistryClient, SchemaRegistryOptions } from '@millrace/serde/registry';
import { Option, type Command } from 'commander';
import { parseFlags, repeated, toolCommand } from '../command.js';
import type { Tool, ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import type { SchemaCall, SchemaFlags } from './schema-call.js';

interface Action {
  readonly usage: string;
  readonly summary: string;
  readonly declare: (command: Command) => Command;
  readonly load: () => Promise<(call: SchemaCall) => Promise<number>>;
}

const typeOption = (): Option => new Option('--type <type>', 'by default told by the name of the file: .avsc, .json, .proto').choices(['AVRO', 'JSON', 'PROTOBUF']);
const referenceOption = (): Option => repeated('--reference <name=subject:version>', 'a schema that this one refers to; may be given several times');
const versionOption = (text: string): Option => new Option('--version <version>', text);

const actions: Readonly<Record<string, Action>> = {
  register: {
    usage: '<subject> <file>',
    summary: 'register a schema, and print its version and id',
    declare: (command) => command.addOption(typeOption()).addOption(referenceOption()).option('--normalize', 'in the one form that spellings of the schema share'),
    load: async () => (await import('./register-schema.js')).registerSchema,
  },
  get: {
    usage: '[subject]',
    summary: 'print a schema, of a subject or by its id',
    declare: (command) => command.addOption(versionOption('a number, or latest')).option('--id <id>', 'the id instead of a subject').option('--json', 'with id, version, references, metadata and rules'),
    load: async () => (await import('./get-schema.js')).getSchema,
  },
  list: { usage: '[subject]', summary: 'list subjects, or the versions of one', declare: (command) => command.option('--prefix <prefix>', 'subjects that begin with it').option('--deleted', 'deleted ones too'), load: async () => (await import('./list-subjects.js')).listSubjects },
  check: {
    usage: '<subject> <file>',
    summary: 'say whether a schema could be registered; exit code 1 if not',
    declare: (command) => command.addOption(typeOption()).addOption(referenceOption()).addOption(versionOption('against this version, latest, or all that the level of the subject asks for')).option('--normalize', 'as for register'),
    load: async () => (await import('./check-schema.js')).checkSchema,
  },
  diff: { usage: '<subject> <from> <to>', summary: 'print what changed between two versions, and who can still read whom', declare: (command) => command, load: async () => (await import('./diff-schemas.js')).diffSchemas },
  delete: { usage: '<subject>', summary: 'delete a subject, or one version', declare: (command) => command.addOption(versionOption('only this version')).option('--permanent', 'for good; what is deleted must have been deleted softly before'), load: async () => (await import('./delete-schemas.js')).deleteSchemas },
  types: {
    usage: '<subject...>',
    summary: 'print TypeScript types for the values of subjects',
    declare: (command) =>
      command
        .addOption(new Option('--long <type>', 'what longs of Avro are').choices(['number', 'bigint', 'auto']))
        .option('--out <file>', 'write a file instead'),
    load: async () => (await import('./write-types.js')).writeTypes,
  },
  export: { usage: '', summary: 'print all schemas with their ids, one in a line', declare: (command) => command.option('--prefix <prefix>', 'subjects that begin with it').option('--out <file>', 'write a file instead'), load: async () => (await import('./export-schemas.js')).exportSchemas },
  import: { usage: '<file>', summary: 'register what export wrote, with the same ids and versions', declare: (command) => command, load: async () => (await import('./import-schemas.js')).importSchemas },
};

export const schemaTool: Tool = { run: (args, io) => runSchema(args, io) };

type Connect = (options: SchemaRegistryOptions) => SchemaRegistryClient | Promise<SchemaRegistryClient>;

const connectRegistry: Connect = async (options) => new (await import('@millrace/serde/registry')).SchemaRegistryClient(options);

/** `connect` is replaced in tests. */
export async function runSchema(args: readonly string[], io: ToolIo, connect: Connect = connectRegistry): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--help') {
    io.out(overview());
    return args.length === 0 ? 1 : 0;
  }
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new ToolError(`millrace schema has no action ${name}; it has ${Object.keys(actions).join(', ')}`);
  const command = action.declare(withRegistry(plainCommand(name, action, io)));
  const flags = parseFlags<SchemaFlags>(command, rest);
  const client = await connect({ urls: flags.url ?? io.environment['SCHEMA_REGISTRY_URL'] ?? 'http://localhost:8081', maxRetries: 1, ...authOf(flags) });
  const run = await action.load();
  return run({ client, flags, args: command.args, io });
}

/** `--version` is a schema's here. */
function plainCommand(name: string, action: Action, io: ToolIo): Command {
  const command = toolCommand(`millrace schema ${name}`, action.summary, io);
  const withoutVersion = command.createCommand(`millrace schema ${name}`);
  withoutVersion.copyInheritedSettings(command).description(action.summary).helpOption('--help', 'print this').allowExcessArguments(false);
  return action.usage === '' ? withoutVersion : withoutVersion.arguments(action.usage);
}

function withRegistry(command: Command): Command {
  return command
    .option('--url <url,…>', 'the registry; default: SCHEMA_REGISTRY_URL, or http://localhost:8081')
    .option('--user <name:password>', 'for basic authentication')
    .option('--token <token>', 'a bearer token');
}

function authOf({ user, token }: SchemaFlags): Pick<SchemaRegistryOptions, 'auth'> {
  if (user !== undefined && token !== undefined) throw new ToolError('Options --user and --token cannot be specified together.');
  if (token !== undefined) return { auth: { token } };
  if (user === undefined) return {};
  const split = user.indexOf(':');
  if (split < 0) throw new ToolError('--user takes name:password');
  return { auth: { username: user.slice(0, split), password: user.slice(split + 1) } };
}

function overview(): string {
  const rows = Object.entries(actions).map(([name, { usage, summary }]) => `  ${`${name} ${usage}`.padEnd(32)}${summary}`);
  return ['Usage: millrace schema <action> [options]', '', ...rows, '', '`millrace schema <action> --help` lists its options.'].join('\n');
}
