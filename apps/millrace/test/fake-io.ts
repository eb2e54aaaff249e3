/** A terminal that remembers. */
import type { ToolIo } from '../src/io.js';

export interface FakeIo extends ToolIo {
  /** Everything on standard output. */
  readonly printed: () => string;
  readonly complaints: string[];
  /** Text files by their paths. */
  readonly written: Readonly<Record<string, string>>;
  interrupt(): void;
}

export interface FakeIoOptions {
  input?: readonly (string | Uint8Array)[];
  files?: Readonly<Record<string, string>>;
  isTerminal?: boolean;
  nowMs?: () => number;
}

export function fakeIo({ input = [], files = {}, isTerminal = false, nowMs = () => 0 }: FakeIoOptions = {}): FakeIo {
  const pieces: Uint8Array[] = [];
  const complaints: string[] = [];
  const written: Record<string, string> = {};
  const stops = new Set<() => void>();
  const utf8 = new TextEncoder();
  return {
    out: (line) => void pieces.push(utf8.encode(`${line}\n`)),
    write: (text) => void pieces.push(utf8.encode(text)),
    writeBytes: (bytes) => Promise.resolve(void pieces.push(bytes)),
    err: (line) => void complaints.push(line),
    input: chunks(input),
    isTerminal,
    environment: {},
    nowMs,
    readText: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`${path}: no such file`);
      return text;
    },
    writeText: (path, text) => void (written[path] = text),
    written,
    onInterrupt: (stop) => {
      stops.add(stop);
      return () => void stops.delete(stop);
    },
    printed: () => Buffer.concat(pieces).toString(),
    complaints,
    interrupt: () => stops.forEach((stop) => stop()),
  };
}

async function* chunks(input: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of input) yield await Promise.resolve(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
}
