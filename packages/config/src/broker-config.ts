/** The settings of a node, with those worked out that depend on each other. */
import { parseAddress, parseVoter, type Address, type Endpoint, type Voter } from './listeners.js';
import type { ConfigProblem } from './problem.js';
import { readSettings, type Given, type Settings } from './settings.js';
import { brokerTable } from './tables/broker.js';
import { listenersOf, type NodeListeners } from './node-listeners.js';

/** Where a value of a broker setting can come from, the strongest first. */
export interface BrokerLayers {
  /** Of this broker, from the metadata log. */
  dynamicBroker: ReadonlyMap<string, string>;
  /** Of all brokers, from the metadata log. */
  dynamicDefault: ReadonlyMap<string, string>;
  /** From the file, the environment and the command line. */
  static: ReadonlyMap<string, Given>;
}

export interface BrokerConfig extends Settings, NodeListeners {
  readonly layers: BrokerLayers;
  readonly nodeId: number;
  readonly isBroker: boolean;
  readonly isController: boolean;
  readonly voters: readonly Voter[];
  readonly bootstrapServers: readonly Address[];
  /** Without repetition, in their order. */
  readonly logDirs: readonly string[];
  readonly metadataLogDir: string;
  /** All settings that were given in the file, the environment and the command line, unknown ones too. */
  readonly originals: ReadonlyMap<string, string>;
  /** The same node with other settings from the metadata log. Problems: values that are bad; they count as not given. */
  withDynamic(dynamicBroker: ReadonlyMap<string, string>, dynamicDefault: ReadonlyMap<string, string>): { config: BrokerConfig; problems: ConfigProblem[] };
}

export interface ReadBrokerConfig {
  config: BrokerConfig;
  problems: ConfigProblem[];
  unknown: string[];
}

export function brokerConfig(layers: BrokerLayers): ReadBrokerConfig {
  const { settings, problems, unknown } = readSettings(brokerTable, merged(layers));
  const collect = new ProblemCollector(problems, layers.static);
  const roles = settings.listOrNull('process.roles') ?? [];
  const logDirs = [...new Set(settings.listOrNull('log.dirs') ?? settings.list('log.dir'))];
  const config: BrokerConfig = {
    ...settings,
    ...listenersOf(settings, roles.includes('controller'), collect),
    layers,
    nodeId: settings.intOrNull('node.id') ?? -1,
    isBroker: roles.includes('broker'),
    isController: roles.includes('controller'),
    voters: collect.each(settings, 'controller.quorum.voters', parseVoter),
    bootstrapServers: collect.each(settings, 'controller.quorum.bootstrap.servers', parseAddress),
    logDirs,
    metadataLogDir: settings.stringOrNull('metadata.log.dir') ?? logDirs[0] ?? '',
    originals: new Map([...layers.static].map(([name, { text }]) => [name, text])),
    withDynamic: (dynamicBroker, dynamicDefault) => brokerConfig({ dynamicBroker, dynamicDefault, static: layers.static }),
  };
  return { config, problems, unknown };
}

/** Endpoints of one listener name, or null. */
export function endpointNamed(endpoints: readonly Endpoint[], listenerName: string): Endpoint | null {
  return endpoints.find((endpoint) => endpoint.listenerName === listenerName) ?? null;
}

/** Puts what parsing of composite values throws among the problems. */
export class ProblemCollector {
  readonly problems: ConfigProblem[];
  readonly #given: ReadonlyMap<string, Given>;

  constructor(problems: ConfigProblem[], given: ReadonlyMap<string, Given>) {
    this.problems = problems;
    this.#given = given;
  }

  add(name: string, reason: string): void {
    const given = this.#given.get(name);
    this.problems.push({ name, value: given?.text ?? null, reason, allowed: null, origin: given?.origin ?? null });
  }

  each<T>(settings: Settings, name: string, parse: (entry: string) => T): T[] {
    return this.attempt(name, () => settings.list(name).map(parse), []);
  }

  attempt<T>(name: string, parse: () => T, otherwise: T): T {
    try {
      return parse();
    } catch (error) {
      this.add(name, (error as Error).message);
      return otherwise;
    }
  }
}

/** A dynamic value hides every synonym of its name in weaker layers: `log.retention.ms` that of `log.retention.hours`. */
function merged({ dynamicBroker, dynamicDefault, static: fixed }: BrokerLayers): Map<string, Given> {
  const given = new Map(fixed);
  const nodeId = given.get('broker.id');
  if (nodeId !== undefined && !given.has('node.id')) given.set('node.id', nodeId);
  for (const [layer, origin] of [[dynamicDefault, 'cluster-wide setting'], [dynamicBroker, 'broker setting']] as const) {
    for (const [name, text] of layer) {
      for (const synonym of brokerTable.get(name)?.synonyms ?? []) given.delete(synonym);
      given.set(name, { text, origin });
    }
  }
  return given;
}
