/** `.kafka_cleanshutdown`: written last when a node stops in order, gone as soon as it starts. */
import type { Files } from '@millrace/platform';

const fileName = '.kafka_cleanshutdown';

export interface CleanShutdown {
  /** The broker's epoch when it stopped; -1 when the file does not say. */
  brokerEpoch: number;
}

/** Null after a crash. The marker is gone afterwards. */
export function takeCleanShutdown(files: Files, directory: string): CleanShutdown | null {
  const path = `${directory}/${fileName}`;
  if (!files.exists(path)) return null;
  const brokerEpoch = brokerEpochOf(files.readAll(path));
  files.removeSync(path);
  files.syncDirectory(directory);
  return { brokerEpoch };
}

export function writeCleanShutdown(files: Files, directory: string, brokerEpoch: number): void {
  files.replace(`${directory}/${fileName}`, new TextEncoder().encode(JSON.stringify({ version: 0, brokerEpoch })));
}

/** Older brokers left the file empty. */
function brokerEpochOf(bytes: Uint8Array): number {
  const found = /"brokerEpoch"\s*:\s*(-?\d{1,16})\b/.exec(new TextDecoder().decode(bytes));
  return found === null ? -1 : Number(found[1]);
}
