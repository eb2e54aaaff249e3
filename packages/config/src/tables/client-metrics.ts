/** Settings of a subscription to client metrics. */
import type { Setting } from '../setting.js';

export const clientMetricsSettings: readonly Setting[] = [
  { name: 'interval.ms', type: 'INT', default: '300000', importance: 'MEDIUM', doc: 'How often clients push their metrics.' },
  { name: 'match', type: 'LIST', default: '', importance: 'MEDIUM', doc: 'Which clients are asked, as `selector=pattern` pairs.' },
  { name: 'metrics', type: 'LIST', default: '', importance: 'MEDIUM', doc: 'Which metrics are asked for, as prefixes of their names.' },
];
