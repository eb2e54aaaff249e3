/** Quotas of users, client ids and addresses. */
import { doubleOf, doubleText } from '@millrace/config/double-text';
import type { AdminPort, ConfigChange, QuotaEntity, QuotaEntityType } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import type { ConfigEntity, EntityType } from './configs-options.js';

const ofUsersAndClients = ['producer_byte_rate', 'consumer_byte_rate', 'request_percentage', 'controller_mutation_rate'];
const ofAddresses = ['connection_creation_rate'];
const partNames: Readonly<Partial<Record<EntityType, QuotaEntityType>>> = { users: 'user', clients: 'client-id', ips: 'ip' };
const shown: readonly (readonly [QuotaEntityType, string])[] = [['user', 'user-principal'], ['client-id', 'client-id'], ['ip', 'ip']];

/** Of a user or client id. */
export function isQuota(name: string): boolean {
  return ofUsersAndClients.includes(name);
}

export async function describeQuotas(entities: readonly ConfigEntity[], admin: AdminPort, io: ToolIo): Promise<void> {
  for (const { entity, quotas } of await admin.describeQuotas(filtersOf(entities))) {
    const values = [...quotas].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${doubleText(value)}`);
    io.out(`Quota configs for ${entityText(entity)} are ${values.join(', ')}`);
  }
}

/** What is to be removed must be there. */
export async function alterQuotas(entities: readonly ConfigEntity[], changes: readonly ConfigChange[], admin: AdminPort): Promise<void> {
  if (entities.some(({ type }) => type === 'ips')) {
    const unknown = changes.filter(({ name }) => !ofAddresses.includes(name)).map(({ name }) => name);
    if (unknown.length > 0) throw new ToolError(`Only connection quota configs can be added or deleted for 'ips'. Unexpected config names: ${unknown.join(', ')}`);
  }
  const ops = Object.fromEntries(changes.map(({ name, value }) => [name, value === null ? null : quotaValue(name, value)]));
  const removed = changes.filter(({ value }) => value === null).map(({ name }) => name);
  if (removed.length > 0) {
    const [found] = await admin.describeQuotas(filtersOf(entities));
    const missing = removed.filter((name) => found?.quotas.has(name) !== true);
    if (missing.length > 0) throw new ToolError(`Invalid config(s): ${missing.join(',')}`);
  }
  const parts = filtersOf(entities).map(({ type, name }) => [type, name ?? null]);
  await admin.alterQuotas(Object.fromEntries(parts) as QuotaEntity, ops);
}

function quotaValue(name: string, text: string): number {
  const value = doubleOf(text.trim());
  if (value === null || !Number.isFinite(value)) throw new ToolError(`Cannot parse quota configuration value for ${name}: ${text}`);
  return value;
}

function filtersOf(entities: readonly ConfigEntity[]): { type: QuotaEntityType; name?: string | null }[] {
  return entities.map(({ type, name }) => ({ type: partNames[type]!, ...(name !== null && { name: name === '' ? null : name }) }));
}

function entityText(entity: QuotaEntity): string {
  const parts = shown.flatMap(([type, text]) => {
    const name = entity[type];
    return name === undefined ? [] : [name === null ? `the default ${text}` : `${text} '${name}'`];
  });
  return parts.join(', ');
}
