/**
 * Rounds of load, kill -9, damage, restart and check on one log directory, driven by a seed. Three topics' worth of promises:
 * `flushed` has flush.messages=1, so everything acknowledged survives a power cut; `cached` is flushed now and then, so
 * there everything below its recovery point does, and everything acknowledged when no power is cut.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Admin } from '@millrace/admin';
import type { Random } from '@millrace/platform';
import { seededRandom } from '@millrace/platform/simulated';
import { BrokerProcess, type BrokerSettings } from '../processes/broker-program.js';
import type { Program } from '../processes/program.js';
import { ClusterPromises, offsetsPartitions } from './cluster-promises.js';
import { offsetsOf, rememberCheckpoints } from './checkpoint-files.js';
import { type DamagedDirectory, losses, type LossName, scratches, type ScratchName } from './damage.js';
import { KcatLoad } from './kcat-load.js';
import { type LoadTarget, OwnLoad } from './own-load.js';
import { PartitionLedger } from './partition-ledger.js';
import { readWithConsumer, readWithKcat } from './read-partitions.js';
import { WireTap } from './wire-tap.js';

const flushed: readonly LoadTarget[] = [0, 1, 2].map((partition) => ({ topic: 'flushed', partition }));
const cached: readonly LoadTarget[] = [0, 1].map((partition) => ({ topic: 'cached', partition }));
const targets: readonly LoadTarget[] = [...flushed, ...cached];
const cleanMarker = '.kafka_cleanshutdown';
/** Earlier moments whose checkpoints may come back. */
const mostMoments = 6;

const brokerProperties = {
  'log.flush.interval.messages': '1',
  'log.flush.scheduler.interval.ms': '100',
  'log.flush.offset.checkpoint.interval.ms': '200',
  'log.flush.start.offset.checkpoint.interval.ms': '200',
  'replica.high.watermark.checkpoint.interval.ms': '200',
  'offsets.topic.num.partitions': String(offsetsPartitions),
};
// Indexes that are full after some tens of kilobytes, so that every round rolls segments.
const segmentConfigs = { 'segment.index.bytes': '1200', 'index.interval.bytes': '512' };

const bringBackLogStarts: readonly DamageName[] = ['older log starts', 'all checkpoints older'];

/** What a round may do beside damage to files. */
type Detour = 'killed while starting' | 'stopped in order' | 'stopped in order, marker deleted';
const detours: readonly Detour[] = ['killed while starting', 'stopped in order', 'stopped in order, marker deleted'];

/** What may happen to unflushed bytes; 'nothing' leaves all files alone. Dealt like cards, so that each comes. */
type LossCard = LossName | 'nothing' | 'no loss';
const allLossCards: readonly LossCard[] = [...keysOf(losses), 'nothing', 'no loss'];

export type DamageName = LossName | ScratchName | Detour | 'nothing';
export const allKinds: readonly DamageName[] = [...keysOf(losses), ...keysOf(scratches), ...detours, 'nothing'];

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[];
}

export interface CrashRunOptions {
  readonly program: Program;
  readonly seed: number;
  readonly withKcat: boolean;
}

export class CrashRun {
  /** How many rounds each kind of damage has hit. */
  readonly counts: Map<DamageName, number> = new Map(allKinds.map((kind) => [kind, 0]));
  readonly #options: CrashRunOptions;
  readonly #random: Random;
  readonly #directory: string;
  readonly #ledgers = new Map(targets.map((target) => [nameOf(target), new PartitionLedger(nameOf(target))]));
  readonly #topicNames = new Map<string, string>();
  readonly #tap: WireTap;
  readonly #settings: BrokerSettings;
  readonly #admin: Admin;
  readonly #promises: ClusterPromises;
  readonly #own: OwnLoad;
  readonly #moments: ReadonlyMap<string, Uint8Array>[] = [];
  readonly #deck: LossCard[] = [];
  #broker: BrokerProcess | null = null;
  #kcat: KcatLoad | null = null;
  #round = 0;

