/**
 * When a node has to give up, as Kafka does: when the directory of the metadata log has failed, or all directories have.
 * With others left it serves the partitions that lie there.
 */
import type { Logger } from '@millrace/platform';
import type { LogDirectory, LogManager, StorageError } from '@millrace/storage';

export class NodeHealth {
  /** Resolves, once, with the reason. */
  readonly failed: Promise<Error>;
  readonly #logger: Logger;
  readonly #metadataLogDir: string;
  #fail: (reason: Error) => void = () => {};

  constructor(logger: Logger, metadataLogDir: string) {
    this.#logger = logger;
    this.#metadataLogDir = metadataLogDir;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  watch(logs: LogManager): void {
    const look = (directory: LogDirectory): void => {
      const all = logs.directories.every(({ error }) => error !== null);
      if (all) this.#giveUp(`all log directories have failed: ${logs.directories.map(failureOf).join(', ')}`);
      else if (directory.path === this.#metadataLogDir) this.#giveUp(`the directory of the metadata log has failed: ${failureOf(directory)}`);
    };
    logs.onDirectoryFailed = look;
    for (const directory of logs.directories) if (directory.error !== null) look(directory);
  }

  #giveUp(reason: string): void {
    this.#logger.error(`stopping: ${reason}`);
    this.#fail(new Error(reason));
  }
}

function failureOf({ path, error }: LogDirectory): string {
  return `${path} (${error === null ? 'unknown' : codeOf(error)})`;
}

/** EIO, ENOSPC and the like where the file system said so. */
function codeOf(error: StorageError): string {
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : error.message;
}
