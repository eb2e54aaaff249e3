/** A schema as people read it: JSON over several lines, Protobuf as it is kept. */
import type { RegisteredSchema } from '@millrace/serde/registry';

export function schemaText({ schemaType, schema }: RegisteredSchema): string {
  if (schemaType === 'PROTOBUF') return schema.trimEnd();
  try {
    return JSON.stringify(JSON.parse(schema), null, 2);
  } catch {
    return schema;
  }
}
