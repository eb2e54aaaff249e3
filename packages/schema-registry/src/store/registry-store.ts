/**
 * Keeps the state as the log has it, and writes to the log while this instance leads. One write at a time: it is decided
 * on a state that has all before it, and answered when its records are committed and replayed. See leader-claims.ts for
 * why a leader that was replaced cannot do harm.
 */
import type { Logger, Platform, Timer } from '@millrace/platform';
import type { Md5 } from '@millrace/schema';
import { LeaderClaims, type Writer } from '../core/leader-claims.js';
import { ParsedSchemas } from '../core/parsed-schemas.js';
import type { Registry, RegistryRules } from '../core/registry.js';
import { schemaTooLarge, storeFailed, storeTimedOut } from '../core/registry-error.js';
import type { Decision, RegistryRecord } from '../core/registry-record.js';
import { RegistryState } from '../core/registry-state.js';
import { decodeEntry, encodeRecord, type EncodedRecord, type LogEntry } from '../records/log-entry.js';
import { keyText } from '../records/record-key.js';
import { NotLeaderError } from './not-leader-error.js';
import type { Operation } from './operation.js';
import { Progress } from './progress.js';
import { repairs } from './repairs.js';
import { LogTimeoutError, RecordTooLargeError, type SchemaLog, type WrittenRecord } from './schema-log.js';
import { SerialQueue } from './serial-queue.js';

export interface RegistryStoreOptions {
  readonly log: SchemaLog;
  readonly platform: Pick<Platform, 'timers' | 'random' | 'logger' | 'clock'>;
  readonly rules: RegistryRules;
  /** `schema.cache.size` */
  readonly parsedSchemas: number;
  /** `kafkastore.timeout.ms`: for a write and for reading it. */
  readonly timeoutMs: number;
  readonly hash?: Md5;
}

/** Writes that may wait for those before them. */
const longestQueue = 1_000;
const claimAgainMs = 1_000;

export class RegistryStore {
  readonly #options: RegistryStoreOptions;
  readonly #logger: Logger;
  readonly #progress: Progress;
  readonly #queue = new SerialQueue(longestQueue);
  /** New in every life, so that records of an earlier one are not taken for ours. */
  readonly #name: string;
  #registry: Registry;
  #claims = new LeaderClaims();
  readonly #watchers: (() => void)[] = [];
  #mayLead = false;
  #claiming: Timer | null = null;
  /** The claim that stands in the log, and under which we write. */
  #claim: Writer | null = null;
  /** Offsets of our own records that were not applied. */
  readonly #void = new Set<number>();
  #startMs = 0;

  constructor(options: RegistryStoreOptions) {
    this.#options = options;
    this.#logger = options.platform.logger;
    this.#progress = new Progress(options.platform.timers);
    this.#name = options.platform.random.uuid();
    this.#registry = this.#emptyRegistry();
  }

  /** What was replayed so far. Another object after the log was replaced. */
  get registry(): Registry {
    return this.#registry;
  }

  /** The offset of the next entry. */
  get position(): number {
    return this.#progress.position;
  }

  /** How long the log was read at the start. */
  get startMs(): number {
    return this.#startMs;
  }

  /** Whether this instance was elected. */
  get mayLead(): boolean {
    return this.#mayLead;
  }

  /** Calls after each change of what was replayed. */
  watch(listener: () => void): void {
    this.#watchers.push(listener);
  }

  /** Reads the log to the end it has now. @throws RegistryError 50001 when that takes longer than `timeoutMs` */
  async start(timeoutMs: number): Promise<void> {
    const { clock } = this.#options.platform;
    const startedAtMs = clock.monotonic();
    this.#options.log.read({ onEntries: (entries, nextOffset) => this.#onEntries(entries, nextOffset), onRestart: () => this.#restart() });
    await this.reachEnd(timeoutMs);
    this.#startMs = clock.monotonic() - startedAtMs;
  }

  /** Resolves when all that is committed now was replayed. */
  async reachEnd(timeoutMs: number): Promise<void> {
    const end = await this.#options.log.endOffset();
    if (!(await this.#progress.reach(end, timeoutMs))) {
      throw storeFailed(`the log was read up to offset ${this.position} of ${end} within ${timeoutMs} ms`);
    }
  }

  /** Elected: the log is claimed at once, so that it is repaired and ready when the first write comes. */
  lead(): void {
    this.#mayLead = true;
    this.#claim = null;
    this.#claimSoon(0);
  }

  /** No longer elected. A write under way may still succeed: until another leader claims the log, it may. */
  follow(): void {
    this.#mayLead = false;
    this.#claim = null;
  }

  /** @throws NotLeaderError; RegistryError of the decision, or 50001, 50002, 42209 of the store */
  write<Response>(operation: Operation, decide: (registry: Registry) => Decision<Response>): Promise<Response> {
    return this.#queue.run(async () => {
      const claim = await this.#claimedFor(operation);
      const { records, response } = decide(this.#registry);
      if (records.length > 0) await this.#writeRecords(claim, records, operation);
      return response;
    });
  }

  async close(): Promise<void> {
    this.follow();
    this.#claiming?.cancel();
    this.#progress.stop();
    await this.#options.log.close();
  }

