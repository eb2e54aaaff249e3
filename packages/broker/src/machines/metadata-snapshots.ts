/** Snapshots of the metadata log (KIP-630): when one is due, and writing it in steps. */
import { encodeMetadataRecord, type MetadataImage } from '@millrace/metadata';
import type { Platform } from '@millrace/platform';
import { type SnapshotId, type VoterSet, writeSnapshot } from '@millrace/raft';
import type { MetadataStore } from './metadata-store.js';

export interface SnapshotLimits {
  /** metadata.log.max.record.bytes.between.snapshots */
  snapshotBytes: number;
  /** metadata.log.max.snapshot.interval.ms; 0 for no limit */
  snapshotIntervalMs: number;
}

/** What is committed. */
export interface SnapshotSource {
  image: MetadataImage;
  kraftVersion: number;
  /** Null with kraft.version 0. */
  voters: VoterSet | null;
  lastRecordMs: number;
}

/** Records that are encoded in one step. */
const RECORDS_PER_STEP = 100;

export class MetadataSnapshots {
  readonly #platform: Platform;
  readonly #store: MetadataStore;
  readonly #limits: SnapshotLimits;
  #bytesSinceLast = 0;
  #lastMs: number;
  #isWriting = false;

  constructor(platform: Platform, store: MetadataStore, limits: SnapshotLimits) {
    this.#platform = platform;
    this.#store = store;
    this.#limits = limits;
    this.#lastMs = platform.clock.now();
  }

  /** So many bytes came to the log, or were found there above the last snapshot. */
  appended(bytes: number): void {
    this.#bytesSinceLast += bytes;
  }

  /** Calls `written` when a snapshot was due and is there; older ones go afterwards. */
  writeIfDue(source: SnapshotSource, written: (id: SnapshotId) => void): void {
    if (this.#isWriting || !this.#isDue()) return;
    this.#isWriting = true;
    this.#bytesSinceLast = 0;
    this.#lastMs = this.#platform.clock.now();
    this.#write(source, written)
      .catch((error: unknown) => this.#platform.logger.error('a snapshot of the metadata log cannot be written', { error: String(error) }))
      .finally(() => {
        this.#isWriting = false;
      });
  }

  #isDue(): boolean {
    const { snapshotBytes, snapshotIntervalMs } = this.#limits;
    if (this.#bytesSinceLast === 0) return false;
    return this.#bytesSinceLast >= snapshotBytes || (snapshotIntervalMs > 0 && this.#platform.clock.now() - this.#lastMs >= snapshotIntervalMs);
  }

  async #write({ image, kraftVersion, voters, lastRecordMs }: SnapshotSource, written: (id: SnapshotId) => void): Promise<void> {
    const id: SnapshotId = { endOffset: image.offset + 1, epoch: image.epoch };
    const older = this.#store.snapshots();
    const records = await this.#platform.timers.runStepped(encodeSteps(image));
    const content = { lastContainedLogTimestamp: lastRecordMs, kraftVersion, voters, records };
    await this.#store.writeSnapshot(id, writeSnapshot(content, id, this.#platform.clock.now()));
    written(id);
    for (const old of older) if (old.endOffset > 0 && old.endOffset < id.endOffset) await this.#store.removeSnapshot(old);
  }
}

function* encodeSteps(image: MetadataImage): Generator<void, Uint8Array[], void> {
  const encoded: Uint8Array[] = [];
  for (const record of image.toRecords()) {
    encoded.push(encodeMetadataRecord(record));
    if (encoded.length % RECORDS_PER_STEP === 0) yield;
  }
  return encoded;
}
