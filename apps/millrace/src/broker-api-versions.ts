/** `kafka-broker-api-versions`: which versions of which APIs each broker serves. */
import { apiByKey, apis } from '@millrace/protocol';
import type { AdminPort, ApiVersionRange, ClusterNode } from './admin-port.js';
import { parseFlags, propertiesFile, toolCommand, withBootstrap, type CommonOptions } from './command.js';
import { connectAdmin } from './connect-later.js';
import type { Tool, ToolIo } from './io.js';
import { ToolError } from './tool-error.js';

/** Short, as people ask with this tool whether a broker is up. */
const timeoutMs = '5000';

export const brokerApiVersionsTool: Tool = {
  async run(args, io) {
    const options = parseFlags<CommonOptions>(withBootstrap(toolCommand('kafka-broker-api-versions', 'Retrieve broker version information.', io)), args);
    if (options.bootstrapServer === undefined) throw new ToolError('Missing required argument "[bootstrap-server]"');
    const admin = await connectAdmin({ 'default.api.timeout.ms': timeoutMs, 'request.timeout.ms': timeoutMs, ...propertiesFile(io, options.commandConfig), 'bootstrap.servers': options.bootstrapServer });
    try {
      await printApiVersions(admin, io);
      return 0;
    } finally {
      await admin.close();
    }
  },
};

export async function printApiVersions(admin: AdminPort, io: ToolIo): Promise<void> {
  for (const node of (await admin.describeCluster()).nodes) {
    const name = nodeText(node);
    try {
      const versions = await admin.apiVersions(node.id);
      const served = new Map(versions.map((range) => [range.apiKey, versionText(range)]));
      for (const { key, name: api, listeners } of apis) if (listeners.includes('broker') && !served.has(key)) served.set(key, `\t${api}(${key}): UNSUPPORTED`);
      io.out(`${name} -> (\n${[...served].toSorted(([a], [b]) => a - b).map(([, text]) => text).join(',\n')}\n)`);
    } catch (error) {
      io.out(`${name} -> ERROR: ${(error as Error).message}`);
    }
  }
}

function nodeText({ host, port, id, rack, isFenced }: ClusterNode): string {
  return `${host}:${port} (id: ${id} rack: ${rack ?? 'null'} isFenced: ${isFenced})`;
}

/** What this client would use is the highest version that both sides have. */
function versionText({ apiKey, minVersion, maxVersion }: ApiVersionRange): string {
  const api = apiByKey(apiKey);
  const range = minVersion === maxVersion ? `${minVersion}` : `${minVersion} to ${maxVersion}`;
  if (api === undefined) return `\tUNKNOWN(${apiKey}): ${range}`;
  const usable = Math.min(maxVersion, api.maxStableVersion);
  return `\t${api.name}(${apiKey}): ${range} [${usable >= Math.max(minVersion, api.minVersion) ? `usable: ${usable}` : 'unusable: node too new'}]`;
}
