/** Lines of a stream of bytes, without their ends. */

/** `\n`, `\r` and `\r\n` end a line; a last line without an end counts. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A byte order mark is content: the bytes go out as they came in.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const open: string[] = [];
  let endedByReturn = false;
  for await (const chunk of input) {
    let text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    // The second half of an end whose first half was the last of the chunk before.
    if (endedByReturn && text.startsWith('\n')) text = text.slice(1);
    endedByReturn = text.endsWith('\r');
    const parts = text.split(/\r\n|\r|\n/);
    for (const [index, part] of parts.entries()) {
      open.push(part);
      if (index < parts.length - 1) yield open.splice(0).join('');
    }
  }
  const last = open.join('') + decoder.decode();
  if (last !== '') yield last;
}
