/** The guid that a schema came to when it was understood, by a hash of what was sent: so that nothing known is parsed again. */
import type { RegistryState } from './registry-state.js';
import type { SchemaDraft } from './schema-request.js';

/** About 250 bytes each. */
const mostGuids = 50_000;

export class KnownGuids {
  readonly #state: RegistryState;
  readonly #guids = new Map<string, string>();

  constructor(state: RegistryState) {
    this.#state = state;
  }

  get(draft: SchemaDraft, isNormalized: boolean): string | undefined {
    return this.#guids.get(this.#keyOf(draft, isNormalized));
  }

  set(draft: SchemaDraft, isNormalized: boolean, guid: string): void {
    if (this.#guids.size >= mostGuids) this.#guids.clear();
    this.#guids.set(this.#keyOf(draft, isNormalized), guid);
  }

  /**
   * The type is not in the hash. Nor are lengths: a text that goes on with what is hashed of metadata is no schema, and yet has
   * the hash of one, so that it takes all lengths to tell them apart.
   */
  #keyOf(draft: SchemaDraft, isNormalized: boolean): string {
    const { schemaType, schema, metadata, ruleSet } = draft;
    const contract = metadata === undefined && ruleSet === undefined ? '' : JSON.stringify([metadata ?? null, ruleSet ?? null]);
    return `${schemaType} ${isNormalized} ${schema.length} ${this.#state.guidOf({ schema: `${contract} ${schema}` })} ${contract.length}`;
  }
}
