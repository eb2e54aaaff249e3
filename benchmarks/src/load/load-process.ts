/** The generator process: one job after another, as its parent sends them, until the parent goes. */
import { fetchLoad } from './fetch-load.js';
import type { LoadJob, LoadReply, LoadResult } from './jobs.js';
import { produceLoad } from './produce-load.js';
import { rateLoad } from './rate-load.js';
import { registryLoad } from './registry-load.js';
import { streamLoad } from './stream-load.js';

function run(job: LoadJob): Promise<LoadResult> {
  switch (job.kind) {
    case 'produce':
      return produceLoad(job);
    case 'fetch':
      return fetchLoad(job);
    case 'rate':
      return rateLoad(job);
    case 'stream':
      return streamLoad(job);
    case 'registry':
      return registryLoad(job);
  }
}

async function answer(job: LoadJob): Promise<LoadReply> {
  try {
    return { result: await run(job) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (job: LoadJob) => {
  void answer(job).then((reply) => process.send?.(reply));
});
process.once('disconnect', () => process.exit(0));
