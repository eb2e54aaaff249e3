/** What must hold between the settings of a node before it starts; the rules are those of Apache Kafka. */
import { ProblemCollector, type BrokerConfig } from './broker-config.js';
import { parseConnectionOverrides } from './listeners.js';
import type { ConfigProblem } from './problem.js';

export function checkBrokerConfig(config: BrokerConfig): ConfigProblem[] {
  const collect = new ProblemCollector([], config.layers.static);
  checkNode(config, collect);
  checkQuorum(config, collect);
  checkListeners(config, collect);
  checkLogs(config, collect);
  checkBounds(config, collect);
  return collect.problems;
}

function checkNode(config: BrokerConfig, collect: ProblemCollector): void {
  const roles = config.listOrNull('process.roles');
  if (roles !== null && new Set(roles).size < roles.length) collect.add('process.roles', 'a role is named twice');
  if (roles?.length === 0) collect.add('process.roles', 'at least one role is needed: broker, controller or both');
  if (config.isGiven('broker.id') && config.nodeId !== config.int('broker.id')) {
    collect.add('node.id', 'You must set `node.id` to the same value as `broker.id`.');
  }
  if (config.isGiven('inter.broker.listener.name') && config.isGiven('security.inter.broker.protocol')) {
    collect.add('inter.broker.listener.name', 'Only one of inter.broker.listener.name and security.inter.broker.protocol should be set.');
  }
}

function checkQuorum(config: BrokerConfig, collect: ProblemCollector): void {
  const ids = config.voters.map((voter) => voter.id);
  if (config.list('controller.quorum.voters').length + config.list('controller.quorum.bootstrap.servers').length === 0) {
    collect.add('controller.quorum.bootstrap.servers', 'If using process.roles, either controller.quorum.bootstrap.servers must contain the set of bootstrap controllers or controller.quorum.voters must contain a parseable set of controllers.');
  }
  if (new Set(ids).size < ids.length) collect.add('controller.quorum.voters', 'an id is there twice');
  if (ids.length === 0) return;
  if (config.isController && !ids.includes(config.nodeId)) {
    collect.add('controller.quorum.voters', `If process.roles contains the 'controller' role, the node id ${config.nodeId} must be included in the set of voters`);
  }
  if (!config.isController && ids.includes(config.nodeId)) {
    collect.add('controller.quorum.voters', `If process.roles contains just the 'broker' role, the node id ${config.nodeId} must not be included in the set of voters`);
  }
}

function checkListeners(config: BrokerConfig, collect: ProblemCollector): void {
  checkControllerListeners(config, collect);
  if (config.isBroker) checkBrokerListeners(config, collect);
  for (const endpoint of [...config.advertisedListeners, ...config.advertisedControllerListeners]) {
    if (endpoint.host !== '0.0.0.0') continue;
    collect.add('advertised.listeners', 'advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.');
    break;
  }
}

function checkControllerListeners(config: BrokerConfig, collect: ProblemCollector): void {
  const bound = new Set(config.listeners.map((endpoint) => endpoint.listenerName));
  const names = config.controllerListenerNames;
  // A required setting that is missing is a problem already, and an unparsed list of listeners another.
  if (config.listOrNull('controller.listener.names') === null || bound.size === 0) return;
  if (names.length === 0) return collect.add('controller.listener.names', 'at least one name is needed');
  if (config.isController) {
    if (!names.every((name) => bound.has(name))) {
      collect.add('controller.listener.names', "controller.listener.names must only contain values appearing in the 'listeners' configuration when running the KRaft controller role");
    }
    if (!config.isBroker && bound.size > config.controllerListeners.length) {
      collect.add('listeners', 'The listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller');
    }
  } else if (names.some((name) => bound.has(name))) {
    collect.add('controller.listener.names', "controller.listener.names must not contain a value appearing in the 'listeners' configuration when running KRaft with just the broker role");
  }
  for (const name of names) {
    if (!config.listenerProtocols.has(name)) collect.add('listener.security.protocol.map', `the controller listener ${name} is not in listener.security.protocol.map`);
  }
}

