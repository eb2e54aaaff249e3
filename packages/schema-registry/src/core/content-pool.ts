/** Schemas by their guid, each once however many subjects have it: thousands of topics often share a few large schemas. */
import { schemaGuid, type Md5, type SchemaContent as HashedContent } from '@millrace/schema';
import type { SchemaValue } from './registry-record.js';
import type { SchemaContent } from './stored-version.js';

interface Pooled {
  readonly content: SchemaContent;
  users: number;
}

type Value = Omit<SchemaValue, 'subject' | 'version' | 'id' | 'deleted'>;

export class ContentPool {
  /** Mostly one each: the hash says neither the type nor where one text of a contract ends and the next begins. */
  readonly #pooled = new Map<string, Pooled[]>();
  readonly #hash: Md5 | undefined;

  constructor(hash?: Md5) {
    this.#hash = hash;
  }

  guidOf(content: HashedContent): string {
    return schemaGuid(content, this.#hash);
  }

  /** The content of a value, shared with others of the same; give it back with `release`. */
  take(value: Value): SchemaContent {
    const guid = this.guidOf(value);
    const sharers = this.#pooled.get(guid);
    const known = sharers?.find(({ content }) => isSame(content, value));
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
    if (sharers === undefined) this.#pooled.set(guid, [{ content, users: 1 }]);
    else sharers.push({ content, users: 1 });
    return content;
  }

  release(content: SchemaContent): void {
    const sharers = this.#pooled.get(content.guid) ?? [];
    const at = sharers.findIndex((pooled) => pooled.content === content);
    const known = sharers[at];
    if (known === undefined || --known.users > 0) return;
    sharers.splice(at, 1);
    if (sharers.length === 0) this.#pooled.delete(content.guid);
  }

  get size(): number {
    return this.#pooled.size;
  }
}

function isSame(content: SchemaContent, value: Value): boolean {
  return content.schemaType === value.schemaType && content.schema === value.schema && restOf(content) === restOf(value);
}

function restOf({ references, metadata, ruleSet }: Value): string {
  return references.length === 0 && metadata === undefined && ruleSet === undefined ? '' : JSON.stringify([references, metadata, ruleSet]);
}
