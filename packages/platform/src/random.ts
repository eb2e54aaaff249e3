/** Chance as a value that comes in from outside. */
export interface Random {
  /** An integer in [0, 2^32). */
  uint32(): number;
  /** A number in [0, 1) with 53 random bits. */
  float(): number;
  /** An integer in [0, limit); limit at least 1. */
  below(limit: number): number;
  bytes(length: number): Uint8Array;
  /** Kafka's text of a random uuid: 22 characters of base64url, none of the reserved ids, no '-' in front. */
  uuid(): string;
}
