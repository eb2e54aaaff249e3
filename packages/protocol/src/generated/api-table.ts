// Generated from definitions/*.api; change those and run `npm run generate`.
import type { ApiInfo } from '../apis.js';

/** Every API of Apache Kafka 4.4, by key. */
export const apis: readonly ApiInfo[] = [
  {
    key: 0,
    name: 'Produce',
    minVersion: 3,
    maxVersion: 13,
    maxStableVersion: 13,
    flexibleVersion: 9,
    listeners: ['broker'],
    load: async () => {
      const { produceRequest, produceResponse } = await import('./produce.js');
      return { request: produceRequest, response: produceResponse };
    },
  },
  {
    key: 1,
    name: 'Fetch',
    minVersion: 4,
    maxVersion: 18,
    maxStableVersion: 18,
    flexibleVersion: 12,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { fetchRequest, fetchResponse } = await import('./fetch.js');
      return { request: fetchRequest, response: fetchResponse };
    },
  },
  {
    key: 2,
    name: 'ListOffsets',
    minVersion: 1,
    maxVersion: 11,
    maxStableVersion: 11,
    flexibleVersion: 6,
    listeners: ['broker'],
    load: async () => {
      const { listOffsetsRequest, listOffsetsResponse } = await import('./list-offsets.js');
      return { request: listOffsetsRequest, response: listOffsetsResponse };
    },
  },
  {
    key: 3,
    name: 'Metadata',
    minVersion: 0,
    maxVersion: 13,
    maxStableVersion: 13,
    flexibleVersion: 9,
    listeners: ['broker'],
    load: async () => {
      const { metadataRequest, metadataResponse } = await import('./metadata.js');
      return { request: metadataRequest, response: metadataResponse };
    },
  },
  {
    key: 8,
    name: 'OffsetCommit',
    minVersion: 2,
    maxVersion: 10,
    maxStableVersion: 10,
    flexibleVersion: 8,
    listeners: ['broker'],
    load: async () => {
      const { offsetCommitRequest, offsetCommitResponse } = await import('./offset-commit.js');
      return { request: offsetCommitRequest, response: offsetCommitResponse };
    },
  },
  {
    key: 9,
    name: 'OffsetFetch',
    minVersion: 1,
    maxVersion: 10,
    maxStableVersion: 10,
    flexibleVersion: 6,
    listeners: ['broker'],
    load: async () => {
      const { offsetFetchRequest, offsetFetchResponse } = await import('./offset-fetch.js');
      return { request: offsetFetchRequest, response: offsetFetchResponse };
    },
  },
  {
    key: 10,
    name: 'FindCoordinator',
    minVersion: 0,
    maxVersion: 6,
    maxStableVersion: 6,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { findCoordinatorRequest, findCoordinatorResponse } = await import('./find-coordinator.js');
      return { request: findCoordinatorRequest, response: findCoordinatorResponse };
    },
  },
  {
    key: 11,
    name: 'JoinGroup',
    minVersion: 0,
    maxVersion: 9,
    maxStableVersion: 9,
    flexibleVersion: 6,
    listeners: ['broker'],
    load: async () => {
      const { joinGroupRequest, joinGroupResponse } = await import('./join-group.js');
      return { request: joinGroupRequest, response: joinGroupResponse };
    },
  },
  {
    key: 12,
    name: 'Heartbeat',
    minVersion: 0,
    maxVersion: 4,
    maxStableVersion: 4,
    flexibleVersion: 4,
    listeners: ['broker'],
    load: async () => {
      const { heartbeatRequest, heartbeatResponse } = await import('./heartbeat.js');
      return { request: heartbeatRequest, response: heartbeatResponse };
    },
  },
  {
    key: 13,
    name: 'LeaveGroup',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 4,
    listeners: ['broker'],
    load: async () => {
      const { leaveGroupRequest, leaveGroupResponse } = await import('./leave-group.js');
      return { request: leaveGroupRequest, response: leaveGroupResponse };
    },
  },
  {
    key: 14,
    name: 'SyncGroup',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 4,
    listeners: ['broker'],
    load: async () => {
      const { syncGroupRequest, syncGroupResponse } = await import('./sync-group.js');
      return { request: syncGroupRequest, response: syncGroupResponse };
    },
  },
  {
    key: 15,
    name: 'DescribeGroups',
    minVersion: 0,
    maxVersion: 6,
    maxStableVersion: 6,
    flexibleVersion: 5,
    listeners: ['broker'],
    load: async () => {
      const { describeGroupsRequest, describeGroupsResponse } = await import('./describe-groups.js');
      return { request: describeGroupsRequest, response: describeGroupsResponse };
    },
  },
  {
    key: 16,
    name: 'ListGroups',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { listGroupsRequest, listGroupsResponse } = await import('./list-groups.js');
      return { request: listGroupsRequest, response: listGroupsResponse };
    },
  },
  {
    key: 17,
    name: 'SaslHandshake',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 32767,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { saslHandshakeRequest, saslHandshakeResponse } = await import('./sasl-handshake.js');
      return { request: saslHandshakeRequest, response: saslHandshakeResponse };
    },
  },
  {
    key: 18,
    name: 'ApiVersions',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 3,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { apiVersionsRequest, apiVersionsResponse } = await import('./api-versions.js');
      return { request: apiVersionsRequest, response: apiVersionsResponse };
    },
  },
  {
    key: 19,
    name: 'CreateTopics',
    minVersion: 2,
    maxVersion: 7,
    maxStableVersion: 7,
    flexibleVersion: 5,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { createTopicsRequest, createTopicsResponse } = await import('./create-topics.js');
      return { request: createTopicsRequest, response: createTopicsResponse };
    },
  },
  {
    key: 20,
    name: 'DeleteTopics',
    minVersion: 1,
    maxVersion: 6,
    maxStableVersion: 6,
    flexibleVersion: 4,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { deleteTopicsRequest, deleteTopicsResponse } = await import('./delete-topics.js');
      return { request: deleteTopicsRequest, response: deleteTopicsResponse };
    },
  },
  {
    key: 21,
    name: 'DeleteRecords',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker'],
    load: async () => {
      const { deleteRecordsRequest, deleteRecordsResponse } = await import('./delete-records.js');
      return { request: deleteRecordsRequest, response: deleteRecordsResponse };
    },
  },
  {
    key: 22,
    name: 'InitProducerId',
    minVersion: 0,
    maxVersion: 6,
    maxStableVersion: 5,
    flexibleVersion: 2,
    listeners: ['broker'],
    load: async () => {
      const { initProducerIdRequest, initProducerIdResponse } = await import('./init-producer-id.js');
      return { request: initProducerIdRequest, response: initProducerIdResponse };
    },
  },
  {
    key: 23,
    name: 'OffsetForLeaderEpoch',
    minVersion: 2,
    maxVersion: 4,
    maxStableVersion: 4,
    flexibleVersion: 4,
    listeners: ['broker'],
    load: async () => {
      const { offsetForLeaderEpochRequest, offsetForLeaderEpochResponse } = await import('./offset-for-leader-epoch.js');
      return { request: offsetForLeaderEpochRequest, response: offsetForLeaderEpochResponse };
    },
  },
  {
    key: 24,
    name: 'AddPartitionsToTxn',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { addPartitionsToTxnRequest, addPartitionsToTxnResponse } = await import('./add-partitions-to-txn.js');
      return { request: addPartitionsToTxnRequest, response: addPartitionsToTxnResponse };
    },
  },
  {
    key: 25,
    name: 'AddOffsetsToTxn',
    minVersion: 0,
    maxVersion: 4,
    maxStableVersion: 4,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { addOffsetsToTxnRequest, addOffsetsToTxnResponse } = await import('./add-offsets-to-txn.js');
      return { request: addOffsetsToTxnRequest, response: addOffsetsToTxnResponse };
    },
  },
  {
    key: 26,
    name: 'EndTxn',
    minVersion: 0,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { endTxnRequest, endTxnResponse } = await import('./end-txn.js');
      return { request: endTxnRequest, response: endTxnResponse };
    },
  },
  {
    key: 27,
    name: 'WriteTxnMarkers',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 1,
    listeners: ['broker'],
    load: async () => {
      const { writeTxnMarkersRequest, writeTxnMarkersResponse } = await import('./write-txn-markers.js');
      return { request: writeTxnMarkersRequest, response: writeTxnMarkersResponse };
    },
  },
  {
    key: 28,
    name: 'TxnOffsetCommit',
    minVersion: 0,
    maxVersion: 6,
    maxStableVersion: 6,
    flexibleVersion: 3,
    listeners: ['broker'],
    load: async () => {
      const { txnOffsetCommitRequest, txnOffsetCommitResponse } = await import('./txn-offset-commit.js');
      return { request: txnOffsetCommitRequest, response: txnOffsetCommitResponse };
    },
  },
  {
    key: 29,
    name: 'DescribeAcls',
    minVersion: 1,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeAclsRequest, describeAclsResponse } = await import('./describe-acls.js');
      return { request: describeAclsRequest, response: describeAclsResponse };
    },
  },
  {
    key: 30,
    name: 'CreateAcls',
    minVersion: 1,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { createAclsRequest, createAclsResponse } = await import('./create-acls.js');
      return { request: createAclsRequest, response: createAclsResponse };
    },
  },
  {
    key: 31,
    name: 'DeleteAcls',
    minVersion: 1,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { deleteAclsRequest, deleteAclsResponse } = await import('./delete-acls.js');
      return { request: deleteAclsRequest, response: deleteAclsResponse };
    },
  },
  {
    key: 32,
    name: 'DescribeConfigs',
    minVersion: 1,
    maxVersion: 4,
    maxStableVersion: 4,
    flexibleVersion: 4,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeConfigsRequest, describeConfigsResponse } = await import('./describe-configs.js');
      return { request: describeConfigsRequest, response: describeConfigsResponse };
    },
  },
  {
    key: 33,
    name: 'AlterConfigs',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { alterConfigsRequest, alterConfigsResponse } = await import('./alter-configs.js');
      return { request: alterConfigsRequest, response: alterConfigsResponse };
    },
  },
  {
    key: 34,
    name: 'AlterReplicaLogDirs',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker'],
    load: async () => {
      const { alterReplicaLogDirsRequest, alterReplicaLogDirsResponse } = await import('./alter-replica-log-dirs.js');
      return { request: alterReplicaLogDirsRequest, response: alterReplicaLogDirsResponse };
    },
  },
  {
    key: 35,
    name: 'DescribeLogDirs',
    minVersion: 1,
    maxVersion: 5,
    maxStableVersion: 5,
    flexibleVersion: 2,
    listeners: ['broker'],
    load: async () => {
      const { describeLogDirsRequest, describeLogDirsResponse } = await import('./describe-log-dirs.js');
      return { request: describeLogDirsRequest, response: describeLogDirsResponse };
    },
  },
  {
    key: 36,
    name: 'SaslAuthenticate',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { saslAuthenticateRequest, saslAuthenticateResponse } = await import('./sasl-authenticate.js');
      return { request: saslAuthenticateRequest, response: saslAuthenticateResponse };
    },
  },
  {
    key: 37,
    name: 'CreatePartitions',
    minVersion: 0,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { createPartitionsRequest, createPartitionsResponse } = await import('./create-partitions.js');
      return { request: createPartitionsRequest, response: createPartitionsResponse };
    },
  },
  {
    key: 38,
    name: 'CreateDelegationToken',
    minVersion: 1,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { createDelegationTokenRequest, createDelegationTokenResponse } = await import('./create-delegation-token.js');
      return { request: createDelegationTokenRequest, response: createDelegationTokenResponse };
    },
  },
  {
    key: 39,
    name: 'RenewDelegationToken',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { renewDelegationTokenRequest, renewDelegationTokenResponse } = await import('./renew-delegation-token.js');
      return { request: renewDelegationTokenRequest, response: renewDelegationTokenResponse };
    },
  },
  {
    key: 40,
    name: 'ExpireDelegationToken',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { expireDelegationTokenRequest, expireDelegationTokenResponse } = await import('./expire-delegation-token.js');
      return { request: expireDelegationTokenRequest, response: expireDelegationTokenResponse };
    },
  },
  {
    key: 41,
    name: 'DescribeDelegationToken',
    minVersion: 1,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeDelegationTokenRequest, describeDelegationTokenResponse } = await import('./describe-delegation-token.js');
      return { request: describeDelegationTokenRequest, response: describeDelegationTokenResponse };
    },
  },
  {
    key: 42,
    name: 'DeleteGroups',
    minVersion: 0,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 2,
    listeners: ['broker'],
    load: async () => {
      const { deleteGroupsRequest, deleteGroupsResponse } = await import('./delete-groups.js');
      return { request: deleteGroupsRequest, response: deleteGroupsResponse };
    },
  },
  {
    key: 43,
    name: 'ElectLeaders',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 2,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { electLeadersRequest, electLeadersResponse } = await import('./elect-leaders.js');
      return { request: electLeadersRequest, response: electLeadersResponse };
    },
  },
  {
    key: 44,
    name: 'IncrementalAlterConfigs',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 1,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { incrementalAlterConfigsRequest, incrementalAlterConfigsResponse } = await import('./incremental-alter-configs.js');
      return { request: incrementalAlterConfigsRequest, response: incrementalAlterConfigsResponse };
    },
  },
  {
    key: 45,
    name: 'AlterPartitionReassignments',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { alterPartitionReassignmentsRequest, alterPartitionReassignmentsResponse } = await import('./alter-partition-reassignments.js');
      return { request: alterPartitionReassignmentsRequest, response: alterPartitionReassignmentsResponse };
    },
  },
  {
    key: 46,
    name: 'ListPartitionReassignments',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { listPartitionReassignmentsRequest, listPartitionReassignmentsResponse } = await import('./list-partition-reassignments.js');
      return { request: listPartitionReassignmentsRequest, response: listPartitionReassignmentsResponse };
    },
  },
  {
    key: 47,
    name: 'OffsetDelete',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 32767,
    listeners: ['broker'],
    load: async () => {
      const { offsetDeleteRequest, offsetDeleteResponse } = await import('./offset-delete.js');
      return { request: offsetDeleteRequest, response: offsetDeleteResponse };
    },
  },
  {
    key: 48,
    name: 'DescribeClientQuotas',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 1,
    listeners: ['broker'],
    load: async () => {
      const { describeClientQuotasRequest, describeClientQuotasResponse } = await import('./describe-client-quotas.js');
      return { request: describeClientQuotasRequest, response: describeClientQuotasResponse };
    },
  },
  {
    key: 49,
    name: 'AlterClientQuotas',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 1,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { alterClientQuotasRequest, alterClientQuotasResponse } = await import('./alter-client-quotas.js');
      return { request: alterClientQuotasRequest, response: alterClientQuotasResponse };
    },
  },
  {
    key: 50,
    name: 'DescribeUserScramCredentials',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeUserScramCredentialsRequest, describeUserScramCredentialsResponse } = await import('./describe-user-scram-credentials.js');
      return { request: describeUserScramCredentialsRequest, response: describeUserScramCredentialsResponse };
    },
  },
  {
    key: 51,
    name: 'AlterUserScramCredentials',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { alterUserScramCredentialsRequest, alterUserScramCredentialsResponse } = await import('./alter-user-scram-credentials.js');
      return { request: alterUserScramCredentialsRequest, response: alterUserScramCredentialsResponse };
    },
  },
  {
    key: 52,
    name: 'Vote',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { voteRequest, voteResponse } = await import('./vote.js');
      return { request: voteRequest, response: voteResponse };
    },
  },
  {
    key: 53,
    name: 'BeginQuorumEpoch',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 1,
    listeners: ['controller'],
    load: async () => {
      const { beginQuorumEpochRequest, beginQuorumEpochResponse } = await import('./begin-quorum-epoch.js');
      return { request: beginQuorumEpochRequest, response: beginQuorumEpochResponse };
    },
  },
  {
    key: 54,
    name: 'EndQuorumEpoch',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 1,
    listeners: ['controller'],
    load: async () => {
      const { endQuorumEpochRequest, endQuorumEpochResponse } = await import('./end-quorum-epoch.js');
      return { request: endQuorumEpochRequest, response: endQuorumEpochResponse };
    },
  },
  {
    key: 55,
    name: 'DescribeQuorum',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeQuorumRequest, describeQuorumResponse } = await import('./describe-quorum.js');
      return { request: describeQuorumRequest, response: describeQuorumResponse };
    },
  },
  {
    key: 56,
    name: 'AlterPartition',
    minVersion: 2,
    maxVersion: 3,
    maxStableVersion: 3,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { alterPartitionRequest, alterPartitionResponse } = await import('./alter-partition.js');
      return { request: alterPartitionRequest, response: alterPartitionResponse };
    },
  },
  {
    key: 57,
    name: 'UpdateFeatures',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { updateFeaturesRequest, updateFeaturesResponse } = await import('./update-features.js');
      return { request: updateFeaturesRequest, response: updateFeaturesResponse };
    },
  },
  {
    key: 58,
    name: 'Envelope',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { envelopeRequest, envelopeResponse } = await import('./envelope.js');
      return { request: envelopeRequest, response: envelopeResponse };
    },
  },
  {
    key: 59,
    name: 'FetchSnapshot',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { fetchSnapshotRequest, fetchSnapshotResponse } = await import('./fetch-snapshot.js');
      return { request: fetchSnapshotRequest, response: fetchSnapshotResponse };
    },
  },
  {
    key: 60,
    name: 'DescribeCluster',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { describeClusterRequest, describeClusterResponse } = await import('./describe-cluster.js');
      return { request: describeClusterRequest, response: describeClusterResponse };
    },
  },
  {
    key: 61,
    name: 'DescribeProducers',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { describeProducersRequest, describeProducersResponse } = await import('./describe-producers.js');
      return { request: describeProducersRequest, response: describeProducersResponse };
    },
  },
  {
    key: 62,
    name: 'BrokerRegistration',
    minVersion: 0,
    maxVersion: 4,
    maxStableVersion: 4,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { brokerRegistrationRequest, brokerRegistrationResponse } = await import('./broker-registration.js');
      return { request: brokerRegistrationRequest, response: brokerRegistrationResponse };
    },
  },
  {
    key: 63,
    name: 'BrokerHeartbeat',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { brokerHeartbeatRequest, brokerHeartbeatResponse } = await import('./broker-heartbeat.js');
      return { request: brokerHeartbeatRequest, response: brokerHeartbeatResponse };
    },
  },
  {
    key: 64,
    name: 'UnregisterBroker',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { unregisterBrokerRequest, unregisterBrokerResponse } = await import('./unregister-broker.js');
      return { request: unregisterBrokerRequest, response: unregisterBrokerResponse };
    },
  },
  {
    key: 65,
    name: 'DescribeTransactions',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { describeTransactionsRequest, describeTransactionsResponse } = await import('./describe-transactions.js');
      return { request: describeTransactionsRequest, response: describeTransactionsResponse };
    },
  },
  {
    key: 66,
    name: 'ListTransactions',
    minVersion: 0,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { listTransactionsRequest, listTransactionsResponse } = await import('./list-transactions.js');
      return { request: listTransactionsRequest, response: listTransactionsResponse };
    },
  },
  {
    key: 67,
    name: 'AllocateProducerIds',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { allocateProducerIdsRequest, allocateProducerIdsResponse } = await import('./allocate-producer-ids.js');
      return { request: allocateProducerIdsRequest, response: allocateProducerIdsResponse };
    },
  },
  {
    key: 68,
    name: 'ConsumerGroupHeartbeat',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { consumerGroupHeartbeatRequest, consumerGroupHeartbeatResponse } = await import('./consumer-group-heartbeat.js');
      return { request: consumerGroupHeartbeatRequest, response: consumerGroupHeartbeatResponse };
    },
  },
  {
    key: 69,
    name: 'ConsumerGroupDescribe',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { consumerGroupDescribeRequest, consumerGroupDescribeResponse } = await import('./consumer-group-describe.js');
      return { request: consumerGroupDescribeRequest, response: consumerGroupDescribeResponse };
    },
  },
  {
    key: 70,
    name: 'ControllerRegistration',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { controllerRegistrationRequest, controllerRegistrationResponse } = await import('./controller-registration.js');
      return { request: controllerRegistrationRequest, response: controllerRegistrationResponse };
    },
  },
  {
    key: 71,
    name: 'GetTelemetrySubscriptions',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { getTelemetrySubscriptionsRequest, getTelemetrySubscriptionsResponse } = await import('./get-telemetry-subscriptions.js');
      return { request: getTelemetrySubscriptionsRequest, response: getTelemetrySubscriptionsResponse };
    },
  },
  {
    key: 72,
    name: 'PushTelemetry',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { pushTelemetryRequest, pushTelemetryResponse } = await import('./push-telemetry.js');
      return { request: pushTelemetryRequest, response: pushTelemetryResponse };
    },
  },
  {
    key: 73,
    name: 'AssignReplicasToDirs',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { assignReplicasToDirsRequest, assignReplicasToDirsResponse } = await import('./assign-replicas-to-dirs.js');
      return { request: assignReplicasToDirsRequest, response: assignReplicasToDirsResponse };
    },
  },
  {
    key: 74,
    name: 'ListConfigResources',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { listConfigResourcesRequest, listConfigResourcesResponse } = await import('./list-config-resources.js');
      return { request: listConfigResourcesRequest, response: listConfigResourcesResponse };
    },
  },
  {
    key: 75,
    name: 'DescribeTopicPartitions',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { describeTopicPartitionsRequest, describeTopicPartitionsResponse } = await import('./describe-topic-partitions.js');
      return { request: describeTopicPartitionsRequest, response: describeTopicPartitionsResponse };
    },
  },
  {
    key: 76,
    name: 'ShareGroupHeartbeat',
    minVersion: 1,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { shareGroupHeartbeatRequest, shareGroupHeartbeatResponse } = await import('./share-group-heartbeat.js');
      return { request: shareGroupHeartbeatRequest, response: shareGroupHeartbeatResponse };
    },
  },
  {
    key: 77,
    name: 'ShareGroupDescribe',
    minVersion: 1,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { shareGroupDescribeRequest, shareGroupDescribeResponse } = await import('./share-group-describe.js');
      return { request: shareGroupDescribeRequest, response: shareGroupDescribeResponse };
    },
  },
  {
    key: 78,
    name: 'ShareFetch',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { shareFetchRequest, shareFetchResponse } = await import('./share-fetch.js');
      return { request: shareFetchRequest, response: shareFetchResponse };
    },
  },
  {
    key: 79,
    name: 'ShareAcknowledge',
    minVersion: 1,
    maxVersion: 2,
    maxStableVersion: 2,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { shareAcknowledgeRequest, shareAcknowledgeResponse } = await import('./share-acknowledge.js');
      return { request: shareAcknowledgeRequest, response: shareAcknowledgeResponse };
    },
  },
  {
    key: 80,
    name: 'AddRaftVoter',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['controller', 'broker'],
    load: async () => {
      const { addRaftVoterRequest, addRaftVoterResponse } = await import('./add-raft-voter.js');
      return { request: addRaftVoterRequest, response: addRaftVoterResponse };
    },
  },
  {
    key: 81,
    name: 'RemoveRaftVoter',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller', 'broker'],
    load: async () => {
      const { removeRaftVoterRequest, removeRaftVoterResponse } = await import('./remove-raft-voter.js');
      return { request: removeRaftVoterRequest, response: removeRaftVoterResponse };
    },
  },
  {
    key: 82,
    name: 'UpdateRaftVoter',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['controller'],
    load: async () => {
      const { updateRaftVoterRequest, updateRaftVoterResponse } = await import('./update-raft-voter.js');
      return { request: updateRaftVoterRequest, response: updateRaftVoterResponse };
    },
  },
  {
    key: 83,
    name: 'InitializeShareGroupState',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { initializeShareGroupStateRequest, initializeShareGroupStateResponse } = await import('./initialize-share-group-state.js');
      return { request: initializeShareGroupStateRequest, response: initializeShareGroupStateResponse };
    },
  },
  {
    key: 84,
    name: 'ReadShareGroupState',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { readShareGroupStateRequest, readShareGroupStateResponse } = await import('./read-share-group-state.js');
      return { request: readShareGroupStateRequest, response: readShareGroupStateResponse };
    },
  },
  {
    key: 85,
    name: 'WriteShareGroupState',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { writeShareGroupStateRequest, writeShareGroupStateResponse } = await import('./write-share-group-state.js');
      return { request: writeShareGroupStateRequest, response: writeShareGroupStateResponse };
    },
  },
  {
    key: 86,
    name: 'DeleteShareGroupState',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { deleteShareGroupStateRequest, deleteShareGroupStateResponse } = await import('./delete-share-group-state.js');
      return { request: deleteShareGroupStateRequest, response: deleteShareGroupStateResponse };
    },
  },
  {
    key: 87,
    name: 'ReadShareGroupStateSummary',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { readShareGroupStateSummaryRequest, readShareGroupStateSummaryResponse } = await import('./read-share-group-state-summary.js');
      return { request: readShareGroupStateSummaryRequest, response: readShareGroupStateSummaryResponse };
    },
  },
  {
    key: 88,
    name: 'StreamsGroupHeartbeat',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { streamsGroupHeartbeatRequest, streamsGroupHeartbeatResponse } = await import('./streams-group-heartbeat.js');
      return { request: streamsGroupHeartbeatRequest, response: streamsGroupHeartbeatResponse };
    },
  },
  {
    key: 89,
    name: 'StreamsGroupDescribe',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { streamsGroupDescribeRequest, streamsGroupDescribeResponse } = await import('./streams-group-describe.js');
      return { request: streamsGroupDescribeRequest, response: streamsGroupDescribeResponse };
    },
  },
  {
    key: 90,
    name: 'DescribeShareGroupOffsets',
    minVersion: 0,
    maxVersion: 1,
    maxStableVersion: 1,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { describeShareGroupOffsetsRequest, describeShareGroupOffsetsResponse } = await import('./describe-share-group-offsets.js');
      return { request: describeShareGroupOffsetsRequest, response: describeShareGroupOffsetsResponse };
    },
  },
  {
    key: 91,
    name: 'AlterShareGroupOffsets',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { alterShareGroupOffsetsRequest, alterShareGroupOffsetsResponse } = await import('./alter-share-group-offsets.js');
      return { request: alterShareGroupOffsetsRequest, response: alterShareGroupOffsetsResponse };
    },
  },
  {
    key: 92,
    name: 'DeleteShareGroupOffsets',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { deleteShareGroupOffsetsRequest, deleteShareGroupOffsetsResponse } = await import('./delete-share-group-offsets.js');
      return { request: deleteShareGroupOffsetsRequest, response: deleteShareGroupOffsetsResponse };
    },
  },
  {
    key: 93,
    name: 'StreamsGroupTopologyDescriptionUpdate',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker'],
    load: async () => {
      const { streamsGroupTopologyDescriptionUpdateRequest, streamsGroupTopologyDescriptionUpdateResponse } = await import('./streams-group-topology-description-update.js');
      return { request: streamsGroupTopologyDescriptionUpdateRequest, response: streamsGroupTopologyDescriptionUpdateResponse };
    },
  },
  {
    key: 94,
    name: 'UnregisterController',
    minVersion: 0,
    maxVersion: 0,
    maxStableVersion: 0,
    flexibleVersion: 0,
    listeners: ['broker', 'controller'],
    load: async () => {
      const { unregisterControllerRequest, unregisterControllerResponse } = await import('./unregister-controller.js');
      return { request: unregisterControllerRequest, response: unregisterControllerResponse };
    },
  },
];
