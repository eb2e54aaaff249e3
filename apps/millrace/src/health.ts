/** `millrace health`: 0 when the brokers answer, 1 when not. For health checks of containers. */
import type { AdminPort } from './admin-port.js';
import { parseFlags, propertiesFile, toolCommand, wholeNumber, withBootstrap, type CommonOptions } from './command.js';
import { connectAdmin } from './connect-later.js';
import type { Tool, ToolIo } from './io.js';
import { oneLine } from './run-tool.js';
import { ToolError } from './tool-error.js';

interface HealthOptions extends CommonOptions {
  bootstrapServer: string;
  timeout: number;
}

export const healthTool: Tool = {
  async run(args, io) {
    const command = withBootstrap(toolCommand('millrace health', 'Say whether a broker answers: exit code 0 or 1.', io)).option('--timeout <ms>', 'how long to wait', wholeNumber, 5000);
    const options = parseFlags<HealthOptions>(command, args);
    const where = options.bootstrapServer ?? '127.0.0.1:9092';
    const admin = await connectAdmin({ ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': where, 'default.api.timeout.ms': String(options.timeout), 'request.timeout.ms': String(options.timeout) });
    try {
      return await checkHealth(where, admin, io);
    } finally {
      await admin.close();
    }
  },
};

export async function checkHealth(where: string, admin: AdminPort, io: ToolIo): Promise<number> {
  try {
    const { clusterId, controllerId, nodes } = await admin.describeCluster();
    const live = nodes.filter((node) => !node.isFenced);
    if (live.length === 0) throw new ToolError('the cluster has no live broker');
    io.out(`healthy: cluster ${clusterId}, controller ${controllerId}, ${live.length === 1 ? 'one broker' : `${live.length} brokers`}`);
    return 0;
  } catch (error) {
    io.err(`unhealthy: ${where}: ${oneLine(error)}`);
    return 1;
  }
}
