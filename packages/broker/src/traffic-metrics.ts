/** Kafka's BrokerTopicMetrics of the whole node. */
import type { Meter, Metrics } from '@millrace/platform';

const NAME = 'kafka.server:type=BrokerTopicMetrics,name=';

export class TrafficMetrics {
  readonly #bytesIn: Meter;
  readonly #bytesOut: Meter;
  readonly #produceRequests: Meter;
  readonly #fetchRequests: Meter;

  constructor(metrics: Metrics) {
    this.#bytesIn = metrics.meter(`${NAME}BytesInPerSec`);
    this.#bytesOut = metrics.meter(`${NAME}BytesOutPerSec`);
    this.#produceRequests = metrics.meter(`${NAME}TotalProduceRequestsPerSec`);
    this.#fetchRequests = metrics.meter(`${NAME}TotalFetchRequestsPerSec`);
  }

  /** Records offered to one partition. */
  produced(bytes: number): void {
    this.#bytesIn.mark(bytes);
    this.#produceRequests.mark();
  }

  /** Records given from one partition. */
  fetched(bytes: number): void {
    this.#bytesOut.mark(bytes);
    this.#fetchRequests.mark();
  }
}
