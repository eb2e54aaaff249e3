/** What a simulation did to its nodes, counted: a seed must have done something to count. */
export interface Faults {
  crashes: number;
  /** Injected errors of file calls. */
  fileErrors: number;
  shortWrites: number;
  /** 512-byte sectors that a crash took back. */
  lostSectors: number;
  /** Creations, renames and removals that a crash took back. */
  lostNames: number;
  resets: number;
  partitions: number;
  /** Connections refused by injection. */
  refusals: number;
  /** Pieces that had to be sent again because of a partition. */
  retransmissions: number;
}

export function noFaults(): Faults {
  return {
    crashes: 0, fileErrors: 0, shortWrites: 0, lostSectors: 0, lostNames: 0,
    resets: 0, partitions: 0, refusals: 0, retransmissions: 0,
  };
}
