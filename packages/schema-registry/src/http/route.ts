/** One row of the table of requests. */
import type { Call } from './call.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type ParameterType = 'boolean' | 'integer' | 'string' | 'strings';

/** What a caller must be allowed to: to read or write the subject that the path names, or the registry as a whole. */
export type Access = 'none' | 'read' | 'write' | 'read-all' | 'administer';

export interface Route {
  readonly method: Method;
  readonly path: string;
  /** One line for the documentation. */
  readonly summary: string;
  readonly access: Access;
  readonly query?: Readonly<Record<string, ParameterType>>;
  /** The answer follows from the URL and the state of the registry alone: its bytes are kept until that changes. */
  readonly isKept?: true;
  /** An example of a body, where one is taken. */
  readonly body?: object;
  /** The answer; a text is sent as it is, undefined is an answer without content. */
  handle(call: Call): unknown;
}

/** A text that is no JSON string but the whole answer. */
export class RawText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An answer with a status of its own. */
export class Answer {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body?: unknown) {
    this.status = status;
    this.body = body;
  }
}
