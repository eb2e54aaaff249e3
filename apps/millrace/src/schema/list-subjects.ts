/** `millrace schema list`. */
import { cell, columnWidth } from '../table.js';
import type { SchemaCall } from './schema-call.js';

export async function listSubjects({ client, flags, args, io }: SchemaCall): Promise<number> {
  const deleted = flags.deleted === true;
  const [subject] = args;
  if (subject === undefined) {
    for (const name of await client.subjects({ ...(flags.prefix !== undefined && { prefix: flags.prefix }), deleted })) io.out(name);
    return 0;
  }
  const versions = await client.versions(subject, { deleted });
  const schemas = await Promise.all(versions.map((version) => client.version(subject, version)));
  const width = columnWidth(versions, 7);
  io.out(`${cell('version', width)}  ${cell('id', 8)}  type`);
  for (const { version, id, schemaType } of schemas) io.out(`${cell(version, width)}  ${cell(id, 8)}  ${schemaType}`);
  return 0;
}