function checkBrokerListeners(config: BrokerConfig, collect: ProblemCollector): void {
  if (config.listeners.length === 0) return;
  const advertised = config.advertisedListeners.map((endpoint) => endpoint.listenerName);
  const bound = config.listeners.map((endpoint) => endpoint.listenerName);
  if (advertised.length === 0) return collect.add('advertised.listeners', 'There must be at least one broker advertised listener. Perhaps all listeners appear in controller.listener.names?');
  if (config.controllerListenerNames.includes(config.interBrokerListenerName) || !advertised.includes(config.interBrokerListenerName)) {
    collect.add('inter.broker.listener.name', `inter.broker.listener.name must be a listener name defined in advertised.listeners. The valid options based on currently configured listeners are ${advertised.join(',')}`);
  }
  const unbound = advertised.filter((name) => !bound.includes(name));
  if (unbound.length > 0) {
    collect.add('advertised.listeners', `advertised.listeners listener names must be equal to or a subset of the ones defined in listeners. Found ${unbound.join(',')}. The valid options based on the current configuration are ${bound.join(',')}`);
  }
}

function checkLogs(config: BrokerConfig, collect: ProblemCollector): void {
  if (config.logDirs.length === 0) collect.add('log.dirs', 'At least one log directory must be defined via log.dirs or log.dir.');
  const retention = config.longOrNull('log.retention.ms') ?? config.intOrNull('log.retention.minutes') ?? config.int('log.retention.hours');
  const retentionName = ['log.retention.ms', 'log.retention.minutes'].find((name) => config.text(name) !== null) ?? 'log.retention.hours';
  if (retention < 1 && retention !== -1) collect.add(retentionName, 'log.retention.ms must be unlimited (-1) or, greater than or equal to 1');
  const roll = config.longOrNull('log.roll.ms');
  if (roll !== null && roll < 1) collect.add('log.roll.ms', 'log.roll.ms must be greater than or equal to 1');
  const jitter = config.longOrNull('log.roll.jitter.ms');
  if (jitter !== null && jitter < 0) collect.add('log.roll.jitter.ms', 'log.roll.jitter.ms must be greater than or equal to 0');
  if (config.long('log.cleaner.dedupe.buffer.size') <= config.int('log.cleaner.threads') * 1_048_576) {
    collect.add('log.cleaner.dedupe.buffer.size', 'log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.');
  }
}

function checkBounds(config: BrokerConfig, collect: ProblemCollector): void {
  const queuedBytes = config.long('queued.max.request.bytes');
  if (queuedBytes > 0 && queuedBytes < config.int('socket.request.max.bytes')) {
    collect.add('queued.max.request.bytes', 'queued.max.request.bytes must be larger or equal to socket.request.max.bytes');
  }
  const overrides = collect.attempt('max.connections.per.ip.overrides', () => parseConnectionOverrides(config.string('max.connections.per.ip.overrides')), new Map<string, number>());
  if (config.int('max.connections.per.ip') === 0 && overrides.size === 0) {
    collect.add('max.connections.per.ip', 'max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.');
  }
  const codec = config.int('offsets.topic.compression.codec');
  if (codec < 0 || codec > 4) collect.add('offsets.topic.compression.codec', 'offsets.topic.compression.codec must be 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)');
  const wait = config.int('replica.fetch.wait.max.ms');
  if (wait > config.int('replica.socket.timeout.ms')) collect.add('replica.socket.timeout.ms', 'replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary socket timeouts');
  if (wait > config.long('replica.lag.time.max.ms')) collect.add('replica.lag.time.max.ms', 'replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent changes in ISR');
  const idle = config.long('connections.max.idle.ms');
  if (idle >= 0 && config.int('connection.failed.authentication.delay.ms') >= idle) {
    collect.add('connections.max.idle.ms', 'connection.failed.authentication.delay.ms should always be less than connections.max.idle.ms to prevent failed authentication responses from timing out');
  }
}
