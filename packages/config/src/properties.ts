/** The .properties format of Java: `key=value`, `key: value` or `key value`, comments, continued lines, escapes. */

export interface Property {
  key: string;
  value: string;
  /** 1-based, where the entry begins. */
  line: number;
}

interface LogicalLine {
  text: string;
  line: number;
}

/** Entries in their order, repeated keys included. Throws `PropertiesError` at a broken `\u` escape. */
export function parseProperties(text: string): Property[] {
  return logicalLines(text).map(({ text: content, line }) => {
    const keyEnd = endOfKey(content);
    return {
      key: unescape(content.slice(0, keyEnd), line),
      value: unescape(content.slice(startOfValue(content, keyEnd)), line),
      line,
    };
  });
}

/** Entries as a record; the last of a key wins. */
export function propertiesRecord(text: string): Record<string, string> {
  return Object.fromEntries(parseProperties(text).map(({ key, value }) => [key, value]));
}

export class PropertiesError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'PropertiesError';
    this.line = line;
  }
}

/** Lines without blanks in front, without comments and empty ones, continued ones joined. */
function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open = null as LogicalLine | null;
  for (const [index, natural] of text.split(/\r\n|\n|\r/).entries()) {
    const content = natural.replace(/^[ \t\f]+/, '');
    if (open === null && (content === '' || content.startsWith('#') || content.startsWith('!'))) continue;
    const continues = (/\\*$/.exec(content)?.[0].length ?? 0) % 2 === 1;
    const part = continues ? content.slice(0, -1) : content;
    const joined: LogicalLine = open === null ? { text: part, line: index + 1 } : { text: open.text + part, line: open.line };
    open = continues ? joined : null;
    if (!continues) lines.push(joined);
  }
  if (open !== null) lines.push(open);
  return lines;
}

function endOfKey(content: string): number {
  let at = 0;
  while (at < content.length && !' \t\f=:'.includes(content.charAt(at))) at += content.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, content.length);
}

/** Blanks, then at most one `=` or `:`, then blanks. */
function startOfValue(content: string, keyEnd: number): number {
  return keyEnd + (/^[ \t\f]*[=:]?[ \t\f]*/.exec(content.slice(keyEnd))?.[0].length ?? 0);
}

const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescape(text: string, line: number): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(u[0-9a-fA-F]{4}|[^]|$)/g, (_, escape: string) => {
    if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    if (escape === 'u') throw new PropertiesError(line, 'a \\u escape needs four hexadecimal digits');
    return escapes[escape] ?? escape;
  });
}
