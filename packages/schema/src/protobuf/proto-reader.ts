import { SchemaError, type SchemaErrorCode } from '../schema-error.js';

const BLANK = /(?:[ \t\r\n\f\v\uFEFF]+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const WORD = /[A-Za-z0-9_.-]+/y;
const WORD_WITHOUT_DOTS = /[A-Za-z0-9_-]+/y;
const ESCAPES: Record<string, string> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Words, names, numbers and strings of a `.proto` file, blanks and comments between them skipped. */
export class ProtoReader {
  readonly #text: string;
  #position = 0;
  /** The last place asked for, so that places are counted on from there. */
  #placed = { position: 0, line: 1, lineStart: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  isExhausted(): boolean {
    this.#skipBlank();
    return this.#position >= this.#text.length;
  }

  /** The next character, or '' at the end. */
  peek(): string {
    this.#skipBlank();
    return this.#text[this.#position] ?? '';
  }

  taken(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#position++;
    return true;
  }

  require(character: string): void {
    const found = this.peek();
    if (!this.taken(character)) throw this.error(found === '' ? 'unexpected end of file' : `expected '${character}' but was '${found}'`);
  }

  word(): string {
    return this.#word(WORD);
  }

  /** A name that must not begin with a digit, as of fields and constants. */
  plainName(): string {
    this.#skipBlank();
    const place = this.place();
    const name = this.word();
    if (/^\d/.test(name)) throw new SchemaError('INVALID_SCHEMA', place, 'field and constant names cannot start with a digit');
    return name;
  }

  /** A name alone, in parentheses or in brackets; the wrapping falls away. */
  name(): string {
    for (const [open, close] of ['()', '[]']) {
      if (!this.taken(open as string)) continue;
      const word = this.word();
      this.require(close as string);
      return word;
    }
    return this.word();
  }

  /** One step of an option's path. */
  optionStep(): { readonly name: string; readonly isParenthesized: boolean } {
    if (this.peek() === '(') return { name: this.name(), isParenthesized: true };
    return { name: this.#word(WORD_WITHOUT_DOTS), isParenthesized: false };
  }

  type(first: string = this.word()): string {
    if (first !== 'map' || this.peek() !== '<') return first;
    this.require('<');
    const key = this.type();
    this.require(',');
    const value = this.type();
    this.require('>');
    return `map<${key}, ${value}>`;
  }

  integer(): number {
    const word = this.word();
    const value = /^-?\d+$/.test(word) ? Number(word) : /^0[xX][0-9a-fA-F]+$/.test(word) ? Number(word) : NaN;
    if (!(Math.abs(value) <= 0x80000000)) throw this.error(`expected an integer but was ${word}`);
    return value;
  }

  isQuote(): boolean {
    return this.peek() === '"' || this.peek() === "'";
  }

  /** A quoted string; those that follow it directly belong to it. */
  string(): string {
    if (!this.isQuote()) throw this.error('expected quoted string');
    let result = '';
    while (this.isQuote()) result += this.#oneString();
    return result;
  }

  /** Line and column of what comes next. */
  place(): string {
    this.#skipBlank();
    return this.#placeOf(this.#position);
  }

  error(detail: string, code: SchemaErrorCode = 'INVALID_SCHEMA'): SchemaError {
    return new SchemaError(code, this.#placeOf(this.#position), detail);
  }

  #oneString(): string {
    const quote = this.#text[this.#position++] ?? '';
    const parts: string[] = [];
    for (;;) {
      const start = this.#position;
      while (this.#position < this.#text.length && this.#text[this.#position] !== quote && this.#text[this.#position] !== '\\') this.#position++;
      parts.push(this.#text.slice(start, this.#position));
      if (this.#position >= this.#text.length) throw this.error('unterminated string');
      if (this.#text[this.#position++] === quote) return parts.join('');
      parts.push(this.#escape());
    }
  }

  #escape(): string {
    const letter = this.#text[this.#position++] ?? '';
    if (letter === 'x' || letter === 'X') return this.#coded(/[0-9a-fA-F]{1,2}/y, 16);
    if (letter >= '0' && letter <= '7') {
      this.#position--;
      return this.#coded(/[0-7]{1,3}/y, 8);
    }
    return ESCAPES[letter] ?? letter;
  }

  #coded(pattern: RegExp, radix: number): string {
    const digits = this.#match(pattern);
    if (digits === '') throw this.error('expected a digit after \\x or \\X');
    return String.fromCharCode(Number.parseInt(digits, radix));
  }

  #word(pattern: RegExp): string {
    this.#skipBlank();
    const word = this.#match(pattern);
    if (word === '') throw this.error(this.#position < this.#text.length ? 'expected a word' : 'unexpected end of file');
    return word;
  }

  #skipBlank(): void {
    this.#match(BLANK);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #placeOf(position: number): string {
    let { line, lineStart } = this.#placed;
    let from = this.#placed.position;
    if (position < from) [from, line, lineStart] = [0, 1, 0];
    for (let at = from; at < position; at++) {
      if (this.#text.charCodeAt(at) !== 10) continue;
      line++;
      lineStart = at + 1;
    }
    this.#placed = { position, line, lineStart };
    return `${line}:${position - lineStart + 1}`;
  }
}
