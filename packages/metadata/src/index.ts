/**
 * Metadata records and the image of a cluster that they make: pure, no clock, no file.
 *
 * How a node uses it:
 *
 *     const loader = new MetadataLoader();                  // follows the committed log
 *     loader.loadSnapshot(records, endOffset - 1, epoch);   // from a checkpoint, if there is one
 *     for each committed batch, in order:
 *       control batch: loader.skip(lastOffset, epoch)
 *       data batch:    for each value: loader.replay(decodeMetadataRecord(value), offset, epoch)
 *       const update = loader.publish()                     // undefined inside a metadata transaction
 *       if (update) tell publishers update.image and update.changes
 *     loader.image.records()                                // the content of a snapshot, end offset loader.image.offset + 1
 *
 * `MetadataDelta` alone (replay, apply) is for whoever looks ahead of the committed log: the controller.
 */
export * from './generated/index.js';
export { type MetadataMessages, type MetadataRecord, metadataRecordCodecs, type MetadataRecordType } from './record-types.js';
export { decodeMetadataRecord, encodeMetadataRecord, metadataRecord } from './record-codec.js';
export * from './metadata-version.js';
export * from './features.js';
export { ImmutableMap, MapDraft } from './immutable-map.js';
export * from './partition-registration.js';
export { type TopicChanges, type TopicImage, type TopicsImage } from './topics-image.js';
export { type BrokerRegistration, brokerRecord, type ControllerRegistration, controllerRecord, type Endpoint } from './broker-registration.js';
export { type ConfigResource, configResourceKey, ConfigResourceType, type ConfigsImage } from './configs-image.js';
export * from './security-images.js';
export { MetadataImage, type MetadataParts } from './metadata-image.js';
export { partitionRecord } from './image-records.js';
export { type MetadataChanges, MetadataDelta } from './metadata-delta.js';
export { MetadataError } from './metadata-error.js';
export { MetadataLoader, type MetadataUpdate } from './metadata-loader.js';
