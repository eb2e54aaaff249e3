/**
 * A node that crashes at any file call, with and without the loss of power, again and again. Whatever was flushed is there afterwards,
 * the log is a prefix of what was appended, and the producers are those of that prefix. A seed repeats a failure.
 */
import type { Platform, Random } from '@millrace/platform';
import { seededRandom, Simulation, type SimulatedNode } from '@millrace/platform/simulated';
import { defaultLogConfig, formatDirectory, LogManager, type Log, type LogConfig } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { asClient, batchOf, recordsFrom } from './world.js';

const lives = 6;
const stepsPerLife = 60;
const largestBatch = 5;
const config: LogConfig = { ...defaultLogConfig, segmentBytes: 1500, indexIntervalBytes: 200, retentionMs: -1, producerIdExpirationMs: 2 ** 63, fileDeleteDelayMs: 50 };

interface SentBatch {
  base: number;
  last: number;
  sequence: number;
}

/** What was appended, and what of it has to survive. */
class Model {
  values: string[] = [];
  producers: Map<number, SentBatch[]> = new Map();
  nextSequence: Map<number, number> = new Map();
  flushed = 0;
  written = 0;
  start = 0;
  /** Power was lost since the last look. */
  powerLost = false;
  /** A truncation that is not flushed yet may be undone by a crash. */
  truncating: number | null = null;

  cutTo(end: number): void {
    this.values.length = Math.min(this.values.length, end);
    for (const [id, batches] of this.producers) {
      const kept = batches.filter((batch) => batch.last < end);
      this.producers.set(id, kept);
      const last = kept.at(-1);
      this.nextSequence.set(id, last === undefined ? 0 : last.sequence + last.last - last.base + 1);
    }
    this.flushed = Math.min(this.flushed, end);
    this.written = Math.min(this.written, end);
  }
}

async function verify(log: Log, model: Model): Promise<void> {
  const floor = Math.min(model.powerLost ? model.flushed : model.written, model.truncating ?? Infinity);
  expect(log.logEndOffset).toBeGreaterThanOrEqual(floor);
  expect(log.logEndOffset).toBeLessThanOrEqual(model.values.length);
  expect(log.logStartOffset).toBeLessThanOrEqual(model.start);
  model.cutTo(log.logEndOffset);
  model.start = Math.min(model.start, log.logEndOffset);
  const records = await recordsFrom(log, model.start);
  expect(records.map(({ offset, value }) => [offset, value])).toEqual(model.values.slice(model.start).map((value, index) => [model.start + index, value]));
  verifyProducers(log, model);
  model.flushed = Math.min(log.flushedOffset, log.logEndOffset);
  model.written = log.logEndOffset;
  model.truncating = null;
  model.powerLost = false;
}

function verifyProducers(log: Log, model: Model): void {
  const known = new Map(log.activeProducers().map((producer) => [producer.producerId, producer.lastSequence]));
  for (const [id, batches] of model.producers) {
    const last = batches.at(-1);
    if (last === undefined) expect(known.has(id)).toBe(false);
    else if (last.base >= model.start) expect([id, known.get(id)]).toEqual([id, last.sequence + last.last - last.base]);
  }
}

function append(log: Log, model: Model, random: Random): void {
  const id = random.below(4);
  const sequence = model.nextSequence.get(id) ?? 0;
  const base = model.values.length;
  const values = Array.from({ length: 1 + random.below(largestBatch) }, (_, index) => `${base + index}:${'x'.repeat(random.below(60))}`);
  // Producer 0 is not idempotent.
  const result = log.append(batchOf(values, id === 0 ? {} : { producerId: id, producerEpoch: 0, baseSequence: sequence }), asClient);
  if (log.failure !== null) return;
  expect(result).toMatchObject({ errorCode: 0, baseOffset: base, lastOffset: base + values.length - 1 });
  model.values.push(...values);
  if (id === 0) return;
  const batches = model.producers.get(id) ?? [];
  model.producers.set(id, [...batches, { base, last: result.lastOffset, sequence }]);
  model.nextSequence.set(id, sequence + values.length);
}

