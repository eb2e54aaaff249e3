/** InitProducerId (KIP-98, KIP-360) of an idempotent producer. Transactions are refused with one error that no client retries. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  initProducerIdRequest,
  initProducerIdResponse,
  type InitProducerIdRequest,
  type InitProducerIdResponse,
} from '@millrace/protocol/messages/init-producer-id';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler } from './handler.js';

const NONE = -1;

export const initProducerId: AnyHandler = handler({
  request: initProducerIdRequest,
  response: initProducerIdResponse,
  after: 'answer',
  async handle(node: BrokerNode, request: Decoded<InitProducerIdRequest>): Promise<InitProducerIdResponse> {
    if (request.transactionalId !== null) {
      const errorCode = request.transactionalId === '' ? ErrorCode.INVALID_REQUEST : ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED;
      return { throttleTimeMs: 0, errorCode, producerId: NONE, producerEpoch: NONE };
    }
    if ((request.producerId === NONE) !== (request.producerEpoch === NONE)) {
      return { throttleTimeMs: 0, errorCode: ErrorCode.INVALID_REQUEST, producerId: NONE, producerEpoch: NONE };
    }
    // Without a transactional id nothing is kept of the old id: whoever asks gets a new one (as in Kafka).
    const producerId = await node.producerIds.next();
    return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, producerId, producerEpoch: 0 };
  },
});
