/** The guid that a schema came to when it was understood, by a hash of what was sent: so that nothing known is parsed again. */
import type { RegistryState } from './registry-state.js';
import type { SchemaDraft } from './schema-request.js';

/** About 200 bytes each. */
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

  /** The type is not in the hash. */
  #keyOf(draft: SchemaDraft, isNormalized: boolean): string {
    return `${draft.schemaType} ${isNormalized} ${this.#state.guidOf(draft)}`;
  }
}
