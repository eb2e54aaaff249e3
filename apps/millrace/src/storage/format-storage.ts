/** `kafka-storage format`. */
import { directoriesOf, format, formattedClusterId, unformattedDirectories } from '@millrace/broker';
import type { BrokerConfig } from '@millrace/config';
import { METADATA_VERSION_FEATURE, metadataVersionName } from '@millrace/metadata';
import type { Platform } from '@millrace/platform';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import { checkClusterId, checkKraftVersion, featureLevels, initialVoters, type FormatFlags, type InitialVoters } from './format-flags.js';
import { nodeConfig } from './node-config.js';

/** The exit code. */
export function formatStorage(flags: FormatFlags, platform: Platform, io: ToolIo): number {
  const clusterId = checkClusterId(flags.clusterId);
  if (flags.addScram !== undefined) throw new ToolError('--add-scram is not served yet, as SASL is not');
  const config = nodeConfig(flags.config, io);
  const { metadataVersion, features } = featureLevels(flags);
  const voters = initialVoters(flags, config);
  checkKraftVersion(features, flags, config);
  checkFormatted(flags, clusterId, config, platform);
  const fresh = unformattedDirectories(platform, config);
  if (fresh.length === 0) {
    io.out('All of the log directories are already formatted.');
    return 0;
  }
  io.out(`Bootstrap metadata: ${METADATA_VERSION_FEATURE}=${metadataVersion}${[...features].map(([name, level]) => `, ${name}=${level}`).join('')}`);
  for (const path of fresh) io.out(`Formatting ${kindOf(path, config, voters)} ${path} with metadata.version ${metadataVersionName(metadataVersion)}.`);
  const listenerName = config.controllerListenerNames[0] ?? 'CONTROLLER';
  format(platform, config, {
    clusterId,
    metadataVersion,
    features,
    initialVoters:
      typeof voters === 'string'
        ? voters
        : voters.map(({ id, directoryId, host, port }) => ({ id, directoryId, endpoints: [{ name: listenerName, host, port }], minKraftVersion: 0, maxKraftVersion: 1 })),
  });
  return 0;
}

function checkFormatted(flags: FormatFlags, clusterId: string, config: BrokerConfig, platform: Platform): void {
  const fresh = new Set(unformattedDirectories(platform, config));
  const formatted = directoriesOf(config).find((path) => !fresh.has(path));
  if (formatted === undefined) return;
  if (!flags.ignoreFormatted) throw new ToolError(`Log directory ${formatted} is already formatted. Use --ignore-formatted to ignore this directory and format the others.`);
  const existing = formattedClusterId(platform, config);
  if (existing !== clusterId) throw new ToolError(`Log directory ${formatted} belongs to cluster ${existing}, not to ${clusterId}`);
}

function kindOf(path: string, config: BrokerConfig, voters: InitialVoters): string {
  if (path !== config.metadataLogDir) return 'data directory';
  if (voters === 'none') return 'metadata directory';
  const isVoter = voters === 'standalone' || voters.some(({ id }) => id === config.nodeId);
  return isVoter ? 'dynamic metadata voter directory' : 'dynamic metadata directory';
}
