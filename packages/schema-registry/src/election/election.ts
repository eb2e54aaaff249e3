/** Who leads, as the node needs it. `GroupElection` is the real one; alone, or in a simulation, there are others. */
import type { Identity } from './sr-protocol.js';

export interface ElectionListener {
  /** This instance leads. */
  onElected(): void;
  /** Another leads, or nobody that is known. */
  onFollowing(leader: Identity | null): void;
}

export interface Election {
  start(listener: ElectionListener): void;
  stop(): Promise<void>;
}
