/** `kafka-consumer-groups --list`, and which groups an action is for. */
import type { AdminPort, GroupListing } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { cell, columnWidth } from '../table.js';
import { ToolError } from '../tool-error.js';
import type { GroupsOptions } from './groups-options.js';

const states = ['PreparingRebalance', 'CompletingRebalance', 'Stable', 'Dead', 'Empty', 'Assigning', 'Reconciling'];
const types = ['Consumer', 'Classic'];

export async function listGroups(options: GroupsOptions, admin: AdminPort, io: ToolIo): Promise<number> {
  const wantedStates = namesOf(options.state, states, 'state');
  const wantedTypes = namesOf(options.type, types, 'types');
  const groups = await consumerGroups(admin, { ...(wantedStates && { states: wantedStates }), ...(wantedTypes && { types: wantedTypes }) });
  if (options.state === undefined && options.type === undefined) {
    for (const group of groups) io.out(group.groupId);
    return 0;
  }
  const width = columnWidth(groups.map((group) => group.groupId), 15) + 10;
  const line = (groupId: string, type: string, state: string): string =>
    cell(groupId, width) + (options.type === undefined ? '' : ` ${cell(type, 20)}`) + (options.state === undefined ? '' : ` ${cell(state, 20)}`);
  io.out(line('GROUP', 'TYPE', 'STATE'));
  for (const group of groups) io.out(line(group.groupId, group.type, group.state));
  return 0;
}

/** The groups that are named, or all there are. */
export async function selectGroups(options: GroupsOptions, admin: AdminPort): Promise<string[]> {
  if (!options.allGroups) return options.group ?? [];
  return (await consumerGroups(admin, {})).map((group) => group.groupId);
}

/** Groups of other protocols, such as those of Connect, are not consumers'. */
async function consumerGroups(admin: AdminPort, filter: { states?: string[]; types?: string[] }): Promise<GroupListing[]> {
  const groups = await admin.listGroups(filter);
  return groups.filter((group) => types.includes(group.type) && (group.protocolType === 'consumer' || group.protocolType === ''));
}

/** Names from a list, in any case and with or without a hyphen or underscore between words; null when none were asked for. */
function namesOf(given: string | true | undefined, known: readonly string[], what: string): string[] | null {
  if (given === undefined || given === true || given === '') return null;
  return given.split(',').map((part) => {
    const wanted = part.trim().replaceAll(/[-_ ]/g, '').toLowerCase();
    const found = known.find((name) => name.toLowerCase() === wanted);
    if (found === undefined) throw new ToolError(`Invalid ${what} list '${given}'. Valid ${what === 'state' ? 'states' : what} are: ${known.join(', ')}`);
    return found;
  });
}
