/** Exporters: what is copied to another registry. They show and change the registry as a whole, so all of it is an administrator's. */
import { createHash } from 'node:crypto';
import {
  createExporter, deleteExporter, exporterNamed, exporterStatus, pauseExporter, replaceExporter, resetExporter, resumeExporter, type Exporter, type ExporterChange,
} from '../../core/exporter.js';
import { invalidExporterName } from '../../core/registry-error.js';
import type { Registry } from '../../core/registry.js';
import type { Decision } from '../../core/registry-record.js';
import { checkDestination } from '../../exporters/destination.js';
import { withoutSecrets } from '../../exporters/secrets.js';
import { exporterMembers, exporterStatusMembers, readExporterChange } from '../../records/read-exporter.js';
import type { Call } from '../call.js';
import { Answer, type Route } from '../route.js';

const config = { 'schema.registry.url': 'http://127.0.0.1:8082' };
const example = { name: 'to-the-other-side', contextType: 'CUSTOM', context: 'copies', subjects: ['*'], subjectRenameFormat: '${subject}', config };

const listExportersRoute: Route = {
  method: 'GET',
  path: '/exporters',
  summary: 'The names of exporters, which copy schemas to another registry',
  access: 'administer',
  handle: (call) => [...call.registry.state.exporters.keys()].toSorted(),
};

const createExporterRoute: Route = {
  method: 'POST',
  path: '/exporters',
  summary: 'Makes an exporter; it begins to copy at once',
  access: 'administer',
  body: example,
  handle: (call) => {
    const { name, change } = call.body((members) => ({ name: members.optionalString('name'), change: readExporterChange(members) }));
    if (name === undefined) throw invalidExporterName('');
    const given: Exporter = { contextType: 'AUTO', subjects: ['*'], config: {}, ...change };
    return changed(call, (registry) => createExporter(registry, name, { ...withContext(call, given), config: sealed(call, given.config) }));
  },
};

const getExporterRoute: Route = {
  method: 'GET',
  path: '/exporters/:name',
  summary: 'An exporter; what is secret in its config is hidden',
  access: 'administer',
  handle: (call) => {
    const exporter = exporterNamed(call.registry, call.param('name'));
    return { name: call.param('name'), ...exporterMembers({ ...exporter, config: withoutSecrets(exporter.config) }) };
  },
};

const updateExporterRoute: Route = {
  method: 'PUT',
  path: '/exporters/:name',
  summary: 'Changes what is named of an exporter that is paused',
  access: 'administer',
  body: { subjects: ['orders*'] },
  handle: (call) => update(call, call.body(readExporterChange)),
};

const deleteExporterRoute: Route = {
  method: 'DELETE',
  path: '/exporters/:name',
  summary: 'Ends an exporter; what it copied stays',
  access: 'administer',
  handle: (call) => call.write('exporters', (registry) => deleteExporter(registry, call.param('name')), () => new Answer(204)),
};

const exporterStatusRoute: Route = {
  method: 'GET',
  path: '/exporters/:name/status',
  summary: 'What an exporter does, how far of the log it has copied, and what went wrong last',
  access: 'administer',
  handle: (call) => {
    exporterNamed(call.registry, call.param('name'));
    return { name: call.param('name'), ...exporterStatusMembers(exporterStatus(call.registry, call.param('name'))) };
  },
};

const getExporterConfigRoute: Route = {
  method: 'GET',
  path: '/exporters/:name/config',
  summary: 'Where an exporter copies to; what is secret is hidden',
  access: 'administer',
  handle: (call) => withoutSecrets(exporterNamed(call.registry, call.param('name')).config),
};

const updateExporterConfigRoute: Route = {
  method: 'PUT',
  path: '/exporters/:name/config',
  summary: 'Replaces the config of an exporter that is paused; secrets that are sent back hidden stay',
  access: 'administer',
  body: config,
  handle: (call) => update(call, { config: call.body((members) => members.texts()) }),
};

const lifecycleRoutes: readonly Route[] = ([
  ['pause', 'Lets an exporter rest', pauseExporter],
  ['resume', 'Lets an exporter go on where it was', resumeExporter],
  ['reset', 'Lets an exporter that is paused begin anew when it is resumed', resetExporter],
] as const).map(([action, summary, decide]) => ({
  method: 'PUT',
  path: `/exporters/:name/${action}`,
  summary,
  access: 'administer',
  handle: (call) => changed(call, (registry) => decide(registry, call.param('name'))),
}));

export const exporterRoutes: readonly Route[] = [
  listExportersRoute,
  createExporterRoute,
  getExporterRoute,
  updateExporterRoute,
  deleteExporterRoute,
  exporterStatusRoute,
  getExporterConfigRoute,
  updateExporterConfigRoute,
  ...lifecycleRoutes,
];

function update(call: Call, change: ExporterChange): Promise<unknown> {
  const name = call.param('name');
  return changed(call, (registry) => {
    const old = exporterNamed(registry, name);
    const exporter = withContext(call, { ...old, ...change });
    return replaceExporter(registry, name, change.config === undefined ? exporter : { ...exporter, config: sealed(call, change.config, old.config) });
  });
}

function changed(call: Call, decide: (registry: Registry) => Decision<string>): Promise<unknown> {
  return call.write('exporters', decide, (name) => ({ name }));
}

/** Only AUTO makes up a context, the same one for all exporters of a registry, and only CUSTOM is given one. */
function withContext(call: Call, exporter: Exporter): Exporter {
  const { context, ...others } = exporter;
  switch (exporter.contextType) {
    case 'AUTO':
      return { ...others, context: `.lsrc-${createHash('sha256').update(`${call.settings.kafkaClusterId} ${call.settings.groupId}`).digest('hex').slice(0, 6)}` };
    case 'CUSTOM':
      return { ...others, ...(context === undefined ? {} : { context }) };
    case 'NONE':
    case 'DEFAULT':
      return others;
  }
}

/** Also a look at whether it leads anywhere. */
function sealed({ settings: { exporterSecrets } }: Call, given: Exporter['config'], old?: Exporter['config']): Exporter['config'] {
  const config = exporterSecrets.seal(given, old);
  if (config['schema.registry.url'] !== undefined) checkDestination(exporterSecrets.open(config));
  return config;
}
