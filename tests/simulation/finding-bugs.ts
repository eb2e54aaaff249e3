/** The simulation is itself tested: each planted bug must be found within a bounded number of seeds. */
import { expect, test } from 'vitest';
import { runOneBroker } from './one-broker.js';
import type { PlantedBug } from './planted-bugs.js';

const mostSeeds = 25;

export function testThatTheseAreFound(bugs: readonly PlantedBug[]): void {
  test.each(bugs)('found: $name', { timeout: 900_000 }, async (bug) => {
    expect(await seedThatFinds(bug), `found in ${mostSeeds} seeds`).not.toBeNull();
  });
}

async function seedThatFinds(bug: PlantedBug): Promise<number | null> {
  for (let seed = 1; seed <= mostSeeds; seed++) {
    const { remove, ...options } = bug.plant();
    try {
      await runOneBroker(seed, options);
    } catch (error) {
      expect((error as Error).message).toMatch(bug.found);
      return seed;
    } finally {
      remove?.();
    }
  }
  return null;
}
