/** What will be measured and for about how long, said before anything starts. */
import type { Part } from './arguments.js';
import { ACKS, CONNECTIONS, FETCH_SIZES, PRODUCE_SIZES, type Profile } from './profile.js';

/** To make and delete a topic, and to connect. */
const PER_RUN_MS = 150;
const PER_FILL_MS_PER_MIB = 6;
const PER_START_MS = 1000;
const MIB = 1024 * 1024;
const MICRO_TASKS = 20;
const LIMITS = 30;

export interface PlannedPart {
  part: Part;
  what: string;
  estimatedMs: number;
}

/** The parts in the order in which they run. */
export function planOf(parts: readonly Part[], profile: Profile, targets: number): PlannedPart[] {
  return parts.map((part) => ({ part, ...planned(part, profile, targets) }));
}

function planned(part: Part, profile: Profile, targets: number): { what: string; estimatedMs: number } {
  const { rounds, rates } = profile;
  const runMs = profile.warmupMs + profile.durationMs + PER_RUN_MS;
  switch (part) {
    case 'limits':
      return { what: 'memory, loopback, disk, CRC-32C', estimatedMs: LIMITS * profile.limitMs + (rates.length * profile.latencyMs) / 2 };
    case 'micro':
      return { what: 'codec and batches in one process', estimatedMs: MICRO_TASKS * profile.microMs * 2 };
    case 'produce': {
      const runs = PRODUCE_SIZES.length * ACKS.length * CONNECTIONS.length;
      return { what: `${runs} loads, ${rounds} round(s)`, estimatedMs: targets * (profile.brokerWarmupMs + runs * rounds * runMs) };
    }
    case 'fetch': {
      const runs = FETCH_SIZES.length * CONNECTIONS.length;
      const fillMs = (profile.pastBytes / MIB) * PER_FILL_MS_PER_MIB;
      return { what: `${runs * 2} loads, ${rounds} round(s)`, estimatedMs: targets * runs * rounds * (2 * runMs + fillMs) };
    }
    case 'latency': {
      const eachMs = profile.warmupMs + profile.latencyMs + PER_RUN_MS;
      return { what: `at ${rates.join(', ')} a second`, estimatedMs: targets * rates.length * profile.latencyRounds * eachMs };
    }
    case 'start':
      return { what: `${profile.starts} starts`, estimatedMs: (profile.starts + 1) * PER_START_MS };
    case 'memory':
      return { what: 'before and under load', estimatedMs: targets * (profile.memoryLoadMs + PER_RUN_MS) };
  }
}
