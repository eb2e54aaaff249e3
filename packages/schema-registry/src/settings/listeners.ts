/** `http://host:port`, where requests are taken. */
export interface HttpListener {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
}

/** @throws TypeError */
export function parseListener(text: string): HttpListener {
  const match = /^(https?):\/\/(?:\[([0-9a-f:.%]+)\]|([^/:[\]]*)):(\d{1,5})\/?$/i.exec(text.trim());
  const port = Number(match?.[4]);
  if (match === null || port > 65_535) throw new TypeError(`listeners: ${text} is not of the form http://host:port or https://host:port`);
  return { scheme: match[1]?.toLowerCase() === 'https' ? 'https' : 'http', host: (match[2] ?? match[3]) || '0.0.0.0', port };
}

/** Brokers as Confluent writes them, with or without a protocol in front. */
export function parseBootstrapServers(servers: readonly string[]): string[] {
  return servers.map((server) => server.replace(/^[A-Z_]+:\/\//, ''));
}
