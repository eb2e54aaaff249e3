/** `kafka-consumer-groups --describe [--offsets]`: what is committed, where the log ends, and who reads it. */
import type { AdminPort, CommittedOffset, GroupDescription, GroupMember, TopicPartition } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { cell, columnWidth } from '../table.js';
import { announceState } from './group-state.js';

interface OffsetRow {
  group: string;
  topic: string | null;
  partition: number | null;
  leaderEpoch: number | null;
  offset: number | null;
  logEndOffset: number | null;
  lag: number | null;
  consumerId: string | null;
  host: string | null;
  clientId: string | null;
}

export async function describeOffsets(groupIds: readonly string[], verbose: boolean, admin: AdminPort, io: ToolIo): Promise<number> {
  const groups = await admin.describeGroups(groupIds);
  for (const group of groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1))) {
    const rows = group.state === 'Dead' ? [] : await offsetRows(group, admin);
    if (announceState(group.groupId, group.state, rows.length, io)) printRows(rows, verbose, io);
  }
  return 0;
}

/** Members with the most partitions first, then what is committed and read by nobody. */
async function offsetRows(group: GroupDescription, admin: AdminPort): Promise<OffsetRow[]> {
  const committed = new Map((await admin.committedOffsets(group.groupId)).map((offset) => [keyOf(offset), offset]));
  const readers = group.members.filter((member) => member.assignment.length > 0).toSorted((a, b) => b.assignment.length - a.assignment.length);
  const assigned = new Set(readers.flatMap((member) => member.assignment.map(keyOf)));
  const orphans = [...committed.values()].filter((offset) => !assigned.has(keyOf(offset)));
  const ends = await logEndOffsets([...readers.flatMap((member) => member.assignment), ...orphans], admin);
  const rowsOf = (partitions: readonly TopicPartition[], reader: GroupMember | null): OffsetRow[] =>
    partitions.toSorted(byTopicAndPartition).map((partition) => offsetRow(group.groupId, partition, committed.get(keyOf(partition)), ends.get(keyOf(partition)) ?? null, reader));
  return [...readers.flatMap((member) => rowsOf(member.assignment, member)), ...rowsOf(orphans, null)];
}

function offsetRow(group: string, { topic, partition }: TopicPartition, committed: CommittedOffset | undefined, logEndOffset: number | null, reader: GroupMember | null): OffsetRow {
  const offset = committed === undefined || committed.offset === -1 ? null : committed.offset;
  return {
    group,
    topic,
    partition,
    leaderEpoch: committed?.leaderEpoch ?? null,
    offset,
    logEndOffset,
    lag: offset === null || logEndOffset === null ? null : logEndOffset - offset,
    consumerId: reader?.memberId ?? null,
    host: reader?.host ?? null,
    clientId: reader?.clientId ?? null,
  };
}

async function logEndOffsets(partitions: readonly TopicPartition[], admin: AdminPort): Promise<Map<string, number>> {
  if (partitions.length === 0) return new Map();
  const answers = await admin.listOffsets(partitions, 'latest');
  return new Map(answers.filter((answer) => answer.error === null).map((answer) => [keyOf(answer), answer.offset]));
}

function printRows(rows: readonly OffsetRow[], verbose: boolean, io: ToolIo): void {
  const widths = {
    group: columnWidth(rows.map((row) => row.group), 15),
    topic: columnWidth(rows.map((row) => row.topic), 15),
    consumerId: columnWidth(rows.map((row) => row.consumerId), 15),
    host: columnWidth(rows.map((row) => row.host), 15),
  };
  const line = (row: Record<keyof OffsetRow, string | number | null>): string =>
    [
      cell(row.group, widths.group),
      cell(row.topic, widths.topic),
      cell(row.partition, 10),
      ...(verbose ? [cell(row.leaderEpoch, 15)] : []),
      cell(row.offset, 15),
      cell(row.logEndOffset, 15),
      cell(row.lag, 15),
      cell(row.consumerId, widths.consumerId),
      cell(row.host, widths.host),
      row.clientId ?? '-',
    ].join(' ');
  const header = { group: 'GROUP', topic: 'TOPIC', partition: 'PARTITION', leaderEpoch: 'LEADER-EPOCH', offset: 'CURRENT-OFFSET', logEndOffset: 'LOG-END-OFFSET', lag: 'LAG', consumerId: 'CONSUMER-ID', host: 'HOST', clientId: 'CLIENT-ID' };
  io.out('');
  for (const row of [header, ...rows]) io.out(line({ ...row }));
}

function keyOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}

function byTopicAndPartition(a: TopicPartition, b: TopicPartition): number {
  if (a.topic !== b.topic) return a.topic < b.topic ? -1 : 1;
  return a.partition - b.partition;
}
