/** Settings of a topic or a group: its own, else the broker's under another name, else the default. */
import type { BrokerConfig } from './broker-config.js';
import { brokerSynonyms, description, type ConfigDescription, type ConfigSource, type ConfigSynonym } from './describe.js';
import type { ConfigProblem } from './problem.js';
import { givenRecord, readSettings, type Given, type Settings } from './settings.js';
import { settingsTable, type Setting, type SettingsTable } from './setting.js';
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
  const problems = checkOverrides(topicTable, 'topic', overrides);
  if (problems.length > 0) return problems;
  const settings = topicConfig(overrides, broker);
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

export function checkGroupOverrides(overrides: Readonly<Record<string, string>>): ConfigProblem[] {
  return checkOverrides(groupTable, 'group', overrides);
}

export function checkClientMetricsOverrides(overrides: Readonly<Record<string, string>>): ConfigProblem[] {
  return checkOverrides(clientMetricsTable, 'client metrics', overrides);
}

function checkOverrides(table: SettingsTable, resource: string, overrides: Readonly<Record<string, string>>): ConfigProblem[] {
  const { problems, unknown } = readSettings(table, givenRecord(overrides));
  const strangers = unknown.map((name) => ({ name, value: null, reason: `Unknown ${resource} config name: ${name}`, allowed: null, origin: null }));
  return [...strangers, ...problems];
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

/** As DescribeConfigs shows a group: a value of the broker counts as the group's default. */
export function describeGroup(overrides: Readonly<Record<string, string>>, broker: BrokerConfig): ConfigDescription[] {
  const settings = groupConfig(overrides, broker);
  return groupSettings.filter((setting) => setting.internal !== true).map((setting) => {
    const fallback = setting.serverSynonyms?.[0]?.name;
    const inherited = fallback === undefined ? [] : brokerSynonyms(broker, fallback);
    const own = ownSynonym(setting, overrides, settings, 'GROUP_CONFIG');
    const first: ConfigSynonym[] = own.length > 0 ? own : [{ name: setting.name, value: settings.text(setting.name), source: 'DEFAULT_CONFIG' }];
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
