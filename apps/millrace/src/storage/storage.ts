/** `kafka-storage`: format directories, and show what is in them. */
import { nodePlatform, type Platform } from '@millrace/platform';
import { parseFlags, repeated, toolCommand } from '../command.js';
import type { Tool, ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import type { FormatFlags } from './format-flags.js';

export const storageTool: Tool = {
  async run([name, ...words], io) {
    const rest = words.flatMap(shortFlag);
    switch (name) {
      case 'format': {
        const flags = formatFlags(rest, io);
        const { formatStorage } = await import('./format-storage.js');
        return formatStorage(flags, quietPlatform(), io);
      }
      case 'info': {
        const { config } = parseFlags<{ config: string }>(infoCommand(io), rest);
        const { storageInfo } = await import('./storage-info.js');
        return storageInfo(config, quietPlatform(), io);
      }
      case 'random-uuid':
        parseFlags(toolCommand('kafka-storage random-uuid', 'Print a random uuid.', io), rest);
        io.out(quietPlatform().random.uuid());
        return 0;
      case 'version-mapping': {
        const { releaseVersion } = parseFlags<{ releaseVersion?: string }>(mappingCommand(io), rest);
        const { printVersionMapping } = await import('./feature-levels.js');
        printVersionMapping(releaseVersion, io);
        return 0;
      }
      case 'feature-dependencies': {
        const { feature } = parseFlags<{ feature: string[] }>(dependenciesCommand(io), rest);
        const { printFeatureDependencies } = await import('./feature-levels.js');
        printFeatureDependencies(feature, io);
        return 0;
      }
      case '--help':
      case '-h':
        io.out('Usage: kafka-storage (info | format | version-mapping | feature-dependencies | random-uuid) [options]');
        return 0;
      default:
        throw new ToolError(refusal(name));
    }
  },
};

function quietPlatform(): Platform {
  return nodePlatform({ log: { level: 'silent' } });
}

/** Kafka's tool takes `-t=id` besides `-t id`. */
function shortFlag(word: string): string[] {
  const [, flag, value] = /^(-[A-Za-z])=(.*)$/s.exec(word) ?? [];
  return flag === undefined || value === undefined ? [word] : [flag, value];
}

function refusal(name: string | undefined): string {
  if (name === undefined) return 'kafka-storage needs a command: info, format, version-mapping, feature-dependencies or random-uuid';
  return `kafka-storage has no command ${name}; there are info, format, version-mapping, feature-dependencies and random-uuid`;
}

function infoCommand(io: ToolIo): ReturnType<typeof toolCommand> {
  return toolCommand('kafka-storage info', 'Show what the log directories are.', io).requiredOption('-c, --config <file>', 'the properties file of the node');
}

function mappingCommand(io: ToolIo): ReturnType<typeof toolCommand> {
  return toolCommand('kafka-storage version-mapping', 'Show the levels of features that a release has.', io).option('-r, --release-version <release>', 'the release; the newest by default');
}

function dependenciesCommand(io: ToolIo): ReturnType<typeof toolCommand> {
  const feature = repeated('-f, --feature <name=level>', 'the level of a feature; may be given several times').makeOptionMandatory();
  return toolCommand('kafka-storage feature-dependencies', 'Show what levels of features need of others.', io).addOption(feature);
}

function formatFlags(args: readonly string[], io: ToolIo): FormatFlags {
  const command = toolCommand('kafka-storage format', 'Make the log directories of a node those of a cluster.', io)
    .requiredOption('-c, --config <file>', 'the properties file of the node')
    .requiredOption('-t, --cluster-id <id>', 'the id of the cluster, as random-uuid prints one')
    .option('-s, --standalone', 'begin with this controller as the only voter')
    .option('-N, --no-initial-controllers', 'join the voters of a quorum later')
    .option('-I, --initial-controllers <id@host:port:directory,…>', 'begin with these voters')
    .option('-g, --ignore-formatted', 'leave directories that are formatted as they are')
    .option('-r, --release-version <release>', 'the release whose features are used')
    .addOption(repeated('-f, --feature <name=level>', 'the level of a feature; may be given several times'))
    .addOption(repeated('-S, --add-scram <credential>', 'a SCRAM credential; not served yet'));
  return parseFlags<FormatFlags>(command, args);
}
