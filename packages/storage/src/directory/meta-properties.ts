/** `meta.properties`: whose a log directory is. Java's properties format. */
import type { Files } from '@millrace/platform';
import { StorageError } from '../storage-error.js';
import { makeDurableDirectory } from './durable-directory.js';

export const metaPropertiesFile = 'meta.properties';

export interface MetaProperties {
  /** 1; version 0 of old has no directory id, and broker.id for node.id. */
  version: number;
  clusterId: string;
  nodeId: number;
  /** 22 characters; null where version 0 has none. */
  directoryId: string | null;
}

/** Null when the directory is not formatted. Throws a `StorageError` of kind 'corrupt' for what is not such a file. */
export function readMetaProperties(files: Files, directory: string): MetaProperties | null {
  const path = `${directory}/${metaPropertiesFile}`;
  if (!files.exists(path)) return null;
  return parse(new TextDecoder().decode(files.readAll(path)), path);
}

/** Puts the file there as a whole. */
export function writeMetaProperties(files: Files, directory: string, properties: MetaProperties): void {
  const lines = [
    '#',
    `node.id=${properties.nodeId}`,
    ...(properties.directoryId === null ? [] : [`directory.id=${properties.directoryId}`]),
    `version=${properties.version}`,
    `cluster.id=${properties.clusterId}`,
    '',
  ];
  files.replace(`${directory}/${metaPropertiesFile}`, new TextEncoder().encode(lines.join('\n')));
}

/** Makes a directory ready for a node; what an attempt before has left unsynced becomes durable when the node opens it. Throws a `StorageError` of kind 'inconsistent' when it is formatted for another one. */
export function formatDirectory(files: Files, directory: string, properties: MetaProperties): void {
  makeDurableDirectory(files, directory);
  const there = readMetaProperties(files, directory);
  if (there === null) writeMetaProperties(files, directory, properties);
  else checkOwner(directory, there, properties.clusterId, properties.nodeId);
}

/** Throws a `StorageError` of kind 'inconsistent' when the directory belongs to another cluster or node. */
export function checkOwner(directory: string, properties: MetaProperties, clusterId: string, nodeId: number): void {
  const path = `${directory}/${metaPropertiesFile}`;
  if (properties.clusterId !== clusterId) {
    throw new StorageError('inconsistent', path, `belongs to cluster ${properties.clusterId}, not to ${clusterId}`);
  }
  if (properties.nodeId !== nodeId) throw new StorageError('inconsistent', path, `belongs to node ${properties.nodeId}, not to node ${nodeId}`);
}

function parse(text: string, path: string): MetaProperties {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*([^#!\s=:][^\s=:]*)\s*[=:]?\s*(.*)$/.exec(line);
    if (found !== null) values.set(found[1]!, found[2]!.replaceAll(/\\(.)/g, '$1').trim());
  }
  const need = (key: string): string => {
    const value = values.get(key);
    if (value === undefined || value === '') throw new StorageError('corrupt', path, `has no ${key}`);
    return value;
  };
  const version = wholeNumber(need('version'), 'version', path);
  if (version > 1) throw new StorageError('corrupt', path, `version ${version} is not known`);
  return {
    version,
    clusterId: need('cluster.id'),
    nodeId: wholeNumber(need(version === 0 ? 'broker.id' : 'node.id'), 'node id', path),
    directoryId: values.get('directory.id') ?? null,
  };
}

function wholeNumber(text: string, what: string, path: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new StorageError('corrupt', path, `${what} ${JSON.stringify(text)} is no whole number`);
  return Number(text);
}
