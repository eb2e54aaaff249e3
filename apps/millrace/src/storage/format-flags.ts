/** What `kafka-storage format` was asked for, checked: cluster, features, first voters. */
import type { BrokerConfig } from '@millrace/config';
import { ELIGIBLE_LEADER_REPLICAS_FEATURE, KRAFT_VERSION_FEATURE, LATEST_METADATA_VERSION, metadataVersionFromName, METADATA_VERSION_FEATURE, neededMetadataVersion, supportedFeature } from '@millrace/metadata';
import { ToolError } from '../tool-error.js';

export interface FormatFlags {
  config: string;
  clusterId: string;
  standalone?: true;
  /** False for `--no-initial-controllers`, else the voters. */
  initialControllers?: string | boolean;
  ignoreFormatted?: true;
  releaseVersion?: string;
  feature?: string[];
  addScram?: string[];
}

export interface InitialVoter {
  id: number;
  directoryId: string;
  host: string;
  port: number;
}

export type InitialVoters = 'standalone' | 'none' | InitialVoter[];

/** Any text: that it is a uuid is a custom of Kafka, and no rule of its tool. */
export function checkClusterId(text: string): string {
  if (!/^\S+$/.test(text)) throw new ToolError(`--cluster-id '${text}' is not a text without spaces`);
  return text;
}

/** The 22 characters of a uuid in base64 for URLs. */
function checkUuid(text: string, what: string): string {
  if (!/^[A-Za-z0-9_-]{22}$/.test(text)) throw new ToolError(`${what} ${text} does not appear to be a valid UUID: it must be 22 characters of base64, as \`kafka-storage random-uuid\` prints`);
  return text;
}

/** The level of metadata.version, and of the features that were named. Features not named stay off, since a level says that what it stands for is served. */
export function featureLevels(flags: FormatFlags): { metadataVersion: number; features: Map<string, number> } {
  const features = new Map((flags.feature ?? []).map(featureLevel));
  const named = features.get(METADATA_VERSION_FEATURE);
  features.delete(METADATA_VERSION_FEATURE);
  if (flags.releaseVersion !== undefined && named !== undefined) throw new ToolError('metadata.version cannot be given by both --release-version and --feature');
  const metadataVersion = named ?? releaseLevel(flags.releaseVersion);
  // The only feature of which Kafka declares what it needs.
  const level = features.get(ELIGIBLE_LEADER_REPLICAS_FEATURE) ?? 0;
  const needed = neededMetadataVersion(ELIGIBLE_LEADER_REPLICAS_FEATURE, level);
  if (level > 0 && needed > metadataVersion) throw new ToolError(`${ELIGIBLE_LEADER_REPLICAS_FEATURE}=${level} needs metadata.version ${needed} or higher, not ${metadataVersion}`);
  return { metadataVersion, features };
}

function releaseLevel(release: string | undefined): number {
  if (release === undefined) return LATEST_METADATA_VERSION;
  // `4.4.0` is the release 4.4.
  const level = metadataVersionFromName(release.replace(/^(\d+\.\d+)\.\d+$/, '$1'));
  if (level === undefined) throw new ToolError(`Unknown release version '${release}'.`);
  return level;
}

function featureLevel(text: string): [string, number] {
  const [, name = '', digits = ''] = /^\s*([^=\s]+)\s*=\s*(\d{1,5})\s*$/.exec(text) ?? [];
  const known = supportedFeature(name);
  if (digits === '') throw new ToolError(`--feature ${text} is not of the form name=level`);
  if (known === undefined) throw new ToolError(`Unsupported feature: ${name}`);
  const level = Number(digits);
  if (level < known.minSupportedVersion || level > known.maxSupportedVersion) throw new ToolError(`Feature ${name} has levels ${known.minSupportedVersion} to ${known.maxSupportedVersion}, not ${level}`);
  return [name, level];
}

/** The voters that a new quorum begins with; the rules are those of Apache Kafka. */
export function initialVoters(flags: FormatFlags, config: BrokerConfig): InitialVoters {
  const isStatic = config.voters.length > 0;
  const explicit = [flags.standalone && '--standalone', flags.initialControllers === false && '--no-initial-controllers', typeof flags.initialControllers === 'string' && '--initial-controllers'].filter((flag) => typeof flag === 'string');
  if (explicit.length > 1) throw new ToolError(`Only one of ${explicit.join(' and ')} can be given`);
  const [flag] = explicit;
  if (isStatic && flag !== undefined && flag !== '--no-initial-controllers') throw new ToolError(`You cannot use ${flag} while controller.quorum.voters is set: its voters are fixed`);
  if (flag !== undefined && flag !== '--no-initial-controllers' && !config.isController) throw new ToolError(`You cannot use ${flag} on a node that is not a controller`);
  if (!isStatic && flag === undefined && config.isController) {
    throw new ToolError('Because controller.quorum.voters is not set on this controller, you must specify one of the following: --standalone, --initial-controllers, or --no-initial-controllers.');
  }
  if (flags.standalone) return 'standalone';
  return typeof flags.initialControllers === 'string' ? parseVoters(flags.initialControllers) : 'none';
}

/** kraft.version says whether the voters may change: 0 with fixed ones, 1 where the flags name the first. */
export function checkKraftVersion(features: ReadonlyMap<string, number>, flags: FormatFlags, config: BrokerConfig): void {
  const level = features.get(KRAFT_VERSION_FEATURE);
  const isDynamic = config.voters.length === 0 && (flags.standalone === true || flags.initialControllers !== undefined);
  if (level === 0 && isDynamic) throw new ToolError('kraft.version=0 is for fixed voters: leave it out where --standalone, --initial-controllers or --no-initial-controllers is given');
  if (level === 1 && !isDynamic) throw new ToolError('kraft.version=1 needs --standalone, --initial-controllers or --no-initial-controllers, and no controller.quorum.voters');
}

/** `id@host:port:directory`, separated by commas. This node need not be among them: one that joins the quorum later is not. */
export function parseVoters(text: string): InitialVoter[] {
  const voters = text.split(',').map((entry) => {
    const match = /^(\d{1,10})@(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5}):(.+)$/.exec(entry.trim());
    if (match === null || Number(match[4]) > 65535) throw new ToolError(`--initial-controllers: ${entry} is not of the form id@host:port:directory`);
    return { id: Number(match[1]), host: match[2] ?? match[3] ?? '', port: Number(match[4]), directoryId: checkUuid(match[5] ?? '', `--initial-controllers: directory id`) };
  });
  if (new Set(voters.map((voter) => voter.id)).size < voters.length) throw new ToolError('--initial-controllers: a node id is there twice');
  return voters;
}
