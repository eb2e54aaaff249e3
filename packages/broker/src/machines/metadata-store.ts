/** What the metadata quorum keeps beside its log: `quorum-state` and the `.checkpoint` files (kafka.md: KRaft files). */
import type { Files } from '@millrace/platform';
import {
  initialQuorumState,
  type QuorumState,
  readQuorumState,
  readSnapshot,
  type SnapshotContent,
  snapshotFileName,
  snapshotIdFromFileName,
  type SnapshotId,
  writeQuorumState,
} from '@millrace/raft';

const QUORUM_STATE = 'quorum-state';
/** Read from directories that Kafka before 4.4 formatted. */
const OLD_BOOTSTRAP = 'bootstrap.checkpoint';
const TEXT = new TextDecoder();
const BYTES = new TextEncoder();

export class MetadataStore {
  readonly #files: Files;
  readonly #directory: string;
  readonly #parent: string;

  /** @param parent the log directory that `__cluster_metadata-0` lies in */
  constructor(files: Files, parent: string, directory: string) {
    this.#files = files;
    this.#parent = parent;
    this.#directory = directory;
  }

  readQuorumState(): QuorumState {
    const path = this.#path(QUORUM_STATE);
    return this.#files.exists(path) ? readQuorumState(TEXT.decode(this.#files.readAll(path))) : initialQuorumState;
  }

  writeQuorumState(state: QuorumState, kraftVersion: number, voterIds: readonly number[]): void {
    this.#files.replace(this.#path(QUORUM_STATE), BYTES.encode(writeQuorumState(state, kraftVersion, voterIds)));
  }

  /** Complete snapshots, ascending; (0, 0) is the bootstrap one. */
  snapshots(): SnapshotId[] {
    const ids = this.#files.list(this.#directory).flatMap((name) => snapshotIdFromFileName(name) ?? []);
    return ids.sort((a, b) => a.endOffset - b.endOffset || a.epoch - b.epoch);
  }

  readSnapshot(id: SnapshotId): SnapshotContent {
    return readSnapshot(this.#files.readAll(this.#path(snapshotFileName(id))));
  }

  /** The records that a directory formatted by an older Kafka begins with; null when there are none. */
  readOldBootstrap(): SnapshotContent | null {
    const path = `${this.#parent}/${OLD_BOOTSTRAP}`;
    return this.#files.exists(path) ? readSnapshot(this.#files.readAll(path)) : null;
  }

  async writeSnapshot(id: SnapshotId, bytes: Uint8Array): Promise<void> {
    await this.#files.replaceAsync(this.#path(snapshotFileName(id)), bytes);
  }

  async removeSnapshot(id: SnapshotId): Promise<void> {
    await this.#files.remove(this.#path(snapshotFileName(id)));
  }

  #path(name: string): string {
    return `${this.#directory}/${name}`;
  }
}
