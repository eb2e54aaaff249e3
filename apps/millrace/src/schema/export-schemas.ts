/** `millrace schema export`: every version of every subject, one JSON object in a line, those first that others refer to. */
import type { SubjectVersion } from '@millrace/serde/registry';
import { writeOut, type SchemaCall } from './schema-call.js';

export async function exportSchemas(call: SchemaCall): Promise<number> {
  const { client, flags, io } = call;
  const versions: SubjectVersion[] = [];
  for (const subject of await client.subjects(flags.prefix === undefined ? {} : { prefix: flags.prefix })) {
    for (const version of await client.versions(subject)) versions.push(await client.version(subject, version));
  }
  const lines = referencedFirst(versions).map(({ subject, version, id, schemaType, schema, references, metadata, ruleSet }) =>
    JSON.stringify({ subject, version, id, schemaType, ...(references && { references }), ...(metadata && { metadata }), ...(ruleSet && { ruleSet }), schema }),
  );
  writeOut(call, lines.map((line) => `${line}\n`).join(''));
  if (flags.out !== undefined) io.out(`${lines.length} schemas written to ${flags.out}`);
  return 0;
}

/** Versions of a subject stay in their order. */
function referencedFirst(versions: readonly SubjectVersion[]): SubjectVersion[] {
  const byName = new Map(versions.map((version) => [`${version.version} ${version.subject}`, version]));
  const ordered = new Set<SubjectVersion>();
  const visiting = new Set<SubjectVersion>();
  const visit = (version: SubjectVersion): void => {
    if (ordered.has(version) || visiting.has(version)) return;
    visiting.add(version);
    const before = byName.get(`${version.version - 1} ${version.subject}`);
    if (before !== undefined) visit(before);
    for (const reference of version.references ?? []) {
      const needed = byName.get(`${reference.version} ${reference.subject}`);
      if (needed !== undefined) visit(needed);
    }
    ordered.add(version);
  };
  versions.forEach(visit);
  return [...ordered];
}
