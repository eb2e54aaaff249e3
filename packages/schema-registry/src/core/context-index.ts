/** The ids of one context. An id has one schema; where a foreign log gives it two, the first in the log is served. */
import type { SchemaContent, StoredVersion } from './stored-version.js';

export class ContextIndex {
  readonly name: string;
  /** A record says that the context exists. The default one needs none. */
  isDeclared = false;
  #maxId = 0;
  readonly #byId = new Map<number, Set<StoredVersion>>();
  readonly #byGuid = new Map<string, Set<StoredVersion>>();

  constructor(name: string) {
    this.name = name;
  }

  /** The largest id ever seen here; ids of schemas that are gone are not given again. */
  get maxId(): number {
    return this.#maxId;
  }

  get isEmpty(): boolean {
    return this.#byId.size === 0;
  }

  add(stored: StoredVersion): void {
    this.#maxId = Math.max(this.#maxId, stored.id);
    addTo(this.#byId, stored.id, stored);
    addTo(this.#byGuid, stored.content.guid, stored);
  }

  remove(stored: StoredVersion): void {
    removeFrom(this.#byId, stored.id, stored);
    removeFrom(this.#byGuid, stored.content.guid, stored);
  }

  /** Any version with this id, deleted ones too. */
  withId(id: number): StoredVersion | undefined {
    return first(this.#byId.get(id));
  }

  /** Any version with this content, deleted ones too. */
  withGuid(guid: string): StoredVersion | undefined {
    return first(this.#byGuid.get(guid));
  }

  /** All versions of the schema that the id stands for. */
  versionsOfId(id: number): StoredVersion[] {
    const content = this.withId(id)?.content;
    return content === undefined ? [] : this.versionsOf(content);
  }

  versionsOf({ guid }: SchemaContent): StoredVersion[] {
    return [...(this.#byGuid.get(guid) ?? [])];
  }
}

function addTo<Key>(index: Map<Key, Set<StoredVersion>>, key: Key, stored: StoredVersion): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([stored]));
  else set.add(stored);
}

function removeFrom<Key>(index: Map<Key, Set<StoredVersion>>, key: Key, stored: StoredVersion): void {
  const set = index.get(key);
  if (set?.delete(stored) === true && set.size === 0) index.delete(key);
}

function first(set: ReadonlySet<StoredVersion> | undefined): StoredVersion | undefined {
  return set?.values().next().value;
}
