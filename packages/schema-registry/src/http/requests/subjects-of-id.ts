import { versionsWithId } from '../../core/find-by-id.js';
import type { Call } from '../call.js';
import type { StoredVersion } from '../../core/stored-version.js';
import type { Route } from '../route.js';

export const subjectsOfIdRoute: Route = {
  method: 'GET',
  path: '/schemas/ids/:id/subjects',
  summary: 'The subjects that have the schema of an id',
  access: 'read',
  query: { subject: 'string', deleted: 'boolean', offset: 'integer', limit: 'integer' },
  handle: (call) => call.page([...new Set(versionsOf(call).map(({ subject }) => subject))], call.settings.subjectPaging),
};

export const versionsOfIdRoute: Route = {
  method: 'GET',
  path: '/schemas/ids/:id/versions',
  summary: 'The subjects and versions that have the schema of an id',
  access: 'read',
  query: { subject: 'string', deleted: 'boolean', offset: 'integer', limit: 'integer' },
  handle: (call) => call.page(versionsOf(call).map(({ subject, version }) => ({ subject, version })), call.settings.versionPaging),
};

function versionsOf(call: Call): StoredVersion[] {
  return versionsWithId(call.registry, call.id(), call.subjectOfQuery(), call.flag('deleted')).filter(({ subject }) => call.mayRead(subject));
}
