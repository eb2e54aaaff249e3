/** What a handler is: one API, its two messages, and what is done. One file per API holds one of these. */
import type { Decoded, MessageCodec } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import type { Session } from '../network/session.js';

/** Who asks, and how. */
export interface RequestContext {
  readonly session: Session;
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly clientId: string;
  readonly clientHost: string;
  readonly listenerName: string;
  /** Clock time at which the request was read, in ms. */
  readonly receivedMs: number;
}

export interface Handler<Req, Res> {
  readonly request: MessageCodec<Req>;
  readonly response: MessageCodec<Res>;
  /**
   * When the connection's next request may start: after this one's answer (Kafka's rule), or as soon as its effect is
   * there, which is when `handle` returns (Produce).
   */
  readonly after: 'answer' | 'effect';
  /** Null: no answer is sent. A failure of one partition or group is a value in the answer; an exception is a bug. */
  handle(node: BrokerNode, request: Decoded<Req>, context: RequestContext): Res | null | Promise<Res | null>;
}

/** A handler whose message types are its own business. */
export type AnyHandler = Handler<never, unknown>;

/** Fixes the types of a handler and forgets them for the table, which only pairs codecs with their own `handle`. */
export function handler<Req, Res>(definition: Handler<Req, Res>): AnyHandler {
  return definition as unknown as AnyHandler;
}

/** Thrown by a handler that cannot answer at all: the connection is closed with this reason. */
export class CloseConnection extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CloseConnection';
  }
}
