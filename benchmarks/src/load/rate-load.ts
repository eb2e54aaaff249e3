/** Produce in an open loop: requests leave at a fixed rate, and each is timed from when it was due. */
import { percentile } from '../percentiles.js';
import type { LoadResult, RateJob } from './jobs.js';
import type { LoadConnection } from './load-connection.js';
import { LoadRun } from './load-run.js';
import { ProduceAnswers } from './produce-answers.js';
import { RateSchedule } from './rate-schedule.js';
import { encodeBatch, produceFrame } from './request-frames.js';

/** Distinct correlation ids of a connection; only their order matters. */
const TURNS = 64;
/** Timers of the event loop are a millisecond wide; a nap of this length costs little and adds at most as much. */
const NAP_MS = 0.1;

const NAP_CELL = new Int32Array(new SharedArrayBuffer(4));

export async function rateLoad(job: RateJob): Promise<LoadResult> {
  const run = new LoadRun(job);
  try {
    const batch = encodeBatch(job.requestBytes, Date.now()).bytes;
    const schedule = new RateSchedule(job.ratePerSecond, job.warmupMs + job.durationMs);
    const timing: Timing = { startedAt: 0, answered: 0, latencies: new Float64Array(schedule.total), dueTimes: new Float64Array(schedule.total) };
    const senders: Sender[] = [];
    for (let i = 0; i < job.connections; i++) senders.push(await openSender(run, job, i, batch, timing));
    timing.startedAt = performance.now();
    await run.until(sendOnTime(run, schedule, senders, timing), 'the end of the schedule');
    return summary(timing, job, batch.length);
  } finally {
    run.close();
  }
}

interface Timing {
  startedAt: number;
  answered: number;
  /** In order of answers, with when each was due beside it. */
  latencies: Float64Array;
  dueTimes: Float64Array;
}

type Sender = (dueMs: number) => void;

async function openSender(run: LoadRun, job: RateJob, partition: number, batch: Uint8Array, timing: Timing): Promise<Sender> {
  const target = { topic: job.topic, partition, acks: job.acks };
  const frames = Array.from({ length: TURNS }, (_, correlationId) => produceFrame(target, correlationId, batch));
  const answers = new ProduceAnswers(job.topic, TURNS);
  const due: number[] = [];
  let oldest = 0;
  let sent = 0;
  const connection: LoadConnection = await run.connect((head) => {
    answers.check(head);
    const dueMs = due[oldest++]!;
    timing.dueTimes[timing.answered] = dueMs;
    timing.latencies[timing.answered++] = performance.now() - timing.startedAt - dueMs;
  });
  return (dueMs) => {
    due.push(dueMs);
    connection.send(frames[sent++ % TURNS]!);
  };
}

/** Resolves when everything has been sent and answered. */
function sendOnTime(run: LoadRun, schedule: RateSchedule, senders: Sender[], timing: Timing): Promise<void> {
  let turn = 0;
  return new Promise((resolve) => {
    const step = (): void => {
      if (!run.sending) return;
      const nowMs = performance.now() - timing.startedAt;
      for (let dueMs = schedule.take(nowMs); dueMs >= 0; dueMs = schedule.take(nowMs)) senders[turn++ % senders.length]!(dueMs);
      if (timing.answered === schedule.total) return resolve();
      const idleMs = schedule.done ? NAP_MS : schedule.nextDueMs - (performance.now() - timing.startedAt);
      if (idleMs > 0) Atomics.wait(NAP_CELL, 0, 0, Math.min(idleMs, NAP_MS));
      setImmediate(step);
    };
    step();
  });
}

function summary(timing: Timing, job: RateJob, batchBytes: number): LoadResult {
  const counted = timing.latencies.filter((_, i) => timing.dueTimes[i]! >= job.warmupMs).sort();
  const latency = {
    p50: percentile(counted, 0.5),
    p99: percentile(counted, 0.99),
    p999: percentile(counted, 0.999),
    max: percentile(counted, 1),
  };
  const elapsedMs = performance.now() - timing.startedAt - job.warmupMs;
  return { requests: counted.length, bytes: counted.length * batchBytes, elapsedMs, latency };
}
