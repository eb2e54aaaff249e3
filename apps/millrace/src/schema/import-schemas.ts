/** `millrace schema import`: what export wrote, with the same ids and versions. Each subject is in mode IMPORT meanwhile. */
import type { SchemaRegistryClient, SubjectVersion } from '@millrace/serde/registry';
import { oneLine } from '../run-tool.js';
import { ToolError } from '../tool-error.js';
import { argument, type SchemaCall } from './schema-call.js';

export async function importSchemas(call: SchemaCall): Promise<number> {
  const { client, io } = call;
  const path = argument(call, 0, 'file');
  const schemas = io.readText(path).split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [schemaOfLine(line, `${path}:${index + 1}`)]));
  const subjects = [...new Set(schemas.map(({ subject }) => subject))];
  const modes = new Map<string, string | null>();
  try {
    for (const subject of subjects) {
      modes.set(subject, await modeOf(client, subject));
      await client.updateMode('IMPORT', subject);
    }
    for (const { subject, ...schema } of schemas) await importOne(client, subject, schema);
  } finally {
    for (const [subject, mode] of modes) await client.updateMode(mode, subject);
  }
  io.out(`${schemas.length} schemas of ${subjects.length} subjects imported`);
  return 0;
}

async function importOne(client: SchemaRegistryClient, subject: string, schema: Omit<SubjectVersion, 'subject'>): Promise<void> {
  try {
    await client.importVersion(subject, schema);
  } catch (error) {
    throw new ToolError(`${subject} version ${schema.version}: ${oneLine(error)}`);
  }
}

/** Null where the subject has none of its own. */
async function modeOf(client: SchemaRegistryClient, subject: string): Promise<string | null> {
  try {
    return await client.mode(subject);
  } catch {
    return null;
  }
}

function schemaOfLine(line: string, place: string): SubjectVersion {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new ToolError(`${place}: no JSON: ${oneLine(error)}`);
  }
  const { subject, version, id, schema } = (typeof json === 'object' && json !== null ? json : {}) as Partial<SubjectVersion>;
  if (typeof subject !== 'string' || typeof schema !== 'string' || !Number.isInteger(version) || !Number.isInteger(id)) throw new ToolError(`${place}: not a line of \`millrace schema export\`: it needs subject, version, id and schema`);
  return json as SubjectVersion;
}
