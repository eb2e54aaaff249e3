/** Ports that live in memory. */
export { memoryFiles, type MemoryFilesOptions } from './memory-files.js';
export { memoryLogger, type MemoryLogger } from './memory-logger.js';
