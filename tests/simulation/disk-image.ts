/** What stands on a simulated disk, read past the node: no file call, no virtual time, no fault. */
import type { SimulatedDisk } from '@millrace/platform/simulated';
import { nextBatchSize, RecordReader } from '@millrace/protocol';

export interface DiskRecord {
  readonly offset: number;
  readonly value: string;
  readonly timestamp: number;
}

type Inode = ReturnType<SimulatedDisk['tree']['find']>;

/** The names in a directory, none when it is missing. */
export function namesOn(disk: SimulatedDisk, directory: string): string[] {
  const inode = disk.tree.find('list', directory);
  return inode?.isDirectory === true ? [...inode.entries.keys()].toSorted() : [];
}

/** The records of a partition in [from, to), in the order of the files. */
export function recordsOn(disk: SimulatedDisk, directory: string, from: number, to: number): DiskRecord[] {
  const records: DiskRecord[] = [];
  const text = new TextDecoder();
  for (const name of namesOn(disk, directory)) {
    if (!name.endsWith('.log')) continue;
    const reader = new RecordReader(wholeBatches(contentOf(disk.tree.find('read', `${directory}/${name}`))));
    while (reader.nextBatch()) {
      if (reader.lastOffset < from || reader.isControl) continue;
      if (reader.baseOffset >= to) break;
      for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
        if (record.offset < from) continue;
        records.push({ offset: record.offset, value: record.value === null ? '' : text.decode(record.value), timestamp: record.timestamp });
      }
    }
  }
  return records;
}

function contentOf(inode: Inode): Uint8Array {
  if (inode === undefined || inode.isDirectory) return new Uint8Array(0);
  const bytes = new Uint8Array(inode.content.size);
  inode.content.read(bytes, 0, bytes.length, 0);
  return bytes;
}

/** A write under way may have left the beginning of a batch. */
function wholeBatches(bytes: Uint8Array): Uint8Array {
  let end = 0;
  for (let size = nextBatchSize(bytes, end); size > 0; size = nextBatchSize(bytes, end)) end += size;
  return bytes.subarray(0, end);
}
