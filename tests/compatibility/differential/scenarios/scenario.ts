/** What is done to both brokers: a row of calls, for each version of one API. */
import type { Peer } from '../peer.js';

export interface Scenario {
  readonly name: string;
  /** Whose versions are tried: all that our broker serves. */
  readonly api: string;
  /** `tag` is like no other run's, for names of topics and groups. */
  run(peer: Peer, version: number, tag: string): Promise<void>;
}

/** The fields of a request that its version has. */
export function since(version: number, first: number, fields: Record<string, unknown>): Record<string, unknown> {
  return version >= first ? fields : {};
}
