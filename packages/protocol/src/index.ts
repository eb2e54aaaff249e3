// The messages themselves are imported one API at a time, from '@millrace/protocol/messages/<api>'.
export * from './apis.js';
export * from './decoded.js';
export * from './errors.js';
export * from './external-records.js';
export * from './frame.js';
export * from './generated/headers.js';
export * from './java-hash.js';
export * from './message-codec.js';
export * from './murmur2.js';
export * from './protocol-error.js';
export * from './reader.js';
export * from './unknown-tag.js';
export * from './uuid.js';
export * from './writer.js';
export * from './compression/index.js';
export * from './crc/index.js';
export * from './records/index.js';
