/** Cuts a stream into HTTP/1.1 messages, requests or answers: heads are handed out, bodies of a stated length counted. */
const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const LARGEST_HEAD = 8 * 1024;

/** `head` is the first line and the headers. */
export type OnMessage = (head: string, bodyBytes: number) => void;

export class HttpMessages {
  readonly #onMessage: OnMessage;
  #text = '';
  #head: string | null = null;
  #bodyBytes = 0;
  #missing = 0;

  constructor(onMessage: OnMessage) {
    this.#onMessage = onMessage;
  }

  /** @throws Error for a head without an end, or a body whose length is not stated */
  feed(bytes: Uint8Array, length: number = bytes.length): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
    let at = 0;
    while (at < length) {
      if (this.#head === null) at = this.#readHead(buffer, at);
      const skipped = Math.min(this.#missing, length - at);
      this.#missing -= skipped;
      at += skipped;
      if (this.#head === null || this.#missing > 0) continue;
      const head = this.#head;
      this.#head = null;
      this.#onMessage(head, this.#bodyBytes);
    }
  }

  /** Gives where the body begins. */
  #readHead(buffer: Buffer, at: number): number {
    const known = this.#text.length;
    // The end of a head may be cut in two.
    const text = this.#text + buffer.toString('latin1', at, Math.min(buffer.length, at + LARGEST_HEAD));
    const end = text.indexOf(END_OF_HEAD, Math.max(0, known - END_OF_HEAD.length));
    if (end < 0) {
      if (text.length > LARGEST_HEAD) throw new Error('the head of an answer does not end');
      this.#text = text;
      return buffer.length;
    }
    this.#text = '';
    this.#head = text.slice(0, end + 2);
    if (this.#head.includes('chunked')) throw new Error('an answer in chunks: its length must be stated');
    this.#bodyBytes = Number(LENGTH.exec(this.#head)?.[1] ?? 0);
    this.#missing = this.#bodyBytes;
    return at + end + END_OF_HEAD.length - known;
  }
}
