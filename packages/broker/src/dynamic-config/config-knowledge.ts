/** What the controller must know of settings: which are right, which are lists, what holds without them. */
import {
  type BrokerConfig,
  brokerTable,
  checkClientMetricsOverrides,
  checkGroupOverrides,
  checkTopicOverrides,
  clientMetricsTable,
  type ConfigProblem,
  givenRecord,
  groupConfig,
  groupTable,
  problemMessage,
  readSettings,
  type SettingsTable,
  topicConfig,
  topicTable,
} from '@millrace/config';
import type { ConfigKnowledge } from '@millrace/controller';
import { ConfigResourceType } from '@millrace/metadata';

export function configKnowledge(broker: () => BrokerConfig): ConfigKnowledge {
  return {
    validate(type, name, settings) {
      const problem = problemsOf(type, name, Object.fromEntries(settings), broker())[0];
      return problem === undefined ? null : problemMessage(problem);
    },
    isList: (type, key) => tableOf(type)?.get(key)?.type === 'LIST',
    defaultValue(type, key) {
      if (type === ConfigResourceType.BROKER) return broker().text(key);
      if (type === ConfigResourceType.TOPIC) return topicConfig({}, broker()).text(key);
      if (type === ConfigResourceType.GROUP) return groupConfig({}, broker()).text(key);
      return tableOf(type)?.get(key)?.default ?? null;
    },
  };
}

function tableOf(type: number): SettingsTable | undefined {
  switch (type) {
    case ConfigResourceType.TOPIC:
      return topicTable;
    case ConfigResourceType.BROKER:
      return brokerTable;
    case ConfigResourceType.GROUP:
      return groupTable;
    case ConfigResourceType.CLIENT_METRICS:
      return clientMetricsTable;
    default:
      return undefined;
  }
}

function problemsOf(type: number, name: string, settings: Record<string, string>, broker: BrokerConfig): ConfigProblem[] {
  switch (type) {
    case ConfigResourceType.TOPIC:
      return checkTopicOverrides(settings, broker);
    case ConfigResourceType.GROUP:
      return checkGroupOverrides(settings, broker);
    case ConfigResourceType.CLIENT_METRICS:
      return checkClientMetricsOverrides(settings);
    case ConfigResourceType.BROKER:
      return brokerProblems(name, settings);
    default:
      return [plain(name, `resource type ${type} has no settings that can be changed`)];
  }
}

function brokerProblems(name: string, settings: Record<string, string>): ConfigProblem[] {
  const { problems } = readSettings(brokerTable, givenRecord(settings));
  const found = problems.filter((problem) => problem.name in settings);
  for (const key of Object.keys(settings)) {
    const setting = brokerTable.get(key);
    if (setting === undefined) continue;
    if (setting.update === undefined || setting.update === 'read-only') {
      found.push(plain(key, `Cannot update these configs dynamically: [${key}]`));
    } else if (name !== '' && setting.update === 'cluster-wide' && key === 'min.insync.replicas') {
      found.push(plain(key, `${key} can be set for all brokers only`));
    }
  }
  return found;
}

function plain(name: string, reason: string): ConfigProblem {
  return { name, value: null, reason, allowed: null, origin: null };
}
