/** `npm run vectors -- <dir>`: checks every vector in the directory and ends with `N passed, N failed`. */
import { resolve } from 'node:path';
import { runVectors } from './vectors/run.ts';

const SHOWN = 20;
const directory = process.argv[2];
if (directory === undefined) {
  console.error('usage: npm run vectors -- <directory>');
  process.exit(2);
}
// npm runs scripts in the package's directory; the path is the user's.
const { passed, failures } = await runVectors(resolve(process.env['INIT_CWD'] ?? '.', directory));
for (const { place, reason } of failures.slice(0, SHOWN)) console.error(`${place}: ${reason}`);
if (failures.length > SHOWN) console.error(`… and ${failures.length - SHOWN} more`);
if (passed + failures.length === 0) console.error(`${directory}: no vectors in this directory (messages/*.jsonl, frames.jsonl, batches.jsonl, int64-large.jsonl)`);
console.log(`${passed} passed, ${failures.length} failed`);
if (failures.length > 0 || passed === 0) process.exit(1);
