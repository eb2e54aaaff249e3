/** `kafka-configs`: describe and alter settings of topics, brokers, groups and client metrics. */
import type { AdminPort, ConfigEntry, ConfigResource } from '../admin-port.js';
import { propertiesFile } from '../command.js';
import { connectAdmin } from '../connect-later.js';
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { ToolError } from '../tool-error.js';
import { changesOf } from './config-changes.js';
import { configsOptions, type ConfigEntity, type ConfigsOptions } from './configs-options.js';

export const configsTool: Tool = {
  async run(args, io) {
    const options = configsOptions(args, io);
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': options.bootstrapServer });
    try {
      await runConfigs(options, admin, io);
      return 0;
    } catch (error) {
      throw new ToolError(`Error while executing config command with args '${args.join(' ')}': ${oneLine(error)}`);
    } finally {
      await admin.close();
    }
  },
};

export async function runConfigs(options: ConfigsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  if (options.describe) return describeEntities(options, admin, io);
  const { entity } = options;
  const resource = resourceOf(entity, entity.name ?? '');
  const changes = changesOf(options, io);
  await admin.alterConfigs(resource, changes);
  io.out(isDefaults(entity) ? 'Completed updating default config for brokers in the cluster.' : `Completed updating config for ${singular[entity.type]} ${resource.name}.`);
}

async function describeEntities(options: ConfigsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  const { entity } = options;
  if (entity.name !== null && !(await isThere(entity, entity.name, admin))) {
    return io.out(`The ${singular[entity.type]} '${entity.name}' doesn't exist and doesn't have dynamic config.`);
  }
  for (const name of await entityNames(entity, admin)) {
    const resource = resourceOf(entity, name);
    const entries = (await admin.describeConfigs(resource)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const ofEntity = `for ${singular[entity.type]} ${name} are:`;
    io.out(name === '' ? 'Default configs for brokers in the cluster are:' : `${options.all ? 'All' : 'Dynamic'} configs ${ofEntity}`);
    for (const entry of entries) if (options.all || isDynamic(entry, resource)) io.out(entryLine(entry));
  }
}

/** Without a name: every topic, group or subscription; brokers and their defaults. */
async function entityNames(entity: ConfigEntity, admin: AdminPort): Promise<string[]> {
  if (entity.name !== null) return [entity.name];
  if (entity.isDefault) return [''];
  if (entity.type === 'topics') return (await admin.listTopics()).map((topic) => topic.name).toSorted();
  if (entity.type === 'groups') return (await admin.listGroups({})).map((group) => group.groupId);
  if (entity.type === 'brokers') return [...(await admin.describeCluster()).nodes.map((node) => String(node.id)), ''];
  return admin.configResourceNames('client-metrics');
}

/** Asked before, as the settings of what is not there would be an error, or empty. A group may have settings before it has members. */
async function isThere({ type }: ConfigEntity, name: string, admin: AdminPort): Promise<boolean> {
  if (type === 'topics') return (await admin.listTopics()).some((topic) => topic.name === name);
  if (type === 'brokers') return (await admin.describeCluster()).nodes.some((node) => String(node.id) === name);
  if (type === 'client-metrics') return (await admin.configResourceNames(type)).includes(name);
  return (await admin.listGroups({})).some((group) => group.groupId === name) || (await admin.configResourceNames('group')).includes(name);
}

const singular: Readonly<Record<ConfigEntity['type'], string>> = { topics: 'topic', brokers: 'broker', groups: 'group', 'client-metrics': 'client-metric' };
const resourceTypes: Readonly<Record<ConfigEntity['type'], ConfigResource['type']>> = { topics: 'topic', brokers: 'broker', groups: 'group', 'client-metrics': 'client-metrics' };

function resourceOf(entity: ConfigEntity, name: string): ConfigResource {
  return { type: resourceTypes[entity.type], name };
}

function isDefaults(entity: ConfigEntity): boolean {
  return entity.type === 'brokers' && entity.isDefault;
}

function isDynamic({ source }: ConfigEntry, { type, name }: ConfigResource): boolean {
  if (type === 'broker') return source === (name === '' ? 'DYNAMIC_DEFAULT_BROKER_CONFIG' : 'DYNAMIC_BROKER_CONFIG');
  return source === { topic: 'DYNAMIC_TOPIC_CONFIG', group: 'DYNAMIC_GROUP_CONFIG', 'client-metrics': 'DYNAMIC_CLIENT_METRICS_CONFIG', 'broker-logger': 'DYNAMIC_BROKER_LOGGER_CONFIG' }[type];
}

function entryLine({ name, value, isSensitive, synonyms }: ConfigEntry): string {
  const others = synonyms.map((synonym) => `${synonym.source}:${synonym.name}=${synonym.value ?? 'null'}`).join(', ');
  return `  ${name}=${value ?? 'null'} sensitive=${isSensitive} synonyms={${others}}`;
}
