/**
 * From a frame to its handler and back to pieces. One router per kind of listener; it holds the handlers loaded so far.
 */
import type { Logger } from '@millrace/platform';
import { decodeRequestHeader, encodeResponseFrame, ErrorCode, Reader } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, CloseConnection, type RequestContext } from '../handlers/handler.js';
import { type ApiRow, type ListenerKind, apiTable, servedApi } from '../handlers/table.js';
import type { Piece } from './response-writer.js';
import type { RequestRunner, Session } from './session.js';

const API_VERSIONS = 18;
/**
 * Elements of all arrays of a request together. Each may take two bytes and becomes an object: without a bound a frame of
 * 20 MB makes 2 GB of them and stops the node for a minute. Kafka's largest clusters have fewer partitions.
 */
const MOST_ELEMENTS = 250_000;

interface Asked {
  readonly correlationId: number;
  readonly apiVersion: number;
}

type Answered = (pieces: readonly Piece[] | null) => void;

export class Router implements RequestRunner {
  readonly #node: BrokerNode;
  readonly #kind: ListenerKind;
  readonly #logger: Logger;
  readonly #handlers = new Map<number, AnyHandler>();

  constructor(node: BrokerNode, kind: ListenerKind) {
    this.#node = node;
    this.#kind = kind;
    this.#logger = node.platform.logger;
  }

  /** Loads every handler now; without it each is loaded at its first request. */
  async preload(): Promise<void> {
    for (const api of apiTable) this.#handlers.set(api.key, await api.load());
  }

  run(session: Session, frame: Uint8Array, answered: Answered): 'at-once' | 'after-answer' {
    const reader = new Reader(frame, 0, frame.length, MOST_ELEMENTS);
    const header = decodeRequestHeader(reader);
    const apiVersion = header.requestApiVersion;
    const api = servedApi(header.requestApiKey, this.#kind);
    if (api === undefined) throw new CloseConnection(`api key ${header.requestApiKey} is not served on this listener`);
    const asked: Asked = { correlationId: header.correlationId, apiVersion };
    if (apiVersion < api.minVersion || apiVersion > api.maxVersion) return this.#refuseVersion(session, asked, api, answered);
    const context: RequestContext = {
      session,
      apiKey: api.key,
      apiVersion,
      clientId: header.clientId ?? '',
      clientHost: session.connection.remoteHost,
      listenerName: session.listenerName,
      receivedMs: this.#node.platform.clock.now(),
    };
    const ended = this.#node.requestMetrics.begin(api.name, apiVersion, frame.length);
    const done: Answered = (pieces) => {
      ended();
      answered(pieces);
    };
    const handler = this.#handlers.get(api.key);
    if (handler !== undefined) return this.#handle(handler, asked, reader, context, done);
    void this.#load(api).then(
      (loaded) => this.#guard(session, done, () => this.#handle(loaded, asked, reader, context, done)),
      (error: unknown) => this.#close(session, answered, `${api.name} could not be loaded: ${String(error)}`),
    );
    return 'after-answer';
  }

  async #load(api: ApiRow): Promise<AnyHandler> {
    const handler = await api.load();
    this.#handlers.set(api.key, handler);
    return handler;
  }

  #guard(session: Session, answered: Answered, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#close(session, answered, error);
    }
  }

  #close(session: Session, answered: Answered, reason: unknown): void {
    session.close(reason instanceof Error ? reason.message : String(reason));
    answered(null);
  }

  #handle(
    handler: AnyHandler,
    asked: Asked,
    reader: Reader,
    context: RequestContext,
    answered: Answered,
  ): 'at-once' | 'after-answer' {
    const request = handler.request.decode(reader, asked.apiVersion);
    // Bytes behind the message are let be, as Kafka does.
    const answer = handler.handle(this.#node, request as never, context);
    if (answer instanceof Promise) {
      answer.then(
        (response) => this.#guard(context.session, answered, () => answered(this.#encode(handler, asked, response))),
        (error: unknown) => this.#failed(handler, context, answered, error),
      );
    } else answered(this.#encode(handler, asked, answer));
    return handler.after === 'effect' ? 'at-once' : 'after-answer';
  }

  #encode(handler: AnyHandler, asked: Asked, response: unknown): readonly Piece[] | null {
    if (response === null) return null;
    // The only external records in answers are log slices, which are readable ranges.
    return encodeResponseFrame(asked.correlationId, handler.response, response, asked.apiVersion) as readonly Piece[];
  }

  #failed(handler: AnyHandler, context: RequestContext, answered: Answered, error: unknown): void {
    if (!(error instanceof CloseConnection)) {
      this.#logger.error(`${handler.request.name} failed`, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    this.#close(context.session, answered, error);
  }

  // Only ApiVersions answers a version that it does not know: in version 0, naming its own range (KIP-511).
  #refuseVersion(session: Session, asked: Asked, api: ApiRow, answered: Answered): 'at-once' | 'after-answer' {
    if (api.key !== API_VERSIONS) {
      throw new CloseConnection(`${api.name} version ${asked.apiVersion} is not served (${api.minVersion} to ${api.maxVersion} are)`);
    }
    void this.#load(api).then(
      (handler) => {
        const apiKeys = [{ apiKey: API_VERSIONS, minVersion: api.minVersion, maxVersion: api.maxVersion }];
        const response = { errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys };
        answered(this.#encode(handler, { ...asked, apiVersion: 0 }, response));
      },
      (error: unknown) => this.#close(session, answered, error),
    );
    return 'after-answer';
  }
}
