/** From arguments to a running registry and its exit code: 0 after an orderly stop, 1 when it could not start. */
import { nodeFiles } from '@millrace/platform';
import { startRegistry } from '@millrace/schema-registry';
import { parseArguments, usage, type RegistryArguments } from './arguments.js';

/** What the process gives. */
export interface RegistryProcess {
  environment: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  err(line: string): void;
  /** Resolves when the process is asked to stop. */
  stopRequested: Promise<void>;
}

const version = '8.2.0 (Millrace 0.1.0)';

export async function runRegistry(args: readonly string[], process: RegistryProcess): Promise<number> {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') process.out(usage);
  if (parsed.kind === 'version') process.out(version);
  if (parsed.kind === 'wrong') process.err(parsed.message);
  if (parsed.kind !== 'run') return parsed.kind === 'wrong' ? 1 : 0;
  try {
    return await serve(parsed.arguments, process);
  } catch (error) {
    // One line for each thing that is wrong.
    for (const line of (error as Error).message.split('\n')) process.err(line);
    return 1;
  }
}

async function serve({ file, overrides }: RegistryArguments, process: RegistryProcess): Promise<number> {
  if (file === null && !Object.keys(process.environment).some((name) => name.startsWith('SCHEMA_REGISTRY_')) && overrides.length === 0) {
    process.err('millrace-schema-registry needs a properties file; `millrace-schema-registry --help` says more');
    return 1;
  }
  const text = file === null ? '' : new TextDecoder().decode(nodeFiles().readAll(file));
  const stopping = new AbortController();
  void process.stopRequested.then(() => stopping.abort());
  try {
    const registry = await startRegistry({ text, file: file ?? 'properties', environment: process.environment, overrides, signal: stopping.signal });
    process.out(`The schema registry answers on ${registry.url}`);
    await process.stopRequested;
    await registry.stop();
    return 0;
  } catch (error) {
    // Whoever asks to stop while brokers are looked for has what they want.
    if (stopping.signal.aborted) return 0;
    throw error;
  }
}
