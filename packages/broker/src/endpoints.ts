/** Where clients of a listener find a broker. */
import type { BrokerRegistration, MetadataImage } from '@millrace/metadata';

export interface BrokerEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
  isFenced: boolean;
}

/** A broker's address for clients that came over this listener, undefined when it has none there. */
export function endpointOf(broker: BrokerRegistration, listenerName: string): BrokerEndpoint | undefined {
  const listener = broker.listeners.find((candidate) => candidate.name === listenerName);
  if (listener === undefined) return undefined;
  return { nodeId: broker.id, host: listener.host, port: listener.port, rack: broker.rack, isFenced: broker.fenced };
}

/** Brokers that are alive and reachable over this listener, by id. */
export function aliveBrokers(image: MetadataImage, listenerName: string): BrokerEndpoint[] {
  return allBrokers(image, listenerName).filter((broker) => !broker.isFenced);
}

export function allBrokers(image: MetadataImage, listenerName: string): BrokerEndpoint[] {
  const found: BrokerEndpoint[] = [];
  for (const broker of image.brokers.values()) {
    const endpoint = endpointOf(broker, listenerName);
    if (endpoint !== undefined) found.push(endpoint);
  }
  return found.sort((a, b) => a.nodeId - b.nodeId);
}
