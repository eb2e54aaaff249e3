/** Records of internal topics as JSON, in the form of Kafka's tools: one object behind the other, without line ends. */
import { decodeCoordinatorRecord, transactionLogKey, transactionLogValue, type CoordinatorRecord } from '@millrace/coordinator';
import { Reader } from '@millrace/protocol';
import type { ConsumedRecord } from './consumer-port.js';

/** The bytes to print, null for a record of another kind. */
type RecordAsJson = (key: Uint8Array, value: Uint8Array | null) => object | null;

const utf8 = new TextEncoder();
const nothing = new Uint8Array(0);

/** By the name of Kafka's class. */
export const internalFormatters: Readonly<Record<string, (record: ConsumedRecord) => Uint8Array>> = {
  OffsetsMessageFormatter: formatter((key, value) => jsonOf(key, decodeCoordinatorRecord(key, value), 'offset-commit')),
  GroupMetadataMessageFormatter: formatter((key, value) => jsonOf(key, decodeCoordinatorRecord(key, value), 'group-metadata')),
  TransactionLogMessageFormatter: formatter(transactionJson),
};

function formatter(json: RecordAsJson): (record: ConsumedRecord) => Uint8Array {
  return ({ key, value }) => {
    const shown = key === null ? null : json(key, value);
    return shown === null ? nothing : utf8.encode(JSON.stringify(shown));
  };
}

function jsonOf(key: Uint8Array, record: CoordinatorRecord, wanted: CoordinatorRecord['type']): object | null {
  if (record.type !== wanted || record.type === 'foreign') return null;
  const { value, valueVersion } = record;
  const data = value === null ? null : record.type === 'offset-commit' ? offsetData(record.value!, valueVersion) : groupData(record.value!, valueVersion);
  return { key: { type: typeOf(key), data: record.key }, value: data === null ? null : { version: valueVersion, data } };
}

type OffsetValue = NonNullable<Extract<CoordinatorRecord, { type: 'offset-commit' }>['value']>;
type GroupValue = NonNullable<Extract<CoordinatorRecord, { type: 'group-metadata' }>['value']>;

/** Only what the version has. */
function offsetData({ offset, leaderEpoch, metadata, commitTimestamp, expireTimestamp, topicId }: OffsetValue, version: number): object {
  return {
    offset,
    ...(version >= 3 ? { leaderEpoch } : {}),
    metadata,
    commitTimestamp,
    ...(version === 1 ? { expireTimestamp } : {}),
    ...(version >= 4 ? { topicId } : {}),
  };
}

function groupData({ protocolType, generation, protocol, leader, currentStateTimestamp, members }: GroupValue, version: number): object {
  return {
    protocolType, generation, protocol, leader,
    ...(version >= 2 ? { currentStateTimestamp } : {}),
    members: members.map(({ memberId, groupInstanceId, clientId, clientHost, rebalanceTimeout, sessionTimeout, subscription, assignment }) => ({
      memberId,
      ...(version >= 3 ? { groupInstanceId } : {}),
      clientId, clientHost,
      ...(version >= 1 ? { rebalanceTimeout } : {}),
      sessionTimeout,
      subscription: base64(subscription),
      assignment: base64(assignment),
    })),
  };
}

function transactionJson(key: Uint8Array, value: Uint8Array | null): object | null {
  const keys = new Reader(key);
  const type = keys.readInt16();
  if (type !== 0) return null;
  const { transactionalId } = transactionLogKey.decode(keys, 0);
  return { key: { type, data: { transactionalId } }, value: value === null ? null : transactionValue(new Reader(value)) };
}

function transactionValue(values: Reader): object {
  const version = values.readInt16();
  const { producerId, previousProducerId, nextProducerId, producerEpoch, nextProducerEpoch, transactionTimeoutMs, transactionStatus, transactionPartitions, transactionLastUpdateTimestampMs, transactionStartTimestampMs, clientTransactionVersion } =
    transactionLogValue.decode(values, version);
  const data = {
    producerId,
    // Tagged: shown only where they say something.
    ...(previousProducerId === -1 ? {} : { previousProducerId }),
    ...(nextProducerId === -1 ? {} : { nextProducerId }),
    producerEpoch,
    ...(nextProducerEpoch === -1 ? {} : { nextProducerEpoch }),
    transactionTimeoutMs, transactionStatus,
    transactionPartitions: transactionPartitions?.map(({ topic, partitionIds }) => ({ topic, partitionIds: [...partitionIds] })) ?? null,
    transactionLastUpdateTimestampMs, transactionStartTimestampMs,
    ...(clientTransactionVersion === 0 ? {} : { clientTransactionVersion }),
  };
  return { version, data };
}

function typeOf(key: Uint8Array): number {
  return new Reader(key).readInt16();
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
