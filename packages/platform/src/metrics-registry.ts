/** The one implementation of `Metrics`, over any clock. Rates are brought up to date when they are looked at. */
import type { Clock } from './clock.js';
import { LogLinearHistogram } from './histogram.js';
import type { Counter, Histogram, Meter, Metrics, MetricSample } from './metrics.js';

/** The window of OneMinuteRate. */
const rateWindowMs = 60_000;

class PlainCounter implements Counter {
  count = 0;

  increment(by = 1): void {
    this.count += by;
  }

  sample(name: string, into: MetricSample[]): void {
    into.push({ name, attribute: 'Count', value: this.count });
  }
}

class RateMeter implements Meter {
  count = 0;
  readonly #clock: Clock;
  readonly #startedMs: number;
  #lookedMs: number;
  #lookedCount = 0;
  #rate = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedMs = clock.monotonic();
    this.#lookedMs = this.#startedMs;
  }

  mark(events = 1): void {
    this.count += events;
  }

  /** Moves the exponentially weighted rate over the time since the last look, in which it counts as even. */
  sample(name: string, into: MetricSample[]): void {
    const now = this.#clock.monotonic();
    const elapsedMs = now - this.#lookedMs;
    if (elapsedMs > 0) {
      const current = ((this.count - this.#lookedCount) * 1000) / elapsedMs;
      this.#rate += (1 - Math.exp(-elapsedMs / rateWindowMs)) * (current - this.#rate);
      this.#lookedMs = now;
      this.#lookedCount = this.count;
    }
    const lifeMs = now - this.#startedMs;
    into.push({ name, attribute: 'Count', value: this.count });
    into.push({ name, attribute: 'MeanRate', value: lifeMs > 0 ? (this.count * 1000) / lifeMs : 0 });
    into.push({ name, attribute: 'OneMinuteRate', value: this.#rate });
  }
}

class Gauge {
  readonly #read: () => number;

  constructor(read: () => number) {
    this.#read = read;
  }

  sample(name: string, into: MetricSample[]): void {
    into.push({ name, attribute: 'Value', value: this.#read() });
  }
}

type Instrument = PlainCounter | RateMeter | Gauge | LogLinearHistogram;

/** An empty registry. A name that is taken by another kind of instrument is refused. */
export function metricsRegistry(clock: Clock): Metrics {
  const instruments = new Map<string, Instrument>();
  const take = <T extends Instrument>(name: string, kind: abstract new (...input: never[]) => T, make: () => T): T => {
    const there = instruments.get(name);
    if (there instanceof kind) return there;
    if (there !== undefined) throw new Error(`metric ${name} is already a ${there.constructor.name}`);
    const made = make();
    instruments.set(name, made);
    return made;
  };
  return {
    counter: (name): Counter => take(name, PlainCounter, () => new PlainCounter()),
    meter: (name): Meter => take(name, RateMeter, () => new RateMeter(clock)),
    histogram: (name): Histogram => take(name, LogLinearHistogram, () => new LogLinearHistogram()),
    gauge: (name, read) => {
      instruments.set(name, new Gauge(read));
    },
    remove: (name) => {
      instruments.delete(name);
    },
    snapshot: () => {
      const samples: MetricSample[] = [];
      const names = [...instruments.keys()].toSorted();
      for (const name of names) instruments.get(name)!.sample(name, samples);
      return samples;
    },
  };
}
