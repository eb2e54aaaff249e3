/** Producer ids in blocks from the controller (KIP-730): a block is taken when the last one is used up. */
import { ErrorCode, KafkaError } from '@millrace/protocol';
import type { ControllerMachine } from './controller-machine.js';

export class ProducerIds {
  readonly #controller: ControllerMachine;
  readonly #brokerId: number;
  readonly #brokerEpoch: () => number;
  #next = 0;
  #end = 0;
  #fetching: Promise<void> | null = null;

  constructor(controller: ControllerMachine, brokerId: number, brokerEpoch: () => number) {
    this.#controller = controller;
    this.#brokerId = brokerId;
    this.#brokerEpoch = brokerEpoch;
  }

  /** @throws KafkaError when the controller gives no block */
  async next(): Promise<number> {
    while (this.#next >= this.#end) {
      this.#fetching ??= this.#fetch().finally(() => {
        this.#fetching = null;
      });
      await this.#fetching;
    }
    return this.#next++;
  }

  async #fetch(): Promise<void> {
    const request = { brokerId: this.#brokerId, brokerEpoch: this.#brokerEpoch() };
    const block = await this.#controller.decide((controller) => controller.allocateProducerIds(request));
    if (block.errorCode !== ErrorCode.NONE) throw new KafkaError(block.errorCode);
    this.#next = block.producerIdStart;
    this.#end = block.producerIdStart + block.producerIdLen;
  }
}
