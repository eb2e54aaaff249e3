/** Settings of Millrace's own. */
import type { Setting } from '../../setting.js';

export const ownSettings: readonly Setting[] = [
  { name: 'millrace.log.level', type: 'STRING', default: 'info', check: '[debug, info, warn, error, silent]', importance: 'LOW', update: 'read-only', doc: 'The lowest level of log lines that is written.' },
  { name: 'millrace.log.json', type: 'BOOLEAN', default: 'false', importance: 'LOW', update: 'read-only', doc: 'Whether log lines are JSON instead of text.' },
  { name: 'confluent.schema.registry.url', type: 'STRING', default: null, importance: 'LOW', update: 'read-only', doc: 'The schema registries, comma-separated, that records are held against in topics with `confluent.value.schema.validation` or `confluent.key.schema.validation`.' },
];
