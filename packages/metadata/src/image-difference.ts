/** What differs between two images of which the one was not made from the other: after a snapshot was loaded. */
import type { ConfigResource } from './configs-image.js';
import type { ImmutableMap } from './immutable-map.js';
import type { MetadataChanges } from './metadata-delta.js';
import type { MetadataImage } from './metadata-image.js';
import type { TopicChanges, TopicImage } from './topics-image.js';

/** Nothing is shared here, so what is in both counts as changed: publishers look at it once more. */
export function imageDifference(before: MetadataImage, after: MetadataImage): MetadataChanges {
  return {
    topics: topicDifference(before, after),
    brokers: allKeys(before.brokers, after.brokers),
    controllers: allKeys(before.controllers, after.controllers),
    configs: allKeys(before.configs, after.configs).map((key) => resource(before, after, key)),
    features: [...new Set([...before.features.keys(), ...after.features.keys()])].filter(
      (name) => before.features.get(name) !== after.features.get(name),
    ),
    producerIds: before.nextProducerId !== after.nextProducerId,
    clientQuotas: allKeys(before.clientQuotas, after.clientQuotas),
    scram: allKeys(before.scram, after.scram),
    acls: allKeys(before.acls, after.acls),
    delegationTokens: allKeys(before.delegationTokens, after.delegationTokens),
  };
}

function topicDifference(before: MetadataImage, after: MetadataImage): TopicChanges {
  const created: TopicImage[] = [];
  const deleted: TopicImage[] = [];
  const changed: { before: TopicImage; after: TopicImage }[] = [];
  for (const topic of after.topics.byId.values()) {
    const old = before.topicById(topic.id);
    if (old === undefined) created.push(topic);
    else changed.push({ before: old, after: topic });
  }
  for (const topic of before.topics.byId.values()) if (after.topicById(topic.id) === undefined) deleted.push(topic);
  return { created, deleted, changed };
}

function resource(before: MetadataImage, after: MetadataImage, key: string): ConfigResource {
  const now = after.configs.get(key);
  if (now !== undefined) return now;
  const old = before.configs.get(key);
  return { type: old?.type ?? 0, name: old?.name ?? '', values: new Map() };
}

function allKeys<K extends string | number>(before: ImmutableMap<K, unknown>, after: ImmutableMap<K, unknown>): K[] {
  return [...new Set([...before.keys(), ...after.keys()])];
}
