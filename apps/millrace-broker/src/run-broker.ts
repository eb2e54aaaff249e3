/** From arguments to a running node and its exit code: 0 after an orderly stop, 1 when it could not start or go on. */
import { format, logOptions, startNode, unformattedDirectories } from '@millrace/broker';
import { loadBrokerConfig, problemText, type BrokerConfig } from '@millrace/config';
import { nodeFiles, nodePlatform, type Platform } from '@millrace/platform';
import { parseArguments, usage, type BrokerArguments } from './arguments.js';
import { recordValidation } from './record-validation.js';

/** What the process gives. */
export interface BrokerProcess {
  environment: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  err(line: string): void;
  /** Resolves when the process is asked to stop. */
  stopRequested: Promise<void>;
}

const version = '4.4.0 (Millrace 0.1.0)';

export async function runBroker(args: readonly string[], process: BrokerProcess): Promise<number> {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') process.out(usage);
  if (parsed.kind === 'version') process.out(version);
  if (parsed.kind === 'wrong') process.err(parsed.message);
  if (parsed.kind !== 'run') return parsed.kind === 'wrong' ? 1 : 0;
  try {
    return await serve(parsed.arguments, process);
  } catch (error) {
    process.err((error as Error).message.replaceAll(/\s*\n\s*/g, ' '));
    return 1;
  }
}

async function serve({ file, overrides, formatIfNew }: BrokerArguments, process: BrokerProcess): Promise<number> {
  if (file === null && !Object.keys(process.environment).some((name) => name.startsWith('KAFKA_')) && overrides.length === 0) {
    process.err('millrace-broker needs a properties file; `millrace-broker --help` says more');
    return 1;
  }
  const text = file === null ? '' : new TextDecoder().decode(nodeFiles().readAll(file));
  const { config, warnings, errors } = loadBrokerConfig({ text, file: file ?? 'properties', environment: process.environment, overrides });
  if (errors.length > 0) {
    for (const problem of errors) process.err(problemText(problem));
    return 1;
  }
  const platform = nodePlatform({ log: logOptions(config) });
  for (const warning of warnings) platform.logger.warn(warning);
  if (formatIfNew) formatNew(platform, config, process.environment['CLUSTER_ID']);
  const node = await startNode(platform, config, { preloadHandlers: 'soon', ...(await recordValidation(platform, config)) });
  platform.logger.info('started', { nodeId: node.nodeId, clusterId: node.clusterId });
  const failure = await Promise.race([process.stopRequested, node.failed]);
  if (failure !== undefined) {
    process.err(failure.message);
    return 1;
  }
  await node.stop();
  return 0;
}

/** A container formats its own directories. With a list of fixed voters none are written. */
function formatNew(platform: Platform, config: BrokerConfig, clusterId: string | undefined): void {
  if (unformattedDirectories(platform, config).length === 0) return;
  format(platform, config, { clusterId: clusterId ?? platform.random.uuid(), initialVoters: config.voters.length > 0 ? 'none' : 'standalone' });
}
