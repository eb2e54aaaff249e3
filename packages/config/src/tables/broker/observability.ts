/** Metrics and telemetry. */
import type { Setting } from '../../setting.js';

export const observabilitySettings: readonly Setting[] = [
  { name: 'metric.reporters', type: 'LIST', default: 'org.apache.kafka.common.metrics.JmxReporter', importance: 'LOW', update: 'cluster-wide', doc: 'Plug-in classes that publish metrics.' },
  { name: 'metrics.num.samples', type: 'INT', default: '2', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How many samples a metric looks back on.' },
  { name: 'metrics.sample.window.ms', type: 'LONG', default: '30000', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How long a sample of a metric is.' },
  { name: 'metrics.recording.level', type: 'STRING', default: 'INFO', importance: 'LOW', update: 'read-only', doc: 'The most detailed level of metrics that is recorded.' },
  { name: 'kafka.metrics.reporters', type: 'LIST', default: '', importance: 'LOW', update: 'read-only', doc: 'Plug-in classes that publish the older kind of metrics.' },
  { name: 'kafka.metrics.polling.interval.secs', type: 'INT', default: '10', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How often those plug-ins are asked to publish.' },
  { name: 'telemetry.max.bytes', type: 'INT', default: '1048576', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'The largest push of client metrics that is accepted, before compression.' },
];
