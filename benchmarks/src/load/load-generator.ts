/** The generator process as the benchmarks see it. */
import { fileURLToPath } from 'node:url';
import { ChildModule } from './child-process.js';
import type { LoadJob, LoadReply, LoadResult } from './jobs.js';

export class LoadGenerator {
  readonly #child: ChildModule = new ChildModule(fileURLToPath(new URL('./load-process.ts', import.meta.url)));

  /** @throws Error when the broker answers with an error, closes a connection, or falls silent */
  async run(job: LoadJob): Promise<LoadResult> {
    const reply = (await this.#child.ask(job)) as LoadReply;
    if ('error' in reply) throw new Error(reply.error);
    return reply.result;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
