import { describe, expect, it } from 'vitest';
import { HttpMessages } from '../src/load/http-messages.js';

const stream = Buffer.from([
  'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 204 No Content\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: keep-alive\r\n\r\n',
  'HTTP/1.1 404 Not Found\r\ncontent-length: 4\r\n\r\n\r\n\r\n',
].join(''));

describe('a stream of HTTP messages', () => {
  it('is cut the same however the bytes come', () => {
    for (let size = 1; size <= stream.length; size++) {
      const found: [string, number][] = [];
      const messages = new HttpMessages((head, bodyBytes) => found.push([head.slice(9, 12), bodyBytes]));
      for (let at = 0; at < stream.length; at += size) messages.feed(Uint8Array.from(stream.subarray(at, at + size)));
      expect(found).toEqual([['200', 5], ['204', 0], ['200', 0], ['404', 4]]);
    }
  });

  it('is refused where the length of a body is not stated', () => {
    const messages = new HttpMessages(() => undefined);
    expect(() => messages.feed(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'))).toThrow('an answer in chunks: its length must be stated');
  });
});
