/** Kafka's RequestMetrics: how many requests of each API and version came, how large they were, and how long they took. */
import type { Clock, Histogram, Meter, Metrics } from '@millrace/platform';

const NAME = 'kafka.network:type=RequestMetrics,name=';

interface OfApi {
  /** By version. */
  readonly requests: Meter[];
  readonly bytes: Histogram;
  readonly totalMs: Histogram;
}

export class RequestMetrics {
  readonly #metrics: Metrics;
  readonly #clock: Clock;
  readonly #byApi = new Map<string, OfApi>();

  constructor(metrics: Metrics, clock: Clock) {
    this.#metrics = metrics;
    this.#clock = clock;
  }

  /** A request was read; what is returned is to be called when its answer is ready. */
  begin(api: string, version: number, bytes: number): () => void {
    const of = this.#of(api);
    (of.requests[version] ??= this.#metrics.meter(`${NAME}RequestsPerSec,request=${api},version=${version}`)).mark();
    of.bytes.record(bytes);
    const begunMs = this.#clock.monotonic();
    return () => of.totalMs.record(Math.max(0, this.#clock.monotonic() - begunMs));
  }

  #of(api: string): OfApi {
    let of = this.#byApi.get(api);
    if (of === undefined) {
      of = {
        requests: [],
        bytes: this.#metrics.histogram(`${NAME}RequestBytes,request=${api}`),
        totalMs: this.#metrics.histogram(`${NAME}TotalTimeMs,request=${api}`),
      };
      this.#byApi.set(api, of);
    }
    return of;
  }
}
