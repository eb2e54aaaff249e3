/** A histogram of fixed size: sixteen buckets for each power of two, so a quantile is off by a sixteenth at most. */
import type { Histogram, MetricSample } from './metrics.js';

const bucketsPerPower = 16;
/** Values from 2^-10 to 2^53 are told apart; below and above fall into the ends. */
const lowestPower = -10;
const powers = 64;

const quantiles: readonly (readonly [string, number])[] = [
  ['50thPercentile', 0.5],
  ['75thPercentile', 0.75],
  ['95thPercentile', 0.95],
  ['98thPercentile', 0.98],
  ['99thPercentile', 0.99],
  ['999thPercentile', 0.999],
];

function bucketOf(value: number): number {
  if (!(value > 0)) return 0;
  let power = Math.floor(Math.log2(value));
  if (2 ** power > value) power--; // log2 may round up just below a power
  if (power < lowestPower) return 0;
  if (power >= lowestPower + powers) return powers * bucketsPerPower - 1;
  return (power - lowestPower) * bucketsPerPower + Math.floor((value / 2 ** power - 1) * bucketsPerPower);
}

function topOf(bucket: number): number {
  const power = Math.floor(bucket / bucketsPerPower) + lowestPower;
  return 2 ** power * (1 + ((bucket % bucketsPerPower) + 1) / bucketsPerPower);
}

export class LogLinearHistogram implements Histogram {
  count = 0;
  #sum = 0;
  #min = Infinity;
  #max = 0;
  readonly #buckets: Float64Array = new Float64Array(powers * bucketsPerPower);

  record(value: number): void {
    this.count++;
    this.#sum += value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    this.#buckets[bucketOf(value)]!++;
  }

  quantile(share: number): number {
    if (this.count === 0) return 0;
    let left = Math.max(1, Math.ceil(share * this.count));
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      left -= this.#buckets[bucket]!;
      if (left <= 0) return Math.min(topOf(bucket), this.#max);
    }
    return this.#max;
  }

  sample(name: string, into: MetricSample[]): void {
    into.push({ name, attribute: 'Count', value: this.count });
    into.push({ name, attribute: 'Min', value: this.count === 0 ? 0 : this.#min });
    into.push({ name, attribute: 'Max', value: this.#max });
    into.push({ name, attribute: 'Mean', value: this.count === 0 ? 0 : this.#sum / this.count });
    for (const [attribute, share] of quantiles) into.push({ name, attribute, value: this.quantile(share) });
  }
}
