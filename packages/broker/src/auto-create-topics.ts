/** Topics that are made because somebody asked for them: by Metadata, or by the coordinator that needs its own. */
import { ErrorCode } from '@millrace/protocol';
import type { CreateTopicsRequestCreatableTopic } from '@millrace/protocol/messages/create-topics';
import { checkTopicName } from '@millrace/controller';
import type { BrokerNode } from './broker-node.js';
import { GROUP_METADATA_TOPIC, isInternalTopic } from './internal-topics.js';

const BROKER_DEFAULT = -1;

/**
 * Asks the controller for these topics. Gives for each name the error to answer with; a topic that is there now has none.
 * When they may not be made, says so by name: an invalid name, or an unknown topic.
 */
export async function autoCreateTopics(node: BrokerNode, names: readonly string[], mayCreate: boolean): Promise<Map<string, number>> {
  const errors = new Map<string, number>();
  const wanted: CreateTopicsRequestCreatableTopic[] = [];
  for (const name of names) {
    if (checkTopicName(name) !== null) errors.set(name, ErrorCode.INVALID_TOPIC_EXCEPTION);
    else if (!mayCreate) errors.set(name, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    else wanted.push(isInternalTopic(name) ? internalTopic(node, name) : plainTopic(name));
  }
  if (wanted.length === 0) return errors;
  const response = await node.controller.createTopics({ topics: wanted, timeoutMs: node.settings.requestTimeoutMs, validateOnly: false });
  for (const topic of response.topics) {
    if (topic.errorCode === ErrorCode.NONE || topic.errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) continue;
    errors.set(topic.name, topic.errorCode);
  }
  return errors;
}

/** Makes `__consumer_offsets` unless it is there. False: it could not be made now. */
export async function ensureGroupMetadataTopic(node: BrokerNode): Promise<boolean> {
  if (node.image.topicByName(GROUP_METADATA_TOPIC) !== undefined) return true;
  const errors = await autoCreateTopics(node, [GROUP_METADATA_TOPIC], true);
  return errors.size === 0 && node.image.topicByName(GROUP_METADATA_TOPIC) !== undefined;
}

function plainTopic(name: string): CreateTopicsRequestCreatableTopic {
  return { name, numPartitions: BROKER_DEFAULT, replicationFactor: BROKER_DEFAULT, assignments: [], configs: [] };
}

function internalTopic(node: BrokerNode, name: string): CreateTopicsRequestCreatableTopic {
  if (name !== GROUP_METADATA_TOPIC) return plainTopic(name);
  const { partitions, replicationFactor, segmentBytes } = node.settings.offsetsTopic;
  return {
    name,
    numPartitions: partitions,
    replicationFactor,
    assignments: [],
    configs: [
      { name: 'cleanup.policy', value: 'compact' },
      { name: 'compression.type', value: 'producer' },
      { name: 'segment.bytes', value: String(segmentBytes) },
    ],
  };
}
