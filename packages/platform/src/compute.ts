/**
 * Work that holds the processor too long and cannot be cut into steps: stateless tasks, called by name,
 * so that an implementation may run them elsewhere.
 */
export interface Compute {
  /** Runs the task registered under this name; rejects with what it throws, or when there is none. */
  run<I, O>(task: string, input: I): Promise<O>;
}

const tasks: Map<string, (input: unknown) => unknown> = new Map();

/** Registers a stateless function of plain data under a name; the same name again replaces it. */
export function registerTask<I, O>(name: string, task: (input: I) => O): void {
  tasks.set(name, task as (input: unknown) => unknown);
}

/** Runs a registered task where it stands; for implementations of `Compute`. */
export function runTask(name: string, input: unknown): unknown {
  const task = tasks.get(name);
  if (task === undefined) throw new Error(`compute: no task '${name}' is registered`);
  return task(input);
}
