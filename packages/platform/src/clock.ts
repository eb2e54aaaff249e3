/** Time as a value that comes in from outside. */
export interface Clock {
  /** Milliseconds since the epoch, an integer. May jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds since some fixed point, fractional; never goes back. For durations. */
  monotonic(): number;
}
