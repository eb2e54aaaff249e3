/** What each call works with: the way to the cluster, and how long it may try. */
import type { Api, ChannelOptions, NetworkClient, Versioned } from '@millrace/network-client';
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';

export interface AdminContext {
  readonly client: NetworkClient;
  /** `default.api.timeout.ms`. */
  readonly timeoutMs: number;
}

/** What every item of a result has: null when it went well. */
export interface ItemResult {
  readonly error: KafkaError | null;
}

/** The error of one item, naming it, with the broker's own words as its cause; null for NONE. */
export function itemError(errorCode: number, what: string, detail?: string | null): KafkaError | null {
  if (errorCode === ErrorCode.NONE) return null;
  const words = detail ?? errorMessage(errorCode);
  return new KafkaError(errorCode, `${what}: ${words}`, { cause: new KafkaError(errorCode, words) });
}

/** @throws the error of a whole request, unless it is NONE. */
export function throwIfError(errorCode: number, what: string, detail?: string | null): void {
  const error = itemError(errorCode, what, detail);
  if (error !== null) throw error;
}

/** Asks the controller, again if it is another one by then. `codes` gives the error codes in an answer. */
export function askController<Request, Response>(
  context: AdminContext, api: Api<Request, Response>, message: Versioned<Request>, codes: (answer: Decoded<Response>) => readonly number[],
): Promise<Decoded<Response>> {
  return context.client.retry(api.name, context.timeoutMs, async () => {
    const answer = await context.client.sendToController(api, message);
    if (codes(answer).includes(ErrorCode.NOT_CONTROLLER)) throw new KafkaError(ErrorCode.NOT_CONTROLLER, api.name);
    return answer;
  }, () => refresh(context));
}

export function askAny<Request, Response>(context: AdminContext, api: Api<Request, Response>, message: Versioned<Request>, options?: ChannelOptions): Promise<Decoded<Response>> {
  return context.client.retry(api.name, context.timeoutMs, () => context.client.sendToAny(api, message, options));
}

export function askBroker<Request, Response>(context: AdminContext, nodeId: number, api: Api<Request, Response>, message: Versioned<Request>): Promise<Decoded<Response>> {
  return context.client.retry(`${api.name} to broker ${nodeId}`, context.timeoutMs, async () => {
    if (!context.client.metadata.view.brokers.has(nodeId)) await context.client.metadata.refresh();
    return context.client.send(nodeId, api, message);
  });
}

/** Asks the group's coordinator, again while it is loading or moves. `code` gives the error code that tells. */
export function askCoordinator<Request, Response>(
  context: AdminContext, groupId: string, api: Api<Request, Response>, message: Versioned<Request>, code: (answer: Decoded<Response>) => number,
): Promise<Decoded<Response>> {
  return context.client.retry(`${api.name} for group '${groupId}'`, context.timeoutMs, async () => {
    const answer = await context.client.sendToCoordinator('group', groupId, api, message);
    const errorCode = code(answer);
    switch (errorCode) {
      case ErrorCode.NOT_COORDINATOR:
      case ErrorCode.COORDINATOR_NOT_AVAILABLE:
      case ErrorCode.COORDINATOR_LOAD_IN_PROGRESS:
        context.client.coordinators.forget('group', groupId);
        throw new KafkaError(errorCode, `${api.name} for group '${groupId}'`);
      default:
        return answer;
    }
  });
}

/** Every broker of the cluster, asked at the same time. @throws the first failure. */
export async function askAll<Request, Response>(context: AdminContext, api: Api<Request, Response>, message: Versioned<Request>): Promise<{ nodeId: number; answer: Decoded<Response> }[]> {
  const view = await context.client.retry(api.name, context.timeoutMs, () => context.client.metadata.refresh());
  return Promise.all([...view.brokers.keys()].map(async (nodeId) => ({ nodeId, answer: await askBroker(context, nodeId, api, message) })));
}

async function refresh(context: AdminContext): Promise<void> {
  await context.client.metadata.refresh().catch(() => {}); // the next attempt tells
}
