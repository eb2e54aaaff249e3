/** `kafka-consumer-groups --delete` and `--delete-offsets`. */
import type { AdminPort, PartitionResult, TopicPartition } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { cell, columnWidth } from '../table.js';
import { partitionsOfWhole, partOfScopes } from './topic-scope.js';

export async function deleteGroups(groupIds: readonly string[], admin: AdminPort, io: ToolIo): Promise<number> {
  const deleted: string[] = [];
  const failures: string[] = [];
  for (const groupId of groupIds) {
    try {
      await admin.deleteGroup(groupId);
      deleted.push(groupId);
    } catch (error) {
      failures.push(`* Group '${groupId}' could not be deleted due to: ${oneLine(error)}`);
    }
  }
  if (failures.length === 0) {
    io.out(`Deletion of requested consumer groups ('${deleted.join(', ')}') was successful.`);
    return 0;
  }
  io.err('\nError: Deletion of some consumer groups failed:');
  for (const failure of failures) io.err(failure);
  if (deleted.length > 0) io.out(`\nThese consumer groups were deleted successfully: '${deleted.join("', '")}'`);
  return 0;
}

export async function deleteOffsets(groupId: string, topics: readonly string[], admin: AdminPort, io: ToolIo): Promise<number> {
  const { partitions, strangers } = await partitionsToDelete(topics, admin);
  const results = partitions.length === 0 ? [] : await attemptDelete(groupId, partitions, admin);
  const failed = results instanceof Error ? results : null;
  const rows = [...strangers, ...(results instanceof Error ? partitions.map((partition) => ({ ...partition, error: results })) : results)];
  if (failed !== null) io.err(`\nError: ${failureText(groupId, failed)}`);
  else if (rows.some((row) => row.error !== null)) io.err('\nError: Encounter some partition level error, see the follow-up details:');
  else io.out(`Request succeeded for deleting offsets from group ${groupId}.`);
  const topicWidth = columnWidth(rows.map(({ topic }) => topic), 15);
  io.out(`\n${cell('TOPIC', topicWidth)} ${cell('PARTITION', 10)} ${cell('STATUS', 15)}`);
  for (const { topic, partition, error } of rows) io.out(`${cell(topic, topicWidth)} ${cell(partition, 10)} ${cell(error === null ? 'Successful' : `Error: ${oneLine(error)}`, 15)}`);
  return 0;
}

interface Row {
  topic: string;
  /** Null for a topic whose partitions are not known. */
  partition: number | null;
  error: Error | null;
}

/** A topic that is not there does not keep the offsets of the others; partitions that are named are the broker's to judge. */
async function partitionsToDelete(topics: readonly string[], admin: AdminPort): Promise<{ partitions: TopicPartition[]; strangers: Row[] }> {
  const { named, whole } = partOfScopes(topics);
  const partitions = [...named];
  const strangers: Row[] = [];
  for (const topic of whole) {
    try {
      partitions.push(...(await partitionsOfWhole([topic], admin)));
    } catch (error) {
      strangers.push({ topic, partition: null, error: error as Error });
    }
  }
  return { partitions, strangers };
}

/** A failure of the whole request is a value: the table is printed for it too. */
async function attemptDelete(groupId: string, partitions: readonly TopicPartition[], admin: AdminPort): Promise<PartitionResult[] | Error> {
  try {
    return await admin.deleteOffsets(groupId, partitions);
  } catch (error) {
    return error as Error;
  }
}

function failureText(groupId: string, error: Error): string {
  switch (error.name) {
    case 'INVALID_GROUP_ID':
      return `'${groupId}' is not valid.`;
    case 'GROUP_ID_NOT_FOUND':
      return `'${groupId}' does not exist.`;
    case 'GROUP_AUTHORIZATION_FAILED':
      return `Access to '${groupId}' is not authorized.`;
    case 'NON_EMPTY_GROUP':
      return `Deleting offsets of a consumer group '${groupId}' is forbidden if the group is not empty.`;
    default:
      return `Encounter some unknown error: ${oneLine(error)}`;
  }
}
