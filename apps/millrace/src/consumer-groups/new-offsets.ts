/** The offset of each partition after a reset, by scenario. */
import type { AdminPort, OffsetQuestion, TopicPartition } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';
import { durationMs, epochMs } from './datetime.js';
import type { GroupsOptions } from './groups-options.js';

export interface NewOffset extends TopicPartition {
  offset: number;
}

export async function newOffsets(groupId: string, partitions: readonly TopicPartition[], options: GroupsOptions, planned: readonly NewOffset[] | null, admin: AdminPort, io: ToolIo): Promise<NewOffset[]> {
  if (partitions.length === 0) return [];
  if (planned !== null) return withinLog(planned, admin, io);
  if (options.toOffset !== undefined) return withinLog(partitions.map((partition) => ({ ...partition, offset: options.toOffset ?? 0 })), admin, io);
  if (options.toEarliest) return logOffsets(partitions, 'earliest', admin);
  if (options.toLatest) return logOffsets(partitions, 'latest', admin);
  if (options.toDatetime !== undefined) return offsetsAtTime(partitions, epochMs(options.toDatetime), admin, io);
  if (options.byDuration !== undefined) return offsetsAtTime(partitions, io.nowMs() - durationMs(options.byDuration), admin, io);
  const committed = await committedOffsets(groupId, admin);
  if (options.shiftBy !== undefined) return withinLog(shifted(partitions, committed, options.shiftBy), admin, io);
  return currentOffsets(partitions, committed, admin);
}

function shifted(partitions: readonly TopicPartition[], committed: ReadonlyMap<string, number>, by: number): NewOffset[] {
  return partitions.map((partition) => {
    const offset = committed.get(nameOf(partition));
    if (offset === undefined) throw new ToolError(`Cannot shift offset for partition ${nameOf(partition)} since there is no current committed offset`);
    return { ...partition, offset: offset + by };
  });
}

/** What is committed, and the end of the log where nothing is. */
async function currentOffsets(partitions: readonly TopicPartition[], committed: ReadonlyMap<string, number>, admin: AdminPort): Promise<NewOffset[]> {
  const missing = partitions.filter((partition) => !committed.has(nameOf(partition)));
  const ends = missing.length === 0 ? [] : await logOffsets(missing, 'latest', admin);
  const byName = new Map([...committed, ...ends.map((end) => [nameOf(end), end.offset] as const)]);
  return partitions.map((partition) => ({ ...partition, offset: byName.get(nameOf(partition)) ?? 0 }));
}

/** The first offset at or after a time; the end of the log when there is none. */
async function offsetsAtTime(partitions: readonly TopicPartition[], timeMs: number, admin: AdminPort, io: ToolIo): Promise<NewOffset[]> {
  const found = await logOffsets(partitions, timeMs, admin);
  const late = found.filter((answer) => answer.offset === -1);
  if (late.length === 0) return found;
  const ends = new Map((await logOffsets(late, 'latest', admin)).map((end) => [nameOf(end), end.offset]));
  for (const partition of late) io.err(`\nWarn: Partition ${partition.partition} from topic ${partition.topic} is empty or has no record that late. Falling back to latest known offset.`);
  return found.map((answer) => ({ ...answer, offset: ends.get(nameOf(answer)) ?? answer.offset }));
}

async function withinLog(wanted: readonly NewOffset[], admin: AdminPort, io: ToolIo): Promise<NewOffset[]> {
  const starts = new Map((await logOffsets(wanted, 'earliest', admin)).map((start) => [nameOf(start), start.offset]));
  const ends = new Map((await logOffsets(wanted, 'latest', admin)).map((end) => [nameOf(end), end.offset]));
  return wanted.map(({ topic, partition, offset }) => {
    const name = nameOf({ topic, partition });
    const [start, end] = [starts.get(name) ?? 0, ends.get(name) ?? 0];
    if (offset > end) io.err(`New offset (${offset}) is higher than latest offset for topic partition ${name}. Value will be set to ${end}`);
    else if (offset < start) io.err(`New offset (${offset}) is lower than earliest offset for topic partition ${name}. Value will be set to ${start}`);
    return { topic, partition, offset: Math.max(start, Math.min(end, offset)) };
  });
}

async function logOffsets(partitions: readonly TopicPartition[], question: OffsetQuestion, admin: AdminPort): Promise<NewOffset[]> {
  return (await admin.listOffsets(partitions, question)).map(({ topic, partition, offset, error }) => {
    if (error !== null) throw new ToolError(`Error getting offset of topic partition ${nameOf({ topic, partition })}: ${error.message}`);
    return { topic, partition, offset };
  });
}

async function committedOffsets(groupId: string, admin: AdminPort): Promise<Map<string, number>> {
  return new Map((await admin.committedOffsets(groupId)).filter((committed) => committed.offset >= 0).map((committed) => [nameOf(committed), committed.offset]));
}

function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}
