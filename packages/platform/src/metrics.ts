/**
 * Numbers about a running node under Kafka's MBean names,
 * such as `kafka.server:type=BrokerTopicMetrics,name=MessagesInPerSec`.
 * Asking for the same name again gives the same instrument. Instruments only add numbers on the hot path.
 */
export interface Metrics {
  counter(name: string): Counter;
  /** A counter that also knows its rate. */
  meter(name: string): Meter;
  /** A value read when a snapshot is taken. */
  gauge(name: string, read: () => number): void;
  histogram(name: string): Histogram;
  remove(name: string): void;
  /** Every attribute of every instrument, in order of name. */
  snapshot(): MetricSample[];
}

export interface Counter {
  readonly count: number;
  increment(by?: number): void;
}

export interface Meter {
  readonly count: number;
  mark(events?: number): void;
}

export interface Histogram {
  readonly count: number;
  /** A value of 0 or more; kept to within a sixteenth of itself. */
  record(value: number): void;
  /** The value that this share (0 to 1) of all values does not exceed; 0 when there are none. */
  quantile(share: number): number;
}

export interface MetricSample {
  /** The MBean name. */
  name: string;
  /** Kafka's attribute: Count, Value, OneMinuteRate, MeanRate, Mean, Max, 50thPercentile, 99thPercentile, … */
  attribute: string;
  value: number;
}
