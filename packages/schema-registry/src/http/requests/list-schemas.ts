import { listSchemas } from '../../core/list-schemas.js';
import { findAssociations, type Association } from '../../core/association.js';
import { lifecycleNamed } from '../../records/read-association.js';
import type { Call } from '../call.js';
import { schemaEntity } from '../entities.js';
import { httpError } from '../http-error.js';
import type { Route } from '../route.js';
import { associationEntity } from './associations.js';

/** In place of a lifecycle: subjects that no association has. */
const noAssociation = 'NONE';

export const listSchemasRoute: Route = {
  method: 'GET',
  path: '/schemas',
  summary: 'Schemas in order of subject and version',
  access: 'read',
  query: { subjectPrefix: 'string', aliases: 'boolean', deleted: 'boolean', latestOnly: 'boolean', ruleType: 'string', resourceType: 'string', associationType: 'strings', lifecycle: 'strings', offset: 'integer', limit: 'integer' },
  handle: (call) => {
    const ruleType = call.text('ruleType');
    const listed = listSchemas(call.registry, {
      subjectPrefix: call.text('subjectPrefix') ?? ':*:',
      deleted: call.flag('deleted'),
      latestOnly: call.flag('latestOnly'),
      aliases: call.flag('aliases'),
      ...(ruleType === undefined || ruleType === '' ? {} : { ruleType }),
    }).filter(({ stored }) => call.mayRead(stored.subject));
    const associationsOf = associationFilter(call);
    const shown = listed.map((one) => ({ ...one, associations: associationsOf(one.stored.subject) })).filter(({ associations }) => associations !== null);
    return call.page(shown, call.settings.schemaPaging).map(({ stored, aliases, associations }) => ({
      ...schemaEntity(stored, call.style),
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(associations === null || associations.length === 0 ? {} : { associations: associations.map(associationEntity) }),
    }));
  },
};

/** The associations that are shown with the schemas of a subject, null where these are not wanted. Without a filter none are shown. */
function associationFilter(call: Call): (subject: string) => Association[] | null {
  const resourceType = call.text('resourceType');
  const associationTypes = call.texts('associationType');
  const words = call.texts('lifecycle');
  if (resourceType === undefined && associationTypes.length === 0 && words.length === 0) return () => [];
  const lifecycles = words.filter((word) => word !== noAssociation).map(lifecycleNamed);
  if (lifecycles.includes(undefined)) throw httpError(404);
  return (subject) => {
    const associations = findAssociations(call.registry.state, { subject, resourceType, associationTypes });
    if (associations.length === 0) return words.includes(noAssociation) ? [] : null;
    const wanted = words.length === 0 ? associations : associations.filter(({ lifecycle }) => lifecycles.includes(lifecycle));
    return wanted.length === 0 ? null : wanted;
  };
}
