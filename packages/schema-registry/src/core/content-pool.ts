/** Schemas by their guid, each once however many subjects have it: thousands of topics often share a few large schemas. */
import { schemaGuid, type Md5, type SchemaContent as HashedContent } from '@millrace/schema';
import type { SchemaValue } from './registry-record.js';
import type { SchemaContent } from './stored-version.js';

interface Pooled {
  readonly content: SchemaContent;
  users: number;
}

export class ContentPool {
  readonly #pooled = new Map<string, Pooled>();
  readonly #hash: Md5 | undefined;

  constructor(hash?: Md5) {
    this.#hash = hash;
  }

  guidOf(content: HashedContent): string {
    return schemaGuid(content, this.#hash);
  }

  /** The content of a value, shared with others of the same; give it back with `release`. */
  take(value: Omit<SchemaValue, 'subject' | 'version' | 'id' | 'deleted'>): SchemaContent {
    const guid = this.guidOf(value);
    const known = this.#pooled.get(guid);
    if (known !== undefined) {
      known.users++;
      return known.content;
    }
    const content: SchemaContent = {
      guid,
      schemaType: value.schemaType,
      schema: value.schema,
      references: value.references,
      ...(value.metadata === undefined ? {} : { metadata: value.metadata }),
      ...(value.ruleSet === undefined ? {} : { ruleSet: value.ruleSet }),
    };
    this.#pooled.set(guid, { content, users: 1 });
    return content;
  }

  release({ guid }: SchemaContent): void {
    const known = this.#pooled.get(guid);
    if (known !== undefined && --known.users === 0) this.#pooled.delete(guid);
  }

  get size(): number {
    return this.#pooled.size;
  }
}
