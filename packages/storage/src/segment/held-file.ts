/** A file that stays open as long as someone holds it, also after its name was removed. */
import type { File } from '@millrace/platform';

export class HeldFile {
  readonly file: File;
  #holders = 1;

  /** The maker is the first holder. */
  constructor(file: File) {
    this.file = file;
  }

  hold(): void {
    this.#holders++;
  }

  release(): void {
    if (--this.#holders === 0) this.file.close();
  }
}

/** Writes all of it, however little each call takes. */
export function writeFully(file: File, bytes: Uint8Array, length: number, position: number): void {
  let done = 0;
  while (done < length) done += file.writeSync(bytes, done, length - done, position + done);
}
