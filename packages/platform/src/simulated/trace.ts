/** A running hash over everything that happens, so that two runs of a seed can be compared in one line. FNV-1a, twice. */
export class Trace {
  #low = 0x811c9dc5;
  #high = 0x01000193;
  readonly #double: Float64Array = new Float64Array(1);
  readonly #words: Uint32Array = new Uint32Array(this.#double.buffer);

  text(text: string): void {
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
  }

  number(value: number): void {
    this.#double[0] = value;
    this.#mix(this.#words[0]!);
    this.#mix(this.#words[1]!);
  }

  bytes(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) this.#mix(bytes[index]!);
  }

  /** 16 hexadecimal digits. */
  get hash(): string {
    const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
    return hex(this.#high) + hex(this.#low);
  }

  #mix(word: number): void {
    this.#low = Math.imul(this.#low ^ word, 0x01000193);
    this.#high = Math.imul(this.#high ^ word ^ (this.#low >>> 15), 0x5bd1e995);
  }
}
