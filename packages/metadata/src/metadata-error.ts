/** The metadata log says something that cannot be: a record about a broker, topic or partition that is not there. */
export class MetadataError extends Error {
  /** Offset of the record. */
  readonly offset: number;

  constructor(offset: number, reason: string) {
    super(`metadata log, offset ${offset}: ${reason}`);
    this.name = 'MetadataError';
    this.offset = offset;
  }
}
