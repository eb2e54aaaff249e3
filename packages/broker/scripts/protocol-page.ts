/** Prints docs/protocol.md from the table of handlers and the table of all APIs: `npm run docs -w @millrace/broker`. */
import { apis } from '@millrace/protocol';
import { apiTable } from '../src/handlers/table.js';

const LATER: Readonly<Record<string, string>> = {
  security: 'SaslHandshake SaslAuthenticate DescribeAcls CreateAcls DeleteAcls CreateDelegationToken RenewDelegationToken ExpireDelegationToken DescribeDelegationToken DescribeUserScramCredentials AlterUserScramCredentials',
  transactions: 'AddPartitionsToTxn AddOffsetsToTxn EndTxn WriteTxnMarkers TxnOffsetCommit DescribeTransactions ListTransactions',
  'clusters of several nodes':
    'Vote BeginQuorumEpoch EndQuorumEpoch FetchSnapshot AlterPartition Envelope BrokerRegistration BrokerHeartbeat UnregisterBroker UnregisterController AllocateProducerIds ControllerRegistration AssignReplicasToDirs AddRaftVoter RemoveRaftVoter UpdateRaftVoter ElectLeaders AlterPartitionReassignments ListPartitionReassignments AlterReplicaLogDirs',
  'consumer groups of KIP-848': 'ConsumerGroupHeartbeat ConsumerGroupDescribe',
  'share groups':
    'ShareGroupHeartbeat ShareGroupDescribe ShareFetch ShareAcknowledge InitializeShareGroupState ReadShareGroupState WriteShareGroupState DeleteShareGroupState ReadShareGroupStateSummary DescribeShareGroupOffsets AlterShareGroupOffsets DeleteShareGroupOffsets',
  'streams groups': 'StreamsGroupHeartbeat StreamsGroupDescribe StreamsGroupTopologyDescriptionUpdate',
  quotas: 'DescribeClientQuotas AlterClientQuotas',
  'client telemetry': 'GetTelemetrySubscriptions PushTelemetry',
};

/** The page as it must be. @throws Error when an API is neither served nor said to come later */
export function protocolPage(): string {
  const later = new Map(Object.entries(LATER).flatMap(([topic, names]) => names.split(' ').map((name) => [name, topic] as const)));
  const rows = apis.map((api) => {
    const served = apiTable.find((row) => row.key === api.key);
    const known = api.minVersion === api.maxVersion ? `${api.minVersion}` : `${api.minVersion}–${api.maxVersion}`;
    if (served !== undefined) return `| ${api.key} | ${api.name} | ${known} | ${served.minVersion}–${served.maxVersion} | ${served.on.join(', ')} |`;
    const topic = later.get(api.name);
    if (topic === undefined) throw new Error(`${api.name} is neither served nor said to come later`);
    return `| ${api.key} | ${api.name} | ${known} | not yet: ${topic} | |`;
  });
  return `${HEAD}${rows.join('\n')}\n${TAIL}`;
}

const HEAD = `# The protocol

Every API of Apache Kafka 4.4. The codec (\`@millrace/protocol\`) reads and writes all of them in all versions; the third column says
which. The broker serves those with versions in the fourth column, and announces nothing else. This page is printed from the tables in
the code (\`npm run docs -w @millrace/broker\`), and a test fails when it is not current.

| key | API | codec | broker | on listeners |
|---|---|---|---|---|
`;

const TAIL = `
- Produce is announced from version 0 on broker listeners, because librdkafka before 2.11 looks for it before it compresses; a request of
  version 0 to 2 closes the connection, as in Kafka.
- An ApiVersions request of a version that is not known is answered in version 0 with UNSUPPORTED_VERSION and the range of ApiVersions.
  Any other API or version that is not served closes the connection with one line in the log.
- InitProducerId with a transactional id, and FindCoordinator for one, are answered TRANSACTIONAL_ID_AUTHORIZATION_FAILED, which every
  client takes for fatal.
`;
