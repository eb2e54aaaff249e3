/** `kafka-consumer-groups --describe --members`. */
import type { AdminPort, GroupDescription, GroupMember } from '../admin-port.js';
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

function printMembers({ groupId, members }: GroupDescription, verbose: boolean, io: ToolIo): void {
  const isStatic = members.some((member) => member.groupInstanceId !== null);
  const groupWidth = Math.max(15, groupId.length);
  const widths = {
    memberId: columnWidth(members.map((member) => member.memberId), 15),
    instance: columnWidth(members.map((member) => member.groupInstanceId ?? ''), 17),
    host: columnWidth(members.map((member) => member.host), 15),
    clientId: columnWidth(members.map((member) => member.clientId), 15),
    assignment: columnWidth(members.map(assignmentText), 20),
  };
  const line = (group: string, memberId: string, instance: string, host: string, clientId: string, partitions: string | number, assignment: string): string =>
    [
      cell(group, groupWidth),
      cell(memberId, widths.memberId),
      ...(isStatic ? [cell(instance, widths.instance)] : []),
      cell(host, widths.host),
      cell(clientId, widths.clientId),
      cell(partitions, 15),
      ...(verbose ? [cell('-', 15), cell(assignment, widths.assignment), cell('-', 15), cell('-', 20)] : ['']),
    ].join(' ');
  io.out('');
  io.out(header(isStatic, verbose, groupWidth, widths));
  for (const member of members) io.out(line(groupId, member.memberId, member.groupInstanceId ?? '', member.host, member.clientId, member.assignment.length, assignmentText(member)));
}

function header(isStatic: boolean, verbose: boolean, groupWidth: number, widths: { memberId: number; instance: number; host: number; clientId: number; assignment: number }): string {
  return [
    cell('GROUP', groupWidth),
    cell('CONSUMER-ID', widths.memberId),
    ...(isStatic ? [cell('GROUP-INSTANCE-ID', widths.instance)] : []),
    cell('HOST', widths.host),
    cell('CLIENT-ID', widths.clientId),
    cell('#PARTITIONS', 15),
    ...(verbose ? [cell('CURRENT-EPOCH', 15), cell('CURRENT-ASSIGNMENT', widths.assignment), cell('TARGET-EPOCH', 15), cell('TARGET-ASSIGNMENT', 20)] : ['']),
  ].join(' ');
}

/** `orders:0,1;payments:2`. */
function assignmentText(member: GroupMember): string {
  const byTopic = new Map<string, number[]>();
  for (const { topic, partition } of member.assignment) byTopic.set(topic, [...(byTopic.get(topic) ?? []), partition]);
  if (byTopic.size === 0) return '-';
  return [...byTopic].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([topic, partitions]) => `${topic}:${partitions.toSorted((a, b) => a - b).join(',')}`).join(';');
}
