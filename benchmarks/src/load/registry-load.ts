/** The load on a schema registry: a closed loop over raw sockets, so that as little as possible is spent on this side. */
import { requestsOf } from '../registry/requests.js';
import { HttpMessages } from './http-messages.js';
import type { LoadResult, RegistryJob } from './jobs.js';
import type { LoadConnection } from './load-connection.js';
import { LoadRun } from './load-run.js';

const SHOWN_HEAD = 300;

export async function registryLoad(job: RegistryJob): Promise<LoadResult> {
  const run = new LoadRun(job);
  const requests = requestsOf(job.work, job);
  let sent = 0;
  let answered = 0;
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const connect = async (): Promise<void> => {
    const sendNext = (): void => {
      if (run.sending) connection.send([requests[sent++ % requests.length]!]);
    };
    const onAnswer = (head: string, bodyBytes: number): void => {
      if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${job.work}: ${head.slice(0, SHOWN_HEAD)}`);
      run.window.add(bodyBytes);
      if (++answered === job.answers) finish();
      sendNext();
    };
    const connection: LoadConnection = await run.connectTo(new HttpMessages(onAnswer));
    for (let i = 0; i < job.inFlight; i++) sendNext();
  };
  try {
    for (let i = 0; i < job.connections; i++) await connect();
    return await run.time(Promise.race([finished, run.wait(job.durationMs)]));
  } finally {
    run.close();
  }
}
