// Generated from definitions/*.api; change those and run `npm run generate`.
export * from './aborted-txn.js';
export * from './control-record-type-schema.js';
export * from './end-txn-marker.js';
export * from './producer-snapshot.js';
export * from './remote-log-segment-metadata-record.js';
export * from './remote-log-segment-metadata-snapshot-record.js';
export * from './remote-log-segment-metadata-update-record.js';
export * from './remote-partition-delete-metadata-record.js';
