/** Tables of settings: declared, parsed, checked, described, printed. Pure: files and the environment come in as text. */
export { brokerConfig, endpointNamed, type BrokerConfig, type BrokerLayers, type ReadBrokerConfig } from './broker-config.js';
export { allowedByCheck, checkValue, isDuration } from './check.js';
export { configurationPage } from './configuration-page.js';
export {
  brokerSynonyms,
  configSourceCodes,
  configTypeCodes,
  describeBroker,
  describeClusterDefaults,
  type ConfigDescription,
  type ConfigSource,
  type ConfigSynonym,
} from './describe.js';
export { settingOfEnvironmentName, settingsOfEnvironment } from './environment.js';
export {
  ListenerError,
  parseAddress,
  parseConnectionOverrides,
  parseListeners,
  parseProtocolMap,
  parseVoter,
  securityProtocols,
  type Address,
  type Endpoint,
  type Voter,
} from './listeners.js';
export { loadBrokerConfig, type BrokerConfigSources, type LoadedBrokerConfig } from './load-broker-config.js';
export { settingsMarkdown } from './markdown.js';
export type { NodeListeners } from './node-listeners.js';
export { doubleOf, doubleText } from './double-text.js';
export { allowedValues, parseList, parseValue, type ParsedValue, type ParseResult } from './parse-value.js';
export { problemMessage, problemText, type ConfigProblem } from './problem.js';
export { parseProperties, PropertiesError, propertiesRecord, type Property } from './properties.js';
export {
  checkClientMetricsOverrides,
  checkGroupOverrides,
  checkTopicOverrides,
  clientMetricsTable,
  describeGroup,
  describeTopic,
  groupConfig,
  groupTable,
  topicConfig,
  topicTable,
} from './resource-config.js';
export { givenRecord, readSettings, type Given, type ReadSettings, type Settings } from './settings.js';
export { settingsTable, type Effect, type Importance, type ServerSynonym, type Setting, type SettingsTable, type SettingType, type SettingValue, type UpdateMode } from './setting.js';
export { brokerSettingGroups, brokerTable } from './tables/broker.js';
export { adminTable, consumerTable, producerTable } from './tables/clients.js';
export { schemaRegistrySettingGroups, schemaRegistryTable } from './tables/schema-registry.js';
export { brokerSettingEffect, topicSettingEffect } from './tables/effects.js';
export { brokerQuotas, ipQuotas, userAndClientQuotas } from './tables/quota.js';
