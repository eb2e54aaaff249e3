import { findVersion } from '../../core/find-version.js';
import { schemaEntity } from '../entities.js';
import { foundTags } from '../found-tags.js';
import { formattedSchema, withQualifiedReferences } from '../formatted.js';
import { RawText, type Route } from '../route.js';

export const getVersionRoute: Route = {
  method: 'GET',
  path: '/subjects/:subject/versions/:version',
  summary: 'A version of a subject; `latest` is the newest',
  access: 'read',
  isKept: true,
  query: { format: 'string', referenceFormat: 'string', deleted: 'boolean', findTags: 'strings' },
  handle: (call) => {
    const version = call.version();
    const found = findVersion(call.registry, call.subject(), version, call.flag('deleted'), (subject) => call.mayRead(subject));
    const shown = call.text('referenceFormat') === 'qualified' ? withQualifiedReferences(found) : found;
    return { ...schemaEntity(shown, call.style, formattedSchema(call.registry, found, call.text('format'))), ...foundTags(call, found) };
  },
};

export const getVersionTextRoute: Route = {
  method: 'GET',
  path: '/subjects/:subject/versions/:version/schema',
  summary: 'The text of a version and nothing else',
  access: 'read',
  isKept: true,
  query: { format: 'string', deleted: 'boolean' },
  handle: (call) => {
    const version = call.version();
    return new RawText(formattedSchema(call.registry, findVersion(call.registry, call.subject(), version, call.flag('deleted'), (subject) => call.mayRead(subject)), call.text('format')));
  },
};
