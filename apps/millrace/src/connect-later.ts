/** The admin client, loaded when a tool first needs it: `--help` and a wrong flag are answered without it. */
import type { AdminPort } from './admin-port.js';

export async function connectAdmin(properties: Readonly<Record<string, string>>): Promise<AdminPort> {
  return (await import('./connect-admin.js')).connectAdmin(properties);
}
