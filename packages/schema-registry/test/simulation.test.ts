import { afterEach, describe, expect, test, vi } from 'vitest';
import { LeaderClaims } from '../src/core/leader-claims.js';
import { runSeed, type Outcome } from './simulated-registries.js';

/** A seed that did little proves little: a cut instance that leads costs seconds, but something must have gone through. */
function didSomething({ acknowledged, crashes, cuts, leaders }: Outcome): boolean {
  return acknowledged >= 10 && crashes + cuts >= 4 && leaders >= 2;
}

test('three instances lose nothing and give no id twice', { timeout: 120_000 }, async () => {
  let acknowledged = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const outcome = await runSeed(seed);
    expect(didSomething(outcome), `seed ${seed}: ${JSON.stringify(outcome)}`).toBe(true);
    acknowledged += outcome.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(500);
});

describe('planted bugs are found', () => {
  afterEach(() => vi.restoreAllMocks());

  async function firstFailure(seeds: number): Promise<string | null> {
    for (let seed = 1; seed <= seeds; seed++) {
      try {
        await runSeed(seed);
      } catch (error) {
        return (error as Error).message;
      }
    }
    return null;
  }

  test('records of leaders that were replaced are applied', { timeout: 120_000 }, async () => {
    const judge = LeaderClaims.prototype.judge;
    vi.spyOn(LeaderClaims.prototype, 'judge').mockImplementation(function (this: LeaderClaims, writer, key) {
      judge.call(this, writer, key);
      return 'applies';
    });
    expect(await firstFailure(40)).not.toBeNull();
  });

  test('void records are not repaired', { timeout: 120_000 }, async () => {
    vi.spyOn(LeaderClaims.prototype, 'spoiledKeys', 'get').mockReturnValue([]);
    expect(await firstFailure(40)).not.toBeNull();
  });
});
