/** What a tool sees of the terminal and of files: enough to run it in a test. */

export interface ToolIo {
  /** One line to standard output. */
  out(line: string): void;
  /** Text without a line end, as a prompt or a row that goes on. */
  write(text: string): void;
  /** Bytes to standard output. Resolves when there is room for more. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** One line to standard error. */
  err(line: string): void;
  /** Standard input, as it comes. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Whether a person types the input. */
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  nowMs(): number;
  /** A text file. Throws when it cannot be read. */
  readText(path: string): string;
  /** Makes or replaces a text file. Throws when it cannot be written. */
  writeText(path: string, text: string): void;
  /** Calls back on Ctrl-C and SIGTERM. The returned function stops that. */
  onInterrupt(stop: () => void): () => void;
}

/** A tool of the command line. The result of `run` is the exit code. */
export interface Tool {
  run(args: readonly string[], io: ToolIo): Promise<number>;
}
