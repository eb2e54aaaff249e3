/** `partition.metadata`: the id of the topic that a log belongs to. */
import type { Files } from '@millrace/platform';
import { StorageError } from '../storage-error.js';

const fileName = 'partition.metadata';

/** Null when there is no such file. */
export function readTopicId(files: Files, directory: string): string | null {
  const path = `${directory}/${fileName}`;
  if (!files.exists(path)) return null;
  const text = new TextDecoder().decode(files.readAll(path));
  const found = /^version: 0\s*\ntopic_id: ([A-Za-z0-9_-]{22})\s*$/.exec(text);
  if (found === null) throw new StorageError('corrupt', path, `${JSON.stringify(text.slice(0, 80))} is no partition metadata of version 0`);
  return found[1]!;
}

export function writeTopicId(files: Files, directory: string, topicId: string): void {
  files.replace(`${directory}/${fileName}`, new TextEncoder().encode(`version: 0\ntopic_id: ${topicId}`));
}
