import { afterEach, describe, expect, test, vi } from 'vitest';
import { quorumRules } from '../src/quorum-rules.js';
import { InvariantError, type SimulationOptions, SimulatedQuorum } from './simulated-quorum.js';

const options = (seed: number, voters: number, more: Partial<SimulationOptions> = {}): SimulationOptions => ({
  seed,
  voters,
  durationMs: 20_000,
  lossPercent: 3,
  faults: true,
  ...more,
});

function failureOf(run: SimulationOptions): string | null {
  try {
    new SimulatedQuorum(run).run();
    return null;
  } catch (error) {
    // A planted bug may also show as a contradiction that the state machine itself notices.
    if (error instanceof InvariantError || error instanceof RangeError) return error.message;
    throw error;
  }
}

describe('a quorum under faults', () => {
  for (const voters of [1, 2, 3, 5]) {
    test(`keeps its promises with ${voters} voters`, () => {
      for (let seed = 1; seed <= 12; seed++) {
        const quorum = new SimulatedQuorum(options(seed, voters));
        try {
          quorum.run();
        } catch (error) {
          throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}\n${quorum.trace.join('\n')}`);
        }
        expect(quorum.committed.length, `seed ${seed}`).toBeGreaterThan(200);
        expect(quorum.faultCount, `seed ${seed}`).toBeGreaterThan(5);
      }
    });
  }

  test('repeats exactly by its seed', () => {
    const runs = [1, 2].map(() => {
      const quorum = new SimulatedQuorum(options(7, 3));
      quorum.run();
      return JSON.stringify([quorum.committed, quorum.trace, quorum.now]);
    });
    expect(runs[0]).toBe(runs[1]);
  });

  test('keeps one leader while nothing fails', () => {
    const quorum = new SimulatedQuorum(options(3, 3, { faults: false, lossPercent: 0 }));
    quorum.run();
    expect(quorum.leaders.size).toBe(1);
  });
});

describe('planted bugs are found', () => {
  afterEach(() => vi.restoreAllMocks());

  const isFound = (more: Partial<SimulationOptions> = {}, seeds = 100): string | null => {
    for (let seed = 1; seed <= seeds; seed++) {
      for (const voters of [3, 5]) {
        const failure = failureOf(options(seed, voters, more));
        if (failure !== null) return failure;
      }
    }
    return null;
  };

  test('a vote forgotten in a crash', () => {
    expect(isFound({ bug: 'forgetsVote' })).toMatch(/two leaders|differs/);
  });

  test('acknowledged before the flush', () => {
    expect(isFound({ bug: 'acknowledgesBeforeFlush' })).not.toBeNull();
  });

  test('no truncation', () => {
    expect(isFound({ bug: 'ignoresTruncation' })).not.toBeNull();
  });

  test('two votes in one epoch', () => {
    vi.spyOn(quorumRules, 'mayVote').mockImplementation((_candidate, _voted, _leaderId, upToDate) => upToDate);
    expect(isFound()).toMatch(/two leaders|differs/);
  });

  test('a vote for a log that is behind', () => {
    vi.spyOn(quorumRules, 'isUpToDate').mockReturnValue(true);
    expect(isFound()).not.toBeNull();
  });

  test('elected by half', () => {
    vi.spyOn(quorumRules, 'elects').mockImplementation((votes, voters) => votes >= Math.floor(voters.length / 2));
    expect(isFound()).not.toBeNull();
  });

  test('a high watermark of what one voter has', () => {
    vi.spyOn(quorumRules, 'highWatermark').mockImplementation((offsets) => Math.max(...offsets));
    expect(isFound()).toMatch(/counts as committed/);
  });
});
