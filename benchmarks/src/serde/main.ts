/** `npm run bench:serde`: records a second, encoded and decoded, each as a share of the library under it alone. */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describeMachine, machineLine } from '../machine.js';
import { measure, serdeTable } from './measure.js';
import { subjects } from './subjects.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, source: { type: 'boolean' }, json: { type: 'string' } } });
const source = values.source === true || !existsSync(fileURLToPath(new URL('../../../packages/serde/dist/index.js', import.meta.url)));
const options = { source, ...(values.quick === true ? { roundMs: 100, rounds: 5 } : { roundMs: 400, rounds: 11 }) };

const machine = describeMachine();
console.log(`Machine: ${machineLine(machine)}`);
console.log(`Serializers: ${source ? 'sources' : 'built'}; ${options.rounds} rounds of ${options.roundMs} ms, one subject after the other in each, each in a process of its own. Medians, lowest–highest in brackets.\n`);
const results = await measure(subjects, options);
console.log(serdeTable(results));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ takenAt: new Date().toISOString(), machine, ...options, results }, null, 2)}\n`);
