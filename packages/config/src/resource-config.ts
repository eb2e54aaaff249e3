/** Settings of a topic or a group: its own, else the broker's under another name, else the default. */
import type { BrokerConfig } from './broker-config.js';
import { brokerSynonyms, description, type ConfigDescription, type ConfigSource, type ConfigSynonym } from './describe.js';
import type { ConfigProblem } from './problem.js';
import { givenRecord, readSettings, type Given, type Settings } from './settings.js';
import { settingsTable, type Setting, type SettingsTable } from './setting.js';
import { brokerTable } from './tables/broker.js';
import { clientMetricsSettings } from './tables/client-metrics.js';
import { groupSettings } from './tables/group.js';
import { topicSettings } from './tables/topic.js';

export const topicTable: SettingsTable = settingsTable(topicSettings);
export const groupTable: SettingsTable = settingsTable(groupSettings);
export const clientMetricsTable: SettingsTable = settingsTable(clientMetricsSettings);

/** What is in effect for a topic. Its own values must have passed `checkTopicOverrides`; one that has not counts as not given. */
export function topicConfig(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): Settings {
  return effective(topicTable, overrides, broker);
}

export function groupConfig(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): Settings {
  return effective(groupTable, overrides, broker);
}

/** What is wrong with settings that somebody wants for a topic, as CreateTopics and AlterConfigs answer it. */
export function checkTopicOverrides(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): ConfigProblem[] {
  const problems = checkOverrides(topicTable, 'Unknown topic config name', overrides);
  if (problems.length > 0) return problems;
  const settings = topicConfig(overrides, broker);
  if (settings.boolean('remote.storage.enable') && !broker.boolean('remote.log.storage.system.enable')) {
    const reason = 'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.';
    return [{ name: 'remote.storage.enable', value: null, reason, allowed: null, origin: null }];
  }
  if (settings.long('min.compaction.lag.ms') <= settings.long('max.compaction.lag.ms')) return [];
  return [
    {
      name: 'min.compaction.lag.ms',
      value: null,
      reason: `conflict topic config setting min.compaction.lag.ms (${settings.text('min.compaction.lag.ms')}) > max.compaction.lag.ms (${settings.text('max.compaction.lag.ms')})`,
      allowed: null,
      origin: null,
    },
  ];
}

/** What a group may set, the broker bounds: `consumer.session.timeout.ms` by `group.consumer.min.session.timeout.ms` and its `max`. */
export function checkGroupOverrides(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): ConfigProblem[] {
  const problems = checkOverrides(groupTable, 'Unknown group config name', overrides);
  if (problems.length > 0) return problems;
  return Object.entries(overrides).flatMap(([name, text]) => {
    const [kind = '', ...rest] = name.split('.');
    const bound = (end: 'min' | 'max'): string => `group.${kind}.${end}.${rest.join('.')}`;
    if (!brokerTable.has(bound('min')) || !brokerTable.has(bound('max'))) return [];
    const [min, max] = [broker.int(bound('min')), broker.int(bound('max'))];
    return Number(text) >= min && Number(text) <= max ? [] : [plainProblem(name, `${name} must be in the range ${min} to ${max} inclusive.`)];
  });
}

const MATCH_SELECTORS = ['client_id', 'client_instance_id', 'client_software_name', 'client_software_version', 'client_source_address', 'client_source_port'];
const SHORTEST_PUSH_MS = 100;
const LONGEST_PUSH_MS = 3_600_000;

export function checkClientMetricsOverrides(overrides: Readonly<Record<string, string>>): ConfigProblem[] {
  const problems = checkOverrides(clientMetricsTable, 'Unknown client metrics configuration', overrides);
  if (problems.length > 0) return problems;
  const interval = Number(overrides['interval.ms'] ?? SHORTEST_PUSH_MS);
  if (interval < SHORTEST_PUSH_MS || interval > LONGEST_PUSH_MS) {
    return [plainProblem('interval.ms', `Invalid value ${interval} for interval.ms, interval must be between ${SHORTEST_PUSH_MS} and ${LONGEST_PUSH_MS} (1 hour)`)];
  }
  const pairs = (overrides['match'] ?? '').split(',').map((pair) => pair.trim()).filter((pair) => pair !== '');
  const wrong = pairs.find((pair) => !MATCH_SELECTORS.includes(pair.split('=')[0]!.trim()) || pair.split('=').length !== 2);
  return wrong === undefined ? [] : [plainProblem('match', `Illegal client matching pattern: ${wrong}`)];
}

function checkOverrides(table: SettingsTable, unknownText: string, overrides: Readonly<Record<string, string>>): ConfigProblem[] {
  const { problems, unknown } = readSettings(table, givenRecord(overrides));
  return [...unknown.map((name) => plainProblem(name, `${unknownText}: ${name}`)), ...problems];
}

function plainProblem(name: string, reason: string): ConfigProblem {
  return { name, value: null, reason, allowed: null, origin: null };
}

/** As DescribeConfigs shows a topic. */
export function describeTopic(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): ConfigDescription[] {
  const settings = topicConfig(overrides, broker);
  return topicSettings.filter((setting) => setting.internal !== true || overrides[setting.name] !== undefined).map((setting) => {
    const fallback = setting.serverSynonyms?.[0]?.name;
    const inherited = fallback === undefined ? [] : brokerSynonyms(broker, fallback);
    return description(setting, settings.text(setting.name), [...ownSynonym(setting, overrides, settings, 'DYNAMIC_TOPIC_CONFIG'), ...inherited], false);
  });
}

/** As DescribeConfigs shows a group: what it has not set itself comes from the broker. */
export function describeGroup(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): ConfigDescription[] {
  const settings = groupConfig(overrides, broker);
  return groupSettings.filter((setting) => setting.internal !== true).map((setting) => {
    const fallback = setting.serverSynonyms?.[0]?.name;
    const inherited = fallback === undefined ? [] : brokerSynonyms(broker, fallback);
    const own = ownSynonym(setting, overrides, settings, 'GROUP_CONFIG');
    const ofGroup: ConfigSynonym = { name: setting.name, value: settings.text(setting.name), source: 'DEFAULT_CONFIG' };
    const first = own.length > 0 || inherited.length > 0 ? own : [ofGroup];
    return description(setting, settings.text(setting.name), [...first, ...inherited], false);
  });
}

function ownSynonym(setting: Setting, overrides: Readonly<Record<string, string>>, settings: Settings, source: ConfigSource): ConfigSynonym[] {
  return overrides[setting.name] === undefined ? [] : [{ name: setting.name, value: settings.text(setting.name), source }];
}

function effective(table: SettingsTable, overrides: Readonly<Record<string, string>>, broker: BrokerConfig): Settings {
  const given = new Map<string, Given>();
  for (const setting of table.values()) {
    const text = overrides[setting.name] ?? inheritedText(setting, broker);
    if (text !== null) given.set(setting.name, { text, origin: null });
  }
  return readSettings(table, given).settings;
}

function inheritedText(setting: Setting, broker: BrokerConfig): string | null {
  for (const { name, times } of setting.serverSynonyms ?? []) {
    const text = broker.text(name);
    if (text === null) continue;
    return times === undefined || Number(text) < 0 ? text : String(Number(text) * times);
  }
  return null;
}
