/** Settings as DescribeConfigs shows them: value, where it came from, and every other value that it hides. */
import type { BrokerConfig } from './broker-config.js';
import { parseValue } from './parse-value.js';
import type { Setting, SettingType } from './setting.js';
import { brokerTable } from './tables/broker.js';

export type ConfigSource =
  | 'DYNAMIC_TOPIC_CONFIG'
  | 'DYNAMIC_BROKER_CONFIG'
  | 'DYNAMIC_DEFAULT_BROKER_CONFIG'
  | 'STATIC_BROKER_CONFIG'
  | 'DEFAULT_CONFIG'
  | 'DYNAMIC_BROKER_LOGGER_CONFIG'
  | 'CLIENT_METRICS_CONFIG'
  | 'GROUP_CONFIG';

/** As in DescribeConfigsResponse, `ConfigSource` and `ConfigType`. */
export const configSourceCodes: Readonly<Record<ConfigSource, number>> = {
  DYNAMIC_TOPIC_CONFIG: 1,
  DYNAMIC_BROKER_CONFIG: 2,
  DYNAMIC_DEFAULT_BROKER_CONFIG: 3,
  STATIC_BROKER_CONFIG: 4,
  DEFAULT_CONFIG: 5,
  DYNAMIC_BROKER_LOGGER_CONFIG: 6,
  CLIENT_METRICS_CONFIG: 7,
  GROUP_CONFIG: 8,
};

export const configTypeCodes: Readonly<Record<SettingType, number>> = { BOOLEAN: 1, STRING: 2, INT: 3, SHORT: 4, LONG: 5, DOUBLE: 6, LIST: 7, CLASS: 8, PASSWORD: 9 };

export interface ConfigSynonym {
  name: string;
  /** Null when sensitive. */
  value: string | null;
  source: ConfigSource;
}

export interface ConfigDescription extends ConfigSynonym {
  readOnly: boolean;
  isSensitive: boolean;
  /** The strongest first; the first is the value itself, if it was given. */
  synonyms: readonly ConfigSynonym[];
  /** 0 for a setting that no table has. */
  typeCode: number;
  doc: string | null;
}

/** Every setting of a node that is not internal, and those given that no table has. */
export function describeBroker(config: BrokerConfig): ConfigDescription[] {
  const strangers = [...config.originals.keys()].filter((name) => !brokerTable.has(name));
  return [
    ...[...brokerTable.values()].filter((setting) => setting.internal !== true).map((setting) => describeBrokerSetting(config, setting)),
    ...strangers.map((name) => describeUnknown(name)),
  ];
}

/** What is set for all brokers at once. */
export function describeClusterDefaults(config: BrokerConfig): ConfigDescription[] {
  return [...config.layers.dynamicDefault].map(([name, text]) => {
    const setting = brokerTable.get(name);
    if (setting === undefined) return { ...describeUnknown(name), source: 'DYNAMIC_DEFAULT_BROKER_CONFIG' };
    const value = setting.type === 'PASSWORD' ? null : text;
    return description(setting, value, [{ name, value, source: 'DYNAMIC_DEFAULT_BROKER_CONFIG' }], setting.update === 'read-only');
  });
}

function describeBrokerSetting(config: BrokerConfig, setting: Setting): ConfigDescription {
  const text = setting.name === 'broker.id' ? String(config.nodeId) : config.text(setting.name);
  return description(setting, text, brokerSynonyms(config, setting.name), setting.update === 'read-only');
}

export function description(setting: Setting, text: string | null, synonyms: readonly ConfigSynonym[], readOnly: boolean): ConfigDescription {
  const isSensitive = setting.type === 'PASSWORD';
  return {
    name: setting.name,
    value: isSensitive ? null : text,
    source: synonyms[0]?.source ?? 'DEFAULT_CONFIG',
    readOnly,
    isSensitive,
    synonyms,
    typeCode: configTypeCodes[setting.type],
    doc: setting.doc,
  };
}

/** A value of unknown type may be a secret. */
function describeUnknown(name: string): ConfigDescription {
  const source = 'STATIC_BROKER_CONFIG';
  return { name, value: null, source, readOnly: true, isSensitive: true, synonyms: [{ name, value: null, source }], typeCode: 0, doc: null };
}

/** Every value that a broker setting has somewhere, layer by layer, and within a layer in the order of its synonyms, beginning with its own name. */
export function brokerSynonyms(config: BrokerConfig, name: string): ConfigSynonym[] {
  const names = brokerTable.get(name)?.synonyms ?? [name];
  const { dynamicBroker, dynamicDefault } = config.layers;
  const found: ConfigSynonym[] = [];
  const look = (source: ConfigSource, textOf: (name: string) => string | null | undefined): void => {
    for (const synonym of names) {
      const text = textOf(synonym);
      if (text !== null && text !== undefined) found.push({ name: synonym, value: brokerTable.get(synonym)?.type === 'PASSWORD' ? null : text, source });
    }
  };
  look('DYNAMIC_BROKER_CONFIG', (synonym) => dynamicBroker.get(synonym));
  look('DYNAMIC_DEFAULT_BROKER_CONFIG', (synonym) => dynamicDefault.get(synonym));
  // `broker.id` follows `node.id` where only that is given.
  look('STATIC_BROKER_CONFIG', (synonym) => config.originals.get(synonym) ?? (synonym === 'broker.id' ? config.originals.get('node.id') : undefined));
  look('DEFAULT_CONFIG', (synonym) => defaultText(synonym));
  const own = found.findIndex((synonym) => synonym.name === name);
  return own === -1 ? [] : found.slice(own);
}

function defaultText(name: string): string | null {
  const setting = brokerTable.get(name);
  const result = setting === undefined ? null : parseValue(setting, setting.default);
  return result?.ok === true ? result.parsed.text : null;
}
