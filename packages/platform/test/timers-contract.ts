/** What every implementation of `Clock` and `Timers` promises. */
import { describe, expect, test } from 'vitest';
import type { Clock, Timers } from '../src/index.js';

export function timersContract(name: string, make: () => { clock: Clock; timers: Timers }, perform: (story: () => Promise<void>) => Promise<void>): void {
  const after = (timers: Timers, delayMs: number): Promise<void> => new Promise((resolve) => timers.schedule(delayMs, resolve));

  describe(`timers: ${name}`, () => {
    test('run in order of time, once, and not when cancelled', () =>
      perform(async () => {
        const { timers, clock } = make();
        const startedMs = clock.monotonic();
        const ran: string[] = [];
        // Far apart: a real process may stand still between two of these lines.
        timers.schedule(600, () => ran.push('c'));
        timers.schedule(10, () => ran.push('a'));
        const cancelled = timers.schedule(300, () => ran.push('x'));
        timers.schedule(400, () => ran.push('b'));
        timers.schedule(0, () => cancelled.cancel());
        await after(timers, 650);
        expect(ran).toEqual(['a', 'b', 'c']);
        cancelled.cancel();
        expect(clock.monotonic() - startedMs).toBeGreaterThanOrEqual(650);
        expect(Number.isInteger(clock.now())).toBe(true);
      }));

    test('a delay beyond 2^31 does not fire at once', () =>
      perform(async () => {
        const { timers } = make();
        let fired = false;
        const far = timers.schedule(2 ** 33, () => (fired = true), { keepAlive: false });
        await after(timers, 5);
        expect(fired).toBe(false);
        far.cancel();
      }));

    test('soon comes after the present turn, in order', () =>
      perform(async () => {
        const { timers } = make();
        const ran: string[] = [];
        await new Promise<void>((resolve) => {
          timers.soon(() => ran.push('one'));
          timers.soon(() => {
            ran.push('two');
            resolve();
          });
          ran.push('now');
        });
        expect(ran).toEqual(['now', 'one', 'two']);
      }));

    test('stepped work gives its value or its error, and lets others run between', () =>
      perform(async () => {
        const { timers } = make();
        const ran: string[] = [];
        function* steps(label: string): Generator<void, string, void> {
          for (let step = 0; step < 3; step++) {
            ran.push(`${label}${step}`);
            yield;
          }
          return label;
        }
        // A budget of nothing is one step a turn.
        const both = await Promise.all([timers.runStepped(steps('a'), 0), timers.runStepped(steps('b'), 0)]);
        expect(both).toEqual(['a', 'b']);
        expect(ran.indexOf('b0')).toBeLessThan(ran.indexOf('a2'));
        // oxlint-disable-next-line require-yield
        function* failing(): Generator<void, never, void> {
          throw new Error('in a step');
        }
        await expect(timers.runStepped(failing())).rejects.toThrow('in a step');
      }));
  });
}
