/** Kafka's BrokerTopicMetrics: of the whole node, and of each topic that has had traffic. */
import type { Meter, Metrics } from '@millrace/platform';
import { ErrorCode } from '@millrace/protocol';

const NAME = 'kafka.server:type=BrokerTopicMetrics,name=';
const OF_TOPICS = ['BytesInPerSec', 'BytesOutPerSec', 'MessagesInPerSec', 'TotalProduceRequestsPerSec', 'TotalFetchRequestsPerSec'] as const;

type TopicMeters = Readonly<Record<(typeof OF_TOPICS)[number], Meter>>;

export class TrafficMetrics {
  readonly #metrics: Metrics;
  readonly #all: TopicMeters;
  readonly #byTopic = new Map<string, TopicMeters>();
  readonly #bytesRejected: Meter;
  readonly #failedProduces: Meter;
  readonly #failedFetches: Meter;
  readonly #badChecksums: Meter;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
    this.#all = metersOf(metrics, '');
    this.#bytesRejected = metrics.meter(`${NAME}BytesRejectedPerSec`);
    this.#failedProduces = metrics.meter(`${NAME}FailedProduceRequestsPerSec`);
    this.#failedFetches = metrics.meter(`${NAME}FailedFetchRequestsPerSec`);
    this.#badChecksums = metrics.meter(`${NAME}InvalidMessageCrcRecordsPerSec`);
  }

  /** Records that a partition took. */
  produced(topic: string, bytes: number, messages: number): void {
    for (const meters of [this.#all, this.#of(topic)]) {
      meters.TotalProduceRequestsPerSec.mark();
      meters.BytesInPerSec.mark(bytes);
      meters.MessagesInPerSec.mark(messages);
    }
  }

  /** Records that a partition refused. */
  refused(topic: string, bytes: number, errorCode: number): void {
    this.#all.TotalProduceRequestsPerSec.mark();
    this.#of(topic).TotalProduceRequestsPerSec.mark();
    if (errorCode === ErrorCode.MESSAGE_TOO_LARGE) this.#bytesRejected.mark(bytes);
    else if (errorCode === ErrorCode.CORRUPT_MESSAGE) this.#badChecksums.mark();
    else this.#failedProduces.mark();
  }

  /** Records given from one partition; null bytes where the fetch of it failed. */
  fetched(topic: string, bytes: number | null): void {
    if (bytes === null) {
      this.#failedFetches.mark();
      return;
    }
    for (const meters of [this.#all, this.#of(topic)]) {
      meters.TotalFetchRequestsPerSec.mark();
      meters.BytesOutPerSec.mark(bytes);
    }
  }

  /** The topic is no more. */
  forget(topic: string): void {
    if (!this.#byTopic.delete(topic)) return;
    for (const name of OF_TOPICS) this.#metrics.remove(`${NAME}${name},topic=${topic}`);
  }

  #of(topic: string): TopicMeters {
    let meters = this.#byTopic.get(topic);
    if (meters === undefined) this.#byTopic.set(topic, (meters = metersOf(this.#metrics, `,topic=${topic}`)));
    return meters;
  }
}

function metersOf(metrics: Metrics, suffix: string): TopicMeters {
  return {
    BytesInPerSec: metrics.meter(`${NAME}BytesInPerSec${suffix}`),
    BytesOutPerSec: metrics.meter(`${NAME}BytesOutPerSec${suffix}`),
    MessagesInPerSec: metrics.meter(`${NAME}MessagesInPerSec${suffix}`),
    TotalProduceRequestsPerSec: metrics.meter(`${NAME}TotalProduceRequestsPerSec${suffix}`),
    TotalFetchRequestsPerSec: metrics.meter(`${NAME}TotalFetchRequestsPerSec${suffix}`),
  };
}
