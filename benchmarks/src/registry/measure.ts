/** What is measured, in which order. */
import { Producer } from '@millrace/producer';
import type { Address } from '../arguments.js';
import { measureBareNode, type BareNode } from '../limits/bare-node.js';
import type { RegistryJob, RegistryWork } from '../load/jobs.js';
import { LoadGenerator } from '../load/load-generator.js';
import { brokerCommand, startMillrace } from '../macro/millrace-process.js';
import { processorMs } from '../macro/processor-time.js';
import { residentBytes } from '../macro/resident-memory.js';
import { spreadOf, type Spread } from '../percentiles.js';
import { BareServers } from './bare-servers.js';
import type { BareServer } from './bare-servers-process.js';
import type { RegistryBenchOptions } from './options.js';
import { metric, registryCommand, startRegistry, type RunningRegistry } from './registry-process.js';
import { logRecord, schemaText, subjectOf } from './requests.js';

/** One kind of request, on the registry and on a server that does nothing, in turns. */
export interface RateRow {
  readonly name: string;
  readonly limit: string;
  /** Requests a second. */
  readonly registry: Spread;
  readonly bare: Spread;
  /** Of the two, taken round by round. */
  readonly ratio: Spread;
  /** Requests for each second of processor time that the server took: says more than the rate where other programs run too. */
  readonly registryPerCpuSecond: Spread;
  readonly barePerCpuSecond: Spread;
  readonly cpuRatio: Spread;
}

export interface CostRow {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly value: Spread;
}

export interface RegistryResults {
  /** How the registry was run. */
  readonly registry: string;
  readonly options: RegistryBenchOptions;
  readonly rates: readonly RateRow[];
  readonly costs: readonly CostRow[];
}

interface Rate {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

interface Load {
  readonly name: string;
  readonly work: RegistryWork;
  readonly server: BareServer;
  readonly inFlight?: number;
}

const MEGABYTE = 1e6;
const topic = '_schemas';
const loads: readonly Load[] = [
  { name: 'read by id', work: 'by-id', server: 'fastify' },
  { name: 'read by id', work: 'by-id', server: 'node' },
  { name: 'read by id', work: 'by-id', server: 'socket' },
  { name: 'read the latest version', work: 'latest', server: 'fastify' },
  { name: 'look up a known schema', work: 'lookup', server: 'fastify' },
  { name: 'register a known schema', work: 'known', server: 'fastify' },
  { name: 'register a new schema', work: 'new', server: 'fastify' },
];
const bareNames: Readonly<Record<BareServer, string>> = { socket: 'bare socket', node: 'bare node:http', fastify: 'bare Fastify' };
/** New schemas that are made up for a second of load, and registered before it counts. */
const newPerSecond = 10_000;
const newToWarmUp = 100;
const longestWarmUpMs = 10_000;

export async function measureRegistry(options: RegistryBenchOptions, directory: string, progress: (text: string) => void): Promise<RegistryResults> {
  const bareNode = await measureBareNode();
  // A group that waits for members that will not come would be all that a start shows.
  const broker = await startMillrace(brokerCommand(options.source), directory, ['group.initial.rebalance.delay.ms=0']);
  const command = registryCommand(options.source);
  const start = (): Promise<RunningRegistry> => startRegistry(command, broker.address, directory);
  let registry = await start();
  try {
    const memoryEmpty = residentBytes(registry.pid);
    await registry.stop();
    progress('writes the schemas');
    await fill(broker.address, options.schemas);
    const starts: Start[] = [];
    for (let i = 0; i < options.starts; i++) {
      progress('start');
      await registry.stop();
      registry = await start();
      const { answersMs, readyMs, pid } = registry;
      const readingMs = (await metric(registry, 'schema_registry_start_read_seconds')) * 1000;
      starts.push({ answersMs, readyMs, readingMs, cpuMs: processorMs(pid), memory: residentBytes(pid) });
    }
    const rates = await measureRates(registry, options, progress);
    return { registry: command.from, options, rates, costs: costsOf(starts, memoryEmpty, residentBytes(registry.pid), bareNode) };
  } finally {
    await registry.stop();
    await broker.stop();
  }
}

interface Start {
  readonly answersMs: number;
  readonly readyMs: number;
  readonly readingMs: number;
  /** Null where it is not known. */
  readonly cpuMs: number | null;
  readonly memory: number;
}

function costsOf(starts: readonly Start[], memoryEmpty: number, memoryLoaded: number, bareNode: BareNode): CostRow[] {
  const cpu = starts.flatMap(({ cpuMs }) => cpuMs ?? []);
  const megabytes = (...values: number[]): Spread => spreadOf(values.map((value) => value / MEGABYTE));
  return [
    { name: 'start until it answers', unit: 'ms', value: spreadOf(starts.map((one) => one.answersMs)) },
    { name: 'of it reading the log', unit: 'ms', value: spreadOf(starts.map((one) => one.readingMs)) },
    { name: 'start until a leader is known too', unit: 'ms', value: spreadOf(starts.map((one) => one.readyMs)) },
    ...(cpu.length === 0 ? [] : [{ name: 'processor time of a start', unit: 'ms', value: spreadOf(cpu) } as const]),
    { name: 'bare node: start', unit: 'ms', value: spreadOf([bareNode.startMs]) },
    { name: 'memory after a start', unit: 'MB', value: megabytes(...starts.map((one) => one.memory)) },
    { name: 'memory after all this load, with the new schemas', unit: 'MB', value: megabytes(memoryLoaded) },
    { name: 'memory after a start without schemas', unit: 'MB', value: megabytes(memoryEmpty) },
    { name: 'bare node: memory', unit: 'MB', value: megabytes(bareNode.memory) },
  ];
}

/** As another registry would have written them. */
async function fill({ host, port }: Address, schemas: number): Promise<void> {
  await using producer = new Producer({ bootstrapServers: `${host}:${port}` });
  await Promise.all(Array.from({ length: schemas }, (_, index) => producer.send({ topic, partition: 0, ...logRecord(index + 1) })));
}

async function measureRates(registry: RunningRegistry, options: RegistryBenchOptions, progress: (text: string) => void): Promise<RateRow[]> {
  const generator = new LoadGenerator();
  const bare = await BareServers.start(await answersOf(registry.url));
  try {
    const rater = new Rater(options, generator, registry, bare);
    const { pipelining } = options;
    const pipelined: readonly Load[] = pipelining > 1 ? [{ name: `read by id, pipelined ${pipelining}`, work: 'by-id', server: 'fastify', inFlight: pipelining }] : [];
    const rows: RateRow[] = [];
    for (const load of [...pipelined, ...loads]) {
      progress(`${load.name}, ${bareNames[load.server]}`);
      rows.push(await rater.row(load));
    }
    return rows;
  } finally {
    await Promise.all([bare.stop(), generator.stop()]);
  }
}

/** What the registry says to each kind of request, about a schema that is not counted among the others. */
async function answersOf(url: string): Promise<{ byId: string; latest: string; lookup: string; registered: string }> {
  const subject = `${url}/subjects/${subjectOf(0)}`;
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ schema: schemaText(0) }) };
  const text = async (answer: Promise<Response>): Promise<string> => (await answer).text();
  const registered = await text(fetch(`${subject}/versions`, post));
  const { id } = JSON.parse(registered) as { id: number };
  return { registered, byId: await text(fetch(`${url}/schemas/ids/${id}`)), latest: await text(fetch(`${subject}/versions/latest`)), lookup: await text(fetch(subject, post)) };
}

