/** What decisions read: the working image, the settings of the controller, the sessions of brokers. */
import {
  type BrokerRegistration,
  ConfigResourceType,
  ELIGIBLE_LEADER_REPLICAS_FEATURE,
  type MetadataImage,
} from '@millrace/metadata';
import { DirectoryId } from '@millrace/protocol';
import type { BrokerSessions } from './broker-sessions.js';
import type { ControllerOptions } from './controller-options.js';

export interface ControllerState {
  readonly options: ControllerOptions;
  /** Everything replayed, committed or not. */
  readonly image: MetadataImage;
  readonly sessions: BrokerSessions;
}

/** Whether a broker may lead and be in sync: registered, not fenced, not on its way out. */
export function isActive(image: MetadataImage, brokerId: number): boolean {
  const broker = image.brokers.get(brokerId);
  return broker !== undefined && !broker.fenced && !broker.inControlledShutdown;
}

/** The directory for a new replica: a broker's only one, or for the broker to choose. */
export function defaultDirectory(broker: BrokerRegistration | undefined): string {
  return broker?.directories.length === 1 ? (broker.directories[0] ?? DirectoryId.UNASSIGNED) : DirectoryId.UNASSIGNED;
}

export function elrEnabled(image: MetadataImage): boolean {
  return image.featureLevel(ELIGIBLE_LEADER_REPLICAS_FEATURE) > 0;
}

/** What a topic setting comes to: of the topic, of this broker, of all brokers, static. The brokers' name for it may differ. */
export function effectiveTopicSetting(state: ControllerState, topic: string, key: string): string | null {
  const { image, options } = state;
  return (
    image.configValues(ConfigResourceType.TOPIC, topic).get(key) ??
    image.configValues(ConfigResourceType.BROKER, String(options.nodeId)).get(key) ??
    image.configValues(ConfigResourceType.BROKER, '').get(key) ??
    options.configs.defaultValue(ConfigResourceType.TOPIC, key)
  );
}

/** `min.insync.replicas` as it can hold for a partition of so many replicas. */
export function effectiveMinIsr(state: ControllerState, topic: string, replicas: number): number {
  const setting = Number(effectiveTopicSetting(state, topic, 'min.insync.replicas') ?? '1');
  return Math.min(Number.isInteger(setting) && setting > 0 ? setting : 1, replicas);
}

export function uncleanElectionEnabled(state: ControllerState, topic: string): boolean {
  return effectiveTopicSetting(state, topic, 'unclean.leader.election.enable') === 'true';
}
