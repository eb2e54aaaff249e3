/** What the generator process is told to do, and what it says afterwards; plain data, for it goes between processes. */

interface Job {
  host: string;
  port: number;
  connections: number;
  /** Neither counted nor timed. */
  warmupMs: number;
  durationMs: number;
}

/** Closed loop: each connection keeps `inFlight` requests on the way. Connection i writes to partition i. */
export interface ProduceJob extends Job {
  kind: 'produce';
  topic: string;
  requestBytes: number;
  acks: number;
  inFlight: number;
  /** Ends once each connection has had so many answers, in place of after `durationMs`. */
  requestsEach?: number;
}

/** One request in flight on each connection, connection i on partition i, which holds batches of `batchBytes`. */
export interface FetchJob extends Job {
  kind: 'fetch';
  topic: string;
  fetchBytes: number;
  /** `past`: from `endOffset` back to 0 and again. `tail`: what the same process produces meanwhile, two batches ahead at most. */
  from: 'past' | 'tail';
  batchBytes: number;
  /** Of each partition; for `past`. */
  endOffset: number;
}

/** Open loop: requests leave when they are due, whatever came back, in turns over the connections. */
export interface RateJob extends Job {
  kind: 'rate';
  topic: string;
  requestBytes: number;
  acks: number;
  ratePerSecond: number;
}

/** Bytes into a socket, nothing read: what the loopback carries. */
export interface StreamJob extends Job {
  kind: 'stream';
  chunkBytes: number;
}

/** HTTP/1.1 over connections that stay open; each keeps `inFlight` requests on the way, more than one only by pipelining. */
export interface RegistryJob extends Job {
  kind: 'registry';
  work: RegistryWork;
  /** The first of the schemas that are asked for in turns, and how many they are. */
  from: number;
  count: number;
  inFlight: number;
  /** Ends with so many answers, if they come before `durationMs` is over. */
  answers?: number;
}

/** See registry/requests.ts. */
export type RegistryWork = 'by-id' | 'latest' | 'lookup' | 'known' | 'new';

export type LoadJob = ProduceJob | FetchJob | RateJob | StreamJob | RegistryJob;

export interface LoadResult {
  requests: number;
  /** Of records, or of the stream; without framing. */
  bytes: number;
  elapsedMs: number;
  /** Only of a rate job. */
  latency?: Latency;
}

/** In milliseconds from when a request was due to when its answer was read. */
export interface Latency {
  p50: number;
  p99: number;
  p999: number;
  max: number;
}

export type LoadReply = { result: LoadResult } | { error: string };
