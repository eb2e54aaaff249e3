/** Headers of records as the clients have them: ours and kafkajs'. */
import { asBuffer } from './as-buffer.js';

/** To be written to: a list of pairs, as our producer takes them, or an object by name. */
export type HeadersToWrite = [string, Uint8Array | string | null][] | Record<string, unknown>;

/** Read: a list of `{ key, value }`, as our consumer gives them, a list of pairs, or an object by name. */
export type HeadersToRead =
  | readonly { readonly key: string; readonly value: Uint8Array | null }[]
  | readonly (readonly [string, Uint8Array | string | null])[]
  | Readonly<Record<string, unknown>>;

export function setHeader(headers: HeadersToWrite, name: string, value: Uint8Array): void {
  if (!Array.isArray(headers)) {
    headers[name] = asBuffer(value);
    return;
  }
  const index = headers.findIndex(([key]) => key === name);
  if (index < 0) headers.push([name, value]);
  else headers[index] = [name, value];
}

/** The last of that name, in bytes. */
export function headerOf(headers: HeadersToRead | undefined, name: string): Uint8Array | undefined {
  if (headers === undefined) return undefined;
  if (!Array.isArray(headers)) return bytesOf(lastOf((headers as Readonly<Record<string, unknown>>)[name]));
  const list = headers as readonly (readonly [string, unknown] | { readonly key: string; readonly value: unknown })[];
  for (let i = list.length - 1; i >= 0; i--) {
    const header = list[i];
    if (header === undefined) continue;
    if ('key' in header ? header.key === name : header[0] === name) return bytesOf('key' in header ? header.value : header[1]);
  }
  return undefined;
}

function lastOf(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  return typeof value === 'string' ? new TextEncoder().encode(value) : undefined;
}
