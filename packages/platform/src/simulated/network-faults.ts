/** How the simulated network behaves. Plain data; change it while the simulation runs. */
export interface NetworkFaults {
  /** Virtual milliseconds on the way, at least and at most. */
  delayMs: readonly [number, number];
  /** Bytes are cut into random pieces up to this long. */
  pieceBytes: number;
  /** What the systems on both sides hold; more stays in the writer's buffer. */
  windowBytes: number;
  /** The share of pieces at which the connection is reset instead. */
  resetRate: number;
  /** The share of attempts to connect that are refused. */
  refuseRate: number;
  /** A piece that found no way for so long ends the connection with ETIMEDOUT. */
  giveUpMs: number;
}

export function healthyNetwork(): NetworkFaults {
  return { delayMs: [0.05, 1], pieceBytes: 16_384, windowBytes: 65_536, resetRate: 0, refuseRate: 0, giveUpMs: 120_000 };
}
