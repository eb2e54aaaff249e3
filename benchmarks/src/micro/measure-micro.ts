/** The small pieces by themselves, in this process. */
import { batchTasks } from './batches.js';
import { codecTasks } from './codec.js';
import { timeTask, type MicroResult } from './timing.js';

export function measureMicro(durationMs: number): MicroResult[] {
  return [...codecTasks(), ...batchTasks()].map((task) => timeTask(task, durationMs));
}
