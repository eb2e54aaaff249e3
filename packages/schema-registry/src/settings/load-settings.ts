/** From a file, the environment and the command line to the settings of a registry. Later ones win. */
import { parseProperties, PropertiesError, readSettings, schemaRegistryTable, type ConfigProblem, type Given, type Settings } from '@millrace/config';

export interface SettingsSources {
  /** The text of a properties file. */
  readonly text?: string;
  /** Its name, for messages. */
  readonly file?: string;
  readonly properties?: Readonly<Record<string, string>>;
  /** The process environment; only SCHEMA_REGISTRY_ names count. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `key=value` each. */
  readonly overrides?: readonly string[];
}

export interface LoadedSettings {
  readonly settings: Settings;
  /** `kafkastore.topic.config.*` */
  readonly topicConfigs: Readonly<Record<string, string>>;
  /** To be said once at start. */
  readonly warnings: readonly string[];
  /** Any of them stops the start. */
  readonly errors: readonly ConfigProblem[];
}

const environmentPrefix = 'SCHEMA_REGISTRY_';
const topicConfigPrefix = 'kafkastore.topic.config.';
/** Names that Confluent's image and its scripts take for themselves. */
const notSettings = /^SCHEMA_REGISTRY_(?:OPTS|.+_OPTS|LOG4J_.+|CUB_.+|JMX_.+|CLASSPATH|HOME|LOGS)$/;
const olderNames: Readonly<Record<string, string>> = {
  'avro.compatibility.level': 'schema.compatibility.level',
  'master.eligibility': 'leader.eligibility',
};

export function loadSettings(sources: SettingsSources): LoadedSettings {
  const errors: ConfigProblem[] = [];
  const given = gather(sources, errors);
  const topicConfigs: Record<string, string> = {};
  for (const [name, { text }] of given) {
    if (!name.startsWith(topicConfigPrefix)) continue;
    topicConfigs[name.slice(topicConfigPrefix.length)] = text;
    given.delete(name);
  }
  const { settings, problems, unknown } = readSettings(schemaRegistryTable, given);
  errors.push(...problems, ...unprotected(settings, given, unknown));
  const warnings = unknown.length === 0 ? [] : [`Unknown settings, ignored: ${unknown.join(', ')}`];
  return { settings, topicConfigs, warnings, errors };
}

/** `SCHEMA_REGISTRY_HOST_NAME` is `host.name`; two underscores are one in the name, three a hyphen. */
export function settingOfEnvironmentName(name: string): string {
  return name.slice(environmentPrefix.length).toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');
}

function gather(sources: SettingsSources, errors: ConfigProblem[]): Map<string, Given> {
  const given = new Map<string, Given>();
  const set = (name: string, entry: Given): void => void given.set(olderNames[name] ?? name, entry);
  const file = sources.file ?? 'properties';
  try {
    for (const { key, value, line } of parseProperties(sources.text ?? '')) set(key, { text: value, origin: `${file}:${line}` });
  } catch (error) {
    if (!(error instanceof PropertiesError)) throw error;
    errors.push({ name: file, value: null, reason: error.message, allowed: null, origin: `${file}:${error.line}` });
  }
  for (const [name, text] of Object.entries(sources.properties ?? {})) set(name, { text, origin: null });
  for (const [name, text] of Object.entries(sources.environment ?? {})) {
    if (name.startsWith(environmentPrefix) && !notSettings.test(name) && text !== undefined) set(settingOfEnvironmentName(name), { text, origin: name });
  }
  for (const override of sources.overrides ?? []) {
    const split = override.indexOf('=');
    if (split > 0) set(override.slice(0, split).trim(), { text: override.slice(split + 1), origin: '--override' });
    else errors.push({ name: '--override', value: null, reason: `--override ${override} is not of the form key=value`, allowed: null, origin: null });
  }
  return given;
}

/** Of Confluent's security plugin, which is not in the open registry either. */
const asksForProtection = /^confluent\.schema\.registry\.auth|^ssl\.spire\./;
const extensionClass = /^(?:schema\.registry\.)?resource\.extension\.class$/;

/** A registry never runs open where a closed one was asked for. */
function unprotected(settings: Settings, given: ReadonlyMap<string, Given>, unknown: readonly string[]): ConfigProblem[] {
  const problem = (name: string, reason: string): ConfigProblem => ({ name, value: settings.text(name), reason, allowed: null, origin: null });
  const problems = unknown
    .filter((name) => asksForProtection.test(name) || (extensionClass.test(name) && /security/i.test(given.get(name)?.text ?? '')))
    .map((name): ConfigProblem => ({ name, value: null, reason: `${name} asks for protection that is not there, and the registry will not run open in its place`, allowed: null, origin: given.get(name)?.origin ?? null }));
  if (settings.stringOrNull('kafkastore.security.protocol')?.toUpperCase() !== 'PLAINTEXT') problems.push(problem('kafkastore.security.protocol', 'only PLAINTEXT is there yet'));
  if (settings.stringOrNull('authentication.method') === 'BASIC' && !settings.isGiven('millrace.authentication.users.file')) {
    problems.push(problem('authentication.method', 'BASIC needs millrace.authentication.users.file'));
  }
  return problems;
}
