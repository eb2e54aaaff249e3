/** The contracts, against this machine. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { nodeClock, nodeFiles, nodeNetwork, nodeTimers } from '../src/index.js';
import { filesContract } from './files-contract.js';
import { networkContract } from './network-contract.js';
import { timersContract } from './timers-contract.js';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'millrace-platform-'));
afterAll(() => fs.rmSync(base, { recursive: true }));
const directly = (story: () => Promise<void>): Promise<void> => story();

filesContract('node', () => ({ files: nodeFiles(), root: fs.mkdtempSync(path.join(base, 'files-')) }), directly);
for (const reuseBuffer of [true, false]) {
  networkContract(
    `node, ${reuseBuffer ? 'reading into one buffer' : "by 'data' events"}`,
    () => {
      const network = nodeNetwork(nodeTimers(), { reuseBuffer });
      return { server: network, client: network, host: '127.0.0.1' };
    },
    directly,
  );
}
timersContract('node', () => ({ clock: nodeClock(), timers: nodeTimers() }), directly);
