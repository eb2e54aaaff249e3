/** Every record of the metadata log by Kafka's name; the type of a record is that name. */
import type { Decoded, MessageCodec } from '@millrace/protocol';
import {
  abortTransactionRecord,
  type AbortTransactionRecord,
  accessControlEntryRecord,
  type AccessControlEntryRecord,
  beginTransactionRecord,
  type BeginTransactionRecord,
  brokerRegistrationChangeRecord,
  type BrokerRegistrationChangeRecord,
  clearElrRecord,
  type ClearElrRecord,
  clientQuotaRecord,
  type ClientQuotaRecord,
  configRecord,
  type ConfigRecord,
  delegationTokenRecord,
  type DelegationTokenRecord,
  endTransactionRecord,
  type EndTransactionRecord,
  featureLevelRecord,
  type FeatureLevelRecord,
  fenceBrokerRecord,
  type FenceBrokerRecord,
  noOpRecord,
  type NoOpRecord,
  partitionChangeRecord,
  type PartitionChangeRecord,
  partitionRecord,
  type PartitionRecord,
  producerIdsRecord,
  type ProducerIdsRecord,
  registerBrokerRecord,
  type RegisterBrokerRecord,
  registerControllerRecord,
  type RegisterControllerRecord,
  removeAccessControlEntryRecord,
  type RemoveAccessControlEntryRecord,
  removeDelegationTokenRecord,
  type RemoveDelegationTokenRecord,
  removeTopicRecord,
  type RemoveTopicRecord,
  removeUserScramCredentialRecord,
  type RemoveUserScramCredentialRecord,
  topicRecord,
  type TopicRecord,
  unfenceBrokerRecord,
  type UnfenceBrokerRecord,
  unregisterBrokerRecord,
  type UnregisterBrokerRecord,
  unregisterControllerRecord,
  type UnregisterControllerRecord,
  userScramCredentialRecord,
  type UserScramCredentialRecord,
  zkMigrationStateRecord,
  type ZkMigrationStateRecord,
} from './generated/index.js';

/** The message behind each record type, as a caller may write it: fields with a default may be left out. */
export interface MetadataMessages {
  RegisterBrokerRecord: RegisterBrokerRecord;
  UnregisterBrokerRecord: UnregisterBrokerRecord;
  TopicRecord: TopicRecord;
  PartitionRecord: PartitionRecord;
  ConfigRecord: ConfigRecord;
  PartitionChangeRecord: PartitionChangeRecord;
  FenceBrokerRecord: FenceBrokerRecord;
  UnfenceBrokerRecord: UnfenceBrokerRecord;
  RemoveTopicRecord: RemoveTopicRecord;
  DelegationTokenRecord: DelegationTokenRecord;
  UserScramCredentialRecord: UserScramCredentialRecord;
  FeatureLevelRecord: FeatureLevelRecord;
  ClientQuotaRecord: ClientQuotaRecord;
  ProducerIdsRecord: ProducerIdsRecord;
  BrokerRegistrationChangeRecord: BrokerRegistrationChangeRecord;
  AccessControlEntryRecord: AccessControlEntryRecord;
  RemoveAccessControlEntryRecord: RemoveAccessControlEntryRecord;
  NoOpRecord: NoOpRecord;
  ZkMigrationStateRecord: ZkMigrationStateRecord;
  RemoveUserScramCredentialRecord: RemoveUserScramCredentialRecord;
  BeginTransactionRecord: BeginTransactionRecord;
  EndTransactionRecord: EndTransactionRecord;
  AbortTransactionRecord: AbortTransactionRecord;
  RemoveDelegationTokenRecord: RemoveDelegationTokenRecord;
  RegisterControllerRecord: RegisterControllerRecord;
  ClearElrRecord: ClearElrRecord;
  UnregisterControllerRecord: UnregisterControllerRecord;
}

export type MetadataRecordType = keyof MetadataMessages;

/** One record of the metadata log with all its fields, and the version its bytes have. */
export type MetadataRecord = {
  [K in MetadataRecordType]: { readonly type: K; readonly version: number; readonly record: Decoded<MetadataMessages[K]> };
}[MetadataRecordType];

export const metadataRecordCodecs: { readonly [K in MetadataRecordType]: MessageCodec<MetadataMessages[K]> } = {
  RegisterBrokerRecord: registerBrokerRecord,
  UnregisterBrokerRecord: unregisterBrokerRecord,
  TopicRecord: topicRecord,
  PartitionRecord: partitionRecord,
  ConfigRecord: configRecord,
  PartitionChangeRecord: partitionChangeRecord,
  FenceBrokerRecord: fenceBrokerRecord,
  UnfenceBrokerRecord: unfenceBrokerRecord,
  RemoveTopicRecord: removeTopicRecord,
  DelegationTokenRecord: delegationTokenRecord,
  UserScramCredentialRecord: userScramCredentialRecord,
  FeatureLevelRecord: featureLevelRecord,
  ClientQuotaRecord: clientQuotaRecord,
  ProducerIdsRecord: producerIdsRecord,
  BrokerRegistrationChangeRecord: brokerRegistrationChangeRecord,
  AccessControlEntryRecord: accessControlEntryRecord,
  RemoveAccessControlEntryRecord: removeAccessControlEntryRecord,
  NoOpRecord: noOpRecord,
  ZkMigrationStateRecord: zkMigrationStateRecord,
  RemoveUserScramCredentialRecord: removeUserScramCredentialRecord,
  BeginTransactionRecord: beginTransactionRecord,
  EndTransactionRecord: endTransactionRecord,
  AbortTransactionRecord: abortTransactionRecord,
  RemoveDelegationTokenRecord: removeDelegationTokenRecord,
  RegisterControllerRecord: registerControllerRecord,
  ClearElrRecord: clearElrRecord,
  UnregisterControllerRecord: unregisterControllerRecord,
};
