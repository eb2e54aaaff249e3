/** `millrace schema check`. */
import { argument, schemaOfFile, versionOf, type SchemaCall } from './schema-call.js';

export async function checkSchema(call: SchemaCall): Promise<number> {
  const subject = argument(call, 0, 'subject');
  const schema = schemaOfFile(call, argument(call, 1, 'file'));
  const { version = 'all', normalize } = call.flags;
  const answer = await call.client.checkCompatibility(subject, schema, version === 'all' ? version : versionOf(version), { normalize: normalize === true });
  if (answer.is_compatible) {
    call.io.out(`${subject}: compatible`);
    return 0;
  }
  call.io.out(`${subject}: not compatible`);
  for (const message of answer.messages ?? []) call.io.out(`  ${message}`);
  return 1;
}
