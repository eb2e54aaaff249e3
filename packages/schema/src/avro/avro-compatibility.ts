import { ComparisonBudget, type Incompatibility } from '../compatibility/difference.js';
import { MAX_COMPARISON_DEPTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';
import { avroDifference, type AvroDifferenceType } from './avro-difference.js';
import type { AvroEnum, AvroField, AvroFixed, AvroNamedType, AvroRecord, AvroType } from './avro-type.js';

/** Kinds of the writer that a reader's kind takes besides its own. */
const PROMOTIONS: Partial<Record<AvroType['kind'], readonly AvroType['kind'][]>> = {
  long: ['int'],
  float: ['int', 'long'],
  double: ['int', 'long', 'float'],
  bytes: ['string'],
  string: ['bytes'],
};

/** Why `reader` cannot read what was written with `writer`, in the order of the reader's fields (schema resolution, Avro 1.12). */
export function avroIncompatibilities(reader: AvroType, writer: AvroType): Incompatibility[] {
  return [...new AvroComparison().pair(reader, writer, [])];
}

type Found = readonly Incompatibility[];
const NONE: Found = [];

class AvroComparison {
  /** Pairs looked at; one in progress counts as compatible, which is what ends a recursion. */
  readonly #done = new Map<AvroType, Map<AvroType, Found>>();
  readonly #budget = new ComparisonBudget();
  #depth = 0;

  pair(reader: AvroType, writer: AvroType, path: readonly string[]): Found {
    const ofReader = this.#done.get(reader) ?? new Map<AvroType, Found>();
    this.#done.set(reader, ofReader);
    const known = ofReader.get(writer);
    this.#budget.spend(1 + (known?.length ?? 0), `/${path.join('/')}`);
    if (known !== undefined) return known;
    if (this.#depth > MAX_COMPARISON_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', `/${path.join('/')}`, `Types refer deeper than ${MAX_COMPARISON_DEPTH}`);
    ofReader.set(writer, NONE);
    this.#depth++;
    const found = this.#compare(reader, writer, path);
    this.#depth--;
    ofReader.set(writer, found);
    return found;
  }

  #compare(reader: AvroType, writer: AvroType, path: readonly string[]): Found {
    if (reader.kind === 'union' && writer.kind === 'union') return this.#unions(reader, writer.branches, path);
    if (reader.kind === 'array' && writer.kind === 'array') return this.pair(reader.items, writer.items, [...path, 'items']);
    if (reader.kind === 'map' && writer.kind === 'map') return this.pair(reader.values, writer.values, [...path, 'values']);
    if (reader.kind === 'fixed' && writer.kind === 'fixed') return [...names(reader, writer, path), ...sizes(reader, writer, path)];
    if (reader.kind === 'enum' && writer.kind === 'enum') return [...names(reader, writer, path), ...symbols(reader, writer, path)];
    if (reader.kind === 'record' && writer.kind === 'record') return [...names(reader, writer, path), ...this.#fields(reader, writer, path)];
    if (reader.kind === writer.kind) return NONE;
    if (writer.kind === 'union') return writer.branches.flatMap((branch, index) => this.pair(reader, branch, [...path, String(index)]));
    if (reader.kind === 'union') return reader.branches.some((branch) => this.#canRead(branch, writer)) ? NONE : [missingBranch(writer, path)];
    return PROMOTIONS[reader.kind]?.includes(writer.kind) ? NONE : [mismatch(reader, writer, path)];
  }

  #unions(reader: AvroType, writerBranches: readonly AvroType[], path: readonly string[]): Found {
    const found: Incompatibility[] = [];
    writerBranches.forEach((branch, index) => {
      if (!this.#canRead(reader, branch)) found.push(missingBranch(branch, [...path, String(index)]));
    });
    return found;
  }

  /** Inside a union only the answer counts; paths begin anew there. */
  #canRead(reader: AvroType, writer: AvroType): boolean {
    return this.pair(reader, writer, []).length === 0;
  }

  #fields(reader: AvroRecord, writer: AvroRecord, path: readonly string[]): Found {
    const found: Found[] = [];
    reader.fields.forEach((field, index) => {
      const at = [...path, 'fields', String(index)];
      const written = writerField(writer, field);
      if (written !== undefined) found.push(this.pair(field.type, written.type, [...at, 'type']));
      else if (field.defaultValue !== undefined) return;
      else if (field.type.kind === 'enum' && field.type.defaultSymbol !== undefined) found.push(this.pair(field.type, writer, [...at, 'type']));
      else found.push([difference('READER_FIELD_MISSING_DEFAULT_VALUE', at, field.name)]);
    });
    return found.flat();
  }
}

const fieldsByName = new WeakMap<AvroRecord, ReadonlyMap<string, AvroField>>();

function writerField(writer: AvroRecord, field: AvroField): AvroField | undefined {
  const byName = fieldsByName.get(writer) ?? new Map(writer.fields.map((candidate) => [candidate.name, candidate]));
  fieldsByName.set(writer, byName);
  const matches = [field.name, ...field.aliases].flatMap((name) => byName.get(name) ?? []);
  if (matches.length > 1) throw new Error(`Reader record field ${field.name} matches multiple fields in writer record schema ${writer.name.full}`);
  return matches[0];
}

/** A change of namespace alone is no change: unqualified names are compared. */
function names(reader: AvroNamedType, writer: AvroNamedType, path: readonly string[]): Found {
  if (reader.name.name === writer.name.name || reader.aliases.some((alias) => alias.full === writer.name.full)) return NONE;
  return [difference('NAME_MISMATCH', [...path, 'name'], `expected: ${writer.name.full}`)];
}

function sizes(reader: AvroFixed, writer: AvroFixed, path: readonly string[]): Found {
  if (reader.size === writer.size) return NONE;
  return [difference('FIXED_SIZE_MISMATCH', [...path, 'size'], `expected: ${writer.size}, found: ${reader.size}`)];
}

function symbols(reader: AvroEnum, writer: AvroEnum, path: readonly string[]): Found {
  const known = new Set(reader.symbols);
  const missing = writer.symbols.filter((symbol) => !known.has(symbol)).toSorted();
  if (missing.length === 0 || reader.defaultSymbol !== undefined) return NONE;
  return [difference('MISSING_ENUM_SYMBOLS', [...path, 'symbols'], `[${missing.join(', ')}]`)];
}

function missingBranch(writer: AvroType, path: readonly string[]): Incompatibility {
  return difference('MISSING_UNION_BRANCH', path, `reader union lacking writer type: ${writer.kind.toUpperCase()}`);
}

function mismatch(reader: AvroType, writer: AvroType, path: readonly string[]): Incompatibility {
  return difference('TYPE_MISMATCH', path, `reader type: ${reader.kind.toUpperCase()} not compatible with writer type: ${writer.kind.toUpperCase()}`);
}

function difference(type: AvroDifferenceType, path: readonly string[], info: string): Incompatibility {
  return avroDifference(type, `/${path.join('/')}`, info);
}
