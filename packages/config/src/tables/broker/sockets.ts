/** Sockets and bounds on connections. */
import type { Setting } from '../../setting.js';

export const socketSettings: readonly Setting[] = [
  { name: 'socket.send.buffer.bytes', type: 'INT', default: '102400', importance: 'HIGH', update: 'read-only', doc: 'Size of the send buffer of a server socket; -1 leaves it to the operating system.' },
  { name: 'socket.receive.buffer.bytes', type: 'INT', default: '102400', importance: 'HIGH', update: 'read-only', doc: 'Size of the receive buffer of a server socket; -1 leaves it to the operating system.' },
  { name: 'socket.request.max.bytes', type: 'INT', default: '104857600', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'The largest request that is read; a larger one closes its connection.' },
  { name: 'socket.listen.backlog.size', type: 'INT', default: '50', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'How many connections may wait to be accepted.' },
  { name: 'socket.connection.setup.timeout.ms', type: 'LONG', default: '10000', importance: 'MEDIUM', update: 'read-only', doc: 'How long the first attempt to connect to another node may take.' },
  { name: 'socket.connection.setup.timeout.max.ms', type: 'LONG', default: '30000', importance: 'MEDIUM', update: 'read-only', doc: 'The longest an attempt to connect to another node may take after repeated failures.' },
  { name: 'queued.max.requests', type: 'INT', default: '500', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'How many requests may wait or run before reading from sockets pauses.' },
  { name: 'queued.max.request.bytes', type: 'LONG', default: '-1', importance: 'MEDIUM', update: 'read-only', doc: 'How many bytes of requests may wait before reading from sockets pauses; -1 for no bound.' },
  { name: 'max.connections', type: 'INT', default: '2147483647', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most connections open to this broker at a time.' },
  { name: 'max.connections.per.ip', type: 'INT', default: '2147483647', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most connections open from one address at a time.' },
  { name: 'max.connections.per.ip.overrides', type: 'STRING', default: '', importance: 'MEDIUM', update: 'cluster-wide', doc: 'Exceptions to `max.connections.per.ip`, as `host:count` pairs separated by commas.' },
  { name: 'max.connection.creation.rate', type: 'INT', default: '2147483647', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The most new connections accepted per second.' },
  { name: 'connections.max.idle.ms', type: 'LONG', default: '600000', importance: 'MEDIUM', update: 'read-only', doc: 'A connection on which nothing happened for this long is closed.' },
  { name: 'connections.max.reauth.ms', type: 'LONG', default: '0', importance: 'MEDIUM', update: 'read-only', doc: 'How long an authenticated SASL session lasts before the client must authenticate again; 0 for no limit.' },
  { name: 'connection.failed.authentication.delay.ms', type: 'INT', default: '100', check: '[0,...]', importance: 'LOW', update: 'read-only', doc: 'How long a connection stays open after its authentication failed.' },
];
