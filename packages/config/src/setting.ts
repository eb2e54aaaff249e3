/** How a setting is declared: one row of a table. A table is data only, so that docs, parsing and DescribeConfigs all come from it. */

/** Kafka's types of settings. INT is 32 bits, SHORT 16, LONG 64. */
export type SettingType = 'BOOLEAN' | 'INT' | 'SHORT' | 'LONG' | 'DOUBLE' | 'STRING' | 'LIST' | 'CLASS' | 'PASSWORD';

export type Importance = 'HIGH' | 'MEDIUM' | 'LOW';

/** Whether a broker setting can change at run time: never, on one broker, or on one and on all. */
export type UpdateMode = 'read-only' | 'per-broker' | 'cluster-wide';

/**
 * yes: it does what it says. none-yet: it is read and checked, and nothing more.
 * protects: it guards the broker in a way that is not there yet, so a value other than the default stops the start.
 */
export type Effect = 'yes' | 'none-yet' | 'protects';

/** A broker setting that a topic or group setting falls back to. Its value is multiplied by `times`. */
export interface ServerSynonym {
  name: string;
  times?: number;
}

export interface Setting {
  name: string;
  type: SettingType;
  /** As text in a properties file; null when there is none. */
  default: string | null;
  /** Must be given. */
  required?: true;
  /** What values are allowed, in Kafka's notation; see `checkValue`. */
  check?: string;
  importance: Importance;
  /** Broker settings only. */
  update?: UpdateMode;
  /** Not documented by Kafka, and not described to clients. */
  internal?: true;
  /** Names of one meaning, the first that is given winning; broker settings only. */
  synonyms?: readonly string[];
  /** Topic and group settings: the broker settings looked at in turn. */
  serverSynonyms?: readonly ServerSynonym[];
  /** One sentence; `code` between backticks. */
  doc: string;
}

export type SettingsTable = ReadonlyMap<string, Setting>;

/** A parsed value: whole and fractional numbers as numbers, LIST as a list, the rest as text. Null when not given and without default. */
export type SettingValue = boolean | number | string | readonly string[] | null;

export function settingsTable(...groups: readonly (readonly Setting[])[]): SettingsTable {
  return new Map(groups.flat().map((setting) => [setting.name, setting]));
}
