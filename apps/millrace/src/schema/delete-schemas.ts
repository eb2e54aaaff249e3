/** `millrace schema delete`. */
import { argument, versionOf, type SchemaCall } from './schema-call.js';

export async function deleteSchemas(call: SchemaCall): Promise<number> {
  const { client, flags, io } = call;
  const subject = argument(call, 0, 'subject');
  const permanent = flags.permanent === true;
  const how = permanent ? 'deleted for good' : 'deleted';
  if (flags.version !== undefined) io.out(`${subject}: version ${await client.deleteVersion(subject, versionOf(flags.version), { permanent })} ${how}`);
  else io.out(`${subject}: versions ${(await client.deleteSubject(subject, { permanent })).join(', ')} ${how}`);
  return 0;
}
