/** Names of the directories of logs: `<topic>-<partition>`, and with a suffix what becomes of them. */
export const metadataTopic = '__cluster_metadata';

export type DirectoryName =
  | { kind: 'log'; topic: string; partition: number }
  /** On its way out. */
  | { kind: 'deleted' }
  /** A copy being made for another directory. */
  | { kind: 'future' }
  /** Of a partition that is not this node's. */
  | { kind: 'stray' }
  | { kind: 'other' };

const longestName = 255;

export function parseDirectoryName(name: string): DirectoryName {
  if (/\.[0-9a-f]{32}-delete$/.test(name)) return { kind: 'deleted' };
  if (/\.[0-9a-f]{32}-future$/.test(name)) return { kind: 'future' };
  if (/\.[0-9a-f]{32}-stray$/.test(name)) return { kind: 'stray' };
  const found = /^([a-zA-Z0-9._-]{1,249})-(\d{1,10})$/.exec(name);
  if (found === null || Number(found[2]) > 0x7fff_ffff) return { kind: 'other' };
  return { kind: 'log', topic: found[1]!, partition: Number(found[2]) };
}

export function logDirectoryName(topic: string, partition: number): string {
  return `${topic}-${partition}`;
}

/** A name that tells what the directory was, unique by 32 hexadecimal digits. */
export function outgoingName(topic: string, partition: number, unique: Uint8Array, suffix: '-delete' | '-stray'): string {
  const digits = Array.from(unique, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const tail = `-${partition}.${digits}${suffix}`;
  return topic.slice(0, longestName - tail.length) + tail;
}
