// Generated from definitions/*.api; change those and run `npm run generate`.
export * from './kraft-version-record.js';
export * from './leader-change-message.js';
export * from './quorum-state-data.js';
export * from './snapshot-footer-record.js';
export * from './snapshot-header-record.js';
export * from './voters-record.js';
