/** How long the broker takes from the start of its process to its first answer, on a formatted directory. */
import { join } from 'node:path';
import { spreadOf } from '../percentiles.js';
import type { Profile } from '../profile.js';
import type { MachineLimits } from '../limits/measure-limits.js';
import type { Cell, Row } from '../rows.js';
import { type BrokerCommand, startMillrace } from './millrace-process.js';

/** Other brokers in the comparison are not started here: their cells say so. */
export async function measureStart(command: BrokerCommand, directory: string, profile: Profile, limits: MachineLimits, others: number): Promise<Row> {
  const path = join(directory, 'start');
  // The first start formats; it does not count.
  await (await startMillrace(command, path)).stop();
  const times: number[] = [];
  for (let i = 0; i < profile.starts; i++) {
    const broker = await startMillrace(command, path);
    times.push(broker.startMs);
    await broker.stop();
  }
  const cells: Cell[] = [spreadOf(times)];
  for (let i = 0; i < others; i++) cells.push({ failed: 'not started here' });
  const name = `start to first answer, ${command.from}`;
  return { part: 'start', name, unit: 'ms', limit: { name: 'bare node', value: limits.bareNode.startMs }, cells };
}
