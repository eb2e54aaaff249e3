/** `kafka-storage info`: which directories are formatted, and for whom. */
import { directoriesOf } from '@millrace/broker';
import type { Platform } from '@millrace/platform';
import { readMetaProperties, type MetaProperties } from '@millrace/storage';
import type { ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { nodeConfig } from './node-config.js';

/** The exit code: 1 when something is wrong with the directories. */
export function storageInfo(file: string, platform: Platform, io: ToolIo): number {
  const config = nodeConfig(file, io);
  const found: string[] = [];
  const problems: string[] = [];
  const metas: MetaProperties[] = [];
  for (const path of directoriesOf(config)) {
    const state = directoryState(path, platform);
    if (typeof state === 'string') problems.push(state);
    else metas.push(state);
    if (platform.files.stat(path)?.isDirectory === true) found.push(path);
  }
  if (found.length > 0) io.out(`Found log ${found.length === 1 ? 'directory' : 'directories'}:\n${found.map((path) => `  ${path}`).join('\n')}\n`);
  const [first] = metas;
  if (first !== undefined) io.out(`Found metadata: ${metaText(first)}\n`);
  problems.push(...metas.filter((meta) => meta.clusterId !== first?.clusterId || meta.nodeId !== config.nodeId).map((meta) => `Metadata ${metaText(meta)} is not of node ${config.nodeId} in cluster ${first?.clusterId}.`));
  if (problems.length > 0) io.out(`Found ${problems.length === 1 ? 'problem' : 'problems'}:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`);
  return problems.length === 0 ? 0 : 1;
}

function directoryState(path: string, platform: Platform): MetaProperties | string {
  const stat = platform.files.stat(path);
  if (stat === null) return `${path} does not exist`;
  if (!stat.isDirectory) return `${path} is not a directory`;
  try {
    return readMetaProperties(platform.files, path) ?? `${path} is not formatted.`;
  } catch (error) {
    return `${path}: ${oneLine(error)}`;
  }
}

function metaText({ clusterId, directoryId, nodeId, version }: MetaProperties): string {
  return `{cluster.id=${clusterId}, ${directoryId === null ? '' : `directory.id=${directoryId}, `}node.id=${nodeId}, version=${version}}`;
}
