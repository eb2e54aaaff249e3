import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from '../src/percentiles.js';

describe('percentile', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, i) => i + 1);

  it('is the nearest rank', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.999)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it('of one value is that value', () => {
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([7], 0.999)).toBe(7);
  });

  it('of nothing is refused', () => {
    expect(() => percentile([], 0.5)).toThrow('no percentile 0.5 of 0 values');
  });
});

describe('spreadOf', () => {
  it('takes the middle of an odd count, whatever the order', () => {
    expect(spreadOf([30, 4, 200])).toEqual({ median: 30, min: 4, max: 200, rounds: 3 });
  });

  it('takes the mean of the middle two of an even count', () => {
    expect(spreadOf([1, 100, 3, 2])).toEqual({ median: 2.5, min: 1, max: 100, rounds: 4 });
  });

  it('leaves the rounds as they were', () => {
    const rounds = [3, 1, 2];
    spreadOf(rounds);
    expect(rounds).toEqual([3, 1, 2]);
  });
});
