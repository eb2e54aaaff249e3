import { testCompatibility, type CompatibilityAnswer } from '../../core/check-compatibility.js';
import type { Call } from '../call.js';
import { readSchemaRequest, schemaExample } from '../read-schema-request.js';
import type { Route } from '../route.js';

export const testVersionRoute: Route = {
  method: 'POST',
  path: '/compatibility/subjects/:subject/versions/:version',
  summary: 'Whether a schema is compatible with a version of a subject; with `verbose` also why not',
  access: 'read',
  query: { normalize: 'boolean', verbose: 'boolean' },
  body: schemaExample,
  handle: (call) => answer(call, call.version()),
};

export const testSubjectRoute: Route = {
  method: 'POST',
  path: '/compatibility/subjects/:subject/versions',
  summary: 'Whether a schema could be registered under a subject; with `verbose` also why not',
  access: 'read',
  query: { normalize: 'boolean', verbose: 'boolean' },
  body: schemaExample,
  handle: (call) => answer(call, 'all'),
};

function answer(call: Call, version: number | 'all'): CompatibilityAnswer {
  const request = call.body(readSchemaRequest);
  return testCompatibility(call.registry, call.subject(), version, request, { normalize: call.flag('normalize'), verbose: call.flag('verbose') });
}
