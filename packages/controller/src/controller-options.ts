/** What a controller is told at start. */
import type { FeatureRange } from '@millrace/metadata';

/**
 * Checks all settings of a resource as they would be. Type is a `ConfigResourceType`; the name is empty for the default
 * of all brokers. Gives null when they are right, or the sentence for the client.
 */
export type ConfigValidator = (type: number, name: string, settings: ReadonlyMap<string, string>) => string | null;

/** What the controller must know of a setting to append to it and to default it. */
export interface ConfigKnowledge {
  readonly validate: ConfigValidator;
  /** Whether a setting of the resource type is a list, to which values can be appended. */
  isList(type: number, key: string): boolean;
  /** The value that holds without a dynamic setting (static or default); null when there is none. */
  defaultValue(type: number, key: string): string | null;
}

export interface ControllerOptions {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly defaultReplicationFactor: number;
  readonly defaultNumPartitions: number;
  /** `broker.session.timeout.ms`. */
  readonly sessionTimeoutMs: number;
  readonly configs: ConfigKnowledge;
  /** The level of kraft.version, which lives in the quorum. */
  readonly kraftVersion: number;
  /** Ranges of this node's own software, as `supportedFeatures` has them. */
  readonly features: readonly FeatureRange[];
}
