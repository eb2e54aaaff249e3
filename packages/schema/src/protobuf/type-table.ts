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
  /** Extensions by the message that they extend, as it is written. */
  readonly #extended: { readonly name: string; readonly scope: string; readonly entry: ExtensionEntry }[] = [];

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
    const found = resolveName(name, scope, (full) => this.#types.has(full));
    return found === undefined ? undefined : this.#types.get(found);
  }

  findExtension(name: string, scope: string): ExtensionEntry | undefined {
    const fullName = resolveName(name, scope, (full) => this.#extensions.has(full));
    return fullName === undefined ? undefined : this.#extensions.get(fullName);
  }

  /** The extension that has a number in a message. */
  extensionOf(messageName: string, tag: number): ExtensionEntry | undefined {
    return this.#extended.find(({ name, scope, entry }) => entry.field.tag === tag && (name.startsWith('.') ? name.slice(1) : (this.find(name, scope)?.fullName ?? name)) === messageName)?.entry;
  }

  #addType(type: ProtoType, scope: string, packageName: string, origin: string | undefined): void {
    const fullName = joined(scope, type.name);
    this.#types.set(fullName, { type, fullName, packageName, origin });
    if (type.kind === 'enum') return;
    this.#addExtensions(type.extends, fullName);
    for (const nested of type.types) this.#addType(nested, fullName, packageName, origin);
  }

  #addExtensions(extensions: readonly ProtoExtend[], scope: string): void {
    for (const extend of extensions) {
      for (const field of extend.fields) {
        const entry = { fullName: joined(scope, field.name), field, scope };
        this.#extensions.set(entry.fullName, entry);
        this.#extended.push({ name: extend.name, scope, entry });
      }
    }
  }
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

function resolveName(name: string, scope: string, has: (fullName: string) => boolean): string | undefined {
  if (name.startsWith('.')) return has(name.slice(1)) ? name.slice(1) : undefined;
  for (let from = scope; from !== ''; from = from.slice(0, Math.max(from.lastIndexOf('.'), 0))) {
    if (has(`${from}.${name}`)) return `${from}.${name}`;
  }
  return has(name) ? name : undefined;
}
