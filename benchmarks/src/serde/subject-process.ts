/** One subject in a process of its own: works as its parent says, until the parent goes. */
import { subjects, type Work } from './subjects.js';

export interface WorkOrder {
  readonly way: keyof Work;
  readonly forMs: number;
}

/** Records, and what they took: of the clock, and of the processor. */
export interface WorkDone {
  readonly records: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
}

const STEP = 200;

const subject = subjects.find(({ name }) => name === process.argv[2]);
if (subject === undefined) throw new Error(`there is no subject ${process.argv[2]}`);
const work = await subject.make();

async function run({ way, forMs }: WorkOrder): Promise<WorkDone> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  let records = 0;
  let elapsedMs = 0;
  while (elapsedMs < forMs) {
    await work[way](STEP);
    records += STEP;
    elapsedMs = performance.now() - startedAt;
  }
  const { user, system } = process.cpuUsage(before);
  return { records, elapsedMs, cpuMs: (user + system) / 1000 };
}

process.on('message', (order: WorkOrder) => {
  run(order).then((done) => process.send?.(done), (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
