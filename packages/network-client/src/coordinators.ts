/** Which broker coordinates a group or a transactional id (FindCoordinator); remembered until somebody says it moved. */
import { ErrorCode, KafkaError, type Decoded } from '@millrace/protocol';
import { findCoordinatorRequest, findCoordinatorResponse, type FindCoordinatorRequest, type FindCoordinatorResponse } from '@millrace/protocol/messages/find-coordinator';
import type { BrokerNode } from './address.js';
import { api, type Api } from './api.js';
import type { Versioned } from './broker-connection.js';

export const coordinatorKeyTypes = { group: 0, transaction: 1, share: 2 } as const;
export type CoordinatorKeyType = keyof typeof coordinatorKeyTypes;

const findCoordinator: Api<FindCoordinatorRequest, FindCoordinatorResponse> = api(findCoordinatorRequest, findCoordinatorResponse, { keepsBytes: false });

/** Sends a request to some broker. */
export type SendToAny = <Request, Response>(api: Api<Request, Response>, message: Versioned<Request>) => Promise<Decoded<Response>>;

export class Coordinators {
  readonly #send: SendToAny;
  readonly #known = new Map<string, BrokerNode>();

  constructor(send: SendToAny) {
    this.#send = send;
  }

  /** @throws KafkaError, such as COORDINATOR_NOT_AVAILABLE while the internal topic is being made; NetworkError. */
  async find(type: CoordinatorKeyType, key: string): Promise<BrokerNode> {
    const known = this.#known.get(`${type} ${key}`);
    if (known !== undefined) return known;
    const answer = await this.#send(findCoordinator, (version) => {
      const keyType = coordinatorKeyTypes[type];
      return version < 4 ? { key, keyType } : { keyType, coordinatorKeys: [key] };
    });
    // Versions below 4 answer for one key, beside the list.
    const found = answer.coordinators[0] ?? answer;
    if (found.errorCode !== ErrorCode.NONE) {
      throw new KafkaError(found.errorCode, `FindCoordinator of ${type} '${key}'${found.errorMessage === null ? '' : `: ${found.errorMessage}`}`);
    }
    const node: BrokerNode = { nodeId: found.nodeId, host: found.host, port: found.port, rack: null };
    this.#known.set(`${type} ${key}`, node);
    return node;
  }

  /** The next `find` asks again. */
  forget(type: CoordinatorKeyType, key: string): void {
    this.#known.delete(`${type} ${key}`);
  }
}
