import { MAX_NESTING_DEPTH, MAX_SCHEMA_LENGTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { JsonNumber, type JsonValue } from './json-value.js';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Everything of a string up to a quote, an escape or a character that must not stand there. */
// eslint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const BLANK = /[ \t\r\n]*/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

export interface JsonParserOptions {
  /** Passes over comments, as Avro does: of one line and of several. */
  readonly takesComments?: boolean;
}

/**
 * Parses one JSON text (RFC 8259) and nothing after it.
 *
 * @throws SchemaError `INVALID_SCHEMA` with line and column, `LIMIT_EXCEEDED` beyond the bounds of limits.ts
 */
export function parseJson(text: string, { takesComments = false }: JsonParserOptions = {}): JsonValue {
  if (text.length > MAX_SCHEMA_LENGTH) throw new SchemaError('LIMIT_EXCEEDED', '1:1', `Schema is longer than ${MAX_SCHEMA_LENGTH} characters`);
  const parser = new JsonParser(text, takesComments);
  const value = parser.value(0);
  parser.end();
  return value;
}

class JsonParser {
  readonly #text: string;
  readonly #takesComments: boolean;
  #position = 0;

  constructor(text: string, takesComments: boolean) {
    this.#text = text;
    this.#takesComments = takesComments;
  }

  value(depth: number): JsonValue {
    if (depth > MAX_NESTING_DEPTH) throw this.#error(`JSON is nested deeper than ${MAX_NESTING_DEPTH}`, 'LIMIT_EXCEEDED');
    this.#skipBlank();
    const next = this.#text[this.#position];
    switch (next) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  end(): void {
    this.#skipBlank();
    if (this.#position < this.#text.length) throw this.#error('Unexpected text after the end of the schema');
  }

  #object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#position++;
    if (this.#taken('}')) return members;
    do {
      this.#skipBlank();
      if (this.#text[this.#position] !== '"') throw this.#error('Expected a member name in double quotes');
      const key = this.#string();
      if (!this.#taken(':')) throw this.#error("Expected ':' after a member name");
      members.set(key, this.value(depth + 1));
    } while (this.#taken(','));
    if (!this.#taken('}')) throw this.#error("Expected ',' or '}'");
    return members;
  }

  #array(depth: number): JsonValue {
    const elements: JsonValue[] = [];
    this.#position++;
    if (this.#taken(']')) return elements;
    do {
      elements.push(this.value(depth + 1));
    } while (this.#taken(','));
    if (!this.#taken(']')) throw this.#error("Expected ',' or ']'");
    return elements;
  }

  #string(): string {
    this.#position++;
    let result = this.#match(PLAIN);
    while (this.#text[this.#position] === '\\') {
      result += this.#escape();
      result += this.#match(PLAIN);
    }
    if (this.#text[this.#position] !== '"') throw this.#error('Unterminated string or control character in it');
    this.#position++;
    return result;
  }

  #escape(): string {
    const letter = this.#text[this.#position + 1] ?? '';
    if (letter === 'u') {
      const hex = this.#text.slice(this.#position + 2, this.#position + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw this.#error('Expected four hexadecimal digits after \\u');
      this.#position += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) throw this.#error(`Unknown escape \\${letter}`);
    this.#position += 2;
    return character;
  }

  #word<T extends JsonValue>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#position)) throw this.#error('Unexpected text');
    this.#position += word.length;
    return value;
  }

  #number(): JsonNumber {
    const text = this.#match(NUMBER);
    if (text === '') throw this.#error(this.#position < this.#text.length ? 'Unexpected text' : 'Unexpected end of the schema');
    return new JsonNumber(text);
  }

  #taken(punctuation: string): boolean {
    this.#skipBlank();
    if (this.#text[this.#position] !== punctuation) return false;
    this.#position++;
    return true;
  }

  #skipBlank(): void {
    this.#match(BLANK);
    while (this.#takesComments && this.#skippedComment()) this.#match(BLANK);
  }

  #skippedComment(): boolean {
    if (this.#match(LINE_COMMENT) !== '') return true;
    const end = this.#text.startsWith('/*', this.#position) ? this.#text.indexOf('*/', this.#position + 2) : -1;
    if (end < 0) return false;
    this.#position = end + 2;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #error(detail: string, code: 'INVALID_SCHEMA' | 'LIMIT_EXCEEDED' = 'INVALID_SCHEMA'): SchemaError {
    const before = this.#text.slice(0, this.#position);
    const lastBreak = before.lastIndexOf('\n');
    return new SchemaError(code, `${before.split('\n').length}:${this.#position - lastBreak}`, detail);
  }
}
