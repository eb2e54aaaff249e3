/**
 * Follows the committed metadata log and tells when there is a new image to publish. What stands inside a metadata
 * transaction is published at its end, all at once, and is forgotten when it is aborted or never ended (KIP-868).
 */
import { MetadataDelta, type MetadataChanges } from './metadata-delta.js';
import { imageDifference } from './image-difference.js';
import { MetadataError } from './metadata-error.js';
import { MetadataImage } from './metadata-image.js';
import type { MetadataRecord } from './record-types.js';

export interface MetadataUpdate {
  readonly before: MetadataImage;
  readonly image: MetadataImage;
  readonly changes: MetadataChanges;
}

export class MetadataLoader {
  #image: MetadataImage;
  #delta: MetadataDelta;
  #transaction: { record: MetadataRecord; offset: number; epoch: number }[] | null = null;
  #offset: number;
  #epoch: number;
  #changed = false;

  constructor(image: MetadataImage = MetadataImage.empty) {
    this.#image = image;
    this.#delta = new MetadataDelta(image);
    this.#offset = image.offset;
    this.#epoch = image.epoch;
  }

  /** The last published image. */
  get image(): MetadataImage {
    return this.#image;
  }

  get inTransaction(): boolean {
    return this.#transaction !== null;
  }

  /** Takes the next committed record. @throws MetadataError when it cannot follow what came before. */
  replay(record: MetadataRecord, offset: number, epoch: number): void {
    this.#move(offset, epoch);
    switch (record.type) {
      case 'BeginTransactionRecord':
        if (this.#transaction !== null) throw new MetadataError(offset, 'a transaction begins inside another');
        this.#transaction = [];
        return;
      case 'EndTransactionRecord':
        for (const held of this.#endTransaction(offset)) this.#delta.replay(held.record, held.offset, held.epoch);
        return;
      case 'AbortTransactionRecord':
        this.#endTransaction(offset);
        return;
      default:
        if (this.#transaction === null) this.#delta.replay(record, offset, epoch);
        else this.#transaction.push({ record, offset, epoch });
    }
  }

  /** Passes control records, which hold nothing of the cluster. `offset` is that of the last one. */
  skip(offset: number, epoch: number): void {
    this.#move(offset, epoch);
  }

  /** The image up to the last record taken; undefined when nothing came since, or a transaction is open. Publish after each batch. */
  publish(): MetadataUpdate | undefined {
    if (this.#transaction !== null || !this.#changed) return undefined;
    const before = this.#image;
    this.#delta.advanceTo(this.#offset, this.#epoch);
    const image = this.#delta.apply();
    const changes = this.#delta.changes(image);
    this.#image = image;
    this.#delta = new MetadataDelta(image);
    this.#changed = false;
    return { before, image, changes };
  }

  /**
   * Begins anew from a snapshot's records. `offset` is that of its last contained record (end offset - 1).
   * Changes are told against the image before, topic by topic, so that a publisher need not start over.
   */
  loadSnapshot(records: Iterable<MetadataRecord>, offset: number, epoch: number): MetadataUpdate {
    const before = this.#image;
    const delta = new MetadataDelta(MetadataImage.empty);
    for (const record of records) delta.replay(record, offset, epoch);
    const image = delta.apply().at(offset, epoch);
    this.#image = image;
    this.#delta = new MetadataDelta(image);
    this.#transaction = null;
    this.#offset = offset;
    this.#epoch = epoch;
    this.#changed = false;
    return { before, image, changes: imageDifference(before, image) };
  }

  #endTransaction(offset: number): { record: MetadataRecord; offset: number; epoch: number }[] {
    const held = this.#transaction;
    if (held === null) throw new MetadataError(offset, 'a transaction ends that never began');
    this.#transaction = null;
    return held;
  }

  #move(offset: number, epoch: number): void {
    this.#offset = offset;
    this.#epoch = epoch;
    this.#changed = true;
  }
}
