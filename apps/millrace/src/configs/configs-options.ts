/** The flags of `kafka-configs`. */
import { parseFlags, requireOneAction, toolCommand, withBootstrap, type CommonOptions } from '../command.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export interface ConfigEntity {
  type: 'topics' | 'brokers' | 'groups' | 'client-metrics';
  name: string | null;
  /** The defaults of all entities of the type. */
  isDefault: boolean;
}

export interface ConfigsOptions {
  bootstrapServer: string;
  commandConfig?: string;
  describe?: true;
  alter?: true;
  all?: true;
  entity: ConfigEntity;
  addConfig?: string;
  addConfigFile?: string;
  deleteConfig?: string;
}

interface ConfigsFlags extends CommonOptions {
  describe?: true;
  alter?: true;
  all?: true;
  entityType?: string;
  entityName?: string;
  entityDefault?: true;
  topic?: string;
  broker?: string;
  brokerDefaults?: true;
  group?: string;
  clientMetrics?: string;
  client?: string;
  clientDefaults?: true;
  user?: string;
  userDefaults?: true;
  ip?: string;
  ipDefaults?: true;
  brokerLogger?: string;
  addConfig?: string;
  addConfigFile?: string;
  deleteConfig?: string;
}

const entityTypes: readonly ConfigEntity['type'][] = ['topics', 'brokers', 'groups', 'client-metrics'];
const unservedTypes: readonly string[] = ['users', 'clients', 'ips', 'broker-loggers'];
const unserved = { client: '--client', clientDefaults: '--client-defaults', user: '--user', userDefaults: '--user-defaults', ip: '--ip', ipDefaults: '--ip-defaults', brokerLogger: '--broker-logger' } as const;

export function configsOptions(args: readonly string[], io: ToolIo): ConfigsOptions {
  const command = withBootstrap(toolCommand('kafka-configs', 'Describe or alter settings of topics, brokers, groups and client metrics.', io))
    .option('--describe', 'show settings')
    .option('--alter', 'change settings')
    .option('--all', 'with --describe: show all, not only those set at run time')
    .option('--entity-type <type>', 'topics, brokers, groups or client-metrics')
    .option('--entity-name <name>', 'the name of the topic or group, or the id of the broker')
    .option('--entity-default', 'the defaults of all brokers')
    .option('--topic <name>', 'a topic')
    .option('--broker <id>', 'a broker')
    .option('--broker-defaults', 'the defaults of all brokers')
    .option('--group <name>', 'a group')
    .option('--client-metrics <name>', 'a subscription to client metrics')
    .option('--client <id>', 'quotas of a client id; not served yet')
    .option('--client-defaults', 'default quotas of client ids; not served yet')
    .option('--user <name>', 'quotas and credentials of a user; not served yet')
    .option('--user-defaults', 'default quotas of users; not served yet')
    .option('--ip <address>', 'quotas of an address; not served yet')
    .option('--ip-defaults', 'default quotas of addresses; not served yet')
    .option('--broker-logger <id>', 'log levels of a broker; not served yet')
    .option('--add-config <key=value,…>', 'settings to set; a value with commas goes between brackets: k=[a,b]')
    .option('--add-config-file <file>', 'a properties file of settings to set')
    .option('--delete-config <key,…>', 'settings to remove');
  const flags = parseFlags<ConfigsFlags>(command, args);
  requireOneAction({ ...flags }, { alter: '--alter', describe: '--describe' });
  if (flags.bootstrapServer === undefined) throw new ToolError('--bootstrap-server must be specified');
  for (const [name, flag] of Object.entries(unserved)) if (name in flags) throw new ToolError(`${flag} is not served yet`);
  checkChanges(flags);
  const { bootstrapServer, commandConfig, describe, alter, all, addConfig, addConfigFile, deleteConfig } = flags;
  return {
    bootstrapServer,
    entity: entityOf(flags),
    ...(commandConfig !== undefined && { commandConfig }),
    ...(describe && { describe }),
    ...(alter && { alter }),
    ...(all && { all }),
    ...(addConfig !== undefined && { addConfig }),
    ...(addConfigFile !== undefined && { addConfigFile }),
    ...(deleteConfig !== undefined && { deleteConfig }),
  };
}

function checkChanges(flags: ConfigsFlags): void {
  const hasChange = flags.addConfig !== undefined || flags.addConfigFile !== undefined || flags.deleteConfig !== undefined;
  if (flags.alter && !hasChange) throw new ToolError('At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter');
  if (flags.describe && hasChange) throw new ToolError('--add-config, --add-config-file and --delete-config cannot be used with --describe');
  if (flags.addConfig !== undefined && flags.addConfigFile !== undefined) throw new ToolError('Only one of --add-config or --add-config-file must be specified');
}

function entityOf(flags: ConfigsFlags): ConfigEntity {
  const shortcuts: ConfigEntity[] = [];
  if (flags.topic !== undefined) shortcuts.push({ type: 'topics', name: flags.topic, isDefault: false });
  if (flags.broker !== undefined) shortcuts.push({ type: 'brokers', name: flags.broker, isDefault: false });
  if (flags.brokerDefaults) shortcuts.push({ type: 'brokers', name: null, isDefault: true });
  if (flags.group !== undefined) shortcuts.push({ type: 'groups', name: flags.group, isDefault: false });
  if (flags.clientMetrics !== undefined) shortcuts.push({ type: 'client-metrics', name: flags.clientMetrics, isDefault: false });
  const [shortcut] = shortcuts;
  if (shortcuts.length > 1) throw new ToolError('Only one entity can be described or altered at a time');
  if (shortcut !== undefined && flags.entityType !== undefined) throw new ToolError('--entity-type cannot be used together with --topic, --broker, --broker-defaults, --group or --client-metrics');
  const entity = shortcut ?? longEntity(flags);
  if (entity.type === 'brokers' && entity.name !== null && !/^\d{1,10}$/.test(entity.name)) throw new ToolError(`The entity name for brokers must be a valid integer broker id, found: ${entity.name}`);
  if (flags.alter && entity.name === null && !entity.isDefault) throw new ToolError('an entity name must be specified with --alter');
  if (flags.entityDefault && entity.type !== 'brokers') throw new ToolError(`--entity-default is only for brokers, not ${entity.type}`);
  return entity;
}

function longEntity(flags: ConfigsFlags): ConfigEntity {
  const type = entityTypes.find((known) => known === flags.entityType);
  if (flags.entityType === undefined) throw new ToolError('At least one entity type must be specified');
  if (unservedTypes.includes(flags.entityType)) throw new ToolError(`--entity-type ${flags.entityType} is not served yet`);
  if (type === undefined) throw new ToolError(`--entity-type ${flags.entityType} is not one of ${entityTypes.join(', ')}`);
  return { type, name: flags.entityName ?? null, isDefault: flags.entityDefault === true };
}
