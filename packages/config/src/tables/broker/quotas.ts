/** How quotas are measured. */
import type { Setting } from '../../setting.js';

export const quotaWindowSettings: readonly Setting[] = [
  { name: 'quota.window.num', type: 'INT', default: '11', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How many samples a quota looks back on.' },
  { name: 'quota.window.size.seconds', type: 'INT', default: '1', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How long a sample of a quota is.' },
  { name: 'controller.quota.window.num', type: 'INT', default: '11', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How many samples the quota of controller mutations looks back on.' },
  { name: 'controller.quota.window.size.seconds', type: 'INT', default: '1', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How long a sample of the quota of controller mutations is.' },
  { name: 'replication.quota.window.num', type: 'INT', default: '11', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How many samples a replication throttle looks back on.' },
  { name: 'replication.quota.window.size.seconds', type: 'INT', default: '1', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How long a sample of a replication throttle is.' },
  { name: 'alter.log.dirs.replication.quota.window.num', type: 'INT', default: '11', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How many samples the throttle of moves between directories looks back on.' },
  { name: 'alter.log.dirs.replication.quota.window.size.seconds', type: 'INT', default: '1', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How long a sample of the throttle of moves between directories is.' },
  { name: 'client.quota.callback.class', type: 'CLASS', default: null, importance: 'LOW', update: 'read-only', doc: 'A plug-in class that decides the quotas of clients.' },
];
