/** The settings of the three clients: what all of them share, and what each has of its own. */
import { settingsTable, type SettingsTable } from '../setting.js';
import { ownAdminSettings } from './client/admin.js';
import { clientConnectionSettings } from './client/connection.js';
import { ownConsumerSettings } from './client/consumer.js';
import { ownProducerSettings } from './client/producer.js';
import { clientSaslSettings } from './client/sasl.js';
import { clientSslSettings } from './client/ssl.js';

export const producerTable: SettingsTable = settingsTable(ownProducerSettings, clientConnectionSettings, clientSslSettings, clientSaslSettings);
export const consumerTable: SettingsTable = settingsTable(ownConsumerSettings, clientConnectionSettings, clientSslSettings, clientSaslSettings);
export const adminTable: SettingsTable = settingsTable(ownAdminSettings, clientConnectionSettings, clientSslSettings, clientSaslSettings);