  private constructor(options: CrashRunOptions, tap: WireTap, ledgers: Map<string, PartitionLedger>, topicNames: Map<string, string>) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#ledgers = ledgers;
    this.#topicNames = topicNames;
    this.#tap = tap;
    this.#directory = mkdtempSync(join(tmpdir(), 'millrace-crash-'));
    this.#settings = { directory: this.#directory, advertisedPort: tap.port, properties: brokerProperties };
    this.#admin = new Admin({ bootstrapServers: this.bootstrap, reconnectBackoffMaxMs: 200, retryBackoffMaxMs: 200 });
    this.#promises = new ClusterPromises(this.#admin, cached[0]!);
    this.#own = new OwnLoad(this.bootstrap, targets, this.#random);
  }

  static async begin(options: CrashRunOptions): Promise<CrashRun> {
    const ledgers = new Map(targets.map((target) => [nameOf(target), new PartitionLedger(nameOf(target))]));
    const topicNames = new Map<string, string>();
    const tap = await WireTap.open({
      partition: (topic, partition) => ledgers.get(nameOf({ topic, partition })) ?? null,
      topicName: (topicId) => topicNames.get(topicId) ?? null,
    });
    const run = new CrashRun(options, tap, ledgers, topicNames);
    try {
      await run.#start();
      await run.#createTopics();
    } catch (error) {
      await run.end();
      throw error;
    }
    return run;
  }

  get bootstrap(): string {
    return `127.0.0.1:${this.#tap.port}`;
  }

  async #createTopics(): Promise<void> {
    // Still smaller ones, so that there are some that no flush was waited for.
    const neverByCount = { ...segmentConfigs, 'segment.index.bytes': '240', 'flush.messages': '9223372036854775807', 'flush.ms': '300' };
    this.#topicNames.set(await this.#promises.create('flushed', flushed.length, segmentConfigs), 'flushed');
    this.#topicNames.set(await this.#promises.create('cached', cached.length, neverByCount), 'cached');
  }

  /** @throws Error that names the seed, the round and its damage */
  async round(): Promise<void> {
    const done: DamageName[] = [];
    try {
      await this.#loadAndKill();
      this.#damage(done);
      await this.#restart(done);
      await this.#settleLoads();
      await this.#check(this.#round);
    } catch (error) {
      const damage = done.join(', ');
      throw new Error(`seed ${this.#options.seed}, round ${this.#round} (${damage}): ${(error as Error).message}\n${this.#broker?.output ?? ''}`, { cause: error });
    }
    for (const kind of done) this.counts.set(kind, this.counts.get(kind)! + 1);
    this.#round++;
  }

  async #loadAndKill(): Promise<void> {
    const before = this.#tap.acknowledgedRecords;
    const wanted = 200 + this.#random.below(800);
    this.#own.begin();
    this.#promises.begin(this.#round);
    if (this.#options.withKcat) this.#kcat = new KcatLoad(this.bootstrap, flushed[this.#random.below(flushed.length)]!, `kcat-${this.#round}`);
    await this.#whileServing(this.#tap.whenAcknowledged(before + Math.floor(wanted / 2)));
    await this.#whileServing(this.#changeTopics());
    this.#remember();
    await this.#whileServing(this.#tap.whenAcknowledged(before + wanted));
    this.#tap.brokerPort = null;
    await this.#broker!.kill();
    await this.#tap.settled();
  }

  async #whileServing(work: Promise<void>): Promise<void> {
    const ended = this.#broker!.ended.then((code) => {
      throw new Error(`the broker ended by itself with ${code}`);
    });
    await Promise.race([work, ended]);
  }

  async #changeTopics(): Promise<void> {
    const round = this.#round;
    if (round % 2 === 0) await this.#promises.create(`extra-${round}`, 1, {});
    if (round % 4 === 3) await this.#promises.delete(`extra-${round - 3}`);
    if (round % 3 !== 1) return;
    for (const target of targets) if (this.#random.below(2) === 0) await this.#deleteRecords(target);
  }

  async #deleteRecords(target: LoadTarget): Promise<void> {
    const [answer] = await this.#admin.listOffsets([{ ...target, at: 'latest' }]);
    const beforeOffset = this.#random.below(answer!.offset + 1);
    this.#ledgers.get(nameOf(target))!.mayLoseBefore(beforeOffset);
    const [deleted] = await this.#admin.deleteRecords([{ ...target, beforeOffset }]);
    if (deleted?.error) throw deleted.error;
  }

  #remember(): void {
    this.#moments.push(rememberCheckpoints(this.#directory));
    if (this.#moments.length > mostMoments) this.#moments.shift();
  }

  #damage(done: DamageName[]): void {
    const flushedEnds = flushed.map((target) => [nameOf(target), this.#ledgers.get(nameOf(target))!.acknowledgedEnd] as const);
    const points = offsetsOf(this.#directory, 'recoveryPoint');
    const cachedEnds = cached.map((target) => [nameOf(target), points.get(nameOf(target)) ?? 0] as const);
    const directory = {
      path: this.#directory,
      durableEnds: new Map([...flushedEnds, ...cachedEnds, ...this.#promises.durableEnds]),
      earlier: this.#moments,
      random: this.#random,
    };
    const loss = this.#lose(directory);
    if (loss === 'nothing') {
      done.push('nothing');
      return;
    }
    if (loss !== 'no loss') {
      done.push(loss);
      this.#promises.powerCut();
      for (const [name, durableEnd] of cachedEnds) this.#ledgers.get(name)!.mayLoseFrom(durableEnd);
    }
    const rarest = this.#rarest(keysOf(scratches));
    for (const kind of keysOf(scratches)) {
      const isWanted = this.#random.below(8) === 0 || (kind === rarest && this.#random.below(4) > 0);
      if (isWanted && scratches[kind](directory) > 0) done.push(kind);
    }
    if (done.some((kind) => bringBackLogStarts.includes(kind))) this.#expectLogStarts();
  }

  /** An older start brings deleted records back, and one from between the two takes them away again. */
  #expectLogStarts(): void {
    const starts = offsetsOf(this.#directory, 'logStart');
    for (const [name, ledger] of this.#ledgers) ledger.mayLoseBefore(starts.get(name) ?? 0);
  }

  /** Does the next thing of the deck that can be done: there is not always a new segment to lose. */
  #lose(directory: DamagedDirectory): LossCard {
    if (this.#deck.length < allLossCards.length / 2) this.#deck.push(...shuffled(allLossCards, this.#random));
    const at = this.#deck.findIndex((card) => card === 'nothing' || card === 'no loss' || losses[card](directory) > 0);
    return this.#deck.splice(at, 1)[0]!;
  }

  #rarest<K extends DamageName>(kinds: readonly K[]): K {
    return kinds.reduce((rarest, kind) => (this.counts.get(kind)! < this.counts.get(rarest)! ? kind : rarest));
  }

  async #restart(done: DamageName[]): Promise<void> {
    const detour = this.#round % 2 === 1 && !done.includes('nothing') ? this.#rarest(detours) : null;
    if (detour === 'killed while starting') {
      const hurried = await BrokerProcess.launch(this.#options.program, this.#settings);
      await hurried.firstWord;
      await hurried.kill();
    }
    await this.#start();
    if (detour === 'stopped in order' || detour === 'stopped in order, marker deleted') {
      this.#tap.brokerPort = null;
      await this.#broker!.stop();
      await this.#tap.settled();
      const marker = join(this.#directory, cleanMarker);
      if (!existsSync(marker)) throw new Error('an orderly stop left no marker');
      if (detour === 'stopped in order, marker deleted') rmSync(marker);
      await this.#start();
    }
    if (detour !== null) done.push(detour);
  }

  async #start(): Promise<void> {
    this.#broker = await BrokerProcess.start(this.#options.program, this.#settings);
    this.#tap.brokerPort = this.#broker.port;
  }

  async #settleLoads(): Promise<void> {
    const loads = [this.#own.settle(), this.#promises.settle(), this.#kcat?.settle() ?? Promise.resolve()];
    await this.#whileServing(Promise.all(loads).then(() => undefined));
    this.#kcat = null;
  }

  async #check(groupsOf: number | null): Promise<void> {
    const found = await readWithConsumer(this.bootstrap, targets);
    const problems = await this.#promises.problems(groupsOf);
    for (const [index, { records, startOffset, endOffset }] of found.entries()) problems.push(...this.#ledgers.get(nameOf(targets[index]!))!.problems(records, startOffset, endOffset));
    if (this.#options.withKcat && (groupsOf === null || groupsOf % 5 === 0)) problems.push(...await this.#unlikeKcat());
    if (problems.length > 0) throw new Error(problems.join('\n'));
    for (const [index, { records }] of found.entries()) this.#ledgers.get(nameOf(targets[index]!))!.settle(records);
  }

  async #unlikeKcat(): Promise<string[]> {
    const problems: string[] = [];
    for (const target of flushed) {
      const { records, startOffset, endOffset } = await readWithKcat(this.bootstrap, this.#admin, target);
      problems.push(...this.#ledgers.get(nameOf(target))!.problems(records, startOffset, endOffset).map((problem) => `kcat: ${problem}`));
    }
    return problems;
  }

  /** Looks once more at everything that was promised in all rounds; the numbers of records that are there. */
  async checkAll(): Promise<{ ownRecords: number; kcatRecords: number }> {
    await this.#check(null);
    return { ownRecords: this.#recordsOf('own-'), kcatRecords: this.#recordsOf('kcat-') };
  }

  #recordsOf(sender: string): number {
    return [...this.#ledgers.values()].reduce((sum, ledger) => sum + ledger.acknowledgedOf(sender), 0);
  }

  async end(): Promise<void> {
    this.#kcat?.kill();
    this.#tap.brokerPort = null;
    await this.#broker?.kill();
    await this.#own.close();
    await this.#admin.close();
    await this.#tap.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

function nameOf({ topic, partition }: LoadTarget): string {
  return `${topic}-${partition}`;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items.map((item) => ({ item, at: random.uint32() })).toSorted((left, right) => left.at - right.at).map(({ item }) => item);
}
