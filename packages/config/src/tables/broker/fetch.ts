/** Answering fetches; purgatories. */
import type { Setting } from '../../setting.js';

export const fetchSettings: readonly Setting[] = [
  { name: 'fetch.max.bytes', type: 'INT', default: '57671680', check: '[1024,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most bytes in the answer to one fetch, whatever the consumer asks for.' },
  { name: 'max.incremental.fetch.session.cache.slots', type: 'INT', default: '1000', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'How many incremental fetch sessions are kept.' },
  { name: 'fetch.purgatory.purge.interval.requests', type: 'INT', default: '1000', importance: 'MEDIUM', update: 'read-only', doc: 'How many finished fetches may lie in purgatory before it is swept.' },
  { name: 'producer.purgatory.purge.interval.requests', type: 'INT', default: '1000', importance: 'MEDIUM', update: 'read-only', doc: 'How many finished produce requests may lie in purgatory before it is swept.' },
  { name: 'delete.records.purgatory.purge.interval.requests', type: 'INT', default: '1', importance: 'MEDIUM', update: 'read-only', doc: 'How many finished DeleteRecords requests may lie in purgatory before it is swept.' },
  { name: 'share.fetch.purgatory.purge.interval.requests', type: 'INT', default: '1000', importance: 'MEDIUM', update: 'read-only', doc: 'How many finished share fetches may lie in purgatory before it is swept.' },
  { name: 'follower.fetch.last.tiered.offset.enable', type: 'BOOLEAN', default: 'false', importance: 'MEDIUM', update: 'cluster-wide', doc: 'Whether an empty follower starts at the last tiered offset instead of copying all local data.' },
];
