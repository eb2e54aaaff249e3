import { describe, expect, it } from 'vitest';
import { inTurns, type Target } from '../src/macro/target.js';
import { planOf } from '../src/plan.js';
import { PARTS } from '../src/arguments.js';
import { FULL, QUICK } from '../src/profile.js';
import { brokersTable, failures } from '../src/report.js';
import { leastLimit, row, type Row } from '../src/rows.js';
import { formatNumber, formatTable } from '../src/table.js';

const A: Target = { name: 'A', address: { host: 'a', port: 1 }, pid: null };
const B: Target = { name: 'B', address: { host: 'b', port: 2 }, pid: null };

describe('rounds', () => {
  it('go A B A B', async () => {
    const asked: string[] = [];
    const outcomes = await inTurns([A, B], 2, ({ name }) => {
      asked.push(name);
      return Promise.resolve({ speed: asked.length });
    });
    expect(asked).toEqual(['A', 'B', 'A', 'B']);
    expect(outcomes).toEqual([
      { values: { speed: { median: 2, min: 1, max: 3, rounds: 2 } } },
      { values: { speed: { median: 3, min: 2, max: 4, rounds: 2 } } },
    ]);
  });

  it('leave out a target that failed, and say why', async () => {
    const asked: string[] = [];
    const outcomes = await inTurns([A, B], 3, ({ name }) => {
      asked.push(name);
      return name === 'A' ? Promise.reject(new Error('gone')) : Promise.resolve({ speed: 1 });
    });
    expect(asked).toEqual(['A', 'B', 'B', 'B']);
    expect(outcomes[0]).toEqual({ failed: 'gone' });
  });
});

describe('the table', () => {
  const spread = (median: number): Row['cells'][number] => ({ median, min: median - 1, max: median + 1, rounds: 3 });
  const speed: Row = { part: 'produce', name: 'produce', unit: 'MB/s', limit: { name: 'write', value: 1000 }, cells: [spread(250), spread(500)] };

  it('has the share of the limit and the ratio to the other', () => {
    const line = brokersTable(['Millrace', 'kafka:9092'], [speed]).split('\n').at(-1);
    expect(line?.split(/ {2,}/)).toEqual(['produce', '250 MB/s (249–251)', '1,000 write', '0.25', '500 MB/s (499–501)', '0.50']);
  });

  it('names what failed in full below it', () => {
    const failed = 'Produce to t was answered with error code 3, which is far too long for a cell';
    const rows = [{ ...speed, cells: [{ failed }, spread(500)] }];
    expect(brokersTable(['Millrace', 'k:1'], rows)).toContain('FAILED (see below)');
    expect(failures(['Millrace', 'k:1'], rows)).toEqual([`Millrace: produce: ${failed}`]);
  });

  it('takes the limit that binds', () => {
    expect(leastLimit([{ name: 'write', value: 3 }, { name: 'loopback', value: 2 }])).toEqual({ name: 'loopback', value: 2 });
  });

  it('says of a value that is not there that it was not measured', () => {
    expect(row('fetch', 'x', 'ms', null, [{ values: {} }], 'p50').cells).toEqual([{ failed: 'not measured' }]);
  });

  it('keeps three digits and lines up columns', () => {
    expect([12_345.6, 123.4, 12.34, 1.234, 0.1234].map(formatNumber)).toEqual(['12,346', '123', '12.3', '1.23', '0.123']);
    expect(formatTable(['a', 'bb'], [['long', '1']])).toBe('a     bb\n----  --\nlong   1');
  });
});

describe('the plan', () => {
  const seconds = (profile: typeof FULL, targets: number): number =>
    planOf(PARTS, profile, targets).reduce((sum, { estimatedMs }) => sum + estimatedMs, 0) / 1000;

  it('stays near a minute when quick, and under ten in full with a second broker', () => {
    expect(seconds(QUICK, 1)).toBeLessThan(75);
    expect(seconds(FULL, 1)).toBeLessThan(300);
    expect(seconds(FULL, 2)).toBeLessThan(600);
  });

  it('grows with what is compared, and holds only what was asked for', () => {
    expect(seconds(FULL, 2)).toBeGreaterThan(seconds(FULL, 1));
    expect(planOf(['latency'], FULL, 1).map(({ part }) => part)).toEqual(['latency']);
  });
});
