/** Lines of a stream of bytes, without their ends. */

/** `\n` and `\r\n` end a line; a last line without an end counts. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A byte order mark is content: the bytes go out as they came in.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const open: string[] = [];
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, part] of parts.entries()) {
      open.push(part);
      if (index < parts.length - 1) yield withoutReturn(open.splice(0).join(''));
    }
  }
  const last = open.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
