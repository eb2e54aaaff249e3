/** FindCoordinator (KIP-699): who coordinates a group. Transactions and share groups have no coordinator here. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  findCoordinatorRequest,
  findCoordinatorResponse,
  type FindCoordinatorRequest,
  type FindCoordinatorResponse,
  type FindCoordinatorResponseCoordinator,
} from '@millrace/protocol/messages/find-coordinator';
import { ensureGroupMetadataTopic } from '../auto-create-topics.js';
import type { BrokerNode } from '../broker-node.js';
import { endpointOf } from '../endpoints.js';
import { GROUP_METADATA_TOPIC } from '../internal-topics.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const GROUP = 0;
const TRANSACTION = 1;

export const findCoordinator: AnyHandler = handler({
  request: findCoordinatorRequest,
  response: findCoordinatorResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<FindCoordinatorRequest>, context: RequestContext): Promise<FindCoordinatorResponse> {
    const keys = context.apiVersion >= 4 ? request.coordinatorKeys : [request.key];
    const keyType = context.apiVersion === 0 ? GROUP : request.keyType;
    const ready = keyType === GROUP && keys.length > 0 ? await ensureGroupMetadataTopic(node) : false;
    const coordinators = keys.map((key) => coordinatorOf(node, key, keyType, ready, context));
    if (context.apiVersion >= 4) return { throttleTimeMs: 0, coordinators };
    const { errorCode, errorMessage, nodeId, host, port } = coordinators[0]!;
    // Kafka says the name of the code where all is well.
    return { throttleTimeMs: 0, errorCode, errorMessage: errorCode === ErrorCode.NONE ? 'NONE' : errorMessage, nodeId, host, port };
  },
});

function coordinatorOf(
  node: BrokerNode,
  key: string,
  keyType: number,
  ready: boolean,
  context: RequestContext,
): FindCoordinatorResponseCoordinator {
  if (keyType === TRANSACTION) return nobody(key, ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'Transactions are not served by this broker.');
  if (keyType !== GROUP) return nobody(key, ErrorCode.INVALID_REQUEST, `Coordinator type ${keyType} is not served by this broker.`);
  if (!ready) return nobody(key, ErrorCode.COORDINATOR_NOT_AVAILABLE, null);
  const topic = node.image.topicByName(GROUP_METADATA_TOPIC);
  const leader = topic?.partitions[node.groups.partitionFor(key)]?.leader ?? -1;
  const broker = node.image.brokers.get(leader);
  const endpoint = broker === undefined || broker.fenced ? undefined : endpointOf(broker, context.listenerName);
  if (endpoint === undefined) return nobody(key, ErrorCode.COORDINATOR_NOT_AVAILABLE, null);
  return { key, nodeId: endpoint.nodeId, host: endpoint.host, port: endpoint.port, errorCode: ErrorCode.NONE, errorMessage: '' };
}

function nobody(key: string, errorCode: number, errorMessage: string | null): FindCoordinatorResponseCoordinator {
  return { key, nodeId: -1, host: '', port: -1, errorCode, errorMessage };
}
