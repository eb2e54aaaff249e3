import { isJsonArray, isJsonObject, JsonNumber, type JsonObject, type JsonValue } from '../json/json-value.js';
import { SchemaError } from '../schema-error.js';

/** The keywords of one schema object, each of the type that it must have. */
export class KeywordReader {
  readonly json: JsonObject;
  /** JSON pointer of the object. */
  readonly place: string;

  constructor(json: JsonObject, place: string) {
    this.json = json;
    this.place = place;
  }

  has(keyword: string): boolean {
    return this.json.has(keyword);
  }

  at(keyword: string): string {
    return `${this.place}/${pointerToken(keyword)}`;
  }

  text(keyword: string): string | undefined {
    return this.#typed(keyword, 'a string', (value) => (typeof value === 'string' ? value : undefined));
  }

  boolean(keyword: string): boolean | undefined {
    return this.#typed(keyword, 'a boolean', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  number(keyword: string): JsonNumber | undefined {
    return this.#typed(keyword, 'a number', (value) => (value instanceof JsonNumber ? value : undefined));
  }

  /** A whole number of at least zero, as `maxLength` takes. */
  count(keyword: string): number | undefined {
    return this.#typed(keyword, 'a whole number not below zero', (value) =>
      value instanceof JsonNumber && Number.isInteger(value.value) && value.value >= 0 ? value.value : undefined,
    );
  }

  array(keyword: string): readonly JsonValue[] | undefined {
    return this.#typed(keyword, 'an array', (value) => (isJsonArray(value) ? value : undefined));
  }

  object(keyword: string): JsonObject | undefined {
    return this.#typed(keyword, 'an object', (value) => (isJsonObject(value) ? value : undefined));
  }

  texts(keyword: string): readonly string[] | undefined {
    const array = this.array(keyword);
    if (array === undefined) return undefined;
    return textsOf(array, this.at(keyword));
  }

  #typed<T>(keyword: string, expected: string, take: (value: JsonValue) => T | undefined): T | undefined {
    const value = this.json.get(keyword);
    if (value === undefined) return undefined;
    const taken = take(value);
    if (taken === undefined) throw new SchemaError('INVALID_SCHEMA', this.at(keyword), `${keyword} is not ${expected}`);
    return taken;
  }
}

export function textsOf(values: readonly JsonValue[], place: string): readonly string[] {
  values.forEach((value, index) => {
    if (typeof value !== 'string') throw new SchemaError('INVALID_SCHEMA', `${place}/${index}`, 'Expected a string');
  });
  return values as readonly string[];
}

/** One step of a JSON pointer (RFC 6901). */
export function pointerToken(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
