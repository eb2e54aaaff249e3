/** The same command lines with Apache Kafka's tools, all in one process, and with ours. */
import { join } from 'node:path';
import { jsonLines, run, succeed, type Run } from './foreign-process.js';

export interface CommandLine {
  /** Ours by name; theirs is of the same name in `mains`. */
  tool: keyof typeof mains;
  args: string[];
}

const mains = {
  topics: 'org.apache.kafka.tools.TopicCommand',
  'get-offsets': 'org.apache.kafka.tools.GetOffsetShell',
  'console-consumer': 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  configs: 'kafka.admin.ConfigCommand',
  'consumer-groups': 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
} as const;

const ours = join(import.meta.dirname, '../../apps/millrace/bin/millrace.js');

/** @param java the arguments of a JVM with the tools on its class path */
export async function withTheirs(java: readonly string[], lines: readonly CommandLine[]): Promise<Run[]> {
  const input = lines.map(({ tool, args }) => `${JSON.stringify({ main: mains[tool], args })}\n`).join('');
  return jsonLines<Run>(await succeed('java', [...java, join(import.meta.dirname, 'java/tools/ManyTools.java')], input));
}

export async function withOurs(lines: readonly CommandLine[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const { tool, args } of lines) runs.push(await run(process.execPath, [ours, tool, ...args]));
  return runs;
}

/**
 * What a script sees of a run: its exit code, and what it printed when that was 0. Rows are in order, as theirs come in the order of a
 * hash; blank lines do not count, and what they print in the wrong place, or tell of what is deprecated, is no output.
 */
export function seen({ code, stdout }: Run): { code: number; rows: string[] } {
  const rows = code === 0 ? stdout.split('\n').filter((line) => line.trim() !== '' && !/^(Warn|Error|Option --|Warning:)/.test(line)) : [];
  return { code, rows: rows.toSorted() };
}
