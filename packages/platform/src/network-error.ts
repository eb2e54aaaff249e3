/** What failed on a connection or listener: 'ECONNREFUSED', 'EADDRINUSE', 'ETIMEDOUT', 'ECONNRESET', … */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
