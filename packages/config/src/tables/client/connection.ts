/** What every client has: connecting, retrying, the view of the cluster, metrics. */
import type { Setting } from '../../setting.js';

export const clientConnectionSettings: readonly Setting[] = [
  { name: 'bootstrap.resolve.timeout.ms', type: 'LONG', default: '0', check: '[0,...]', importance: 'HIGH', doc: 'How long resolving the bootstrap addresses may be retried; 0 for one attempt.' },
  { name: 'client.dns.lookup', type: 'STRING', default: 'use_all_dns_ips', check: '[use_all_dns_ips, resolve_canonical_bootstrap_servers_only]', importance: 'MEDIUM', doc: 'How a name with several addresses is used.' },
  { name: 'config.providers', type: 'LIST', default: '', importance: 'LOW', doc: 'Names of plug-ins that fetch setting values from elsewhere.' },
  { name: 'metadata.cluster.check.enable', type: 'BOOLEAN', default: 'true', importance: 'LOW', doc: 'Whether the client makes sure that it still talks to the same cluster.' },
  { name: 'metadata.max.age.ms', type: 'LONG', default: '300000', check: '[0,...]', importance: 'LOW', doc: 'How old the view of the cluster may become before it is refreshed.' },
  { name: 'metadata.recovery.strategy', type: 'STRING', default: 'rebootstrap', check: '(case insensitive) [REBOOTSTRAP, NONE]', importance: 'LOW', doc: 'What to do when no known broker answers: begin again at the bootstrap addresses, or give up.' },
  { name: 'metadata.recovery.rebootstrap.trigger.ms', type: 'LONG', default: '300000', check: '[0,...]', importance: 'LOW', doc: 'How long the view may fail to refresh before the client begins again at the bootstrap addresses.' },
  { name: 'metric.reporters', type: 'LIST', default: 'org.apache.kafka.common.metrics.JmxReporter', importance: 'LOW', doc: 'Plug-in classes that publish metrics.' },
  { name: 'metrics.num.samples', type: 'INT', default: '2', check: '[1,...]', importance: 'LOW', doc: 'How many samples a metric looks back on.' },
  { name: 'metrics.recording.level', type: 'STRING', default: 'INFO', check: '[INFO, DEBUG, TRACE]', importance: 'LOW', doc: 'The most detailed level of metrics that is recorded.' },
  { name: 'metrics.sample.window.ms', type: 'LONG', default: '30000', check: '[0,...]', importance: 'LOW', doc: 'How long a sample of a metric is.' },
  { name: 'send.buffer.bytes', type: 'INT', default: '131072', check: '[-1,...]', importance: 'MEDIUM', doc: 'Size of a socket\'s send buffer; -1 leaves it to the operating system.' },
  { name: 'reconnect.backoff.ms', type: 'LONG', default: '50', check: '[0,...]', importance: 'LOW', doc: 'The first wait before connecting again to the same broker.' },
  { name: 'reconnect.backoff.max.ms', type: 'LONG', default: '1000', check: '[0,...]', importance: 'LOW', doc: 'The longest wait before connecting again to the same broker.' },
  { name: 'request.timeout.ms', type: 'INT', default: '30000', check: '[0,...]', importance: 'MEDIUM', doc: 'How long the answer to a request may take.' },
  { name: 'retry.backoff.ms', type: 'LONG', default: '100', check: '[0,...]', importance: 'LOW', doc: 'The first wait before a failed request is sent again.' },
  { name: 'retry.backoff.max.ms', type: 'LONG', default: '1000', check: '[0,...]', importance: 'LOW', doc: 'The longest wait before a failed request is sent again.' },
  { name: 'security.protocol', type: 'STRING', default: 'PLAINTEXT', check: '(case insensitive) [SASL_SSL, PLAINTEXT, SSL, SASL_PLAINTEXT]', importance: 'MEDIUM', doc: 'The protocol spoken with brokers.' },
  { name: 'security.providers', type: 'STRING', default: null, importance: 'LOW', doc: 'Security provider classes of the Java platform.' },
  { name: 'socket.connection.setup.timeout.ms', type: 'LONG', default: '10000', importance: 'MEDIUM', doc: 'How long the first attempt to connect may take.' },
  { name: 'socket.connection.setup.timeout.max.ms', type: 'LONG', default: '30000', importance: 'MEDIUM', doc: 'The longest an attempt to connect may take after repeated failures.' },
];
