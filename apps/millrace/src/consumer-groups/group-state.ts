/** What is said about a group before its table, and whether there is a table. */
import type { ToolIo } from '../io.js';

const rebalancing: ReadonlySet<string> = new Set(['PreparingRebalance', 'CompletingRebalance', 'Assigning', 'Reconciling']);

/** False when there is nothing to show. */
export function announceState(groupId: string, state: string, rows: number, io: ToolIo): boolean {
  if (state === 'Dead') io.err(`\nError: Consumer group '${groupId}' does not exist.`);
  else if (state === 'Empty') io.err(`\nConsumer group '${groupId}' has no active members.`);
  else if (rebalancing.has(state)) io.err(`\nWarning: Consumer group '${groupId}' is rebalancing.`);
  return state !== 'Dead' && rows > 0;
}
