import { findById, maxIdOf } from '../../core/find-by-id.js';
import { schemaString } from '../entities.js';
import { foundTags } from '../found-tags.js';
import { formattedSchema, withQualifiedReferences } from '../formatted.js';
import { RawText, type Route } from '../route.js';

export const getByIdRoute: Route = {
  method: 'GET',
  path: '/schemas/ids/:id',
  summary: 'The schema of an id. Ids are of a context: that of `subject`, or else the default one',
  access: 'read',
  isKept: true,
  query: { subject: 'string', format: 'string', referenceFormat: 'string', fetchMaxId: 'boolean', findTags: 'strings' },
  handle: (call) => {
    const subject = call.subjectOfQuery();
    const found = call.readableVersion(findById(call.registry, call.id(), subject));
    const shown = call.text('referenceFormat') === 'qualified' ? withQualifiedReferences(found) : found;
    const entity = schemaString(shown, call.style, formattedSchema(call.registry, found, call.text('format')), {
      // Only who named a subject is told one.
      ...(subject === '' || call.style.isLegacy ? {} : { subject: found.subject, version: found.version }),
      ...(call.flag('fetchMaxId') ? { maxId: maxIdOf(call.registry, found.subject) } : {}),
    });
    return { ...entity, ...foundTags(call, found) };
  },
};

export const getTextByIdRoute: Route = {
  method: 'GET',
  path: '/schemas/ids/:id/schema',
  summary: 'The text of a schema and nothing else',
  access: 'read',
  isKept: true,
  query: { subject: 'string', format: 'string' },
  handle: (call) => new RawText(formattedSchema(call.registry, call.readableVersion(findById(call.registry, call.id(), call.subjectOfQuery())), call.text('format'))),
};
