/** A Kafka consumer. */
export { assignors, type Assignor, type AssignorName, type GroupMember } from './assignors/index.js';
export type { CommittedOffset, OffsetToCommit } from './committed-offsets.js';
export { Consumer, type PollOptions } from './consumer.js';
export type { AutoOffsetReset, ConsumerOptions, IsolationLevel, RebalanceListener } from './consumer-options.js';
export { ConsumerRecord, ConsumerRecords } from './consumer-record.js';
export { decodeAssignment, decodeMember, protocolType as consumerProtocolType } from './group/consumer-protocol.js';
export type { TopicPattern } from './subscription.js';
export type { ClientOptions, OffsetAnswer, TopicPartition } from '@millrace/network-client';
