/** `npm run bench:serde`: records a second, encoded and decoded, each as a share of avsc alone. */
import { describeMachine, machineLine } from '../machine.js';
import { measure } from './measure.js';
import { subjects } from './subjects.js';

const roundMs = process.argv.includes('--quick') ? 100 : 500;
const rounds = process.argv.includes('--quick') ? 3 : 7;

console.log(`Machine: ${machineLine(describeMachine())}`);
console.log(`${rounds} rounds of ${roundMs} ms, one subject after the other in each; medians of records a second.\n`);
for (const line of await measure(await subjects(), { roundMs, rounds })) console.log(line);
