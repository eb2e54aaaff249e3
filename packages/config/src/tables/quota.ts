/** Quotas of users, clients, addresses and brokers; set at run time, never in a file. */
import type { Setting } from '../setting.js';

export const userAndClientQuotas: readonly Setting[] = [
  { name: 'consumer_byte_rate', type: 'LONG', default: '9223372036854775807', importance: 'MEDIUM', doc: 'The most bytes per second that may be fetched.' },
  { name: 'controller_mutation_rate', type: 'DOUBLE', default: '2.147483647E9', importance: 'MEDIUM', doc: 'The most partitions per second that may be created or deleted.' },
  { name: 'producer_byte_rate', type: 'LONG', default: '9223372036854775807', importance: 'MEDIUM', doc: 'The most bytes per second that may be produced.' },
  { name: 'request_percentage', type: 'DOUBLE', default: '2.147483647E9', importance: 'MEDIUM', doc: 'The most of a thread\'s time that requests may take, in percent.' },
];

export const ipQuotas: readonly Setting[] = [
  { name: 'connection_creation_rate', type: 'INT', default: '2147483647', check: '[0,...]', importance: 'MEDIUM', doc: 'The most new connections per second from the address.' },
];

export const brokerQuotas: readonly Setting[] = [
  { name: 'follower.replication.throttled.rate', type: 'LONG', default: '9223372036854775807', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most bytes per second that throttled followers on the broker take in.' },
  { name: 'leader.replication.throttled.rate', type: 'LONG', default: '9223372036854775807', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most bytes per second that throttled leaders on the broker give out.' },
  { name: 'replica.alter.log.dirs.io.max.bytes.per.second', type: 'LONG', default: '9223372036854775807', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most bytes per second for moves between directories of the broker.' },
];
