/** The command line of the benchmarks. */

export const PARTS = ['limits', 'micro', 'produce', 'fetch', 'latency', 'start', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export interface Address {
  host: string;
  port: number;
}

export interface BenchOptions {
  quick: boolean;
  help: boolean;
  /** What to measure, in the order of {@link PARTS}. */
  only: readonly Part[];
  /** File for the results as JSON. */
  json: string | null;
  /** Another broker to run the same load on. */
  compare: Address | null;
  /** Its process on this machine, for its memory. */
  comparePid: number | null;
  /** A running broker to measure in place of one started here. */
  broker: Address | null;
  brokerPid: number | null;
  /** Where the broker started here and the write limits put their files; null: a new one under the system's temporary directory. */
  directory: string | null;
  /** Run the broker from its TypeScript sources although it has been built. */
  source: boolean;
}

/** The command line cannot be followed; the message is one line for the user. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

export const USAGE = `npm run bench -- [options]

  --quick                 about one minute: one short round of each
  --only a,b              of ${PARTS.join(', ')}
  --json FILE             write the results as JSON too
  --compare HOST:PORT     run the same load on another broker, in turns
  --compare-pid PID       its process, when it is on this machine, for its memory
  --broker HOST:PORT      measure this running broker in place of starting one
  --broker-pid PID        its process, for its memory
  --directory DIR         for the files of broker and limits; put it on the disk that matters
  --source                run the broker from sources even if it is built
  --help                  this text
`;

/** @throws ArgumentError */
export function parseArguments(argv: readonly string[]): BenchOptions {
  const options: BenchOptions = {
    quick: false,
    help: false,
    only: PARTS,
    json: null,
    compare: null,
    comparePid: null,
    broker: null,
    brokerPid: null,
    directory: null,
    source: false,
  };
  for (let i = 0; i < argv.length; i++) {
    const [name, attached] = splitFlag(argv[i]!);
    const value = (): string => {
      const given = attached ?? argv[++i];
      if (given === undefined || given === '') throw new ArgumentError(`${name} needs a value`);
      return given;
    };
    if (attached !== undefined && !takesValue(name)) throw new ArgumentError(`${name} takes no value`);
    if (name === '--quick') options.quick = true;
    else if (name === '--source') options.source = true;
    else if (name === '--help') options.help = true;
    else if (name === '--only') options.only = parseParts(value());
    else if (name === '--json') options.json = value();
    else if (name === '--directory') options.directory = value();
    else if (name === '--compare') options.compare = parseAddress(name, value());
    else if (name === '--compare-pid') options.comparePid = parsePid(name, value());
    else if (name === '--broker') options.broker = parseAddress(name, value());
    else if (name === '--broker-pid') options.brokerPid = parsePid(name, value());
    else throw new ArgumentError(`unknown argument ${argv[i]}; --help lists them`);
  }
  if (options.comparePid !== null && options.compare === null) throw new ArgumentError('--compare-pid goes with --compare');
  if (options.brokerPid !== null && options.broker === null) throw new ArgumentError('--broker-pid goes with --broker');
  if (options.broker !== null && options.source) throw new ArgumentError('--source is for a broker started here, not for --broker');
  return options;
}

const VALUED = new Set(['--only', '--json', '--directory', '--compare', '--compare-pid', '--broker', '--broker-pid']);

function takesValue(name: string): boolean {
  return VALUED.has(name) || !name.startsWith('--');
}

function splitFlag(argument: string): [name: string, value: string | undefined] {
  const equals = argument.indexOf('=');
  if (!argument.startsWith('--') || equals < 0) return [argument, undefined];
  return [argument.slice(0, equals), argument.slice(equals + 1)];
}

function parseParts(text: string): Part[] {
  const named = new Set(text.split(','));
  for (const name of named) {
    if (!PARTS.some((part) => part === name)) throw new ArgumentError(`--only: ${JSON.stringify(name)} is none of ${PARTS.join(', ')}`);
  }
  return PARTS.filter((part) => named.has(part));
}

function parseAddress(flag: string, text: string): Address {
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65535) throw new ArgumentError(`${flag}: ${JSON.stringify(text)} is not host:port`);
  return { host, port };
}

function parsePid(flag: string, text: string): number {
  const pid = Number(text);
  if (!/^\d{1,9}$/.test(text) || pid === 0) throw new ArgumentError(`${flag}: ${JSON.stringify(text)} is not a process id`);
  return pid;
}
