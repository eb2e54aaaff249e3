/** From the arguments of the process to an exit code. */
import { KafkaError } from '@millrace/protocol';
import type { ToolIo } from './io.js';
import { ToolError } from './tool-error.js';
import { tools } from './tools.js';
import { versionText } from './version.js';

export async function runTool(args: readonly string[], io: ToolIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview());
    return name === undefined ? 1 : 0;
  }
  if (name === '--version') {
    io.out(versionText);
    return 0;
  }
  const entry = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (entry === undefined) {
    io.err(`millrace has no tool ${name}; \`millrace --help\` lists them`);
    return 1;
  }
  try {
    return await (await entry.load()).run(rest, io);
  } catch (error) {
    if (error instanceof ToolError && error.exitCode === 0) return 0;
    io.err(oneLine(error));
    return error instanceof ToolError ? error.exitCode : 1;
  }
}

/** The message of an error without line ends; the broker's own words, where the error has them, as Kafka's tools print them. */
export function oneLine(error: unknown): string {
  const said = error instanceof KafkaError && error.cause instanceof KafkaError ? error.cause : error;
  const text = said instanceof Error ? said.message || said.name : String(said);
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}

function overview(): string {
  const width = Math.max(...Object.keys(tools).map((name) => name.length)) + 2;
  const rows = Object.entries(tools).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`);
  return ['Usage: millrace <tool> [options]', '', ...rows, '', 'Each tool takes the flags of its Kafka namesake; `millrace <tool> --help` lists them.'].join('\n');
}
