/** Which listeners a node has, by role: those of the broker, those of the controller, and what each advertises. */
import type { ProblemCollector } from './broker-config.js';
import { listenerNameOf, parseListeners, parseProtocolMap, securityProtocols, type Endpoint } from './listeners.js';
import type { Settings } from './settings.js';

export interface NodeListeners {
  /** Listener name to security protocol, the automatic entry of controllers included. */
  readonly listenerProtocols: ReadonlyMap<string, string>;
  /** All that are bound. */
  readonly listeners: readonly Endpoint[];
  /** Bound, for brokers' clients. */
  readonly brokerListeners: readonly Endpoint[];
  /** Bound, for the quorum. Empty unless the node is a controller. */
  readonly controllerListeners: readonly Endpoint[];
  /** In the order of `controller.listener.names`. */
  readonly controllerListenerNames: readonly string[];
  readonly advertisedListeners: readonly Endpoint[];
  readonly advertisedControllerListeners: readonly Endpoint[];
  readonly interBrokerListenerName: string;
}

export function listenersOf(settings: Settings, isController: boolean, collect: ProblemCollector): NodeListeners {
  const controllerListenerNames = (settings.listOrNull('controller.listener.names') ?? []).map((name) => name.toUpperCase());
  const isOfController = (endpoint: Endpoint): boolean => controllerListenerNames.includes(endpoint.listenerName);
  const listenerProtocols = collect.attempt('listener.security.protocol.map', () => protocolsOf(settings, controllerListenerNames), new Map<string, string>());
  const parse = (name: string, distinctPorts: boolean): Endpoint[] =>
    collect.attempt(name, () => parseListeners(settings.listOrNull(name) ?? [], listenerProtocols, { distinctPorts }), []);
  const listeners = parse('listeners', true);
  const isAdvertised = settings.listOrNull('advertised.listeners') !== null;
  const advertised = isAdvertised ? parse('advertised.listeners', false) : listeners;
  const controllerListeners = isController ? listeners.filter(isOfController) : [];
  return {
    listenerProtocols,
    listeners,
    brokerListeners: listeners.filter((endpoint) => !isOfController(endpoint)),
    controllerListeners,
    controllerListenerNames,
    advertisedListeners: advertised.filter((endpoint) => !isOfController(endpoint)),
    advertisedControllerListeners: controllerListeners.map((bound) => advertised.find((endpoint) => endpoint.listenerName === bound.listenerName) ?? bound),
    interBrokerListenerName: (settings.stringOrNull('inter.broker.listener.name') ?? settings.stringOrNull('security.inter.broker.protocol') ?? 'PLAINTEXT').toUpperCase(),
  };
}

/** Without an explicit map, and with nothing encrypted or authenticated in use, the listeners of controllers are PLAINTEXT. */
function protocolsOf(settings: Settings, controllerListenerNames: readonly string[]): Map<string, string> {
  const protocols = parseProtocolMap(settings.string('listener.security.protocol.map'));
  if (settings.isGiven('listener.security.protocol.map')) return protocols;
  const used = [...controllerListenerNames, ...settings.list('listeners').map(listenerNameOf)];
  if (used.some((name) => name !== 'PLAINTEXT' && securityProtocols.includes(name))) return protocols;
  for (const name of controllerListenerNames) if (name !== 'PLAINTEXT') protocols.set(name, 'PLAINTEXT');
  return protocols;
}
