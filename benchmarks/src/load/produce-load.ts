/** Produce in a closed loop: an answer sends the next request. */
import type { LoadResult, ProduceJob } from './jobs.js';
import type { LoadConnection } from './load-connection.js';
import { LoadRun } from './load-run.js';
import { ProduceAnswers } from './produce-answers.js';
import { encodeBatch, produceFrame } from './request-frames.js';

export async function produceLoad(job: ProduceJob): Promise<LoadResult> {
  const run = new LoadRun(job);
  const batch = encodeBatch(job.requestBytes, Date.now()).bytes;
  try {
    const producers: Producer[] = [];
    for (let i = 0; i < job.connections; i++) producers.push(await openProducer(run, job, i, batch));
    for (const producer of producers) producer.start();
    if (job.requestsEach === undefined) return await run.time();
    return await run.time(Promise.all(producers.map(({ finished }) => finished)).then(() => undefined));
  } finally {
    run.close();
  }
}

interface Producer {
  /** Sends the first requests. */
  start(): void;
  /** When `requestsEach` have been answered. */
  finished: Promise<void>;
}

async function openProducer(run: LoadRun, job: ProduceJob, partition: number, batch: Uint8Array): Promise<Producer> {
  const target = { topic: job.topic, partition, acks: job.acks };
  const frames = Array.from({ length: job.inFlight }, (_, correlationId) => produceFrame(target, correlationId, batch));
  const answers = new ProduceAnswers(job.topic, job.inFlight);
  let toSend = job.requestsEach ?? Infinity;
  let toAnswer = toSend;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let turn = 0;
  const send = (): void => {
    if (!run.sending || toSend <= 0) return;
    toSend--;
    connection.send(frames[turn]!);
    turn = (turn + 1) % job.inFlight;
  };
  const connection: LoadConnection = await run.connect((head) => {
    answers.check(head);
    run.window.add(batch.length);
    send();
    if (--toAnswer === 0) finish();
  });
  const start = (): void => {
    for (let i = 0; i < job.inFlight; i++) send();
  };
  return { start, finished };
}
