/** The APIs that tests ask a broker by, each as its request and response. */
import { api } from '@millrace/network-client';
import * as alterConfigsMessages from '@millrace/protocol/messages/alter-configs';
import * as apiVersionsMessages from '@millrace/protocol/messages/api-versions';
import * as createPartitionsMessages from '@millrace/protocol/messages/create-partitions';
import * as createTopicsMessages from '@millrace/protocol/messages/create-topics';
import * as deleteGroupsMessages from '@millrace/protocol/messages/delete-groups';
import * as deleteRecordsMessages from '@millrace/protocol/messages/delete-records';
import * as deleteTopicsMessages from '@millrace/protocol/messages/delete-topics';
import * as describeClusterMessages from '@millrace/protocol/messages/describe-cluster';
import * as describeConfigsMessages from '@millrace/protocol/messages/describe-configs';
import * as describeGroupsMessages from '@millrace/protocol/messages/describe-groups';
import * as describeLogDirsMessages from '@millrace/protocol/messages/describe-log-dirs';
import * as describeProducersMessages from '@millrace/protocol/messages/describe-producers';
import * as describeQuorumMessages from '@millrace/protocol/messages/describe-quorum';
import * as describeTopicPartitionsMessages from '@millrace/protocol/messages/describe-topic-partitions';
import * as fetchMessages from '@millrace/protocol/messages/fetch';
import * as findCoordinatorMessages from '@millrace/protocol/messages/find-coordinator';
import * as heartbeatMessages from '@millrace/protocol/messages/heartbeat';
import * as incrementalAlterConfigsMessages from '@millrace/protocol/messages/incremental-alter-configs';
import * as initProducerIdMessages from '@millrace/protocol/messages/init-producer-id';
import * as joinGroupMessages from '@millrace/protocol/messages/join-group';
import * as leaveGroupMessages from '@millrace/protocol/messages/leave-group';
import * as listConfigResourcesMessages from '@millrace/protocol/messages/list-config-resources';
import * as listGroupsMessages from '@millrace/protocol/messages/list-groups';
import * as listOffsetsMessages from '@millrace/protocol/messages/list-offsets';
import * as metadataMessages from '@millrace/protocol/messages/metadata';
import * as offsetCommitMessages from '@millrace/protocol/messages/offset-commit';
import * as offsetDeleteMessages from '@millrace/protocol/messages/offset-delete';
import * as offsetFetchMessages from '@millrace/protocol/messages/offset-fetch';
import * as offsetForLeaderEpochMessages from '@millrace/protocol/messages/offset-for-leader-epoch';
import * as produceMessages from '@millrace/protocol/messages/produce';
import * as syncGroupMessages from '@millrace/protocol/messages/sync-group';
import * as updateFeaturesMessages from '@millrace/protocol/messages/update-features';

export const alterConfigs = api(alterConfigsMessages.alterConfigsRequest, alterConfigsMessages.alterConfigsResponse);
export const apiVersions = api(apiVersionsMessages.apiVersionsRequest, apiVersionsMessages.apiVersionsResponse);
export const createPartitions = api(createPartitionsMessages.createPartitionsRequest, createPartitionsMessages.createPartitionsResponse);
export const createTopics = api(createTopicsMessages.createTopicsRequest, createTopicsMessages.createTopicsResponse);
export const deleteGroups = api(deleteGroupsMessages.deleteGroupsRequest, deleteGroupsMessages.deleteGroupsResponse);
export const deleteRecords = api(deleteRecordsMessages.deleteRecordsRequest, deleteRecordsMessages.deleteRecordsResponse);
export const deleteTopics = api(deleteTopicsMessages.deleteTopicsRequest, deleteTopicsMessages.deleteTopicsResponse);
export const describeCluster = api(describeClusterMessages.describeClusterRequest, describeClusterMessages.describeClusterResponse);
export const describeConfigs = api(describeConfigsMessages.describeConfigsRequest, describeConfigsMessages.describeConfigsResponse);
export const describeGroups = api(describeGroupsMessages.describeGroupsRequest, describeGroupsMessages.describeGroupsResponse);
export const describeLogDirs = api(describeLogDirsMessages.describeLogDirsRequest, describeLogDirsMessages.describeLogDirsResponse);
export const describeProducers = api(describeProducersMessages.describeProducersRequest, describeProducersMessages.describeProducersResponse);
export const describeQuorum = api(describeQuorumMessages.describeQuorumRequest, describeQuorumMessages.describeQuorumResponse);
export const describeTopicPartitions = api(
  describeTopicPartitionsMessages.describeTopicPartitionsRequest,
  describeTopicPartitionsMessages.describeTopicPartitionsResponse,
);
export const fetch = api(fetchMessages.fetchRequest, fetchMessages.fetchResponse);
export const findCoordinator = api(findCoordinatorMessages.findCoordinatorRequest, findCoordinatorMessages.findCoordinatorResponse);
export const heartbeat = api(heartbeatMessages.heartbeatRequest, heartbeatMessages.heartbeatResponse);
export const incrementalAlterConfigs = api(
  incrementalAlterConfigsMessages.incrementalAlterConfigsRequest,
  incrementalAlterConfigsMessages.incrementalAlterConfigsResponse,
);
export const initProducerId = api(initProducerIdMessages.initProducerIdRequest, initProducerIdMessages.initProducerIdResponse);
export const joinGroup = api(joinGroupMessages.joinGroupRequest, joinGroupMessages.joinGroupResponse);
export const leaveGroup = api(leaveGroupMessages.leaveGroupRequest, leaveGroupMessages.leaveGroupResponse);
export const listConfigResources = api(listConfigResourcesMessages.listConfigResourcesRequest, listConfigResourcesMessages.listConfigResourcesResponse);
export const listGroups = api(listGroupsMessages.listGroupsRequest, listGroupsMessages.listGroupsResponse);
export const listOffsets = api(listOffsetsMessages.listOffsetsRequest, listOffsetsMessages.listOffsetsResponse);
export const metadata = api(metadataMessages.metadataRequest, metadataMessages.metadataResponse);
export const offsetCommit = api(offsetCommitMessages.offsetCommitRequest, offsetCommitMessages.offsetCommitResponse);
export const offsetDelete = api(offsetDeleteMessages.offsetDeleteRequest, offsetDeleteMessages.offsetDeleteResponse);
export const offsetFetch = api(offsetFetchMessages.offsetFetchRequest, offsetFetchMessages.offsetFetchResponse);
export const offsetForLeaderEpoch = api(
  offsetForLeaderEpochMessages.offsetForLeaderEpochRequest,
  offsetForLeaderEpochMessages.offsetForLeaderEpochResponse,
);
export const produce = api(produceMessages.produceRequest, produceMessages.produceResponse);
export const syncGroup = api(syncGroupMessages.syncGroupRequest, syncGroupMessages.syncGroupResponse);
export const updateFeatures = api(updateFeaturesMessages.updateFeaturesRequest, updateFeaturesMessages.updateFeaturesResponse);
