export * from './records.js';
export { appendErrorCode } from './group/append-error-code.js';
export type { Answer, Deadline, Decision, GroupContext, GroupEvent } from './group/decision.js';
export { DEFAULT_GROUP_CONFIG, type GroupConfig } from './group/group-config.js';
export { GroupCoordinator } from './group/group-coordinator.js';
export type { LogPosition } from './group/groups.js';
export { transactionLogKey, transactionLogValue, type TransactionLogKey, type TransactionLogValue } from './generated/transaction-log.js';
