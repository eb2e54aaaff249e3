/** The command line of `npm run bench:registry`. */
import { parseArgs } from 'node:util';
import { ArgumentError } from '../arguments.js';

export interface RegistryBenchOptions {
  readonly help: boolean;
  readonly json: string | null;
  readonly directory: string | null;
  readonly source: boolean;
  readonly connections: number;
  /** Requests on their way on each connection in the rows on pipelining; 1 leaves those out. */
  readonly pipelining: number;
  readonly schemas: number;
  readonly rounds: number;
  /** Requests before the first round, so that compilers have done their work and every schema was asked for; of those that write, fewer. */
  readonly warmupRequests: number;
  readonly durationMs: number;
  readonly starts: number;
}

export const REGISTRY_USAGE = `npm run bench:registry -- [options]

  --quick           one short round of each
  --connections N   kept open, one request at a time on each (default 16)
  --pipelining N    measure reads with N requests on the way on each connection too
  --schemas N       in the registry, each the only one of its subject (default 10,000)
  --json FILE       write the results as JSON too
  --directory DIR   for the files of the broker
  --source          run broker and registry from sources even if they are built
  --help            this text
`;

const flags = {
  quick: { type: 'boolean' }, connections: { type: 'string' }, pipelining: { type: 'string' }, schemas: { type: 'string' },
  json: { type: 'string' }, directory: { type: 'string' }, source: { type: 'boolean' }, help: { type: 'boolean' },
} as const;

/** @throws ArgumentError */
export function parseRegistryOptions(args: readonly string[]): RegistryBenchOptions {
  const values = parsed(args);
  const profile = values.quick === true ? { rounds: 1, warmupRequests: 12_000, durationMs: 700, starts: 2 } : { rounds: 5, warmupRequests: 15_000, durationMs: 1500, starts: 5 };
  return {
    help: values.help === true,
    json: values.json ?? null,
    directory: values.directory ?? null,
    source: values.source === true,
    connections: whole('--connections', values.connections, 16),
    pipelining: whole('--pipelining', values.pipelining, 1),
    schemas: whole('--schemas', values.schemas, 10_000),
    ...profile,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    throw new ArgumentError((error as Error).message, { cause: error });
  }
}

function whole(flag: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new ArgumentError(`${flag}: ${JSON.stringify(text)} is not a whole number of at least 1`);
  return Number(text);
}
