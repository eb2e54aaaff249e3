import { ComparisonBudget } from '../../compatibility/difference.js';
import { MAX_COMPARISON_DEPTH } from '../../limits.js';
import { SchemaError } from '../../schema-error.js';
import { isMapEntry, type ProtoMessage } from '../proto-file.js';
import { joined, type TypeEntry, type TypeTable } from '../type-table.js';
import { isCompatibleType, type ProtoDifferenceType } from './difference-types.js';

export interface ProtoDifference {
  readonly type: ProtoDifferenceType;
  /** `#/Message/Nested/3`. */
  readonly path: string;
  readonly isCompatible: boolean;
}

/** Where a comparison stands: what it tells, and where names are looked up from. */
export interface DiffScope {
  readonly path: readonly string[];
  /** Full names of the packages or messages that the comparison is in. */
  readonly original: string;
  readonly update: string;
}

/** Inside the type of a name. */
export function within(scope: DiffScope, name: string): DiffScope {
  return { path: [...scope.path, name], original: joined(scope.original, name), update: joined(scope.update, name) };
}

/** What one comparison knows: the types of both sides, what it found, and the messages that it is inside of. */
export class DiffContext {
  readonly #original: TypeTable;
  readonly #update: TypeTable;
  readonly #budget = new ComparisonBudget();
  #found: ProtoDifference[] = [];
  /** Messages being compared, with their depth; one met again within itself is not gone into. */
  readonly #inProgress = new Map<ProtoMessage, number>();
  /** Pairs of messages of other files. Their differences are told from the message, and so are the same wherever it is used. */
  readonly #done = new Map<ProtoMessage, Map<ProtoMessage, readonly ProtoDifference[]>>();
  /** The outermost message in progress that something found since then has leant on. */
  #leansOn = Infinity;

  constructor(original: TypeTable, update: TypeTable) {
    this.#original = original;
    this.#update = update;
  }

  differences(): ProtoDifference[] {
    return this.#found;
  }

  add(type: ProtoDifferenceType, scope: DiffScope): void {
    this.spend(scope);
    this.#found.push({ type, path: `#/${scope.path.join('/')}`, isCompatible: isCompatibleType(type) });
  }

  spend(scope: DiffScope, steps = 1): void {
    this.#budget.spend(steps, `#/${scope.path.join('/')}`);
  }

  find(name: string, scope: DiffScope, isOriginal: boolean): TypeEntry | undefined {
    return isOriginal ? this.#original.find(name, scope.original) : this.#update.find(name, scope.update);
  }

  isMapEntry(entry: TypeEntry): boolean {
    return entry.type.kind === 'message' && isMapEntry(entry.type);
  }

  /** Does the work, unless it is being done further out. */
  entered(message: ProtoMessage, scope: DiffScope, work: () => void): void {
    this.spend(scope);
    const open = this.#inProgress.get(message);
    if (open !== undefined) {
      this.#leansOn = Math.min(this.#leansOn, open);
      return;
    }
    const depth = this.#inProgress.size;
    if (depth > MAX_COMPARISON_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', `#/${scope.path.join('/')}`, `Messages refer deeper than ${MAX_COMPARISON_DEPTH}`);
    this.#inProgress.set(message, depth);
    work();
    this.#inProgress.delete(message);
  }

  /** Compares a pair of messages by itself, once, and tells whether it is compatible; what it finds is added. */
  apart(original: ProtoMessage, update: ProtoMessage, work: () => void): boolean {
    const known = this.#done.get(original)?.get(update);
    const found = known ?? this.#foundBy(original, update, work);
    this.#budget.spend(found.length, '#/');
    for (const difference of found) this.#found.push(difference);
    return found.every((difference) => difference.isCompatible);
  }

  #foundBy(original: ProtoMessage, update: ProtoMessage, work: () => void): readonly ProtoDifference[] {
    const [outer, outerLeansOn] = [this.#found, this.#leansOn];
    const depth = this.#inProgress.size;
    this.#found = [];
    this.#leansOn = Infinity;
    work();
    const found = this.#found;
    this.#found = outer;
    // What leant on a message further out holds only there.
    if (this.#leansOn >= depth) {
      const ofOriginal = this.#done.get(original) ?? new Map<ProtoMessage, readonly ProtoDifference[]>();
      ofOriginal.set(update, found);
      this.#done.set(original, ofOriginal);
      this.#leansOn = outerLeansOn;
    } else this.#leansOn = Math.min(outerLeansOn, this.#leansOn);
    return found;
  }
}
