/** Ends a tool: its message goes to standard error as one line. With exit code 0 nothing is printed. */
export class ToolError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = 1) {
    super(message);
    this.name = 'ToolError';
    this.exitCode = exitCode;
  }
}
