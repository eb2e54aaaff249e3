/** The sessions in the READMEs are run as they stand, each on a broker of its own, and end by themselves. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startBroker } from '@millrace/broker';
import { Producer } from '@millrace/producer';
import { startRegistry } from '@millrace/schema-registry';

const root = join(import.meta.dirname, '../..');
// Inside the repository, where the packages are found.
mkdirSync(join(root, 'tests/.cache'), { recursive: true });
const scratch = mkdtempSync(join(root, 'tests/.cache/readme-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The blocks of TypeScript that stand for themselves. */
function sessions(readme: string): string[] {
  const text = readFileSync(join(root, readme), 'utf8');
  return [...text.matchAll(/```ts\n([^]*?)```/g)].map((match) => match[1] ?? '').filter((code) => code.startsWith('import'));
}

interface Ended {
  code: number | null;
  output: string;
}

/** What is typed in the second terminal of the first block: the first one only starts the servers. */
function shellSession(readme: string): string {
  const [, block = ''] = /```\n([^]*?)```/.exec(readFileSync(join(root, readme), 'utf8')) ?? [];
  return block.slice(block.indexOf('# in another terminal'));
}

function node(args: readonly string[], cwd: string): Promise<Ended> {
  return run(process.execPath, args, cwd);
}

function run(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function runSession(name: string, code: string, port: number): Promise<Ended> {
  const file = join(scratch, `${name.replaceAll('/', '-')}.ts`);
  writeFileSync(file, code.replaceAll('localhost:9092', `127.0.0.1:${port}`).replaceAll("9092, 'localhost'", `${port}, '127.0.0.1'`).replaceAll("'./data', port: 9092", `'${scratch}/data', port: 0`));
  return node(['--conditions=@millrace/source', '--import', 'tsx', file], root);
}

describe('READMEs', { timeout: 180_000 }, () => {
  it.each([
    ['packages/producer/README.md', /^written to partition 0 at offset 0$/m],
    ['packages/admin/README.md', /\[ 'orders' \]/],
    ['packages/consumer/README.md', /^0 0 null first\n0 1 null last$/m],
    ['packages/protocol/README.md', /^1 127\.0\.0\.1 \d+$/m],
    ['packages/network-client/README.md', /\[ '127\.0\.0\.1:\d+' \]/],
    ['README.md', /^a hello$/m],
  ])('%s', async (readme, expected) => {
    const broker = await startBroker({ logLevel: 'silent' });
    if (readme.includes('consumer')) {
      const producer = new Producer({ bootstrapServers: broker.bootstrapServers });
      for (const value of ['first', 'last']) await producer.send({ topic: 'orders', value });
      await producer.close();
    }
    try {
      expect(await runSession(readme, sessions(readme)[0] ?? '', broker.port)).toMatchObject({ code: 0, output: expect.stringMatching(expected) as string });
    } finally {
      await broker.stop();
    }
  });

  it('packages/serde/README.md, beside a registry', async () => {
    const broker = await startBroker({ logLevel: 'silent' });
    const registry = await startRegistry({ properties: { 'kafkastore.bootstrap.servers': broker.bootstrapServers, listeners: 'http://127.0.0.1:0', 'millrace.log.level': 'silent' } });
    try {
      const code = (sessions('packages/serde/README.md')[0] ?? '').replaceAll('http://localhost:8081', registry.url);
      expect(await runSession('serde', code, broker.port)).toMatchObject({ code: 0, output: 'customer-1 a7 42.00 1970-01-01T00:00:00.000Z\n' });
    } finally {
      await registry.stop();
      await broker.stop();
    }
  });

  it('README.md, its shell session', async () => {
    const broker = await startBroker({ logLevel: 'silent' });
    const registry = await startRegistry({ properties: { 'kafkastore.bootstrap.servers': broker.bootstrapServers, listeners: 'http://127.0.0.1:0', 'millrace.log.level': 'silent' } });
    try {
      const script = shellSession('README.md').replaceAll('127.0.0.1:9092', broker.bootstrapServers).replaceAll('http://127.0.0.1:8081', registry.url);
      const { code, output } = await run('bash', ['-euo', 'pipefail', '-c', script], root);
      expect(output).toContain('Created topic orders.\n');
      expect(output).toMatch(/^hello$/m);
      expect(output).toMatch(/\{"id":1[,}]/);
      expect(code).toBe(0);
    } finally {
      await registry.stop();
      await broker.stop();
    }
  });

  it('packages/broker/README.md, under vitest', async () => {
    const directory = mkdtempSync(join(scratch, 'vitest-'));
    writeFileSync(join(directory, 'orders.test.ts'), sessions('packages/broker/README.md')[0] ?? '');
    const conditions = "['@millrace/source']";
    writeFileSync(join(directory, 'vitest.config.ts'), `export default { resolve: { conditions: ${conditions} }, ssr: { resolve: { conditions: ['@millrace/source', 'node', 'import', 'module', 'default'] } } };\n`);
    const { code, output } = await node([join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', directory], directory);
    expect(output).toMatch(/Tests {2}1 passed/);
    expect(code).toBe(0);
  });

  it('packages/broker/README.md, in a directory', async () => {
    expect(await runSession('broker', sessions('packages/broker/README.md')[1] ?? '', 0)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^cluster [\w-]{22} on 127\.0\.0\.1:\d+, data in .*\/data$/m) as string,
    });
  });
});
