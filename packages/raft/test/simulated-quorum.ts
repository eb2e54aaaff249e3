/** A whole quorum in one process: virtual time, one seed for all chance, messages late or lost, disks that forget. */
import {
  defaultTimeouts,
  initialQuorumState,
  type LogState,
  type QuorumState,
  Raft,
  type RaftAnswer,
  type RaftEffect,
  type RaftEvent,
  type RaftRequest,
  type SnapshotId,
  staticVoters,
  type VoterSet,
} from '../src/index.js';

export interface Entry {
  readonly epoch: number;
  readonly value: number;
}

/** Faults of the world, and bugs that can be planted into the driver. */
export interface SimulationOptions {
  readonly seed: number;
  readonly voters: number;
  readonly durationMs: number;
  readonly lossPercent: number;
  readonly faults: boolean;
  readonly bug?: 'forgetsVote' | 'acknowledgesBeforeFlush' | 'ignoresTruncation';
}

export class InvariantError extends Error {}

export function seededRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

interface Disk {
  quorumState: QuorumState;
  start: number;
  entries: Entry[];
  flushed: number;
  snapshots: SnapshotId[];
}

interface Node {
  readonly id: number;
  readonly disk: Disk;
  raft: Raft | null;
  /** Which life of the process this is: what is meant for an earlier one is dropped. */
  life: number;
  tokens: Map<number, (answer: RaftAnswer) => void>;
  nextToken: number;
  timer: number;
  lastHighWatermark: number;
  queue: RaftEvent[];
  running: boolean;
}