async function step(manager: LogManager, log: Log, model: Model, random: Random): Promise<void> {
  const choice = random.below(100);
  if (choice < 60) append(log, model, random);
  else if (choice < 72) await log.whenWritten(log.logEndOffset);
  else if (choice < 82) await log.flush();
  else if (choice < 86) await log.whenFlushed(log.logEndOffset);
  else if (choice < 88) log.roll();
  else if (choice < 92) await manager.checkpointRecoveryPoints();
  else if (choice < 94) await manager.checkpointLogStartOffsets();
  else if (choice < 97) deleteSome(log, model, random);
  else await truncateSome(log, model, random);
}

function deleteSome(log: Log, model: Model, random: Random): void {
  log.updateHighWatermark(log.writtenOffset);
  const offset = Math.min(log.highWatermark, log.logStartOffset + random.below(12));
  if (log.deleteRecordsBefore(offset)) model.start = offset;
  log.applyRetention(0);
}

async function truncateSome(log: Log, model: Model, random: Random): Promise<void> {
  const offset = Math.max(log.logStartOffset, log.logEndOffset - random.below(10));
  // A batch goes whole.
  model.truncating = offset - largestBatch;
  log.truncateTo(offset);
  const end = log.logEndOffset;
  model.truncating = end;
  await log.flush();
  model.truncating = null;
  model.cutTo(end);
}

const directories = ['/disk'];

async function live(platform: Platform, models: Map<string, Model>, random: Random): Promise<void> {
  const manager = await LogManager.open({ platform, directories, clusterId: 'cluster', nodeId: 1, configOf: () => config, settings: { fileDeleteDelayMs: 50 } });
  for (const [topic, model] of models) {
    const log = manager.get(topic, 0) ?? manager.create({ topic, partition: 0, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', config });
    await verify(log, model);
    log.onWritten = (it) => {
      model.written = Math.max(model.written, it.writtenOffset);
      model.flushed = Math.max(model.flushed, it.flushedOffset);
    };
  }
  for (let count = 0; count < stepsPerLife; count++) {
    for (const [topic, model] of models) await step(manager, manager.get(topic, 0)!, model, random);
  }
  if (random.below(2) === 0) await manager.shutdown(1);
}

async function tell(node: SimulatedNode, random: Random): Promise<number> {
  formatDirectory(node.platform.files, '/disk', { version: 1, clusterId: 'cluster', nodeId: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' });
  node.platform.files.syncDirectory('/');
  const models = new Map([
    ['orders', new Model()],
    ['payments', new Model()],
  ]);
  for (let life = 0; life < lives; life++) {
    const crashed = new Promise<void>((resolve) => {
      node.onCrash = resolve;
    });
    const powerLost = random.below(3) > 0;
    node.crashAtFileCall(1 + random.below(life === 0 ? 900 : 500), { powerLost });
    await Promise.race([live(node.platform, models, random).catch((error: unknown) => onlyOfCrash(node, error)), crashed]);
    if (!node.crashed) node.crash({ powerLost });
    await crashed;
    for (const model of models.values()) model.powerLost ||= powerLost;
    node.restart();
  }
  await live(node.platform, models, random);
  return Math.max(...Array.from(models.values(), (model) => model.values.length));
}

function onlyOfCrash(node: SimulatedNode, error: unknown): void {
  if (!node.crashed) throw error;
}

describe('crashes at any file call', () => {
  const seeds = Number(process.env['MILLRACE_STORAGE_SEEDS'] ?? 30);
  const first = Number(process.env['MILLRACE_STORAGE_FIRST_SEED'] ?? 1);
  it(`keep what was flushed, in ${seeds} seeds from ${first} on`, async () => {
    let longest = 0;
    for (let seed = first; seed < first + seeds; seed++) {
      const simulation = new Simulation(seed);
      longest = Math.max(longest, await simulation.complete(tell(simulation.node('node'), seededRandom(seed)), { maxTimeMs: 120_000 }));
      if (seed % 10 === 0) expect(simulation.faults.crashes).toBeGreaterThanOrEqual(lives);
    }
    expect(longest).toBeGreaterThan(200);
  });
});
