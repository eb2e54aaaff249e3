/** What a log needs of the outside world. */
import type { Platform } from '@millrace/platform';

export type LogEnvironment = Pick<Platform, 'clock' | 'timers' | 'random' | 'files' | 'logger'>;