/** Runs loads on the registry and a bare server in turns, so that the machine's moods fall on both. */
class Rater {
  readonly #options: RegistryBenchOptions;
  readonly #generator: LoadGenerator;
  readonly #registry: RunningRegistry;
  readonly #bare: BareServers;
  #nextNew: number;

  constructor(options: RegistryBenchOptions, generator: LoadGenerator, registry: RunningRegistry, bare: BareServers) {
    this.#options = options;
    this.#generator = generator;
    this.#registry = registry;
    this.#bare = bare;
    this.#nextNew = options.schemas + 1;
  }

  async row(load: Load): Promise<RateRow> {
    const registry: Rate[] = [];
    const bare: Rate[] = [];
    const answers = load.work === 'new' ? newToWarmUp : this.#options.warmupRequests;
    for (const port of [this.#registry.port, this.#bare.ports[load.server]]) await this.#generator.run({ ...this.#job(port, load), durationMs: longestWarmUpMs, answers });
    for (let round = 0; round < this.#options.rounds; round++) {
      registry.push(await this.#rate(this.#registry.port, load, async () => (await metric(this.#registry, 'process_cpu_seconds_total')) * 1e6));
      bare.push(await this.#rate(this.#bare.ports[load.server], load, () => this.#bare.cpuMicroseconds()));
    }
    const perSecond = (rate: Rate): number => rate.perSecond;
    const perCpuSecond = (rate: Rate): number => rate.perCpuSecond;
    const ratioOf = (value: (rate: Rate) => number): Spread => spreadOf(registry.map((rate, round) => value(rate) / value(bare[round]!)));
    return {
      name: load.name, limit: bareNames[load.server],
      registry: spreadOf(registry.map(perSecond)), bare: spreadOf(bare.map(perSecond)), ratio: ratioOf(perSecond),
      registryPerCpuSecond: spreadOf(registry.map(perCpuSecond)), barePerCpuSecond: spreadOf(bare.map(perCpuSecond)), cpuRatio: ratioOf(perCpuSecond),
    };
  }

  async #rate(port: number, load: Load, cpuMicroseconds: () => Promise<number>): Promise<Rate> {
    const before = await cpuMicroseconds();
    const { requests, elapsedMs } = await this.#generator.run(this.#job(port, load));
    const spent = (await cpuMicroseconds()) - before;
    return { perSecond: (requests * 1000) / elapsedMs, perCpuSecond: (requests * 1e6) / spent };
  }

  #job(port: number, { work, inFlight = 1 }: Load): RegistryJob {
    const { connections, schemas, durationMs } = this.#options;
    const job = { kind: 'registry', host: '127.0.0.1', port, connections, inFlight, work, warmupMs: 0, durationMs, from: 1, count: schemas } as const;
    if (work !== 'new') return job;
    const count = Math.ceil((newPerSecond * durationMs) / 1000);
    this.#nextNew += count;
    return { ...job, from: this.#nextNew - count, count };
  }
}
