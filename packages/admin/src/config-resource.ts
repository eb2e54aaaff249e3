import type { AdminContext } from './admin-context.js';

/** What has settings: a topic, a broker (an empty name stands for all brokers), a broker's loggers, … */
export type ConfigResourceType = 'topic' | 'broker' | 'broker-logger' | 'client-metrics' | 'group';

export interface ConfigResource {
  readonly type: ConfigResourceType;
  readonly name: string;
}

const codes: Record<ConfigResourceType, number> = { topic: 2, broker: 4, 'broker-logger': 8, 'client-metrics': 16, group: 32 };

export function resourceTypeCode(type: ConfigResourceType): number {
  return codes[type];
}

/** Undefined for a type that is not known here. */
export function resourceTypeName(code: number): ConfigResourceType | undefined {
  return (Object.keys(codes) as ConfigResourceType[]).find((type) => codes[type] === code);
}

/** The broker that alone can answer for this resource, or null when any can. */
export function onlyBrokerFor(resource: ConfigResource): number | null {
  const isOfOneBroker = resource.type === 'broker-logger' || (resource.type === 'broker' && resource.name !== '');
  if (!isOfOneBroker) return null;
  const nodeId = Number(resource.name);
  if (!Number.isInteger(nodeId) || nodeId < 0) throw new TypeError(`${resource.type} '${resource.name}': the name has to be a broker's id`);
  return nodeId;
}

/** Resources by who has to be asked. Controllers know the settings of all brokers. */
export function byBroker<T extends ConfigResource>({ client }: AdminContext, resources: readonly T[]): Map<number | null, T[]> {
  const groups = new Map<number | null, T[]>();
  for (const resource of resources) {
    const nodeId = client.settings.asksControllers ? null : onlyBrokerFor(resource);
    groups.set(nodeId, [...(groups.get(nodeId) ?? []), resource]);
  }
  return groups;
}
