import { registeredAlready, registerSchema, type RegisteredSchema } from '../../core/register-schema.js';
import type { Call } from '../call.js';
import { registerResponse } from '../entities.js';
import { readSchemaRequest, schemaExample } from '../read-schema-request.js';
import type { Route } from '../route.js';

export const registerSchemaRoute: Route = {
  method: 'POST',
  path: '/subjects/:subject/versions',
  summary: 'Registers a schema under a subject',
  access: 'write',
  query: { normalize: 'boolean', format: 'string', force: 'boolean' },
  body: schemaExample,
  handle: (call) => {
    const request = { ...call.body(readSchemaRequest), force: call.flag('force') };
    const subject = call.subject();
    const normalize = call.flag('normalize');
    // Most registrations are of schemas that are there: any instance answers those, without a write.
    const known = registeredAlready(call.registry, subject, request, { normalize });
    if (known !== undefined) return answer(call, subject, known);
    return call.write('register', (registry) => registerSchema(registry, subject, request, { normalize }), (registered) => answer(call, subject, registered));
  },
};

function answer(call: Call, subject: string, registered: RegisteredSchema): object {
  const format = call.text('format');
  if (format === undefined || format.trim() === '') return registerResponse(registered, call.style);
  const parsed = call.registry.parsed.ofDraft(registered.content, { subject, isNew: false });
  return registerResponse(registered, call.style, parsed.formattedString(format));
}
