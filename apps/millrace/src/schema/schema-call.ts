/** One call of `millrace schema`: the registry, what was given, and the terminal. */
import { SCHEMA_TYPES, type SchemaReference, type SchemaType } from '@millrace/schema';
import type { SchemaRegistryClient, SchemaToRegister } from '@millrace/serde/registry';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export interface SchemaFlags {
  url?: string;
  user?: string;
  token?: string;
  type?: string;
  reference?: readonly string[];
  normalize?: true;
  version?: string;
  id?: string;
  json?: true;
  prefix?: string;
  deleted?: true;
  permanent?: true;
  long?: 'number' | 'bigint' | 'auto';
  out?: string;
}

export interface SchemaCall {
  readonly client: SchemaRegistryClient;
  readonly flags: SchemaFlags;
  /** Beside the options, in their order. */
  readonly args: readonly string[];
  readonly io: ToolIo;
}

export function argument(call: SchemaCall, index: number, name: string): string {
  const value = call.args[index];
  if (value === undefined) throw new ToolError(`missing required argument '${name}'`);
  return value;
}

export function versionOf(text: string): number | 'latest' {
  if (text === 'latest') return text;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new ToolError(`${text} is no version: give a number, or latest`);
  return Number(text);
}

/** The schema of a file, with the references that the flags name. */
export function schemaOfFile({ flags, io }: SchemaCall, path: string): SchemaToRegister {
  const schemaType = flags.type === undefined ? typeByName(path) : SCHEMA_TYPES.find((type) => type === flags.type);
  if (schemaType === undefined) throw new ToolError(`${path}: which type of schema this is cannot be told by its name; give --type AVRO, JSON or PROTOBUF`);
  const references = (flags.reference ?? []).map(referenceOf);
  return { schema: io.readText(path), schemaType, ...(references.length > 0 && { references }) };
}

function typeByName(path: string): SchemaType | undefined {
  if (path.endsWith('.avsc')) return 'AVRO';
  if (path.endsWith('.proto')) return 'PROTOBUF';
  return path.endsWith('.json') ? 'JSON' : undefined;
}

function referenceOf(text: string): SchemaReference {
  const match = /^(.+)=(.+):(\d{1,9}|latest)$/.exec(text);
  if (match === null) throw new ToolError(`--reference ${text}: expected name=subject:version, as in acme/common.proto=common:1`);
  return { name: match[1] ?? '', subject: match[2] ?? '', version: match[3] === 'latest' ? -1 : Number(match[3]) };
}

/** To the file of `--out`, or to the terminal. */
export function writeOut({ flags, io }: SchemaCall, text: string): void {
  if (flags.out === undefined) io.write(text);
  else io.writeText(flags.out, text);
}
