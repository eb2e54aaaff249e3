/** `kafka-consumer-groups --reset-offsets`. */
import type { AdminPort, TopicPartition } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { cell, columnWidth } from '../table.js';
import type { GroupsOptions } from './groups-options.js';
import { newOffsets, type NewOffset } from './new-offsets.js';
import { parseResetPlan, resetPlanLine } from './reset-plan.js';
import { partitionsOfTopics, requirePartitions } from './topic-scope.js';

/** Only groups without members can be reset; without `--execute` nothing is committed. */
export async function resetOffsets(groupIds: readonly string[], options: GroupsOptions, admin: AdminPort, io: ToolIo): Promise<number> {
  const plan = options.fromFile === undefined ? null : parseResetPlan(io.readText(options.fromFile), groupIds);
  const results = new Map<string, NewOffset[]>();
  for (const group of await admin.describeGroups(groupIds)) {
    if (group.state !== 'Empty' && group.state !== 'Dead') {
      io.err(`\nError: Assignments can only be reset if the group '${group.groupId}' is inactive, but the current state is ${group.state}.`);
      continue;
    }
    if (plan !== null && !plan.has(group.groupId)) {
      io.err(`\nError: No reset plan for group ${group.groupId} found`);
      continue;
    }
    const planned = plan?.get(group.groupId) ?? null;
    await requirePartitions(planned ?? [], admin);
    const partitions = planned ?? (await partitionsToReset(group.groupId, options, admin));
    const offsets = await newOffsets(group.groupId, partitions, options, planned, admin, io);
    if (options.execute) await admin.commitOffsets(group.groupId, offsets);
    results.set(group.groupId, offsets);
  }
  if (results.size > 0 && !options.execute && !options.dryRun) io.err('WARN: No action will be performed as the --execute option is missing.');
  if (options.export) io.out([...results].flatMap(([groupId, offsets]) => offsets.map((offset) => resetPlanLine(options.group?.length === 1 ? null : groupId, offset))).join('\n'));
  else printOffsets(results, io);
  return 0;
}

async function partitionsToReset(groupId: string, options: GroupsOptions, admin: AdminPort): Promise<TopicPartition[]> {
  if (options.topic !== undefined && !options.allTopics) return partitionsOfTopics(options.topic, admin);
  return (await admin.committedOffsets(groupId)).map(({ topic, partition }) => ({ topic, partition }));
}

function printOffsets(results: ReadonlyMap<string, readonly NewOffset[]>, io: ToolIo): void {
  if (results.size === 0) return;
  const groupWidth = columnWidth([...results.keys()], 15);
  const topicWidth = columnWidth([...results.values()].flat().map(({ topic }) => topic), 15);
  const line = (group: string, topic: string, partition: string | number, offset: string | number): string => `${cell(group, groupWidth)} ${cell(topic, topicWidth)} ${cell(partition, 10)} ${offset}`;
  io.out('');
  io.out(line('GROUP', 'TOPIC', 'PARTITION', 'NEW-OFFSET'));
  for (const [groupId, offsets] of results) for (const { topic, partition, offset } of offsets) io.out(line(groupId, topic, partition, offset));
}
