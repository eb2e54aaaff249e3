/** `kafka-consumer-groups --describe --members`. */
import type { AdminPort, GroupDescription, GroupMember, TopicPartition } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { cell, columnWidth } from '../table.js';
import { announceState } from './group-state.js';

export async function describeMembers(groupIds: readonly string[], verbose: boolean, admin: AdminPort, io: ToolIo): Promise<number> {
  const groups = await admin.describeGroups(groupIds);
  for (const group of groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))) {
    announceState(group.groupId, group.state, group.members.length, io);
    if (group.state !== 'Dead') printMembers(group, verbose, io);
  }
  return 0;
}

/** A classic group has no epochs and no targets. */
function printMembers({ groupId, members, targetAssignmentEpoch }: GroupDescription, verbose: boolean, io: ToolIo): void {
  const isStatic = members.some((member) => member.groupInstanceId !== null);
  const groupWidth = columnWidth(members.map(() => groupId), 15);
  const widths = {
    memberId: columnWidth(members.map((member) => member.memberId), 15),
    instance: columnWidth(members.map((member) => member.groupInstanceId ?? ''), 17),
    host: columnWidth(members.map((member) => member.host), 15),
    clientId: columnWidth(members.map((member) => member.clientId), 15),
    assignment: columnWidth(members.map(({ assignment }) => assignmentText(assignment)), 20),
    target: columnWidth(members.map(({ targetAssignment }) => assignmentText(targetAssignment)), 20),
  };
  const line = ({ memberId, groupInstanceId, host, clientId, assignment, epoch, targetAssignment }: GroupMember): string =>
    [
      cell(groupId, groupWidth),
      cell(memberId, widths.memberId),
      ...(isStatic ? [cell(groupInstanceId ?? '', widths.instance)] : []),
      cell(host, widths.host),
      cell(clientId, widths.clientId),
      cell(assignment.length, 15),
      ...(verbose ? [cell(epoch, 15), cell(assignmentText(assignment), widths.assignment), cell(targetAssignmentEpoch, 15), cell(assignmentText(targetAssignment), widths.target)] : ['']),
    ].join(' ');
  io.out('');
  io.out(header(isStatic, verbose, groupWidth, widths));
  for (const member of members) io.out(line(member));
}

function header(isStatic: boolean, verbose: boolean, groupWidth: number, widths: { memberId: number; instance: number; host: number; clientId: number; assignment: number; target: number }): string {
  return [
    cell('GROUP', groupWidth),
    cell('CONSUMER-ID', widths.memberId),
    ...(isStatic ? [cell('GROUP-INSTANCE-ID', widths.instance)] : []),
    cell('HOST', widths.host),
    cell('CLIENT-ID', widths.clientId),
    cell('#PARTITIONS', 15),
    ...(verbose ? [cell('CURRENT-EPOCH', 15), cell('CURRENT-ASSIGNMENT', widths.assignment), cell('TARGET-EPOCH', 15), cell('TARGET-ASSIGNMENT', widths.target)] : ['']),
  ].join(' ');
}

/** `orders:0,1;payments:2`. */
function assignmentText(assignment: readonly TopicPartition[] | null): string {
  const byTopic = new Map<string, number[]>();
  for (const { topic, partition } of assignment ?? []) byTopic.set(topic, [...(byTopic.get(topic) ?? []), partition]);
  if (byTopic.size === 0) return '-';
  return [...byTopic].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([topic, partitions]) => `${topic}:${partitions.toSorted((a, b) => a - b).join(',')}`).join(';');
}
