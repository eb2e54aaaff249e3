/**
 * The producer id and epoch of an idempotent producer. The id comes from a broker once; the epoch is raised here when a
 * partition's sequences have to begin anew (KIP-360: without a transactional id nobody else has this id).
 */
import { api, type Api, type NetworkClient } from '@millrace/network-client';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import { initProducerIdRequest, initProducerIdResponse, type InitProducerIdRequest, type InitProducerIdResponse } from '@millrace/protocol/messages/init-producer-id';

const initProducerId: Api<InitProducerIdRequest, InitProducerIdResponse> = api(initProducerIdRequest, initProducerIdResponse, { keepsBytes: false });
const lastEpoch = 32_767;
/** Version 6 is for two-phase commit and not stable. */
const highestVersion = 5;

export class ProducerIdentity {
  readonly #client: NetworkClient;
  producerId = -1;
  epoch = -1;
  #asking: Promise<void> | null = null;

  constructor(client: NetworkClient) {
    this.#client = client;
  }

  get isKnown(): boolean {
    return this.producerId >= 0;
  }

  /** Asks for an id unless there is one. @throws KafkaError for good, such as CLUSTER_AUTHORIZATION_FAILED. */
  obtain(timeoutMs: number): Promise<void> {
    if (this.isKnown) return Promise.resolve();
    this.#asking ??= this.#ask(timeoutMs).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Sequences of partitions that take up the new epoch begin at 0. After the last epoch a new id is needed. */
  raiseEpoch(): void {
    if (this.epoch < lastEpoch) {
      this.epoch++;
      return;
    }
    this.producerId = -1;
    this.epoch = -1;
  }

  async #ask(timeoutMs: number): Promise<void> {
    await this.#client.retry('InitProducerId', timeoutMs, async () => {
      const message = { transactionalId: null, transactionTimeoutMs: 0x7fff_ffff };
      const answer = await this.#client.sendToAny(initProducerId, message, { maxVersion: highestVersion });
      if (answer.errorCode !== ErrorCode.NONE) throw new KafkaError(answer.errorCode, 'InitProducerId');
      this.producerId = answer.producerId;
      this.epoch = answer.producerEpoch;
    });
  }
}
