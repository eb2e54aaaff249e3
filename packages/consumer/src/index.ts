/** A Kafka consumer. */
export { assignors, type Assignor, type AssignorName, type GroupMember } from './assignors/index.js';
export { Consumer, type PollOptions } from './consumer.js';
export type { AutoOffsetReset, ConsumerOptions, IsolationLevel, RebalanceListener } from './consumer-options.js';
export { ConsumerRecord, ConsumerRecords } from './consumer-record.js';
export { decodeAssignment, decodeMember, protocolType as consumerProtocolType } from './group/consumer-protocol.js';
export type { TopicPattern } from './subscription.js';
export type { ClientOptions, CommittedOffset, OffsetAnswer, OffsetToCommit, TopicPartition } from '@millrace/network-client';
