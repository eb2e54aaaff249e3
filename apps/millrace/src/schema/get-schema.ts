/** `millrace schema get`. */
import type { RegisteredSchema } from '@millrace/serde/registry';
import { ToolError } from '../tool-error.js';
import { argument, versionOf, type SchemaCall } from './schema-call.js';
import { schemaText } from './schema-text.js';

export async function getSchema(call: SchemaCall): Promise<number> {
  const schema = await found(call);
  call.io.out(call.flags.json === true ? JSON.stringify(schema, null, 2) : schemaText(schema));
  return 0;
}

async function found(call: SchemaCall): Promise<RegisteredSchema> {
  const { client, flags } = call;
  if (flags.id === undefined) return versionNamed(call, argument(call, 0, 'subject'), flags.version ?? 'latest');
  if (!/^\d{1,10}$/.test(flags.id)) throw new ToolError(`--id ${flags.id}: not a number`);
  if (flags.version !== undefined) throw new ToolError('Options --id and --version cannot be specified together.');
  return client.schemaById(Number(flags.id), call.args[0]);
}

export function versionNamed({ client }: SchemaCall, subject: string, text: string): Promise<RegisteredSchema> {
  const version = versionOf(text);
  return version === 'latest' ? client.latestVersion(subject) : client.version(subject, version);
}
