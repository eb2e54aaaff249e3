/** A Kafka broker and controller: `startBroker` for a process of one's own, `startNode` for a node with its own settings. */
export { directoriesOf, format, formattedClusterId, type FormatOptions, unformattedDirectories } from './format.js';
export { apiTable, type ApiRow } from './handlers/table.js';
export { logOptions } from './log-options.js';
export { embeddedDefaults, formatIfNew, problemsText, type RunningBroker, startBroker, type StartBrokerOptions } from './start-broker.js';
export type { RecordPart, RecordProblem, RecordValidator } from './record-validation/record-validator.js';
export { StartError } from './start-error.js';
export { type RunningNode, startNode, type StartNodeOptions } from './start-node.js';
