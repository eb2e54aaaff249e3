/** Every setting of a broker or controller, by area. */
import { settingsTable, type Setting, type SettingsTable } from '../setting.js';
import { fetchSettings } from './broker/fetch.js';
import { groupCoordinatorSettings } from './broker/groups.js';
import { listenerSettings } from './broker/listeners.js';
import { logSettings } from './broker/log.js';
import { ownSettings } from './broker/millrace.js';
import { nodeSettings } from './broker/node.js';
import { observabilitySettings } from './broker/observability.js';
import { quorumSettings } from './broker/quorum.js';
import { quotaWindowSettings } from './broker/quotas.js';
import { replicationSettings } from './broker/replication.js';
import { brokerSaslSettings } from './broker/sasl.js';
import { securitySettings } from './broker/security.js';
import { shareGroupSettings } from './broker/share-groups.js';
import { socketSettings } from './broker/sockets.js';
import { brokerSslSettings } from './broker/ssl.js';
import { streamsGroupSettings } from './broker/streams-groups.js';
import { tieredStorageSettings } from './broker/tiered-storage.js';
import { topicDefaultSettings } from './broker/topics.js';
import { transactionSettings } from './broker/transactions.js';

/** In the order of the documentation. */
export const brokerSettingGroups: readonly (readonly [title: string, rows: readonly Setting[]])[] = [
  ['The node', nodeSettings],
  ['Listeners', listenerSettings],
  ['Sockets and connections', socketSettings],
  ['The quorum of controllers', quorumSettings],
  ['Topics', topicDefaultSettings],
  ['Logs', logSettings],
  ['Fetching', fetchSettings],
  ['Replication', replicationSettings],
  ['Groups', groupCoordinatorSettings],
  ['Transactions', transactionSettings],
  ['Share groups', shareGroupSettings],
  ['Streams groups', streamsGroupSettings],
  ['Quotas', quotaWindowSettings],
  ['Tiered storage', tieredStorageSettings],
  ['Observability', observabilitySettings],
  ['Authorization and tokens', securitySettings],
  ['TLS', brokerSslSettings],
  ['SASL', brokerSaslSettings],
  ['Millrace', ownSettings],
];

export const brokerTable: SettingsTable = settingsTable(...brokerSettingGroups.map(([, rows]) => rows));
