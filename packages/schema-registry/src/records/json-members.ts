/** Reads members of a JSON object by name and type. What is wrong is a TypeError that names the member. */
export class JsonMembers {
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${place} is not an object`);
    this.#object = value as Readonly<Record<string, unknown>>; // an object of JSON has nothing else
    this.#place = place;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#object, name);
  }

  isNull(name: string): boolean {
    return this.has(name) && this.#object[name] === null;
  }

  string(name: string): string {
    return this.optionalString(name) ?? this.#missing(name);
  }

  optionalString(name: string): string | undefined {
    return this.#optional(name, (value) => typeof value === 'string', 'a text') as string | undefined;
  }

  integer(name: string): number {
    return this.optionalInteger(name) ?? this.#missing(name);
  }

  optionalInteger(name: string): number | undefined {
    return this.#optional(name, (value) => typeof value === 'number' && value === (value | 0), 'a whole number of 32 bits') as number | undefined;
  }

  long(name: string): number {
    return this.optionalLong(name) ?? this.#missing(name);
  }

  optionalLong(name: string): number | undefined {
    return this.#optional(name, (value) => Number.isSafeInteger(value), 'a whole number') as number | undefined;
  }

  optionalBoolean(name: string): boolean | undefined {
    return this.#optional(name, (value) => typeof value === 'boolean', 'true or false') as boolean | undefined;
  }

  optionalObject(name: string): JsonMembers | undefined {
    const value = this.#value(name);
    return value === undefined ? undefined : new JsonMembers(value, this.#path(name));
  }

  optionalList<Item>(name: string, read: (item: unknown, place: string) => Item): Item[] | undefined {
    const value = this.#optional(name, Array.isArray, 'a list') as readonly unknown[] | undefined;
    return value?.map((item, index) => read(item, `${this.#path(name)}[${index}]`));
  }

  optionalStrings(name: string): string[] | undefined {
    return this.optionalList(name, text);
  }

  /** An object whose members are all of one kind. */
  optionalRecord<Item>(name: string, read: (item: unknown, place: string) => Item): Record<string, Item> | undefined {
    const object = this.optionalObject(name);
    if (object === undefined) return undefined;
    return Object.fromEntries(Object.entries(object.#object).map(([key, item]) => [key, read(item, `${this.#path(name)}.${key}`)]));
  }

  /** All of it, whose members are texts. */
  texts(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#object).map(([key, item]) => [key, text(item, this.#path(key))]));
  }

  #optional(name: string, isRight: (value: unknown) => boolean, what: string): unknown {
    const value = this.#value(name);
    if (value === undefined || isRight(value)) return value;
    throw new TypeError(`${this.#path(name)} is not ${what}`);
  }

  /** Null counts as absent. */
  #value(name: string): unknown {
    return Object.hasOwn(this.#object, name) ? (this.#object[name] ?? undefined) : undefined;
  }

  #path(name: string): string {
    return this.#place === '' ? name : `${this.#place}.${name}`;
  }

  #missing(name: string): never {
    throw new TypeError(`${this.#path(name)} is missing`);
  }
}

export function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new TypeError(`${place} is not a text`);
  return value;
}
