/** `kafka-configs`: describe and alter settings of topics, brokers, groups and client metrics, quotas, and credentials of users. */
import type { AdminPort, ConfigChange, ConfigEntry, ConfigResource } from '../admin-port.js';
import { propertiesFile } from '../command.js';
import { connectAdmin } from '../connect-later.js';
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { ToolError } from '../tool-error.js';
import { alterCredentials, describeCredentials } from './credentials.js';
import { changesOf } from './config-changes.js';
import { configsOptions, type ConfigsOptions, type EntityType } from './configs-options.js';
import { alterQuotas, describeQuotas, isQuota } from './quotas.js';

export const configsTool: Tool = {
  async run(args, io) {
    const options = configsOptions(args, io);
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), ...options.bootstrap });
    try {
      await runConfigs(options, admin, io);
      return 0;
    } catch (error) {
      if (error instanceof ToolError) throw error;
      throw new ToolError(`Error while executing config command with args '${args.join(' ')}': ${oneLine(error)}`);
    } finally {
      await admin.close();
    }
  },
};

export async function runConfigs(options: ConfigsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  if (options.describe) return describe(options, admin, io);
  const { entities } = options;
  const [{ type, name }] = entities;
  const changes = changesOf(options, io);
  if (type === 'users' || type === 'clients') await alterUsersAndClients(entities, changes, admin);
  else if (type === 'ips') await alterQuotas(entities, changes, admin);
  else await alterSettings(type, name ?? '', changes, admin);
  io.out(name === '' ? `Completed updating default config for ${type} in the cluster.` : `Completed updating config for ${singular[type]} ${name}.`);
}

async function describe(options: ConfigsOptions, admin: AdminPort, io: ToolIo): Promise<void> {
  const { entities } = options;
  const [{ type, name }] = entities;
  if (type !== 'users' && type !== 'clients' && type !== 'ips') return describeSettings(type, name, options.all === true, admin, io);
  await describeQuotas(entities, admin, io);
  if (entities.every((entity) => entity.type === 'users' && entity.name !== '')) await describeCredentials(name, admin, io);
}

/** A user has quotas and credentials, which are changed one or the other; all else has quotas only. */
async function alterUsersAndClients(entities: ConfigsOptions['entities'], changes: readonly ConfigChange[], admin: AdminPort): Promise<void> {
  const scram = changes.filter(({ name }) => isScram(name));
  const unknown = changes.filter(({ name }) => !isScram(name) && !isQuota(name));
  const [{ type, name: user }] = entities;
  const isOneUser = entities.length === 1 && type === 'users';
  if (!isOneUser) refuse([...unknown, ...scram], `Only quota configs can be added or deleted for 'clients'`);
  else refuse(unknown, `Only quota and SCRAM credential configs can be added or deleted for 'users'`);
  if (scram.length === 0) return alterQuotas(entities, changes, admin);
  if (user === '' || user === null) throw new ToolError('The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials.');
  if (scram.length < changes.length) throw new ToolError("Cannot alter both quota and SCRAM credential configs simultaneously for 'users'.");
  await alterCredentials(user, scram, admin);
}

function isScram(name: string): boolean {
  return name === 'SCRAM-SHA-256' || name === 'SCRAM-SHA-512';
}

function refuse(changes: readonly ConfigChange[], rule: string): void {
  if (changes.length > 0) throw new ToolError(`${rule}. Unexpected config names: ${changes.map(({ name }) => name).join(', ')}`);
}

async function alterSettings(type: SettingsType, name: string, changes: readonly ConfigChange[], admin: AdminPort): Promise<void> {
  const resource = { type: resourceTypes[type], name };
  if (type === 'broker-loggers') {
    const known = new Set((await admin.describeConfigs(resource)).map((entry) => entry.name));
    const unknown = changes.filter((change) => !known.has(change.name)).map((change) => change.name);
    if (unknown.length > 0) throw new ToolError(`Invalid broker logger(s): ${unknown.join(',')}`);
  }
  await admin.alterConfigs(resource, changes);
}

async function describeSettings(type: SettingsType, wanted: string | null, isAll: boolean, admin: AdminPort, io: ToolIo): Promise<void> {
  if (wanted !== null && wanted !== '' && !(await isThere(type, wanted, admin))) {
    return io.out(`The ${singular[type]} '${wanted}' doesn't exist and doesn't have dynamic config.`);
  }
  for (const name of wanted === null ? await namesOf(type, admin) : [wanted]) {
    const resource = { type: resourceTypes[type], name };
    const entries = (await admin.describeConfigs(resource)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    io.out(name === '' ? `Default configs for ${type} in the cluster are:` : `${isAll ? 'All' : 'Dynamic'} configs for ${singular[type]} ${name} are:`);
    for (const entry of entries) if (isAll || isDynamic(entry, resource)) io.out(entryLine(entry));
  }
}

/** Every topic or subscription, every group that is there or has settings; brokers and their defaults. */
async function namesOf(type: SettingsType, admin: AdminPort): Promise<string[]> {
  if (type === 'topics') return (await admin.listTopics()).map((topic) => topic.name).toSorted();
  if (type === 'groups') return [...new Set([...(await admin.listGroups({})).map((group) => group.groupId), ...(await admin.configResourceNames('group'))])];
  if (type === 'client-metrics') return admin.configResourceNames('client-metrics');
  return [...(await admin.describeCluster()).nodes.map((node) => String(node.id)), ''];
}

/** Asked before, as the settings of what is not there would be an error, or empty. A group may have settings before it has members. */
async function isThere(type: SettingsType, name: string, admin: AdminPort): Promise<boolean> {
  if (type === 'topics') return (await admin.listTopics()).some((topic) => topic.name === name);
  if (type === 'brokers' || type === 'broker-loggers') return (await admin.describeCluster()).nodes.some((node) => String(node.id) === name);
  if (type === 'client-metrics') return (await admin.configResourceNames(type)).includes(name);
  return (await admin.listGroups({})).some((group) => group.groupId === name) || (await admin.configResourceNames('group')).includes(name);
}

/** Entities whose settings are resources; the others have quotas. */
type SettingsType = Exclude<EntityType, 'users' | 'clients' | 'ips'>;

const resourceTypes: Readonly<Record<SettingsType, ConfigResource['type']>> = { topics: 'topic', brokers: 'broker', 'broker-loggers': 'broker-logger', groups: 'group', 'client-metrics': 'client-metrics' };
const singular: Readonly<Record<EntityType, string>> = {
  topics: 'topic', brokers: 'broker', 'broker-loggers': 'broker-logger', groups: 'group', 'client-metrics': 'client-metric', users: 'user', clients: 'client', ips: 'ip',
};

function isDynamic({ source }: ConfigEntry, { type, name }: ConfigResource): boolean {
  if (type === 'broker') return source === (name === '' ? 'DYNAMIC_DEFAULT_BROKER_CONFIG' : 'DYNAMIC_BROKER_CONFIG');
  return source === { topic: 'DYNAMIC_TOPIC_CONFIG', group: 'DYNAMIC_GROUP_CONFIG', 'client-metrics': 'DYNAMIC_CLIENT_METRICS_CONFIG', 'broker-logger': 'DYNAMIC_BROKER_LOGGER_CONFIG' }[type];
}

function entryLine({ name, value, isSensitive, synonyms }: ConfigEntry): string {
  const others = synonyms.map((synonym) => `${synonym.source}:${synonym.name}=${synonym.value ?? 'null'}`).join(', ');
  return `  ${name}=${value ?? 'null'} sensitive=${isSensitive} synonyms={${others}}`;
}
