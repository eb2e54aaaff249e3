/** Listeners and addresses as settings write them: `NAME://host:port`, `host:port`, `id@host:port`. */

export const securityProtocols: readonly string[] = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

export interface Endpoint {
  /** In capitals. */
  listenerName: string;
  /** Empty for every interface, or, when advertised, for this machine's own name. */
  host: string;
  port: number;
  securityProtocol: string;
}

export interface Address {
  host: string;
  port: number;
}

export interface Voter extends Address {
  id: number;
}

/** A list that did not parse; the message says why. */
export class ListenerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenerError';
  }
}

/** `distinctPorts`: bound listeners need ports of their own; advertised ones may share one. */
export function parseListeners(entries: readonly string[], protocols: ReadonlyMap<string, string>, { distinctPorts }: { distinctPorts: boolean }): Endpoint[] {
  const endpoints = entries.map((entry) => parseListener(entry, protocols));
  const names = new Set(endpoints.map((endpoint) => endpoint.listenerName));
  if (names.size < endpoints.length) throw new ListenerError('Each listener must have a different name');
  if (distinctPorts) requireDistinctPorts(endpoints);
  return endpoints;
}

/** The name in front of `://`, in capitals. */
export function listenerNameOf(entry: string): string {
  return entry.slice(0, Math.max(entry.indexOf('://'), 0)).toUpperCase();
}

function parseListener(entry: string, protocols: ReadonlyMap<string, string>): Endpoint {
  const match = /^([^:/]+):\/\/(?:\[([0-9a-zA-Z:%._-]*)\]|([0-9a-zA-Z%._-]*)):(-?\d+)$/.exec(entry);
  if (match === null) throw new ListenerError(`Unable to parse ${entry} to a broker endpoint`);
  const [, name = '', bracketed, plain, portText] = match;
  const listenerName = name.toUpperCase();
  const port = Number(portText);
  if (port < 0 || port > 65535) throw new ListenerError(`${entry} has a port that is not between 0 and 65535`);
  const securityProtocol = protocols.get(listenerName);
  if (securityProtocol === undefined) throw new ListenerError(`No security protocol defined for listener ${listenerName}`);
  return { listenerName, host: bracketed ?? plain ?? '', port, securityProtocol };
}

/** Two listeners may share a port when one has an IPv4 and the other an IPv6 address. */
function requireDistinctPorts(endpoints: readonly Endpoint[]): void {
  const seen = new Map<number, Endpoint>();
  for (const endpoint of endpoints) {
    if (endpoint.port === 0) continue;
    const other = seen.get(endpoint.port);
    if (other !== undefined && !isPairOfFamilies(other.host, endpoint.host)) throw new ListenerError(`Each listener must have a different port, but ${endpoint.port} is there twice`);
    seen.set(endpoint.port, endpoint);
  }
}

function isPairOfFamilies(a: string, b: string): boolean {
  const isV4 = (host: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(host);
  return (isV4(a) && b.includes(':')) || (isV4(b) && a.includes(':'));
}

/** `NAME:PROTOCOL,…` */
export function parseProtocolMap(text: string): Map<string, string> {
  const protocols = new Map<string, string>();
  for (const entry of text.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const [name = '', protocol = '', ...more] = entry.split(':').map((part) => part.trim().toUpperCase());
    if (name === '' || more.length > 0 || !securityProtocols.includes(protocol)) throw new ListenerError(`${entry} is not a pair of a listener name and one of ${securityProtocols.join(', ')}`);
    protocols.set(name, protocol);
  }
  return protocols;
}

export function parseAddress(text: string): Address {
  const match = /^(?:\[([0-9a-zA-Z:%._-]+)\]|([0-9a-zA-Z%._-]+)):(\d{1,5})$/.exec(text.trim());
  const port = Number(match?.[3]);
  if (match === null || port > 65535) throw new ListenerError(`${text} is not of the form host:port`);
  return { host: match[1] ?? match[2] ?? '', port };
}

export function parseVoter(text: string): Voter {
  const match = /^(\d{1,10})@(.+)$/.exec(text.trim());
  if (match === null) throw new ListenerError(`${text} is not of the form id@host:port`);
  return { id: Number(match[1]), ...parseAddress(match[2] ?? '') };
}

/** `host:count,…` of `max.connections.per.ip.overrides`. */
export function parseConnectionOverrides(text: string): Map<string, number> {
  const overrides = new Map<string, number>();
  for (const entry of text.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const split = entry.lastIndexOf(':');
    const count = entry.slice(split + 1).trim();
    if (split <= 0 || !/^\d{1,10}$/.test(count)) throw new ListenerError(`${entry} is not of the form host:count`);
    overrides.set(entry.slice(0, split).trim(), Number(count));
  }
  return overrides;
}
