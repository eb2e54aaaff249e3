/** Where brokers are: `host:port` lists as settings have them, and nodes as metadata names them. */

export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
}

/** A broker of the cluster. Bootstrap addresses, whose id is not known yet, have negative ids. */
export interface BrokerNode extends BrokerAddress {
  readonly nodeId: number;
  readonly rack: string | null;
}

/** `host:port`, with brackets around an IPv6 address. */
export function addressText(address: BrokerAddress): string {
  return address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

function parseAddress(text: string): BrokerAddress {
  const match = /^(?:[A-Za-z0-9_]+:\/\/)?(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]/\s]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || !(port >= 1 && port <= 65535)) {
    throw new TypeError(`bootstrap server '${text}' is not host:port`);
  }
  return { host, port };
}

/** Parses `'a:9092,b:9092'` or a list of such; duplicates are dropped. @throws TypeError naming the part that is wrong. */
export function parseBootstrapServers(servers: string | readonly string[]): BrokerAddress[] {
  const parts = (typeof servers === 'string' ? servers.split(',') : [...servers]).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length === 0) throw new TypeError('no bootstrap servers were given');
  return [...new Set(parts)].map(parseAddress);
}
