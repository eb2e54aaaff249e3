/** A refusal of the registry, or a registry that could not be asked. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The registry's own code, as 40401; the status where it gave none. */
  readonly errorCode: number;
  readonly url: string;

  constructor(message: string, { status, errorCode, url, cause }: { status: number; errorCode: number; url: string; cause?: unknown }) {
    super(message, { cause });
    this.status = status;
    this.errorCode = errorCode;
    this.url = url;
  }

  /** Subject, version or schema are not there. */
  get isNotFound(): boolean {
    return this.status === 404;
  }
}
