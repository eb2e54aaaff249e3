/** JSON as Jackson writes it, which is what the bytes of a compacted topic are compared by: no blanks, `\u001F` with capital digits. */
export function jacksonText(value: unknown): string {
  return JSON.stringify(value).replace(/\\(u[0-9a-f]{4}|.)/g, (_, escape: string) => (escape.length === 5 ? `\\u${escape.slice(1).toUpperCase()}` : `\\${escape}`));
}
