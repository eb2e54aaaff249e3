/** A file that is opened when it is first needed, and stays open as long as someone holds it, also after its name was removed. */
import type { File } from '@millrace/platform';

export class HeldFile {
  readonly #open: () => File;
  #file: File | null = null;
  #holders = 1;

  /** The maker is the first holder. */
  constructor(open: () => File) {
    this.#open = open;
  }

  get isOpen(): boolean {
    return this.#file !== null;
  }

  get file(): File {
    this.#file ??= this.#open();
    return this.#file;
  }

  hold(): void {
    this.#holders++;
  }

  release(): void {
    if (--this.#holders === 0) this.#file?.close();
  }
}

/** Writes all of it, however little each call takes. */
export function writeFully(file: File, bytes: Uint8Array, length: number, position: number): void {
  let done = 0;
  while (done < length) done += file.writeSync(bytes, done, length - done, position + done);
}
