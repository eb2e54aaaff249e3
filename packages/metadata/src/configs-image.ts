/** Dynamic settings by resource. What is not here has its static value or its default. */
import { ImmutableMap } from './immutable-map.js';

/** Kafka's numbers of the resources that have settings. */
export const ConfigResourceType = {
  TOPIC: 2,
  BROKER: 4,
  BROKER_LOGGER: 8,
  CLIENT_METRICS: 16,
  GROUP: 32,
} as const;

export interface ConfigResource {
  readonly type: number;
  /** Empty for the default of all brokers. */
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** By {@link configResourceKey}; a resource without a setting is absent. */
export type ConfigsImage = ImmutableMap<string, ConfigResource>;

export function configResourceKey(type: number, name: string): string {
  return `${type}:${name}`;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The settings of a resource, empty when it has none. */
export function configValues(configs: ConfigsImage, type: number, name: string): ReadonlyMap<string, string> {
  return configs.get(configResourceKey(type, name))?.values ?? NONE;
}

/** The resource with one setting put or (null) taken out; undefined when nothing is left. */
export function withSetting(before: ConfigResource | undefined, type: number, name: string, key: string, value: string | null): ConfigResource | undefined {
  const values = new Map(before?.values);
  if (value === null) values.delete(key);
  else values.set(key, value);
  return values.size === 0 ? undefined : { type, name, values };
}
