/** Copying between brokers and electing leaders. */
import type { Setting } from '../../setting.js';

export const replicationSettings: readonly Setting[] = [
  { name: 'replica.lag.time.max.ms', type: 'LONG', default: '30000', importance: 'HIGH', update: 'read-only', doc: 'A follower that has not caught up for this long leaves the in-sync replicas.' },
  { name: 'replica.fetch.max.bytes', type: 'INT', default: '1048576', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most bytes a follower fetches of one partition at a time.' },
  { name: 'replica.fetch.response.max.bytes', type: 'INT', default: '10485760', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most bytes in the answer to a follower\'s fetch.' },
  { name: 'replica.fetch.min.bytes', type: 'INT', default: '1', importance: 'HIGH', update: 'read-only', doc: 'The least bytes for which a follower\'s fetch is answered at once.' },
  { name: 'replica.fetch.wait.max.ms', type: 'INT', default: '500', importance: 'HIGH', update: 'read-only', doc: 'The longest a follower\'s fetch waits for data.' },
  { name: 'replica.fetch.backoff.ms', type: 'INT', default: '1000', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The wait after a follower\'s fetch failed.' },
  { name: 'replica.socket.timeout.ms', type: 'INT', default: '30000', importance: 'HIGH', update: 'read-only', doc: 'How long a follower waits for the answer to a request.' },
  { name: 'replica.socket.receive.buffer.bytes', type: 'INT', default: '65536', importance: 'HIGH', update: 'read-only', doc: 'Size of the receive buffer of a follower\'s socket.' },
  { name: 'replica.high.watermark.checkpoint.interval.ms', type: 'LONG', default: '5000', importance: 'HIGH', update: 'read-only', doc: 'How often high watermarks are written to disk.' },
  { name: 'replica.selector.class', type: 'STRING', default: null, importance: 'MEDIUM', update: 'read-only', doc: 'A plug-in class that picks the replica a consumer reads from.' },
  { name: 'num.replica.fetchers', type: 'INT', default: '1', check: '[1,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'How many fetchers run towards each other broker.' },
  { name: 'num.replica.alter.log.dirs.threads', type: 'INT', default: null, importance: 'HIGH', update: 'read-only', doc: 'Threads that move replicas between directories in Apache Kafka.' },
  { name: 'auto.leader.rebalance.enable', type: 'BOOLEAN', default: 'true', importance: 'HIGH', update: 'read-only', doc: 'Whether leadership is moved back to the preferred replicas from time to time.' },
  { name: 'leader.imbalance.check.interval.seconds', type: 'LONG', default: '300', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'How often the balance of leaders is checked.' },
  { name: 'unclean.leader.election.enable', type: 'BOOLEAN', default: 'false', importance: 'HIGH', update: 'cluster-wide', doc: 'Whether a replica that is not in sync may become leader, losing records.' },
  { name: 'unclean.leader.election.interval.ms', type: 'LONG', default: '300000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'How often partitions without a leader are looked for when unclean elections are allowed.' },
];
