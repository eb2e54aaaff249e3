import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ensureCodec } from '../../src/compression/index.ts';
import { runBatchVectors } from '../batch-vectors.ts';
import { loadCodecs } from './codecs.ts';
import { checkFrameVector, type FrameVector } from './frame-vectors.ts';
import { checkMessageVector, type MessageVector } from './message-vectors.ts';

export interface Failure {
  /** File and line. */
  readonly place: string;
  readonly reason: string;
}

export interface VectorResult {
  passed: number;
  readonly failures: Failure[];
}

// The one codec that has to be loaded before it can be used.
const ZSTD = 4;

type Check = (line: never) => string | null;

/** Runs every vector in a directory of the known layout; files that are not there are passed over. */
export async function runVectors(directory: string): Promise<VectorResult> {
  const known = await loadCodecs();
  const result: VectorResult = { passed: 0, failures: [] };
  const message = (vector: MessageVector): string | null => checkMessageVector(known, vector);
  const frame = (vector: FrameVector): string | null => checkFrameVector(known, vector);
  for (const path of messageFiles(directory)) runFile(path, message, result);
  runFile(join(directory, 'int64-large.jsonl'), message, result);
  runFile(join(directory, 'frames.jsonl'), frame, result);
  await ensureCodec(ZSTD);
  for (const name of ['batches.jsonl', 'batch-1MiB.jsonl']) {
    const { passed, failures } = runBatchVectors(readLines(join(directory, name)));
    result.passed += passed;
    for (const { place, reason } of failures) result.failures.push({ place: `${name}, ${place}`, reason });
  }
  return result;
}

function messageFiles(directory: string): string[] {
  const messages = join(directory, 'messages');
  if (existsSync(messages)) return readdirSync(messages).toSorted().map((file) => join(messages, file).replace(/\.gz$/, ''));
  return [join(directory, 'messages.jsonl')];
}

function runFile(path: string, check: Check, result: VectorResult): void {
  readLines(path).forEach((line, index) => {
    const reason = attempt(() => check(JSON.parse(line) as never));
    if (reason === null) result.passed++;
    else result.failures.push({ place: `${path}:${index + 1}`, reason });
  });
}

/** The lines of a file or of the same file compressed; none when neither is there. */
export function readLines(path: string): string[] {
  const packed = `${path}.gz`;
  if (!existsSync(path) && !existsSync(packed)) return [];
  const text = existsSync(path) ? readFileSync(path, 'utf8') : gunzipSync(readFileSync(packed)).toString('utf8');
  return text.split('\n').filter((line) => line !== '');
}

function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
