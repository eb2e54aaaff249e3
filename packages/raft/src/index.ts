/**
 * The KRaft quorum as a pure state machine: events in, effects out, no clock, no disk, no socket.
 *
 * How a node drives it:
 *
 *     const raft = new Raft({ node, clusterId, voters, kraftVersion, quorumState, log, timeouts, random });
 *     const run = (event) => {
 *       const { effects, deadline } = raft.step(event, now);
 *       for (const effect of effects) carry it out, in order (see `RaftEffect`)
 *       set one timer for `deadline`, which runs { type: 'tick' }
 *     };
 *     run({ type: 'start' });
 *
 * A single voter leads at once: `start` gives persistQuorumState, becameLeader, append (LeaderChange). The driver makes
 * the control batch (`controlBatch`), appends it, says `logAppended`, syncs, says
 * `logFlushed`, and gets `highWatermark`. Batches of the controller go the same way: append to the log in the current
 * epoch, `logAppended` at once, `logFlushed` when the sync is done, and the answers leave at `highWatermark`.
 * `voters` and `kraftVersion` are those of the last KRAFT_VOTERS and KRAFT_VERSION control records of the log, or else of
 * its latest snapshot (`controlRecordFrom`, `readSnapshot`), the bootstrap one too; `log.snapshots` is without that one.
 * Events that come while effects are carried out are stepped afterwards, in their order: never step inside a step.
 */
export * from './generated/index.js';
export * from './voter-set.js';
export * from './raft-messages.js';
export * from './quorum-state.js';
export * from './raft-api.js';
export { Raft } from './raft.js';
export { describeQuorum } from './describe-quorum.js';
export { controlBatch, type ControlBatchPlace, type ControlRecordBytes, controlRecordBytes, controlRecordFrom, type ReadControlRecord } from './control-records.js';
export {
  BOOTSTRAP_SNAPSHOT_ID,
  readSnapshot,
  type SnapshotContent,
  SnapshotError,
  snapshotFileName,
  snapshotIdFromFileName,
  writeSnapshot,
} from './snapshot-file.js';
