/** The flags of `kafka-configs`. */
import { isIP } from 'node:net';
import { parseFlags, repeated, requireOneAction, toolCommand, withBootstrap, type CommonOptions } from '../command.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

const entityTypes = ['topics', 'clients', 'users', 'brokers', 'ips', 'client-metrics', 'groups', 'broker-loggers'] as const;

export type EntityType = (typeof entityTypes)[number];

export interface ConfigEntity {
  type: EntityType;
  /** Empty for the default of the type; null for any. */
  name: string | null;
}

export interface ConfigsOptions {
  /** Where the cluster is, as properties of the admin client. */
  bootstrap: Record<string, string>;
  commandConfig?: string;
  describe?: true;
  alter?: true;
  all?: true;
  /** One, or users and clients. */
  entities: [ConfigEntity, ...ConfigEntity[]];
  addConfig?: string;
  addConfigFile?: string;
  deleteConfig?: string;
}

interface ConfigsFlags extends CommonOptions {
  describe?: true;
  alter?: true;
  all?: true;
  entityType?: string[];
  topic?: string;
  client?: string;
  user?: string;
  broker?: string;
  brokerLogger?: string;
  ip?: string;
  clientMetrics?: string;
  group?: string;
  clientDefaults?: true;
  userDefaults?: true;
  brokerDefaults?: true;
  ipDefaults?: true;
  addConfig?: string;
  addConfigFile?: string;
  deleteConfig?: string;
}

/** In Kafka's order: the first entity is the one that is told of. */
const nameFlags = { topic: 'topics', client: 'clients', user: 'users', broker: 'brokers', brokerLogger: 'broker-loggers', ip: 'ips', clientMetrics: 'client-metrics', group: 'groups' } as const;
const defaultFlags = { clientDefaults: 'clients', userDefaults: 'users', brokerDefaults: 'brokers', ipDefaults: 'ips' } as const;
const withDefaults: readonly EntityType[] = ['users', 'clients', 'brokers', 'ips'];

export function configsOptions(args: readonly string[], io: ToolIo): ConfigsOptions {
  /** Of `--entity-name`, and empty for each `--entity-default`: the first belongs to the first type. */
  const names: string[] = [];
  const command = withBootstrap(toolCommand('kafka-configs', 'Describe or alter settings of topics, brokers, groups and client metrics, quotas, and credentials of users.', io))
    .option('--bootstrap-controller <host:port,…>', 'controllers to connect to instead')
    .option('--describe', 'show settings')
    .option('--alter', 'change settings')
    .option('--all', 'with --describe: show all, not only those set at run time')
    .addOption(repeated('--entity-type <type>', `${entityTypes.join(', ')}; users and clients may be given together`))
    .addOption(repeated('--entity-name <name>', 'the name of the topic, user, …, or the id of the broker'))
    .option('--entity-default', 'the default of all entities of the type')
    .option('--topic <name>', 'a topic')
    .option('--broker <id>', 'a broker')
    .option('--broker-defaults', 'the defaults of all brokers')
    .option('--broker-logger <id>', 'log levels of a broker')
    .option('--group <name>', 'a group')
    .option('--client-metrics <name>', 'a subscription to client metrics')
    .option('--client <id>', 'quotas of a client id')
    .option('--client-defaults', 'default quotas of client ids')
    .option('--user <name>', 'quotas and SCRAM credentials of a user')
    .option('--user-defaults', 'default quotas of users')
    .option('--ip <address>', 'quotas of an address')
    .option('--ip-defaults', 'default quotas of addresses')
    .option('--add-config <key=value,…>', 'settings to set; a value with commas goes between brackets: k=[a,b], SCRAM-SHA-256=[iterations=8192,password=p]')
    .option('--add-config-file <file>', 'a properties file of settings to set')
    .option('--delete-config <key,…>', 'settings to remove')
    .on('option:entity-name', (name: string) => names.push(name))
    .on('option:entity-default', () => names.push(''));
  const flags = parseFlags<ConfigsFlags>(command, args);
  requireOneAction({ ...flags }, { alter: '--alter', describe: '--describe' });
  const { commandConfig, describe, alter, all, addConfig, addConfigFile, deleteConfig } = flags;
  const entities = entitiesOf(flags, names);
  checkNames(entities, flags);
  checkChanges(flags);
  return {
    bootstrap: bootstrapOf(flags),
    entities,
    ...(commandConfig !== undefined && { commandConfig }),
    ...(describe && { describe }),
    ...(alter && { alter }),
    ...(all && { all }),
    ...(addConfig !== undefined && { addConfig }),
    ...(addConfigFile !== undefined && { addConfigFile }),
    ...(deleteConfig !== undefined && { deleteConfig }),
  };
}

