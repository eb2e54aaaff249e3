/** Randomness and metrics: pure arithmetic. */
import { expect, test } from 'vitest';
import { metricsRegistry, nodeRandom } from '../src/index.js';
import { seededRandom } from '../src/simulated/index.js';
import { randomFrom } from '../src/random-source.js';

for (const [name, random] of [['node', nodeRandom()], ['seeded', seededRandom(9)]] as const) {
  test(`${name}: numbers stay in range and reach its ends`, () => {
    const seen = new Set<number>();
    for (let round = 0; round < 2_000; round++) {
      seen.add(random.below(7));
      const float = random.float();
      expect(float >= 0 && float < 1).toBe(true);
    }
    expect([...seen].toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(() => random.below(0)).toThrow(RangeError);
  });

  test(`${name}: uuids are Kafka's: 22 characters, version 4, no '-' in front, all different`, () => {
    const uuids = new Set<string>();
    for (let round = 0; round < 2_000; round++) {
      const uuid = random.uuid();
      expect(uuid).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
      const bytes = Buffer.from(uuid, 'base64url');
      expect(bytes.length).toBe(16);
      expect(bytes.toString('base64url')).toBe(uuid);
      expect(bytes[6]! >> 4).toBe(4);
      uuids.add(uuid);
    }
    expect(uuids.size).toBe(2_000);
  });
}

test('a uuid that would begin with - is drawn again', () => {
  const words = [0xf8, 0, 0, 0, 0x01, 0, 0, 0];
  const random = randomFrom(() => words.shift()!);
  expect(random.uuid()).toMatch(/^AQ/);
  expect(words).toEqual([]);
});

test('one seed, one sequence', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 5 }, () => random.uint32());
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(2 ** 32 + 1)).not.toEqual(draw(1));
});

test('metrics: counters, meters with rates, gauges, histograms, by name', () => {
  let nowMs = 0;
  const metrics = metricsRegistry({ now: () => nowMs, monotonic: () => nowMs });
  const name = 'kafka.server:type=BrokerTopicMetrics,name=MessagesInPerSec';
  const valueOf = (metric: string, attribute: string): number | undefined =>
    metrics.snapshot().find((sample) => sample.name === metric && sample.attribute === attribute)?.value;

  metrics.counter('c').increment();
  metrics.counter('c').increment(4);
  expect(valueOf('c', 'Count')).toBe(5);
  expect(() => metrics.meter('c')).toThrow("metric c is already a PlainCounter");

  // A hundred a second for ten minutes.
  for (let second = 0; second < 600; second += 10) {
    metrics.meter(name).mark(1_000);
    nowMs += 10_000;
    metrics.snapshot();
  }
  expect(valueOf(name, 'Count')).toBe(60_000);
  expect(valueOf(name, 'MeanRate')).toBeCloseTo(100);
  expect(valueOf(name, 'OneMinuteRate')).toBeCloseTo(100, 1);
  nowMs += 60_000;
  expect(valueOf(name, 'OneMinuteRate')).toBeCloseTo(100 / Math.E, 1);

  let level = 3;
  metrics.gauge('g', () => level);
  level = 4;
  expect(valueOf('g', 'Value')).toBe(4);
  metrics.remove('g');
  expect(valueOf('g', 'Value')).toBeUndefined();
});

test('a histogram knows quantiles to within a sixteenth', () => {
  const histogram = metricsRegistry({ now: () => 0, monotonic: () => 0 }).histogram('h');
  expect(histogram.quantile(0.5)).toBe(0);
  for (let value = 1; value <= 10_000; value++) histogram.record(value);
  for (const share of [0.01, 0.5, 0.9, 0.99, 0.999]) {
    const exact = share * 10_000;
    expect(histogram.quantile(share)).toBeGreaterThanOrEqual(exact);
    expect(histogram.quantile(share)).toBeLessThanOrEqual(exact * (1 + 1 / 16) + 1);
  }
  expect(histogram.quantile(1)).toBe(10_000);
  histogram.record(0);
  expect(histogram.count).toBe(10_001);
  expect(histogram.quantile(0)).toBeLessThan(0.01);
});
