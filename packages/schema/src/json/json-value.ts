/**
 * JSON as it was written. `JSON.parse` would move keys that look like integers to the front and turn 1.0 into 1 and
 * 9007199254740993 into its neighbour; a registry hashes the text, so it must keep all three.
 */
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;

/** Members in the order of the text; of a repeated key, the last value in the first place, as Jackson has it. */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** A number by its text. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Written without point and exponent. */
  get isInteger(): boolean {
    return !/[.eE]/.test(this.text);
  }

  get value(): number {
    return Number(this.text);
  }
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A plain JavaScript value; numbers as doubles. */
export function toPlainValue(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return value.value;
  if (isJsonArray(value)) return value.map(toPlainValue);
  if (isJsonObject(value)) return Object.fromEntries([...value].map(([key, member]) => [key, toPlainValue(member)]));
  return value;
}