  async #claimedFor(operation: Operation): Promise<Writer> {
    try {
      return await this.#claimed();
    } catch (error) {
      throw this.#failure(error, operation);
    }
  }

  /**
   * Claims the log without waiting for a write, and again after a second if it fails: what a write that failed still has
   * under way is void only under a new claim, and only who holds one repairs what void records stand over.
   */
  #claimSoon(delayMs: number): void {
    if (this.#claiming !== null) return;
    this.#claiming = this.#options.platform.timers.schedule(delayMs, () => {
      this.#claiming = null;
      if (!this.#mayLead) return;
      this.#queue.run(async () => this.#repair(await this.#claimed())).catch((error: Error) => {
        this.#logger.debug('the log could not be claimed yet', { error: error.message });
        this.#claimSoon(claimAgainMs);
      });
    }, { keepAlive: false });
  }

  /** The standing claim, or a new one. */
  async #claimed(): Promise<Writer> {
    if (!this.#mayLead) throw new NotLeaderError();
    if (this.#claim !== null && this.#isCurrent(this.#claim)) return this.#claim;
    const claim: Writer = { epoch: this.#claims.current.epoch + 1, name: this.#name };
    this.#void.clear();
    await this.#append(claim, [{ keytype: 'NOOP' }]);
    // Another instance claims at the same time, and came first.
    if (!this.#mayLead || !this.#isCurrent(claim)) throw new NotLeaderError();
    this.#claim = claim;
    await this.#repair(claim);
    this.#logger.info('leads the registry', { epoch: claim.epoch, position: this.position });
    return claim;
  }

  #isCurrent({ epoch, name }: Writer): boolean {
    return this.#claims.current.epoch === epoch && this.#claims.current.name === name;
  }

  async #writeRecords(claim: Writer, records: readonly RegistryRecord[], operation: Operation): Promise<void> {
    try {
      await this.#append(claim, records);
    } catch (error) {
      throw this.#failure(error, operation);
    }
  }

  /** Resolves when the records are committed, replayed and applied. */
  async #append(claim: Writer, records: readonly RegistryRecord[]): Promise<void> {
    const encoded = records.map((record) => encodeRecord(record, claim));
    const { log, timeoutMs } = this.#options;
    let written: WrittenRecord[];
    try {
      written = await log.append(encoded, timeoutMs);
    } catch (error) {
      // They may come yet: under a new claim they would be void.
      if (!(error instanceof RecordTooLargeError)) this.#loseClaim();
      throw error;
    }
    this.#replayOwn(encoded, written);
    const last = written.at(-1)?.offset ?? -1;
    const isReplayed = last >= 0 && (await this.#progress.reach(last + 1, timeoutMs));
    if (!isReplayed) {
      this.#loseClaim();
      throw new LogTimeoutError(last < 0 ? 'the broker did not say where the records are' : `offset ${last} was not read within ${timeoutMs} ms`);
    }
    if (written.some(({ offset }) => this.#void.has(offset))) {
      this.#loseClaim();
      throw new NotLeaderError();
    }
  }

  #loseClaim(): void {
    this.#claim = null;
    if (this.#mayLead) this.#claimSoon(claimAgainMs);
  }

  /** What stands right behind all that was replayed need not be read back first. */
  #replayOwn(encoded: readonly EncodedRecord[], written: readonly WrittenRecord[]): void {
    for (const [index, { key, value, writer }] of encoded.entries()) {
      const { offset, timestampMs } = written[index] ?? { offset: -1, timestampMs: 0 };
      if (offset !== this.position) return;
      this.#onEntries([{ offset, timestampMs, key, value, writer }], offset + 1);
    }
  }

  #onEntries(entries: readonly LogEntry[], nextOffset: number): void {
    let spoiled = false;
    for (const entry of entries) {
      if (entry.offset < this.position) continue;
      if (this.#replay(entry) === 'void') spoiled = true;
      this.#progress.position = entry.offset + 1;
    }
    this.#progress.position = Math.max(this.position, nextOffset);
    this.#progress.notify();
    for (const listener of this.#watchers) listener();
    if (spoiled && this.#mayLead) this.#claimSoon(0);
  }

  #replay(entry: LogEntry): 'applied' | 'void' | 'skipped' {
    const decoded = decodeEntry(entry);
    if ('skipped' in decoded) {
      this.#logger.warn('an entry of the log was skipped', { offset: entry.offset, key: entry.key?.slice(0, 200), reason: decoded.skipped });
      return 'skipped';
    }
    const { record, writer } = decoded;
    if (this.#claims.judge(writer, record.keytype === 'NOOP' ? null : keyText(record)) === 'void') {
      if (writer?.name === this.#name) this.#void.add(entry.offset);
      return 'void';
    }
    this.#registry.state.replay(record, entry.timestampMs);
    return 'applied';
  }

  /** Writes again what void records stand over. */
  async #repair(claim: Writer): Promise<void> {
    const records = repairs(this.#registry.state, this.#claims.spoiledKeys);
    if (records.length > 0) await this.#append(claim, records);
  }

  #restart(): void {
    this.#logger.warn('the log was replaced: the registry begins anew');
    this.#registry = this.#emptyRegistry();
    this.#claims = new LeaderClaims();
    this.#claim = null;
    this.#progress.position = 0;
  }

  #emptyRegistry(): Registry {
    const state = new RegistryState(this.#options.hash);
    return { state, parsed: new ParsedSchemas(state, this.#options.parsedSchemas), rules: this.#options.rules };
  }

  #failure(error: unknown, operation: Operation): unknown {
    if (error instanceof NotLeaderError) return error;
    if (error instanceof RecordTooLargeError) return schemaTooLarge();
    if (error instanceof LogTimeoutError) return storeTimedOut(operation.timesOut);
    this.#logger.warn('a write failed', { operation: operation.timesOut, error: error instanceof Error ? error.message : String(error) });
    return storeFailed(operation.fails, error);
  }
}
