/** How a node writes its log lines, by its settings. */
import type { BrokerConfig } from '@millrace/config';
import type { LogLevel, NodeLoggerOptions } from '@millrace/platform';

export function logOptions(config: BrokerConfig): NodeLoggerOptions {
  return {
    // The table allows nothing else.
    level: config.string('millrace.log.level') as LogLevel,
    format: config.boolean('millrace.log.json') ? 'json' : 'line',
  };
}
