/** What a node is and how it lives in its cluster. */
import type { Setting } from '../../setting.js';

export const nodeSettings: readonly Setting[] = [
  { name: 'process.roles', type: 'LIST', default: null, required: true, check: '[broker, controller]', importance: 'HIGH', update: 'read-only', doc: 'What this node is: `broker`, `controller` or both, separated by a comma.' },
  { name: 'node.id', type: 'INT', default: null, required: true, check: '[0,...]', importance: 'HIGH', update: 'read-only', doc: 'The number that names this node in the cluster; no other node may have it.' },
  { name: 'broker.id', type: 'INT', default: '-1', importance: 'HIGH', update: 'read-only', doc: 'The older name of `node.id`; when both are given they must be equal.' },
  { name: 'broker.rack', type: 'STRING', default: null, importance: 'MEDIUM', update: 'read-only', doc: 'The rack or zone of this broker, used to spread replicas and to let consumers read nearby.' },
  { name: 'broker.heartbeat.interval.ms', type: 'INT', default: '2000', importance: 'MEDIUM', update: 'read-only', doc: 'How often a broker tells the controller that it lives.' },
  { name: 'broker.session.timeout.ms', type: 'INT', default: '9000', importance: 'MEDIUM', update: 'read-only', doc: 'How long the controller waits for a heartbeat before it fences the broker.' },
  { name: 'initial.broker.registration.timeout.ms', type: 'INT', default: '60000', importance: 'MEDIUM', update: 'read-only', doc: 'How long a starting broker tries to register with the controller before it gives up.' },
  { name: 'controlled.shutdown.enable', type: 'BOOLEAN', default: 'true', importance: 'MEDIUM', update: 'read-only', doc: 'Whether a stopping broker first hands its leaderships to others.' },
  { name: 'server.max.startup.time.ms', type: 'LONG', default: '9223372036854775807', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'How long start-up may take before the node gives up.' },
  { name: 'request.timeout.ms', type: 'INT', default: '30000', importance: 'HIGH', update: 'read-only', doc: 'How long this node waits for the answer to a request that it sent to another node.' },
  { name: 'unstable.api.versions.enable', type: 'BOOLEAN', default: 'false', importance: 'HIGH', update: 'read-only', internal: true, doc: 'Whether versions of APIs that are still being designed are served; for tests only.' },
  { name: 'unstable.feature.versions.enable', type: 'BOOLEAN', default: 'false', importance: 'HIGH', update: 'read-only', internal: true, doc: 'Whether feature levels that are still being designed may be used; for tests only.' },
  { name: 'config.providers', type: 'LIST', default: '', importance: 'LOW', update: 'cluster-wide', doc: 'Names of plug-ins that fetch setting values from elsewhere.' },
  { name: 'background.threads', type: 'INT', default: '10', check: '[1,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'Threads for background work in Apache Kafka; Millrace has one loop and needs none.' },
  { name: 'num.io.threads', type: 'INT', default: '8', check: '[1,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'Threads that handle requests in Apache Kafka; Millrace handles them on one loop.' },
  { name: 'num.network.threads', type: 'INT', default: '3', check: '[1,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'Threads per listener that read and write sockets in Apache Kafka; Millrace does so on one loop.' },
];
