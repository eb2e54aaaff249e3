/** `millrace schema register`. */
import { argument, schemaOfFile, type SchemaCall } from './schema-call.js';

export async function registerSchema(call: SchemaCall): Promise<number> {
  const subject = argument(call, 0, 'subject');
  const schema = schemaOfFile(call, argument(call, 1, 'file'));
  const normalize = call.flags.normalize === true;
  const { id, version } = await call.client.register(subject, schema, { normalize });
  // Registries before 8.0 answer with the id alone.
  const known = version ?? (await call.client.lookup(subject, schema, { normalize })).version;
  call.io.out(`${subject}: version ${known}, id ${id}`);
  return 0;
}
