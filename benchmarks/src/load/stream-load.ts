/** Bytes into a socket as fast as the kernel takes them. */
import type { LoadResult, StreamJob } from './jobs.js';
import { LoadRun } from './load-run.js';

export async function streamLoad(job: StreamJob): Promise<LoadResult> {
  const run = new LoadRun(job);
  try {
    const chunk = new Uint8Array(job.chunkBytes).fill(0x5a);
    for (let i = 0; i < job.connections; i++) {
      const connection = await run.connect(() => undefined);
      const pump = (): void => {
        while (run.sending) {
          run.window.add(chunk.length);
          if (!connection.push(chunk, pump)) return;
        }
      };
      pump();
    }
    return await run.time();
  } finally {
    run.close();
  }
}
