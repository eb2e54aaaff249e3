import { RecordBatchBuilder } from '@millrace/protocol';
import { expect, it } from 'vitest';
import { asClient, batchOf, drain, newLog, startMs } from './world.js';

/** The time index names a batch by its last offset; the records before that one count too. */
it('finds the first of several records of a batch that reach a time, also when the index has the very time', async () => {
  const log = await newLog(undefined, { indexIntervalBytes: 1, segmentBytes: 400 });
  for (let batch = 0; batch < 12; batch++) {
    // Three records a millisecond apart; the next batch begins where this one ends.
    log.append(batchOf([`${batch}a`, `${batch}b`, `${batch}c`], { timestamp: startMs + 2 * batch }), asClient);
  }
  expect(log.segments.all.length).toBeGreaterThan(2);
  for (let ms = 0; ms <= 24; ms++) {
    const batch = Math.max(0, Math.ceil(ms / 2) - 1);
    const expected = ms === 0 ? 0 : 3 * batch + (ms - 2 * batch);
    expect([ms, drain(log.offsetForTimestamp(startMs + ms))?.offset]).toEqual([ms, expected]);
  }
  expect(drain(log.offsetForTimestamp(startMs + 25))).toBeNull();
});

it('finds the first record of a batch whose records have one time', async () => {
  const log = await newLog(undefined, { indexIntervalBytes: 1 });
  for (let batch = 0; batch < 4; batch++) {
    const builder = new RecordBatchBuilder({});
    for (let record = 0; record < 3; record++) builder.append(startMs + batch, null, new Uint8Array(10));
    log.append(builder.build().slice(), asClient);
  }
  for (let batch = 0; batch < 4; batch++) expect(drain(log.offsetForTimestamp(startMs + batch))).toMatchObject({ offset: 3 * batch, timestamp: startMs + batch });
});

it('goes through a segment whose timestamps do not rise in steps, also when retention takes it meanwhile', async () => {
  const log = await newLog(undefined, { retentionMs: 1, producerIdExpirationMs: 2 ** 63 });
  for (let batch = 0; batch < 200; batch++) log.append(batchOf(['v'], { timestamp: startMs }), asClient);
  log.append(batchOf(['late'], { timestamp: startMs + 1000 }), asClient);
  await log.flush();
  const steps = log.offsetForTimestamp(startMs + 500);
  let taken = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    taken++;
    if (taken > 1) continue;
    log.updateHighWatermark(log.logEndOffset);
    expect(log.applyRetention(startMs + 10_000)).toBe(1);
  }
  expect(taken).toBeGreaterThan(10);
  expect(step.value).toMatchObject({ offset: 200, timestamp: startMs + 1000 });
  expect(log.failure).toBeNull();
});
