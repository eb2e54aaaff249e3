import { MAX_NAME_LENGTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { isMapEntry, type ProtoExtend, type ProtoField, type ProtoFile, type ProtoType } from './proto-file.js';

/** A type by its full name, and where it comes from. */
export interface TypeEntry {
  readonly type: ProtoType;
  readonly fullName: string;
  readonly packageName: string;
  /** Subject and version of the reference that it was read through; undefined for a built-in import, '' for the schema itself. */
  readonly origin: string | undefined;
}

export interface ExtensionEntry {
  readonly fullName: string;
  readonly field: ProtoField;
  /** Where it was declared; the names in it are meant from there. */
  readonly scope: string;
}

/** A file that types are looked up in. */
export interface TypeSource {
  readonly file: ProtoFile;
  readonly origin: string | undefined;
}

/** All types and extensions that a schema can name: its own and those of its imports. */
export class TypeTable {
  readonly #types = new Map<string, TypeEntry>();
  readonly #extensions = new Map<string, ExtensionEntry>();
  /** Packages, messages and what is in them, by their full names: names are looked up from there outwards. */
  readonly #spaces = new Map<string, NameSpace>();
  /** Extensions with the message that they extend, as it is written. */
  readonly #extended: { readonly name: string; readonly scope: string; readonly entry: ExtensionEntry }[] = [];
  /** By full name and number; made when first asked for, when all types are there. */
  #byNumber: Map<string, ExtensionEntry> | undefined;

  constructor(sources: Iterable<TypeSource>) {
    for (const { file, origin } of sources) {
      const packageName = file.packageName ?? '';
      this.#addExtensions(file.extends, packageName);
      for (const type of file.types) this.#addType(type, packageName, packageName, origin);
    }
  }

  get(fullName: string): TypeEntry | undefined {
    return this.#types.get(fullName);
  }

  /** What `name` means inside `scope` (a package or full name): the nearest enclosing one, or with a leading dot just that. */
  find(name: string, scope: string): TypeEntry | undefined {
    return name.startsWith('.') ? this.#types.get(name.slice(1)) : this.#resolved(name, scope, (space) => space.type);
  }

  findExtension(name: string, scope: string): ExtensionEntry | undefined {
    return name.startsWith('.') ? this.#extensions.get(name.slice(1)) : this.#resolved(name, scope, (space) => space.extension);
  }

  /** The extension that has a number in a message. */
  extensionOf(messageName: string, tag: number): ExtensionEntry | undefined {
    this.#byNumber ??= new Map(
      this.#extended.map(({ name, scope, entry }) => [`${this.find(name, scope)?.fullName ?? name.replace(/^\./, '')} ${entry.field.tag}`, entry]),
    );
    return this.#byNumber.get(`${messageName} ${tag}`);
  }

  #resolved<Found>(name: string, scope: string, take: (space: NameSpace) => Found | undefined): Found | undefined {
    const path = name.split('.');
    for (let from: NameSpace | undefined = this.#enclosing(scope); from !== undefined; from = from.outer) {
      let at: NameSpace | undefined = from;
      for (const part of path) at = at?.inner.get(part);
      const found = at === undefined ? undefined : take(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The space of a scope, or the nearest around it: a group's name is no space. */
  #enclosing(scope: string): NameSpace {
    for (let name = scope; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
      const space = this.#spaces.get(name);
      if (space !== undefined) return space;
    }
    return this.#space('');
  }

  #space(fullName: string): NameSpace {
    const known = this.#spaces.get(fullName);
    if (known !== undefined) return known;
    const dot = fullName.lastIndexOf('.');
    const outer = fullName === '' ? undefined : this.#space(fullName.slice(0, Math.max(dot, 0)));
    const space: NameSpace = { outer, inner: new Map(), type: undefined, extension: undefined };
    outer?.inner.set(fullName.slice(dot + 1), space);
    this.#spaces.set(fullName, space);
    return space;
  }

  #addType(type: ProtoType, scope: string, packageName: string, origin: string | undefined): void {
    const fullName = joined(scope, type.name);
    if (fullName.length > MAX_NAME_LENGTH) throw new SchemaError('LIMIT_EXCEEDED', type.place, `Names are longer than ${MAX_NAME_LENGTH} characters`);
    const entry = { type, fullName, packageName, origin };
    this.#types.set(fullName, entry);
    this.#space(fullName).type = entry;
    if (type.kind === 'enum') return;
    this.#addExtensions(type.extends, fullName);
    for (const nested of type.types) this.#addType(nested, fullName, packageName, origin);
  }

  #addExtensions(extensions: readonly ProtoExtend[], scope: string): void {
    for (const extend of extensions) {
      for (const field of extend.fields) {
        const entry = { fullName: joined(scope, field.name), field, scope };
        this.#extensions.set(entry.fullName, entry);
        this.#space(entry.fullName).extension = entry;
        this.#extended.push({ name: extend.name, scope, entry });
      }
    }
  }
}

/** A package, a message or a name in it. */
interface NameSpace {
  readonly outer: NameSpace | undefined;
  readonly inner: Map<string, NameSpace>;
  type: TypeEntry | undefined;
  extension: ExtensionEntry | undefined;
}

/** The map type that a field with a map entry's type stands for. */
export function mapTypeOf(entry: TypeEntry | undefined): string | undefined {
  if (entry === undefined || entry.type.kind !== 'message' || !isMapEntry(entry.type)) return undefined;
  const [key, value] = ['key', 'value'].map((name) => entry.type.kind === 'message' && entry.type.fields.find((field) => field.name === name));
  return key && value ? `map<${key.type}, ${value.type}>` : undefined;
}

export function joined(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
