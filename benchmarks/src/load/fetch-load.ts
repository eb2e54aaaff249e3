/** Fetch, one request in flight on each connection: from the past round and round, or at the tail of what is being produced. */
import { FetchAnswers } from './fetch-answers.js';
import type { FetchJob, LoadResult } from './jobs.js';
import type { LoadConnection } from './load-connection.js';
import { LoadRun } from './load-run.js';
import { ProduceAnswers } from './produce-answers.js';
import { encodeBatch, FetchFrame, produceFrame } from './request-frames.js';

/** How many batches the producer of a tail may be ahead of its reader. */
const TAIL_WINDOW = 2;

export async function fetchLoad(job: FetchJob): Promise<LoadResult> {
  const run = new LoadRun(job);
  try {
    const starts: (() => void)[] = [];
    for (let partition = 0; partition < job.connections; partition++) {
      starts.push(job.from === 'past' ? await readPast(run, job, partition) : await readTail(run, job, partition));
    }
    for (const start of starts) start();
    return await run.time();
  } finally {
    run.close();
  }
}

async function readPast(run: LoadRun, job: FetchJob, partition: number): Promise<() => void> {
  const answers = new FetchAnswers(job.topic, encodeBatch(job.batchBytes, 0));
  const frame = new FetchFrame({ topic: job.topic, partition, maxBytes: job.fetchBytes }, partition);
  let offset = 0;
  const send = (): void => {
    if (!run.sending) return;
    frame.setOffset(offset);
    connection.send([frame.bytes]);
  };
  const connection: LoadConnection = await run.connect((head, headBytes) => {
    const records = answers.read(head, headBytes, partition);
    if (records === 0) throw new Error(`Fetch of ${job.topic}-${partition} at ${offset} brought no whole batch`);
    run.window.add(answers.wholeBytes);
    offset += records;
    if (offset >= job.endOffset) offset = 0;
    send();
  });
  return send;
}

async function readTail(run: LoadRun, job: FetchJob, partition: number): Promise<() => void> {
  const batch = encodeBatch(job.batchBytes, Date.now());
  const answers = new FetchAnswers(job.topic, batch);
  const frame = new FetchFrame({ topic: job.topic, partition, maxBytes: job.fetchBytes }, partition);
  const feed = await startFeed(run, job, partition, batch.bytes);
  let offset = 0;
  const fetch = (): void => {
    if (!run.sending) return;
    frame.setOffset(offset);
    connection.send([frame.bytes]);
  };
  const connection: LoadConnection = await run.connect((head, headBytes) => {
    const records = answers.read(head, headBytes, partition);
    // Nothing came within max.wait: not counted, asked again.
    if (records > 0) run.window.add(answers.wholeBytes);
    offset += records;
    for (let i = 0; i < records; i += batch.records) feed();
    fetch();
  });
  return () => {
    for (let i = 0; i < TAIL_WINDOW; i++) feed();
    fetch();
  };
}

/** A connection of its own for the producer; the function sends one batch. */
async function startFeed(run: LoadRun, job: FetchJob, partition: number, batch: Uint8Array): Promise<() => void> {
  const answers = new ProduceAnswers(job.topic, TAIL_WINDOW * 2);
  const target = { topic: job.topic, partition, acks: 1 };
  const frames = Array.from({ length: TAIL_WINDOW * 2 }, (_, correlationId) => produceFrame(target, correlationId, batch));
  let next = 0;
  const connection = await run.connect((head) => answers.check(head));
  return () => {
    if (!run.sending) return;
    connection.send(frames[next]!);
    next = (next + 1) % frames.length;
  };
}
