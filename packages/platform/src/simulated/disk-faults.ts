/** How a simulated disk behaves: how long its calls take and how they fail. Plain data; change it while the simulation runs. */
export interface DiskFaults {
  /** Virtual milliseconds of a call, at least and at most. */
  callMs: readonly [number, number];
  syncMs: readonly [number, number];
  /** All times are multiplied by this; 1000 is a disk that hangs. */
  slowness: number;
  /** The share of writes that write only a part. */
  shortWriteRate: number;
  /** The share of calls that fail, by operation ('write', 'sync', 'open', 'rename', …), with EIO. */
  errorRates: Partial<Record<string, number>>;
  /** The share of unsynced sectors, and of unsynced names, that a loss of power takes back. */
  lossRate: number;
  /** More fails with ENOSPC. */
  capacityBytes: number;
}

export function healthyDisk(): DiskFaults {
  return {
    callMs: [0.005, 0.05],
    syncMs: [0.2, 3],
    slowness: 1,
    shortWriteRate: 0,
    errorRates: {},
    lossRate: 0.5,
    capacityBytes: Infinity,
  };
}
