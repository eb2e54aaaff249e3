/** `kafka-consumer-groups`: list, describe, reset and delete groups. */
import type { AdminPort } from '../admin-port.js';
import { propertiesFile } from '../command.js';
import { connectAdmin } from '../connect-later.js';
import type { Tool, ToolIo } from '../io.js';
import { oneLine } from '../run-tool.js';
import { ToolError } from '../tool-error.js';
import { deleteGroups, deleteOffsets } from './delete-groups.js';
import { describeMembers } from './describe-members.js';
import { describeOffsets } from './describe-offsets.js';
import { describeStates } from './describe-states.js';
import { groupsOptions, type GroupsOptions } from './groups-options.js';
import { listGroups, selectGroups } from './list-groups.js';
import { regexVerdict } from './regex-verdict.js';
import { resetOffsets } from './reset-offsets.js';

export const consumerGroupsTool: Tool = {
  async run(args, io) {
    const options = groupsOptions(args, io);
    if (options.validateRegex !== undefined) {
      io.out(await regexVerdict(options.validateRegex));
      return 0;
    }
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': options.bootstrapServer ?? '', 'default.api.timeout.ms': String(options.timeout) });
    try {
      return await runConsumerGroups(options, admin, io);
    } catch (error) {
      if (error instanceof ToolError) throw error;
      // As in Kafka, only a wrong command line ends with 1.
      io.err(`Error: Executing consumer group command failed due to ${oneLine(error)}`);
      return 0;
    } finally {
      await admin.close();
    }
  },
};

/** The exit code: 0 also when a group could not be served, which is said on standard error. */
export async function runConsumerGroups(options: GroupsOptions, admin: AdminPort, io: ToolIo): Promise<number> {
  if (options.list) return listGroups(options, admin, io);
  const groupIds = await selectGroups(options, admin);
  if (options.delete) return deleteGroups(groupIds, admin, io);
  if (options.deleteOffsets) return deleteOffsets(groupIds[0] ?? '', options.topic ?? [], admin, io);
  if (options.resetOffsets) return resetOffsets(groupIds, options, admin, io);
  if (options.members) return describeMembers(groupIds, options.verbose === true, admin, io);
  if (options.state !== undefined) return describeStates(groupIds, options.verbose === true, admin, io);
  return describeOffsets(groupIds, options.verbose === true, admin, io);
}
