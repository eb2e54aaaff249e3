/** Makes a new log directory a cluster's: meta.properties and the bootstrap snapshot, as `kafka-storage format` does (KIP-853, KIP-1170). */
import type { BrokerConfig } from '@millrace/config';
import { bootstrapRecords, type BootstrapOptions } from '@millrace/controller';
import { encodeMetadataRecord } from '@millrace/metadata';
import { FileError, type Platform } from '@millrace/platform';
import { BOOTSTRAP_SNAPSHOT_ID, snapshotFileName, type Voter, writeSnapshot } from '@millrace/raft';
import { makeDurableDirectory, readMetaProperties, writeMetaProperties } from '@millrace/storage';
import { CLUSTER_METADATA_TOPIC } from './internal-topics.js';
import { StartError } from './start-error.js';

export interface FormatOptions extends BootstrapOptions {
  /** Not used when a directory of the node is formatted already: the others then join its cluster. */
  clusterId: string;
  /** The voters to begin with; none for a node that joins a quorum, or one with static voters. */
  initialVoters: 'standalone' | 'none' | readonly Voter[];
}

/** Which of the node's directories hold no cluster yet. */
export function unformattedDirectories(platform: Platform, config: BrokerConfig): string[] {
  return directoriesOf(config).filter((path) => readMetaProperties(platform.files, path) === null);
}

export function directoriesOf(config: BrokerConfig): string[] {
  return [...new Set([...config.logDirs, config.metadataLogDir])];
}

/** The id of the cluster that the node's formatted directories belong to, null when none is formatted. */
export function formattedClusterId(platform: Platform, config: BrokerConfig): string | null {
  for (const path of directoriesOf(config)) {
    const properties = readMetaProperties(platform.files, path);
    if (properties !== null) return properties.clusterId;
  }
  return null;
}

/** Formats the directories that are not formatted; gives their paths. @throws StartError, StorageError */
export function format(platform: Platform, config: BrokerConfig, options: FormatOptions): string[] {
  const { files, random } = platform;
  const paths = unformattedDirectories(platform, config);
  const existing = formattedClusterId(platform, config);
  const clusterId = existing ?? options.clusterId;
  for (const path of paths) {
    const directoryId = (path === config.metadataLogDir ? voterDirectoryId(config, options) : undefined) ?? random.uuid();
    try {
      if (files.stat(path)?.isDirectory === false) throw new StartError('it is a file');
      makeDurableDirectory(files, path);
      if (path === config.metadataLogDir) writeBootstrapSnapshot(platform, config, options, directoryId);
      // Last, since its being there says that the directory is formatted.
      writeMetaProperties(files, path, { version: 1, clusterId, nodeId: config.nodeId, directoryId });
    } catch (error) {
      if (!(error instanceof FileError || error instanceof StartError)) throw error;
      throw new StartError(`The log directory ${path} cannot be made: ${error.message}`, { cause: error });
    }
  }
  return paths;
}

/** The id that the voters know the metadata directory by: with another the node would not be the voter that it is named as. */
function voterDirectoryId(config: BrokerConfig, { initialVoters }: FormatOptions): string | undefined {
  return typeof initialVoters === 'string' ? undefined : initialVoters.find(({ id }) => id === config.nodeId)?.directoryId;
}

function writeBootstrapSnapshot({ files, clock }: Platform, config: BrokerConfig, options: FormatOptions, directoryId: string): void {
  const path = `${config.metadataLogDir}/${CLUSTER_METADATA_TOPIC}-0`;
  files.makeDirectory(path);
  const voters = votersOf(config, options, directoryId);
  const records = bootstrapRecords(options).map(encodeMetadataRecord);
  const kraftVersion = voters === null ? 0 : 1;
  const content = { lastContainedLogTimestamp: 0, kraftVersion, voters, records };
  const bytes = writeSnapshot(content, BOOTSTRAP_SNAPSHOT_ID, clock.now());
  files.replace(`${path}/${snapshotFileName(BOOTSTRAP_SNAPSHOT_ID)}`, bytes);
  files.syncDirectory(config.metadataLogDir);
}

// Null: kraft.version 0, whose voters stand in controller.quorum.voters.
function votersOf(config: BrokerConfig, options: FormatOptions, directoryId: string): Voter[] | null {
  if (options.initialVoters === 'none') return null;
  if (options.initialVoters !== 'standalone') return [...options.initialVoters];
  const endpoints = config.advertisedControllerListeners.map(({ listenerName, host, port }) => ({ name: listenerName, host, port }));
  return [{ id: config.nodeId, directoryId, endpoints, minKraftVersion: 0, maxKraftVersion: 1 }];
}
