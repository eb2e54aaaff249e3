/** How every tool declares its flags: commander, with Kafka's common ones, older names, and one-line errors. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
// The parser alone: with the tables of all settings, help would be late.
import { propertiesRecord } from '@millrace/config/properties';
import type { ToolIo } from './io.js';
import { ToolError } from './tool-error.js';
import { versionText } from './version.js';

export interface CommonOptions {
  bootstrapServer?: string;
  bootstrapController?: string;
  commandConfig?: string;
}

export function toolCommand(name: string, description: string, io: ToolIo): Command {
  return new Command(name)
    .description(description)
    .version(versionText, '--version', 'print the version')
    .helpOption('--help', 'print this')
    .allowExcessArguments(false)
    .exitOverride()
    // What commander has to say is thrown, and printed as every other error.
    .configureOutput({ writeOut: (text) => io.write(text), writeErr: (text) => io.err(text), outputError: () => {} });
}

/** Adds the flags that say where the cluster is. As Kafka's, such a tool ignores arguments that belong to no flag; it says so. */
export function withBootstrap(command: Command): Command {
  return command
    .allowExcessArguments()
    .action(() => {
      if (command.args.length > 0) command.configureOutput().writeErr?.(`Ignored: ${command.args.join(' ')}`);
    })
    .option('--bootstrap-server <host:port,…>', 'brokers to connect to')
    .option('--command-config <file>', 'a properties file with settings of the client');
}

/** Parses; a mistake becomes a ToolError of one line, and `--help` and `--version` end the tool with 0. */
export function parseFlags<T extends object>(command: Command, args: readonly string[]): T {
  for (const option of command.options) if (option.required && !gathering.has(option)) onceOnly(command, option);
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new ToolError(error.message.replace(/^error: /, ''), error.exitCode);
  }
  return command.opts<T>();
}

/** The options that may be given several times. */
const gathering = new WeakSet<Option>();

function onceOnly(command: Command, option: Option): void {
  let isGiven = false;
  command.on(`option:${option.name()}`, () => {
    if (isGiven) throw new ToolError(`Found multiple arguments for option --${option.name()}, but only one is taken`);
    isGiven = true;
  });
}

/** An option that may be given several times. */
export function repeated(flags: string, description: string): Option {
  const option = new Option(flags, description).argParser<string[]>((value, before) => [...(before ?? []), value]);
  gathering.add(option);
  return option;
}

/** An option that still works under an older name. */
export function olderName(flags: string, instead: string): Option {
  return new Option(flags, `deprecated: use ${instead}`).hideHelp();
}

/** The same of one that may be given several times. */
export function olderRepeated(flags: string, instead: string): Option {
  return repeated(flags, `deprecated: use ${instead}`).hideHelp();
}

/** Says once that an older name was used, and returns what was given, the newer name first. */
export function newerOf<T>(io: ToolIo, older: { flag: string; value: T | undefined }, newer: { flag: string; value: T | undefined }): T | undefined {
  if (older.value === undefined) return newer.value;
  if (newer.value !== undefined) throw new ToolError(`Options ${older.flag} and ${newer.flag} cannot be specified together.`);
  io.err(`Option ${older.flag} is deprecated and will be removed in a future version. Use ${newer.flag} instead.`);
  return older.value;
}

export function wholeNumber(text: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) throw new InvalidArgumentError(`${text} is not a whole number.`);
  return Number(text);
}

/** Exactly one of these flags; their names in the order in which they should be listed. */
export function requireOneAction(options: Readonly<Record<string, unknown>>, actions: Readonly<Record<string, string>>): string {
  const given = Object.keys(actions).filter((name) => options[name] !== undefined);
  const [action] = given;
  if (given.length === 1 && action !== undefined) return action;
  const names = Object.values(actions);
  throw new ToolError(`Command must include exactly one action: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
}

/** Refuses flags that mean nothing beside the action. */
export function refuseFlags(options: Readonly<Record<string, unknown>>, flags: Readonly<Record<string, string>>, action: string): void {
  for (const [name, flag] of Object.entries(flags)) {
    if (options[name] !== undefined) throw new ToolError(`Option ${flag} can't be used with option ${action}`);
  }
}

/** Properties of clients, readers and formatters as a record: as in Kafka's tools, `key` alone is `key=`. */
export function looseKeyValues(pairs: readonly string[] | undefined): Record<string, string> {
  return keyValues(pairs?.map((pair) => (pair.includes('=') ? pair : `${pair}=`)));
}

/** `key=value` arguments as a record. */
export function keyValues(pairs: readonly string[] | undefined): Record<string, string> {
  const record: Record<string, string> = {};
  for (const pair of pairs ?? []) {
    const split = pair.indexOf('=');
    if (split <= 0) throw new ToolError(`Invalid command line properties: ${pair} is not of the form key=value`);
    record[pair.slice(0, split).trim()] = pair.slice(split + 1);
  }
  return record;
}

/** The settings of a `--command-config` file. */
export function propertiesFile(io: ToolIo, path: string | undefined): Record<string, string> {
  return path === undefined ? {} : propertiesRecord(io.readText(path));
}
