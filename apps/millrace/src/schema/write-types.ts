/** `millrace schema types`: a file of TypeScript types, so that a topic is typed by its schema. */
import { typesOf } from '@millrace/schema';
import { parsed } from './diff-schemas.js';
import { writeOut, type SchemaCall } from './schema-call.js';

export async function writeTypes(call: SchemaCall): Promise<number> {
  const { client, args, flags } = call;
  const schemas = await Promise.all(args.map(async (subject) => ({ schema: await parsed(client, await client.latestVersion(subject)), name: typeName(subject) })));
  writeOut(call, typesOf(schemas, { long: flags.long }));
  return 0;
}

/** `orders-value` is `OrdersValue`, where the schema has no name of its own. */
function typeName(subject: string): string {
  const name = subject.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `Schema${name}`;
}
