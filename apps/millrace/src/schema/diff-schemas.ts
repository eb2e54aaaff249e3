/** `millrace schema diff`: the lines that changed, then what each side could not read of the other. */
import { checkCompatibility, parseSchema, type AnySchema, type ReferencedSchema } from '@millrace/schema';
import type { RegisteredSchema, SchemaRegistryClient } from '@millrace/serde/registry';
import { versionNamed } from './get-schema.js';
import { lineDiff } from './line-diff.js';
import { argument, type SchemaCall } from './schema-call.js';
import { schemaText } from './schema-text.js';

export async function diffSchemas(call: SchemaCall): Promise<number> {
  const { client, io } = call;
  const subject = argument(call, 0, 'subject');
  const [from, to] = await Promise.all([versionNamed(call, subject, argument(call, 1, 'from')), versionNamed(call, subject, argument(call, 2, 'to'))]);
  for (const line of lineDiff(schemaText(from).split('\n'), schemaText(to).split('\n'))) io.out(line);
  const [older, newer] = await Promise.all([parsed(client, from), parsed(client, to)]);
  for (const level of ['BACKWARD', 'FORWARD'] as const) {
    const { isCompatible, differences } = checkCompatibility(newer, [{ schema: older, version: from.version ?? 0 }], level);
    io.out(`${level.toLowerCase()}: ${isCompatible ? 'compatible' : 'not compatible'}`);
    for (const { text } of differences) io.out(`  ${text}`);
  }
  return 0;
}

/** With all that it refers to. */
export async function parsed(client: SchemaRegistryClient, schema: RegisteredSchema): Promise<AnySchema> {
  const found = new Map<string, ReferencedSchema>();
  const waiting = [...(schema.references ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = `${next.version} ${next.subject}`;
    if (found.has(key)) continue;
    const referenced = await client.version(next.subject, next.version);
    found.set(key, referenced);
    waiting.push(...(referenced.references ?? []));
  }
  return parseSchema(schema.schemaType, { schema: schema.schema, references: schema.references, resolve: ({ subject, version }) => found.get(`${version} ${subject}`) });
}
