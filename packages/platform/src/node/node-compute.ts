/**
 * Tasks run on the loop, in a turn of their own. No task of today is long enough to earn a worker thread,
 * which costs some 10 ms and 10 MB to start; the port is here so that one can come without a change elsewhere.
 */
import { runTask, type Compute } from '../compute.js';

export function nodeCompute(): Compute {
  return {
    run: <I, O>(task: string, input: I): Promise<O> =>
      new Promise<O>((resolve, reject) => {
        setImmediate(() => {
          try {
            resolve(runTask(task, input) as O);
          } catch (error) {
            reject(error as Error);
          }
        });
      }),
  };
}