function bootstrapOf({ bootstrapServer, bootstrapController }: ConfigsFlags): Record<string, string> {
  if (bootstrapServer !== undefined && bootstrapController !== undefined) throw new ToolError('Only one of --bootstrap-server or --bootstrap-controller can be specified');
  if (bootstrapServer !== undefined) return { 'bootstrap.servers': bootstrapServer };
  if (bootstrapController !== undefined) return { 'bootstrap.controllers': bootstrapController };
  throw new ToolError('Either --bootstrap-server or --bootstrap-controller must be specified.');
}

function checkChanges(flags: ConfigsFlags): void {
  const hasChange = flags.addConfig !== undefined || flags.addConfigFile !== undefined || flags.deleteConfig !== undefined;
  if (flags.alter && !hasChange) throw new ToolError('At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter');
  if (flags.describe && hasChange) throw new ToolError('--add-config, --add-config-file and --delete-config cannot be used with --describe');
  if (flags.addConfig !== undefined && flags.addConfigFile !== undefined) throw new ToolError('Only one of --add-config or --add-config-file must be specified');
}

function entitiesOf(flags: ConfigsFlags, names: readonly string[]): [ConfigEntity, ...ConfigEntity[]] {
  const short = shortEntities(flags);
  const entities = [...longEntities(flags, names), ...short];
  const [first, ...others] = entities;
  if (first === undefined) throw new ToolError('At least one entity type must be specified');
  const types = entities.map(({ type }) => type);
  const twice = types.filter((type, index) => types.indexOf(type) < index);
  if (twice.length > 0) throw new ToolError(`Duplicate entity type(s) specified: ${twice.join(',')}`);
  if (types.length > 1 && !(types.length === 2 && types.includes('users') && types.includes('clients'))) throw new ToolError("Only 'users' and 'clients' entity types may be specified together");
  if (names.length + (flags.entityType?.length ?? 0) > 0 && short.length > 0) throw new ToolError('--entity-{type,name,default} should not be used in conjunction with specific entity flags');
  if (names.length > types.length) throw new ToolError('More entity names specified than entity types');
  return [first, ...others];
}

function longEntities({ entityType = [] }: ConfigsFlags, names: readonly string[]): ConfigEntity[] {
  return entityType.map((text, index) => {
    const type = entityTypes.find((known) => known === text);
    if (type === undefined) throw new ToolError(`Invalid entity type ${text}, the entity type must be one of ${entityTypes.join(', ')}`);
    return { type, name: names[index] ?? null };
  });
}

function shortEntities(flags: ConfigsFlags): ConfigEntity[] {
  const named = keysOf(nameFlags).flatMap((flag) => (flags[flag] === undefined ? [] : [{ type: nameFlags[flag], name: flags[flag] }]));
  const defaults = keysOf(defaultFlags).flatMap((flag) => (flags[flag] ? [{ type: defaultFlags[flag], name: '' }] : []));
  return [...named, ...defaults];
}

function checkNames(entities: readonly ConfigEntity[], { alter, describe }: ConfigsFlags): void {
  for (const { type, name } of entities) {
    const isOfBroker = type === 'brokers' || type === 'broker-loggers';
    if (isOfBroker && name !== null && name !== '' && !/^\d{1,10}$/.test(name)) throw new ToolError(`The entity name for ${type} must be a valid integer broker id, but it is: ${name}`);
    if (type === 'ips' && name !== null && name !== '' && isIP(name) === 0 && /^[\d.:]*$/.test(name)) throw new ToolError(`The entity name for ips must be a valid IP or resolvable host, but it is: ${name}`);
    if (name === '' && !withDefaults.includes(type)) throw new ToolError(`--entity-default is only for ${withDefaults.join(', ')}, not ${type}`);
    if (describe && type === 'broker-loggers' && name === null) throw new ToolError('An entity name must be specified with --describe of broker-loggers');
    if (alter && name === null) throw new ToolError(withDefaults.includes(type) ? 'An entity-name or default entity must be specified with --alter of users, clients, brokers or ips' : `An entity name must be specified with --alter of ${type}`);
  }
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  return Object.keys(record) as (keyof T)[];
}