interface Scheduled {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const directoryId = (id: number): string => `${String.fromCharCode(65 + id)}`.padEnd(22, 'A');

export class SimulatedQuorum {
  now = 0;
  readonly committed: Entry[] = [];
  readonly leaders = new Map<number, number>();
  faultCount = 0;
  readonly trace: string[] = [];
  readonly #nodes: Node[];
  readonly #random: (limit: number) => number;
  readonly #options: SimulationOptions;
  readonly #voters: VoterSet;
  #queue: Scheduled[] = [];
  #order = 0;
  #nextValue = 1;
  #partition = new Map<number, number>();
  #healed = false;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    const ids = Array.from({ length: options.voters }, (_, index) => index + 1);
    this.#voters = staticVoters(ids.map((id) => ({ id, endpoints: [] }))).map((voter) => ({ ...voter, directoryId: directoryId(voter.id) }));
    this.#nodes = ids.map((id) => ({
      id,
      disk: { quorumState: initialQuorumState, start: 0, entries: [], flushed: 0, snapshots: [] },
      raft: null,
      life: 0,
      tokens: new Map(),
      nextToken: 1,
      timer: Infinity,
      lastHighWatermark: -1,
      queue: [],
      running: false,
    }));
  }

  /** Faults for the given time, then a healed world in which the quorum must make progress again. */
  run(): void {
    for (const node of this.#nodes) this.#start(node);
    this.#every(20, () => this.#clientAppends());
    if (this.#options.faults) this.#every(150, () => this.#maybeFault());
    this.#runUntil(this.#options.durationMs);
    this.#heal();
    this.#runUntil(this.now + 15_000);
    const before = this.committed.length;
    this.#runUntil(this.now + 5_000);
    if (this.committed.length <= before) throw new InvariantError(`no progress in a healed quorum after ${before} records`);
  }

  get nodes(): readonly { readonly id: number; readonly raft: Raft | null }[] {
    return this.#nodes;
  }

  #runUntil(time: number): void {
    for (;;) {
      const next = this.#queue.reduce<Scheduled | undefined>((least, one) => (least === undefined || one.time < least.time || (one.time === least.time && one.order < least.order) ? one : least), undefined);
      const timer = this.#nodes.reduce<Node | undefined>((least, one) => (one.raft !== null && one.timer < (least?.timer ?? Infinity) ? one : least), undefined);
      const timerAt = timer?.timer ?? Infinity;
      const at = Math.min(next?.time ?? Infinity, timerAt);
      if (at > time) break;
      this.now = Math.max(this.now, at);
      if (timer !== undefined && timerAt < (next?.time ?? Infinity)) {
        timer.timer = Infinity;
        this.#step(timer, { type: 'tick' });
      } else if (next !== undefined) {
        this.#queue.splice(this.#queue.indexOf(next), 1);
        next.run();
      }
    }
    this.now = time;
  }

  #after(delay: number, run: () => void): void {
    this.#queue.push({ time: this.now + delay, order: this.#order++, run });
  }

  #every(period: number, run: () => void): void {
    this.#after(period, () => {
      run();
      this.#every(period, run);
    });
  }

  #start(node: Node): void {
    const { disk } = node;
    node.life++;
    node.tokens = new Map();
    node.queue = [];
    node.lastHighWatermark = -1;
    const epochs: { epoch: number; startOffset: number }[] = [];
    disk.entries.forEach(({ epoch }, index) => {
      if (epochs.at(-1)?.epoch !== epoch) epochs.push({ epoch, startOffset: disk.start + index });
    });
    const log: LogState = { logStartOffset: disk.start, logEndOffset: end(disk), epochs, snapshots: disk.snapshots };
    node.raft = new Raft({
      node: { id: node.id, directoryId: directoryId(node.id) },
      clusterId: 'cluster',
      voters: this.#voters,
      kraftVersion: 1,
      quorumState: disk.quorumState,
      log,
      timeouts: defaultTimeouts,
      random: { below: this.#random },
    });
    this.#step(node, { type: 'start' });
  }

  // Disk keeps what was flushed, and of the rest a beginning that chance decides.
  #crash(node: Node): void {
    if (node.raft === null) return;
    const { disk } = node;
    node.raft = null;
    node.life++;
    node.timer = Infinity;
    const kept = disk.flushed + this.#random(end(disk) - disk.flushed + 1);
    disk.entries.length = kept - disk.start;
    disk.flushed = kept;
    if (this.#options.bug === 'forgetsVote') disk.quorumState = { ...disk.quorumState, voted: null, leaderId: -1 };
  }

  #step(node: Node, event: RaftEvent): void {
    node.queue.push(event);
    if (node.running) return;
    node.running = true;
    for (let next = node.queue.shift(); next !== undefined && node.raft !== null; next = node.queue.shift()) {
      const { effects, deadline } = node.raft.step(next, this.now);
      node.timer = deadline;
      const pending = node.queue;
      node.queue = [];
      for (const effect of effects) this.#carryOut(node, effect);
      // What the effects caused comes before what waited.
      node.queue.push(...pending);
    }
    node.running = false;
  }

  #carryOut(node: Node, effect: RaftEffect): void {
    const { disk } = node;
    switch (effect.type) {
      case 'persistQuorumState':
        if (effect.state.leaderEpoch < disk.quorumState.leaderEpoch) throw new InvariantError(`epoch of ${node.id} goes back`);
        disk.quorumState = effect.state;
        if (effect.state.voted !== null && effect.state.voted.id !== node.id) this.#maybeCrashAfterVote(node);
        return;
      case 'send':
        return this.#send(node, effect.to, effect.request);
      case 'respond':
        node.tokens.get(effect.token)?.(this.#filled(node, effect.answer));
        node.tokens.delete(effect.token);
        return;
      case 'append':
        return this.#append(node, [{ epoch: effect.epoch, value: 0 }]);
      case 'appendFetched':
        return this.#append(node, JSON.parse(decoder.decode(effect.records)) as Entry[]);
      case 'truncate':
        if (this.#options.bug === 'ignoresTruncation') return this.#pretendTruncation(node, effect.offset);
        disk.entries.length = effect.offset - disk.start;
        disk.flushed = Math.min(disk.flushed, effect.offset);
        return;
      case 'writeSnapshot':
        if (!effect.last) return;
        disk.start = effect.id.endOffset;
        disk.flushed = effect.id.endOffset;
        disk.entries = [];
        disk.snapshots = [effect.id];
        node.queue.push({ type: 'snapshotInstalled', id: effect.id });
        return;
      case 'highWatermark':
        return this.#checkCommitted(node, effect.offset);
      case 'becameLeader':
        return this.#checkLeader(node, effect.epoch);
      default:
        return;
    }
  }

  // The state machine believes in a cut that the disk did not make: old entries stay where new ones were to be.
  #pretendTruncation(node: Node, offset: number): void {
    const { disk } = node;
    const stale = disk.entries.slice(offset - disk.start);
    disk.entries.length = offset - disk.start;
    disk.flushed = Math.min(disk.flushed, offset);
    const [first] = stale;
    if (first === undefined) return;
    this.#append(node, [first]);
  }

  #append(node: Node, entries: readonly Entry[]): void {
    const { disk } = node;
    const life = node.life;
    for (const entry of entries) {
      const baseOffset = end(disk);
      disk.entries.push(entry);
      node.queue.push({ type: 'logAppended', baseOffset, endOffset: baseOffset + 1, epoch: entry.epoch });
    }
    const target = end(disk);
    if (this.#options.bug === 'acknowledgesBeforeFlush') node.queue.push({ type: 'logFlushed', offset: target });
    this.#after(1 + this.#random(this.#options.bug === 'acknowledgesBeforeFlush' ? 400 : 8), () => {
      if (node.life !== life || node.raft === null) return;
      disk.flushed = Math.max(disk.flushed, Math.min(target, end(disk)));
      this.#step(node, { type: 'logFlushed', offset: Math.min(target, end(disk)) });
    });
  }

  #send(from: Node, to: number, request: RaftRequest): void {
    const target = this.#nodes[to - 1];
    const life = from.life;
    let done = false;
    const finish = (event: RaftEvent): void => {
      if (done || from.life !== life || from.raft === null) return;
      done = true;
      this.#step(from, event);
    };
    this.#after(defaultTimeouts.requestTimeoutMs, () => finish({ type: 'noAnswer', from: to, request }));
    if (target === undefined || this.#isLost(from.id, to)) return;
    this.#after(1 + this.#random(40), () => {
      if (target.raft === null || this.#isLost(from.id, to)) return;
      const token = target.nextToken++;
      target.tokens.set(token, (answer) => {
        if (this.#isLost(to, from.id)) return;
        this.#after(1 + this.#random(15), () => finish({ type: 'answer', from: to, request, answer }));
      });
      this.#step(target, { type: 'request', token, request });
    });
  }

  #isLost(from: number, to: number): boolean {
    if (this.#healed) return false;
    return (this.#partition.get(from) ?? 0) !== (this.#partition.get(to) ?? 0) || this.#random(100) < this.#options.lossPercent;
  }

  #filled(node: Node, answer: RaftAnswer): RaftAnswer {
    if (answer.type === 'fetch' && answer.readFrom !== null) {
      const from = answer.readFrom - node.disk.start;
      const entries = node.disk.entries.slice(from, from + 8);
      return { ...answer, records: entries.length === 0 ? new Uint8Array(0) : encoder.encode(JSON.stringify(entries)) };
    }
    // A snapshot of ten bytes, three at a time; what it holds is what was committed.
    if (answer.type === 'fetchSnapshot' && answer.errorCode === 0) {
      return { ...answer, size: 10, bytes: new Uint8Array(Math.min(3, 10 - answer.position)) };
    }
    return answer;
  }

  #clientAppends(): void {
    for (const node of this.#nodes) {
      if (node.raft?.isLeader !== true) continue;
      this.#append(node, [{ epoch: node.raft.epoch, value: this.#nextValue++ }]);
      this.#step(node, { type: 'tick' });
    }
  }

  #maybeFault(): void {
    if (this.#healed) return;
    const choice = this.#random(100);
    const node = this.#nodes[this.#random(this.#nodes.length)];
    if (node === undefined) return;
    if (choice < 12) {
      this.#crash(node);
      this.faultCount++;
    } else if (choice < 40) {
      if (node.raft === null) this.#start(node);
    } else if (choice < 48) {
      this.faultCount++;
      for (const { id } of this.#nodes) this.#partition.set(id, this.#random(2));
    } else if (choice < 62) {
      this.#partition.clear();
    } else if (choice < 70) {
      this.#snapshot(node);
    } else if (choice < 82) {
      // All at once and back at once: what they forgot then, they have forgotten in the middle of an election.
      for (const one of this.#nodes) {
        if (one.raft === null || one.raft.isLeader) continue;
        this.#crash(one);
        this.#start(one);
      }
      this.faultCount++;
    } else if (choice < 90) {
      const leader = this.#nodes.find((one) => one.raft?.isLeader === true);
      if (leader !== undefined) this.#crash(leader);
      this.faultCount++;
    }
  }

  // A snapshot of all that is committed here; the log below it goes.
  #snapshot(node: Node): void {
    const { raft, disk } = node;
    const endOffset = Math.min(raft?.highWatermark ?? -1, disk.flushed);
    const last = disk.entries[endOffset - disk.start - 1];
    if (raft === null || last === undefined) return;
    const id = { endOffset, epoch: last.epoch };
    disk.snapshots = [id];
    disk.entries = disk.entries.slice(endOffset - disk.start);
    disk.start = endOffset;
    this.#step(node, { type: 'snapshotCreated', id });
    this.#step(node, { type: 'logStartMoved', offset: endOffset });
  }

  // A vote is most easily given twice by a node that was away between.
  #maybeCrashAfterVote(node: Node): void {
    if (this.#healed || !this.#options.faults || this.#random(100) >= 60) return;
    this.faultCount++;
    this.#after(this.#random(6), () => {
      if (this.#healed || node.raft === null || node.raft.isLeader) return;
      this.#crash(node);
      this.#start(node);
    });
  }

  #heal(): void {
    this.#healed = true;
    this.#partition.clear();
    for (const node of this.#nodes) if (node.raft === null) this.#start(node);
  }

  #checkLeader(node: Node, epoch: number): void {
    const other = this.leaders.get(epoch);
    if (other !== undefined) throw new InvariantError(`epoch ${epoch} has two leaders, ${other} and ${node.id}`);
    this.leaders.set(epoch, node.id);
    this.trace.push(`${this.now} leader ${node.id} epoch ${epoch}`);
  }

  #checkCommitted(node: Node, offset: number): void {
    const { disk } = node;
    if (offset < node.lastHighWatermark) throw new InvariantError(`high watermark of ${node.id} goes back`);
    for (let at = Math.max(disk.start, node.lastHighWatermark, 0); at < offset; at++) {
      const entry = disk.entries[at - disk.start];
      const known = this.committed[at];
      if (entry === undefined) throw new InvariantError(`${node.id} has high watermark ${offset} and no record at ${at}`);
      if (known !== undefined && (known.epoch !== entry.epoch || known.value !== entry.value)) {
        throw new InvariantError(`committed record at ${at} differs on ${node.id}: epoch ${known.epoch} and ${entry.epoch}`);
      }
      this.committed[at] = known ?? entry;
    }
    if (node.raft?.isLeader === true) this.#checkMajority(offset);
    node.lastHighWatermark = offset;
  }

  #checkMajority(offset: number): void {
    const last = this.committed[offset - 1];
    const holders = this.#nodes.filter(({ disk }) => {
      const entry = disk.entries[offset - 1 - disk.start];
      return disk.flushed >= offset && (offset <= disk.start || entry?.epoch === last?.epoch);
    });
    if (holders.length * 2 <= this.#nodes.length) throw new InvariantError(`offset ${offset} counts as committed on ${holders.length} of ${this.#nodes.length}`);
  }
}

function end(disk: Disk): number {
  return disk.start + disk.entries.length;
}
