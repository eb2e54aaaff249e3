/** A disk that fails while a node starts: the start is refused with a reason, and never hangs. */
import { loadBrokerConfig } from '@millrace/config';
import { Simulation } from '@millrace/platform/simulated';
import { ensureCodec } from '@millrace/protocol';
import { beforeAll, expect, test } from 'vitest';
import { apiTable, embeddedDefaults, formatIfNew, startNode } from '../src/index.js';

// What is loaded on first use takes real time, in which a simulation goes on.
beforeAll(async () => {
  await ensureCodec(4);
  for (const api of apiTable) await api.load();
});

async function startWithFailure(operation: string, code: string, matching: string): Promise<string> {
  const simulation = new Simulation(1);
  const node = simulation.node('broker');
  const { config } = loadBrokerConfig({ properties: embeddedDefaults({ directory: '/data', port: 9092 }) });
  const start = async (): Promise<string> => {
    formatIfNew(node.platform, config);
    node.disk.failNext(operation, code, matching);
    try {
      await startNode(node.platform, config, { preloadHandlers: true });
      return 'started';
    } catch (error) {
      return (error as Error).message;
    }
  };
  return simulation.complete(start(), { maxTimeMs: 60_000 });
}

test.each([
  ['write', 'ENOSPC', '__cluster_metadata-0/0'],
  ['open', 'EACCES', '__cluster_metadata-0/0'],
  ['sync', 'EIO', '__cluster_metadata-0/0'],
  ['write', 'ENOSPC', 'leader-epoch-checkpoint'],
  ['rename', 'EIO', 'quorum-state'],
])('a %s that fails with %s on %s', async (operation, code, matching) => {
  expect(await startWithFailure(operation, code, matching)).toContain(code);
});
