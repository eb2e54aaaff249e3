/** Settings from the environment, under the names that Apache's container image reads. */
import type { Given } from './settings.js';

/** KAFKA_ names that mean something else there. */
const notSettings: ReadonlySet<string> = new Set([
  'KAFKA_VERSION',
  'KAFKA_HEAP_OPTS',
  'KAFKA_LOG4J_OPTS',
  'KAFKA_OPTS',
  'KAFKA_JMX_OPTS',
  'KAFKA_JVM_PERFORMANCE_OPTS',
  'KAFKA_GC_LOG_OPTS',
  'KAFKA_LOG4J_ROOT_LOGLEVEL',
  'KAFKA_LOG4J_LOGGERS',
  'KAFKA_TOOLS_LOG4J_LOGLEVEL',
  'KAFKA_JMX_HOSTNAME',
]);

/** `KAFKA_NUM_PARTITIONS` is `num.partitions`; two underscores are one in the name, three are a hyphen. */
export function settingsOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith('KAFKA_') || notSettings.has(name) || text === undefined) continue;
    given.set(settingOfEnvironmentName(name), { text, origin: name });
  }
  return given;
}

export function settingOfEnvironmentName(name: string): string {
  return name.replace('KAFKA_', '').toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');
}
