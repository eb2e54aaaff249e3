/** `configs` beside Apache Kafka's on Apache's broker, which has quotas and credentials. Skipped, with a reason, where its jars are not there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApacheKafka, type ApacheKafka } from './apache-kafka.js';
import { javaClients, javaTools, titled } from './foreign-programs.js';
import type { Run } from './foreign-process.js';
import { seen, withOurs, withTheirs, type CommandLine } from './side-by-side.js';

// Below the ports that the system gives to connections.
const port = 22_230;
const { classPath, missing: missingTools } = javaTools();
const missing = missingTools ?? javaClients().missing;
const java = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath];

/** Leaves things as it found them, so that the same can be done again by the other tool. */
const session = [
  '--describe --entity-type users',
  '--alter --user u1 --add-config producer_byte_rate=1024,consumer_byte_rate=2048.0',
  '--alter --user u1 --client c1 --add-config request_percentage=50.5',
  '--alter --entity-type users --entity-name u1 --entity-type clients --entity-default --add-config producer_byte_rate=10000000',
  '--alter --client c1 --add-config controller_mutation_rate=5',
  '--alter --user-defaults --client-defaults --add-config consumer_byte_rate=1e3',
  '--alter --ip 127.0.0.9 --add-config connection_creation_rate=3',
  '--alter --ip-defaults --add-config connection_creation_rate=4',
  '--alter --user s1 --add-config SCRAM-SHA-256=[iterations=8192,password=secret]',
  '--alter --user s1 --add-config SCRAM-SHA-512=[password=other]',
  ...['--entity-type users', '--user u1', '--user nobody', '--user s1', '--user-defaults', '--entity-type clients', '--client c1', '--client-defaults', '--user u1 --client c1', '--user u1 --client-defaults',
    '--entity-type users --entity-type clients', '--entity-type clients --entity-type users', '--entity-type users --entity-name u1 --entity-type clients', '--entity-type ips', '--ip 127.0.0.9', '--ip 127.0.0.1', '--ip-defaults',
    '--entity-type broker-loggers --entity-name 1', '--broker-logger 7', '--entity-type dogs', '--entity-type users --entity-type topics', '--user u1 --user-defaults', '--user u1 --topic t', '--entity-type users --entity-name a --entity-name b', '--ip 999.1.1.1'].map((what) => `--describe ${what}`),
  ...['--user u1 --add-config nonsense=4', '--client c1 --add-config SCRAM-SHA-256=[password=x]', '--ip 127.0.0.9 --add-config producer_byte_rate=4', '--user u1 --add-config producer_byte_rate=abc', '--user u1 --add-config producer_byte_rate=1.5', '--user u1 --add-config producer_byte_rate=-1',
    '--user s1 --add-config SCRAM-SHA-256=[iterations=10,password=x]', '--user s1 --add-config SCRAM-SHA-256=[iterations=99999,password=x]', '--user s1 --add-config SCRAM-SHA-256=x', '--user-defaults --add-config SCRAM-SHA-256=[password=x]', '--user s1 --add-config SCRAM-SHA-256=[password=x],producer_byte_rate=4',
    '--user s1 --delete-config SCRAM-SHA-999', '--user u1 --delete-config controller_mutation_rate', '--entity-type users --add-config producer_byte_rate=4', '--broker-logger 1 --add-config no.such.logger=WARN'].map((what) => `--alter ${what}`),
  '--alter --user u1 --delete-config producer_byte_rate,consumer_byte_rate',
  '--alter --user u1 --delete-config producer_byte_rate',
  '--alter --user u1 --client c1 --delete-config request_percentage',
  '--alter --user u1 --client-defaults --delete-config producer_byte_rate',
  '--alter --client c1 --delete-config controller_mutation_rate',
  '--alter --user-defaults --client-defaults --delete-config consumer_byte_rate',
  '--alter --ip 127.0.0.9 --delete-config connection_creation_rate',
  '--alter --ip-defaults --delete-config connection_creation_rate',
  '--alter --user s1 --delete-config SCRAM-SHA-256',
  '--alter --user s1 --delete-config SCRAM-SHA-512',
  '--describe --entity-type users',
  '--alter --group g1 --add-config consumer.session.timeout.ms=46000',
  '--describe --entity-type groups',
  '--describe --group g1 --all',
  '--alter --group g1 --delete-config consumer.session.timeout.ms',
  '--alter --client-metrics m1 --add-config metrics=[org.apache.kafka.producer.],interval.ms=1000',
  '--describe --entity-type client-metrics',
  '--alter --client-metrics m1 --delete-config metrics,interval.ms',
];

/** The same of the controllers, which know of brokers. */
const controllerSession = [
  '--describe --broker 1',
  '--alter --broker-defaults --add-config log.cleaner.threads=2',
  '--describe --entity-type brokers',
  '--alter --broker-defaults --delete-config log.cleaner.threads',
  '--describe --entity-type users',
];

describe.skipIf(missing !== null)(titled("configs beside Kafka's", missing), () => {
  let kafka: ApacheKafka | null;
  const directory = mkdtempSync(join(tmpdir(), 'millrace-configs-'));

  beforeAll(async () => {
    kafka = await startApacheKafka({ port, directory });
  }, 180_000);

  afterAll(async () => {
    await kafka?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test('quotas, credentials, log levels, groups and client metrics: the same lines and exit codes', async () => {
    const line = (bootstrap: string) => (text: string): CommandLine => ({ tool: 'configs', args: `${bootstrap} ${text}`.split(' ') });
    const lines = [...session.map(line(`--bootstrap-server ${kafka!.bootstrapServers}`)), ...controllerSession.map(line(`--bootstrap-controller 127.0.0.1:${port + 1}`))];
    const theirs = await withTheirs(java, lines);
    const ours = await withOurs(lines);
    const report = (runs: Run[]): object[] => lines.map(({ args }, index) => ({ line: args.join(' '), ...seen(runs[index]!) }));
    expect(report(ours)).toEqual(report(theirs));
    for (const [index, { code, stderr }] of ours.entries()) if (code !== 0) expect(stderr.trim().split('\n'), lines[index]!.args.join(' ')).toHaveLength(1);
  }, 180_000);
});
