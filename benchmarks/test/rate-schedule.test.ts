import { describe, expect, it } from 'vitest';
import { RateSchedule } from '../src/load/rate-schedule.js';

describe('RateSchedule', () => {
  it('is due at even distances from the start', () => {
    const schedule = new RateSchedule(1000, 5);
    expect(schedule.total).toBe(5);
    expect([0, 1, 2, 3, 4].map((now) => schedule.take(now))).toEqual([0, 1, 2, 3, 4]);
    expect(schedule.done).toBe(true);
    expect(schedule.take(1000)).toBe(-1);
  });

  it('gives nothing before its time', () => {
    const schedule = new RateSchedule(100, 1000);
    expect(schedule.take(0)).toBe(0);
    expect(schedule.take(9.99)).toBe(-1);
    expect(schedule.nextDueMs).toBe(10);
    expect(schedule.take(10)).toBe(10);
  });

  it('charges those that waited from when they were due, not from when they could be sent', () => {
    const schedule = new RateSchedule(10, 1000);
    schedule.take(0);
    const late: number[] = [];
    for (let due = schedule.take(450); due >= 0; due = schedule.take(450)) late.push(due);
    expect(late).toEqual([100, 200, 300, 400]);
  });

  it('does not drift at rates that no millisecond divides', () => {
    const schedule = new RateSchedule(3000, 10_000);
    let last = 0;
    for (let i = 0; i < schedule.total; i++) last = schedule.take(Infinity);
    expect(schedule.total).toBe(30_000);
    expect(last).toBeCloseTo(9999.6667, 3);
  });

  it('refuses what is no rate', () => {
    expect(() => new RateSchedule(0, 1000)).toThrow('no schedule of 0/s over 1000 ms');
    expect(() => new RateSchedule(10, 0)).toThrow(RangeError);
  });
});
