/** An admin client: what the shared client settings do not have. */
import type { Setting } from '../../setting.js';

export const ownAdminSettings: readonly Setting[] = [
  { name: 'bootstrap.controllers', type: 'LIST', default: '', importance: 'HIGH', doc: 'Controllers, as `host:port`, to talk to instead of brokers.' },
  { name: 'bootstrap.servers', type: 'LIST', default: '', importance: 'HIGH', doc: 'Brokers, as `host:port`, from which the client learns the rest of the cluster.' },
  { name: 'client.id', type: 'STRING', default: '', importance: 'MEDIUM', doc: 'The name under which the broker logs and limits this client.' },
  { name: 'connections.max.idle.ms', type: 'LONG', default: '300000', importance: 'MEDIUM', doc: 'A connection on which nothing happened for this long is closed.' },
  { name: 'default.api.timeout.ms', type: 'INT', default: '60000', check: '[0,...]', importance: 'MEDIUM', doc: 'How long a call may take when it is not told.' },
  { name: 'enable.metrics.push', type: 'BOOLEAN', default: 'false', importance: 'LOW', doc: 'Whether the client pushes its metrics to a broker that asks.' },
  { name: 'receive.buffer.bytes', type: 'INT', default: '65536', check: '[-1,...]', importance: 'MEDIUM', doc: 'Size of a socket\'s receive buffer; -1 leaves it to the operating system.' },
  { name: 'retries', type: 'INT', default: '2147483647', check: '[0,...,2147483647]', importance: 'LOW', doc: 'How often a failed request is sent again.' },
];
