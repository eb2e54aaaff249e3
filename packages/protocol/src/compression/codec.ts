/** Bits 0-2 of a batch's attributes: 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd. */
export type CodecId = 0 | 1 | 2 | 3 | 4;

/** Kafka's names in `compression.type`. */
export type CodecName = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';

/** One way to compress the records of a batch. */
export interface Codec {
  readonly id: CodecId;
  readonly name: CodecName;
  /** Compresses into new bytes; a level outside the codec's range is its own default. */
  compress(bytes: Uint8Array, level?: number): Uint8Array;
  /**
   * Decompresses into new bytes, never more than `maxBytes`, and never allocates what a header merely claims.
   * @throws ProtocolError `malformed`, for damaged input as for too much output
   */
  decompress(bytes: Uint8Array, maxBytes: number): Uint8Array;
  /** Prepares what cannot be had synchronously (WebAssembly); resolved before the first `compress`. */
  load?(): Promise<void>;
}
