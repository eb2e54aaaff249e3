/**
 * An open file over a descriptor. A descriptor closed while the pool still works on it may by then belong to another file,
 * so closing waits for the calls in flight.
 */
import fs from 'node:fs';
import { FileError } from '../file-error.js';
import type { File } from '../files.js';
import { fileFailure } from './file-failure.js';

type Done = (error: NodeJS.ErrnoException | null, count?: number) => void;

export class NodeFile implements File {
  readonly path: string;
  readonly #descriptor: number;
  #inFlight = 0;
  #closed = false;

  constructor(path: string, descriptor: number) {
    this.path = path;
    this.#descriptor = descriptor;
  }

  size(): number {
    return this.#now('size', (descriptor) => fs.fstatSync(descriptor).size);
  }

  readSync(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    this.#check('read');
    let done = 0;
    try {
      while (done < length) {
        const count = fs.readSync(this.#descriptor, target, targetOffset + done, length - done, position + done);
        if (count === 0) break;
        done += count;
      }
    } catch (error) {
      throw fileFailure('read', this.path, error);
    }
    return done;
  }

  writeSync(source: Uint8Array, offset: number, length: number, position: number): number {
    this.#check('write');
    try {
      return fs.writeSync(this.#descriptor, source, offset, length, position);
    } catch (error) {
      throw fileFailure('write', this.path, error);
    }
  }

  async read(target: Uint8Array, targetOffset: number, length: number, position: number): Promise<number> {
    let done = 0;
    while (done < length) {
      const at = done;
      const count = await this.#pool('read', (descriptor, callback) => {
        fs.read(descriptor, target, targetOffset + at, length - at, position + at, callback);
      });
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  write(source: Uint8Array, offset: number, length: number, position: number): Promise<number> {
    return this.#pool('write', (descriptor, callback) => {
      fs.write(descriptor, source, offset, length, position, callback);
    });
  }

  writev(sources: readonly Uint8Array[], position: number): Promise<number> {
    return this.#pool('write', (descriptor, callback) => {
      fs.writev(descriptor, sources, position, callback);
    });
  }

  async sync(): Promise<void> {
    await this.#pool('sync', (descriptor, callback) => fs.fdatasync(descriptor, callback));
  }

  syncSync(): void {
    this.#now('sync', (descriptor) => fs.fdatasyncSync(descriptor));
  }

  truncate(length: number): void {
    this.#now('truncate', (descriptor) => fs.ftruncateSync(descriptor, length));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#inFlight === 0) this.#release();
  }

  #release(): void {
    try {
      fs.closeSync(this.#descriptor);
    } catch (error) {
      throw fileFailure('close', this.path, error);
    }
  }

  #check(operation: string): void {
    if (this.#closed) throw new FileError('EBADF', operation, this.path);
  }

  #now<T>(operation: string, call: (descriptor: number) => T): T {
    this.#check(operation);
    try {
      return call(this.#descriptor);
    } catch (error) {
      throw fileFailure(operation, this.path, error);
    }
  }

  #pool(operation: string, call: (descriptor: number, callback: Done) => void): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#check(operation);
      this.#inFlight++;
      call(this.#descriptor, (error, count) => {
        this.#inFlight--;
        if (this.#closed && this.#inFlight === 0) this.#release();
        if (error !== null) reject(fileFailure(operation, this.path, error));
        else resolve(count ?? 0);
      });
    });
  }
}
