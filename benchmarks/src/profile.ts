/** How long and how often everything is measured, and of what sizes. */
export const KIB = 1024;
export const MIB = 1024 * 1024;

export const PRODUCE_SIZES = [1 * KIB, 16 * KIB, 64 * KIB, MIB] as const;
export const FETCH_SIZES = [64 * KIB, MIB] as const;
export const CONNECTIONS = [1, 16] as const;
export const ACKS = [1, -1] as const;
export const IN_FLIGHT = 5;

export const LATENCY_REQUEST_BYTES = KIB;
/** Batches in the topic that is read from the past. */
export const PAST_BATCH_BYTES = 16 * KIB;

export interface Profile {
  rounds: number;
  warmupMs: number;
  durationMs: number;
  /** Load before anything counts, so that compilers have done their work. */
  brokerWarmupMs: number;
  /** Requests per second of the latency runs. */
  rates: readonly number[];
  latencyMs: number;
  latencyRounds: number;
  /** Of each limit. */
  limitMs: number;
  microMs: number;
  /** Bytes in each of the two topics read from the past. */
  pastBytes: number;
  starts: number;
  memoryLoadMs: number;
}

export const FULL: Profile = {
  rounds: 3,
  warmupMs: 400,
  durationMs: 1200,
  brokerWarmupMs: 5000,
  rates: [500, 3000, 10_000],
  latencyMs: 4000,
  latencyRounds: 3,
  limitMs: 500,
  microMs: 300,
  pastBytes: 192 * MIB,
  starts: 5,
  memoryLoadMs: 5000,
};

export const QUICK: Profile = {
  rounds: 1,
  warmupMs: 200,
  durationMs: 600,
  brokerWarmupMs: 1500,
  rates: [500, 3000],
  latencyMs: 1500,
  latencyRounds: 1,
  limitMs: 150,
  microMs: 80,
  pastBytes: 64 * MIB,
  starts: 2,
  memoryLoadMs: 1500,
};

export function sizeName(bytes: number): string {
  return bytes >= MIB ? `${bytes / MIB} MiB` : `${bytes / KIB} KiB`;
}
