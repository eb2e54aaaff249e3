/** The flags of `kafka-consumer-groups`, and which of them go together. */
import { parseFlags, refuseFlags, repeated, requireOneAction, toolCommand, wholeNumber, withBootstrap, type CommonOptions } from '../command.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import { durationMs, epochMs } from './datetime.js';

export interface GroupsOptions extends CommonOptions {
  list?: true;
  describe?: true;
  delete?: true;
  resetOffsets?: true;
  deleteOffsets?: true;
  validateRegex?: string;
  group?: string[];
  allGroups?: true;
  topic?: string[];
  allTopics?: true;
  /** True when given without states. */
  state?: string | true;
  type?: string | true;
  members?: true;
  offsets?: true;
  verbose?: true;
  timeout: number;
  dryRun?: true;
  execute?: true;
  export?: true;
  toOffset?: number;
  toDatetime?: string;
  byDuration?: string;
  toEarliest?: true;
  toLatest?: true;
  toCurrent?: true;
  shiftBy?: number;
  fromFile?: string;
}

const actions = { list: '--list', describe: '--describe', delete: '--delete', resetOffsets: '--reset-offsets', deleteOffsets: '--delete-offsets', validateRegex: '--validate-regex' };

export const resetScenarios: Readonly<Record<string, string>> = {
  toOffset: '--to-offset',
  shiftBy: '--shift-by',
  toDatetime: '--to-datetime',
  byDuration: '--by-duration',
  toEarliest: '--to-earliest',
  toLatest: '--to-latest',
  toCurrent: '--to-current',
  fromFile: '--from-file',
};

export function groupsOptions(args: readonly string[], io: ToolIo): GroupsOptions {
  const command = withBootstrap(toolCommand('kafka-consumer-groups', 'List all consumer groups, describe one, delete one, or reset its offsets.', io))
    .option('--list', 'list groups')
    .option('--describe', 'show offsets and lag, members or state')
    .option('--delete', 'delete groups with their offsets')
    .option('--reset-offsets', 'set the offsets of groups without members; shows the result unless --execute is given')
    .option('--delete-offsets', 'delete offsets of topics')
    .option('--validate-regex <regex>', 'say whether a regular expression is one of RE2, as subscriptions by pattern must be')
    .addOption(repeated('--group <group>', 'the group; may be given several times'))
    .option('--all-groups', 'every group')
    .addOption(repeated('--topic <topic[:partition,…]>', 'the topic and perhaps its partitions; may be given several times'))
    .option('--all-topics', 'every topic that the group has offsets of')
    .option('--state [states]', 'with --describe: show the state; with --list: show states, or only groups in these')
    .option('--type [types]', 'with --list: show types, or only groups of these')
    .option('--members', 'with --describe: show the members')
    .option('--offsets', 'with --describe: show offsets and lag (the default)')
    .option('--verbose', 'show more columns')
    .option('--timeout <ms>', 'how long to wait for answers', wholeNumber, 30_000)
    .option('--dry-run', 'only show what would be set')
    .option('--execute', 'set the offsets')
    .option('--export', 'print the offsets as CSV')
    .option('--to-offset <offset>', 'set to this offset', wholeNumber)
    .option('--to-datetime <yyyy-MM-ddTHH:mm:ss.sss>', 'set to the first offset at or after this time')
    .option('--by-duration <PnDTnHnMnS>', 'set to the first offset at or after this long ago')
    .option('--to-earliest', 'set to the start of the log')
    .option('--to-latest', 'set to the end of the log')
    .option('--to-current', 'set to what is committed, or else to the end of the log')
    .option('--shift-by <count>', 'move by so many records; may be negative', wholeNumber)
    .option('--from-file <file>', 'set to what a CSV file of --export says');
  const options = parseFlags<GroupsOptions>(command, args);
  checkOptions(options);
  return options;
}

function checkOptions(options: GroupsOptions): void {
  const action = requireOneAction({ ...options }, actions) as keyof typeof actions;
  if (action === 'validateRegex') return;
  if (options.bootstrapServer === undefined) throw new ToolError('Missing required argument "[bootstrap-server]"');
  if (options.group !== undefined && options.allGroups) throw new ToolError('Option --group can\'t be used with option --all-groups');
  if (action === 'list') refuseFlags({ ...options }, { group: '--group', topic: '--topic', members: '--members', offsets: '--offsets' }, '--list');
  else if (options.group === undefined && !options.allGroups) throw new ToolError(`Option ${actions[action]} takes one of these options: --group, --all-groups`);
  if (action !== 'describe') refuseFlags({ ...options }, { members: '--members', offsets: '--offsets', verbose: '--verbose' }, actions[action]);
  if (action !== 'describe' && action !== 'list') refuseFlags({ ...options }, { state: '--state' }, actions[action]);
  if (action === 'describe') checkDescribe(options);
  if (action === 'delete' && options.topic !== undefined) throw new ToolError('The consumer does not support topic-specific offset deletion from a consumer group.');
  if (action === 'deleteOffsets' && (options.group?.length !== 1 || options.topic === undefined)) throw new ToolError('Option --delete-offsets takes the following options: --group, --topic');
  if (action === 'resetOffsets') checkReset(options);
  else refuseFlags({ ...options }, { ...resetScenarios, execute: '--execute', dryRun: '--dry-run', export: '--export', allTopics: '--all-topics' }, actions[action]);
}

function checkDescribe(options: GroupsOptions): void {
  const given = [options.members && '--members', options.offsets && '--offsets', options.state !== undefined && '--state'].filter((flag) => typeof flag === 'string');
  if (given.length > 1) throw new ToolError(`Option --describe takes at most one of these options: --members, --offsets, --state`);
  if (options.state !== undefined && options.state !== true) throw new ToolError('Option --describe does not take a value for --state');
  refuseFlags({ ...options }, { topic: '--topic', type: '--type' }, '--describe');
}

function checkReset(options: GroupsOptions): void {
  if (options.dryRun && options.execute) throw new ToolError('Option --reset-offsets only accepts one of --execute and --dry-run');
  const given = Object.keys(resetScenarios).filter((name) => name in options);
  if (given.length === 0) throw new ToolError(`Option '--reset-offsets' requires one of the following scenarios: ${Object.values(resetScenarios).join(', ')}`);
  if (given.length > 1) throw new ToolError(`Option ${resetScenarios[given[0] ?? '']} can't be used with option ${resetScenarios[given[1] ?? '']}`);
  if (options.topic === undefined && !options.allTopics && options.fromFile === undefined) throw new ToolError('One of the reset scopes should be defined: --all-topics, --topic.');
  // What cannot be read is refused here, before anything is asked of a broker.
  if (options.byDuration !== undefined) durationMs(options.byDuration);
  if (options.toDatetime !== undefined) epochMs(options.toDatetime);
}
