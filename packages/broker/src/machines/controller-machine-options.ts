/** What the driver of quorum and controller is told of its node. */
import type { ControllerOptions } from '@millrace/controller';
import type { MetadataUpdate } from '@millrace/metadata';
import type { RaftTimeouts, VoterSet } from '@millrace/raft';
import type { SnapshotLimits } from './metadata-snapshots.js';

export interface ControllerMachineOptions extends SnapshotLimits {
  nodeId: number;
  clusterId: string;
  /** Of the metadata log's directory. */
  directoryId: string;
  /** controller.quorum.voters; empty when the voters stand in the log (KIP-853). */
  staticVoters: VoterSet;
  timeouts: RaftTimeouts;
  controller: Omit<ControllerOptions, 'kraftVersion'>;
  /** Carries the update out, at once (null) or in time; requests that made it are answered afterwards. */
  publish: (update: MetadataUpdate) => Promise<void> | null;
}
