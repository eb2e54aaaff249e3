/** From a file, the environment and the command line to the settings of a node. */
import { brokerConfig, type BrokerConfig } from './broker-config.js';
import { checkBrokerConfig } from './broker-checks.js';
import { settingsOfEnvironment } from './environment.js';
import type { ConfigProblem } from './problem.js';
import { parseProperties, PropertiesError } from './properties.js';
import { missingProtection } from './protection.js';
import type { Given } from './settings.js';
import { brokerTable } from './tables/broker.js';
import { brokerSettingEffect, withoutListenerPrefix } from './tables/effects.js';

/** Later sources win: the defaults, the file, then settings given as a record, the environment, the overrides. */
export interface BrokerConfigSources {
  /** Of the program that starts the node. Nobody is warned of them, and a synonym in any other source puts one aside. */
  defaults?: Readonly<Record<string, string>>;
  /** The text of a properties file. */
  text?: string;
  /** Its name, for messages. */
  file?: string;
  properties?: Readonly<Record<string, string>>;
  /** The process environment; only KAFKA_ names count. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** `key=value` each. */
  overrides?: readonly string[];
}

export interface LoadedBrokerConfig {
  config: BrokerConfig;
  /** To be said once at start. */
  warnings: string[];
  /** Any of them stops the start. */
  errors: ConfigProblem[];
}

export function loadBrokerConfig(sources: BrokerConfigSources): LoadedBrokerConfig {
  const errors: ConfigProblem[] = [];
  const asked = gather(sources, errors);
  const given = new Map([...defaultsBeside(asked, sources.defaults ?? {}), ...asked]);
  const { config, problems, unknown } = brokerConfig({ dynamicBroker: new Map(), dynamicDefault: new Map(), static: given });
  errors.push(...problems);
  // Rules between settings mean something only once each is right in itself.
  if (errors.length === 0) errors.push(...checkBrokerConfig(config));
  errors.push(...missingProtection(config));
  return { config, warnings: warningsOf(asked, unknown), errors };
}

/** `log.dirs` means nothing beside a `log.dir` that was asked for, nor does a default beside its synonym. */
function* defaultsBeside(asked: ReadonlyMap<string, Given>, defaults: Readonly<Record<string, string>>): Generator<[string, Given]> {
  for (const [name, text] of Object.entries(defaults)) {
    const synonyms = name === 'log.dirs' ? ['log.dir'] : name === 'node.id' ? ['broker.id'] : (brokerTable.get(name)?.synonyms ?? []);
    if (!synonyms.some((synonym) => asked.has(synonym))) yield [name, { text, origin: null }];
  }
}

function gather(sources: BrokerConfigSources, errors: ConfigProblem[]): Map<string, Given> {
  const given = new Map<string, Given>();
  const file = sources.file ?? 'properties';
  try {
    for (const { key, value, line } of parseProperties(sources.text ?? '')) given.set(key, { text: value, origin: `${file}:${line}` });
  } catch (error) {
    if (!(error instanceof PropertiesError)) throw error;
    errors.push({ name: file, value: null, reason: error.message, allowed: null, origin: `${file}:${error.line}` });
  }
  for (const [name, text] of Object.entries(sources.properties ?? {})) given.set(name, { text, origin: null });
  for (const [name, entry] of settingsOfEnvironment(sources.environment ?? {})) given.set(name, entry);
  for (const override of sources.overrides ?? []) {
    const split = override.indexOf('=');
    if (split > 0) given.set(override.slice(0, split).trim(), { text: override.slice(split + 1), origin: '--override' });
    else errors.push({ name: '--override', value: null, reason: `--override ${override} is not of the form key=value`, allowed: null, origin: null });
  }
  return given;
}

function warningsOf(asked: ReadonlyMap<string, Given>, unknown: readonly string[]): string[] {
  const warnings: string[] = [];
  const strangers = unknown.filter((name) => asked.has(name) && !brokerTable.has(withoutListenerPrefix(name)) && brokerSettingEffect(name) !== 'protects');
  if (strangers.length > 0) warnings.push(`Unknown settings, ignored: ${strangers.join(', ')}`);
  const idle = [...asked.keys()].filter((name) => brokerTable.has(withoutListenerPrefix(name)) && brokerSettingEffect(name) === 'none-yet');
  if (idle.length > 0) warnings.push(`Settings that are known but have no effect yet: ${idle.join(', ')}`);
  return warnings;
}
