/** `kafka-consumer-groups --describe --state`. */
import type { AdminPort, GroupDescription } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { cell } from '../table.js';
import { announceState } from './group-state.js';

export async function describeStates(groupIds: readonly string[], verbose: boolean, admin: AdminPort, io: ToolIo): Promise<number> {
  const groups = await admin.describeGroups(groupIds);
  for (const group of groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))) {
    if (announceState(group.groupId, group.state, 1, io)) printState(group, verbose, io);
  }
  return 0;
}

/** A classic group has no epochs. */
function printState({ groupId, coordinator, protocol, state, epoch, targetAssignmentEpoch, members }: GroupDescription, verbose: boolean, io: ToolIo): void {
  const address = `${coordinator.host}:${coordinator.port}  (${coordinator.id})`;
  const groupWidth = Math.max(15, groupId.length);
  const line = (group: string, where: string, strategy: string, name: string, epochs: readonly string[], count: string | number): string =>
    [cell(group, groupWidth), cell(where, Math.max(25, address.length)), cell(strategy, 20), cell(name, 20), ...epochs, count].join(' ');
  io.out('');
  io.out(line('GROUP', 'COORDINATOR (ID)', 'ASSIGNMENT-STRATEGY', 'STATE', verbose ? [cell('GROUP-EPOCH', 15), cell('TARGET-ASSIGNMENT-EPOCH', 25)] : [], '#MEMBERS'));
  io.out(line(groupId, address, protocol === '' ? '-' : protocol, state, verbose ? [cell(epoch, 15), cell(targetAssignmentEpoch, 25)] : [], members.length));
}
