/** `millrace start`: a broker and controller on this machine, formatted if new, and a schema registry beside them, until Ctrl-C. */
import { Option } from 'commander';
import type { RunningBroker } from '@millrace/broker';
import type { LogLevel } from '@millrace/platform';
import type { RunningRegistry } from '@millrace/schema-registry';
import { keyValues, parseFlags, repeated, toolCommand, wholeNumber } from './command.js';
import type { Tool, ToolIo } from './io.js';
import { LateValidation } from './late-validation.js';

interface StartFlags {
  directory: string;
  memory?: true;
  host: string;
  port: number;
  logLevel: LogLevel;
  override?: string[];
  /** False with `--no-schema-registry`. */
  schemaRegistry: boolean;
  schemaRegistryPort: number;
}

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

export const startTool: Tool = {
  async run(args, io) {
    const flags = startFlags(args, io);
    const elsewhere = keyValues(flags.override)['confluent.schema.registry.url'];
    const validation = flags.schemaRegistry || elsewhere !== undefined ? new LateValidation() : undefined;
    if (elsewhere !== undefined) await validation?.use(elsewhere);
    // Before the start, so that a signal during it ends in order too.
    const interrupted = new Promise<void>((resolve) => {
      // Without the name of the signal, which would count as a failure later.
      io.onInterrupt(() => resolve());
    });
    const { startBroker } = await import('@millrace/broker');
    const broker = await startBroker({
      ...(flags.memory ? {} : { directory: flags.directory }),
      host: flags.host,
      port: flags.port,
      logLevel: flags.logLevel,
      overrides: flags.override ?? [],
      ...(validation !== undefined && { recordValidator: validation }),
    });
    try {
      return await serveUntilStopped(broker, interrupted, flags, io, elsewhere === undefined ? validation : undefined);
    } finally {
      // Whatever ended it: a broker left running would keep the process alive.
      await broker.stop();
    }
  },
};

async function serveUntilStopped(broker: RunningBroker, interrupted: Promise<void>, flags: StartFlags, io: ToolIo, validation: LateValidation | undefined): Promise<number> {
  for (const line of greeting(broker.bootstrapServers, broker.directories)) io.out(line);
  const registry = flags.schemaRegistry ? await startSchemaRegistry(broker.bootstrapServers, flags, io) : null;
  await validation?.use(registry?.url ?? null);
  const failure = await Promise.race([interrupted, broker.running.failed]);
  if (failure === undefined) io.out('Stopping.');
  await registry?.stop();
  if (failure !== undefined) throw failure;
  return 0;
}

function startFlags(args: readonly string[], io: ToolIo): StartFlags {
  const command = toolCommand('millrace start', 'Start a broker and controller on this machine.', io)
    .option('--directory <path>', 'where the data lies; made and formatted if new', './data')
    .option('--memory', 'keep the data in memory, gone at the end')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', 'the port to listen on; 0 for a free one', wholeNumber, 9092)
    .addOption(new Option('--log-level <level>', 'the lowest level of log lines').choices(levels).default('warn'))
    .addOption(repeated('--override <key=value>', 'any setting of the broker; may be given several times'))
    .option('--no-schema-registry', 'start no schema registry')
    .option('--schema-registry-port <port>', 'the port of the schema registry; 0 for a free one', wholeNumber, 8081);
  return parseFlags<StartFlags>(command, args);
}

/** Null, and one line that says why, when it cannot start: the broker is there all the same. */
async function startSchemaRegistry(bootstrapServers: string, { host, schemaRegistryPort, logLevel }: StartFlags, io: ToolIo): Promise<RunningRegistry | null> {
  const { startRegistry } = await import('@millrace/schema-registry');
  const address = host.includes(':') ? `[${host}]` : host;
  try {
    const registry = await startRegistry({
      properties: {
        'kafkastore.bootstrap.servers': bootstrapServers,
        'kafkastore.topic.replication.factor': '1',
        'millrace.log.level': logLevel,
        listeners: `http://${address}:${schemaRegistryPort}`,
      },
    });
    io.out(`A schema registry is on ${registry.url}. Register a schema:`);
    io.out(`  curl -X POST -H 'Content-Type: application/json' --data '{"schema":"{\\"type\\":\\"string\\"}"}' ${registry.url}/subjects/greetings-value/versions`);
    return registry;
  } catch (error) {
    io.err(`The schema registry did not start: ${(error as Error).message}. --schema-registry-port chooses another port, --no-schema-registry does without.`);
    return null;
  }
}

/** What runs where, and what to try next. */
export function greeting(bootstrapServers: string, directories: readonly string[]): string[] {
  const data = directories.length === 0 ? 'memory' : directories.join(', ');
  return [
    `Millrace is a Kafka broker on ${bootstrapServers}, with its data in ${data}. Ctrl-C stops it. Try next:`,
    `  npx millrace topics --bootstrap-server ${bootstrapServers} --create --topic greetings`,
    `  echo hello | npx millrace console-producer --bootstrap-server ${bootstrapServers} --topic greetings`,
    `  npx millrace console-consumer --bootstrap-server ${bootstrapServers} --topic greetings --from-beginning`,
  ];
}
