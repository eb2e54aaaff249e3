import { javaHashOrder, javaMapOrder } from '../../java-hash-order.js';
import type { ProtoEnum, ProtoFile, ProtoMessage, ProtoType } from '../proto-file.js';
import type { TypeTable } from '../type-table.js';
import { compareMessages } from './compare-messages.js';
import { DiffContext, type DiffScope, type ProtoDifference, within } from './diff-context.js';

/** A file with the types that it can name. */
export interface ComparedFile {
  readonly file: ProtoFile;
  readonly table: TypeTable;
}

/** What changed from `original` (the writer's file) to `update` (the reader's), the harmless included (rules of Confluent 8.2). */
export function protoDifferences(original: ComparedFile, update: ComparedFile): ProtoDifference[] {
  const context = new DiffContext(original.table, update.table);
  const scope: DiffScope = { path: [], original: original.file.packageName ?? '', update: update.file.packageName ?? '' };
  if (original.file.packageName !== update.file.packageName) context.add('PACKAGE_CHANGED', scope);
  compareTypes(context, scope, original.file.types, update.file.types);
  return context.differences();
}

/** Messages and enums of one place, matched by their names. */
export function compareTypes(context: DiffContext, scope: DiffScope, original: readonly ProtoType[], update: readonly ProtoType[]): void {
  const messages = { original: byName(original, isMessage), update: byName(update, isMessage) };
  for (const name of hashOrder(messages)) compareNamedMessages(context, within(scope, name), messages.original.get(name), messages.update.get(name));
  const enums = { original: byName(original, isEnum), update: byName(update, isEnum) };
  for (const name of hashOrder(enums)) compareNamedEnums(context, within(scope, name), enums.original.get(name)?.type, enums.update.get(name)?.type);
}

interface Placed<T> {
  readonly type: T;
  /** Among its kind. */
  readonly index: number;
}

function compareNamedMessages(context: DiffContext, scope: DiffScope, original: Placed<ProtoMessage> | undefined, update: Placed<ProtoMessage> | undefined): void {
  const name = scope.path.at(-1) ?? '';
  if (update === undefined) {
    if (isListed(context, scope, name, true)) context.add('MESSAGE_REMOVED', scope);
  } else if (original === undefined) {
    if (isListed(context, scope, name, false)) context.add('MESSAGE_ADDED', scope);
  } else {
    compareMessages(context, scope, original.type, update.type);
    if (original.index !== update.index) context.add('MESSAGE_MOVED', scope);
  }
}

/** Messages that stand for entries of maps come and go with their fields. */
function isListed(context: DiffContext, scope: DiffScope, name: string, isOriginal: boolean): boolean {
  const entry = context.find(name, scope, isOriginal);
  return entry !== undefined && !context.isMapEntry(entry);
}

function compareNamedEnums(context: DiffContext, scope: DiffScope, original: ProtoEnum | undefined, update: ProtoEnum | undefined): void {
  if (update === undefined) return context.add('ENUM_REMOVED', scope);
  if (original === undefined) return context.add('ENUM_ADDED', scope);
  const before = new Map(original.constants.map(({ tag, name }) => [tag, name]));
  const after = new Map(update.constants.map(({ tag, name }) => [tag, name]));
  for (const tag of javaHashOrder([...before.keys()], [...after.keys()])) {
    context.spend(scope);
    const at: DiffScope = { ...scope, path: [...scope.path, String(tag)] };
    if (!after.has(tag)) context.add('ENUM_CONST_REMOVED', at);
    else if (!before.has(tag)) context.add('ENUM_CONST_ADDED', at);
    else if (before.get(tag) !== after.get(tag)) context.add('ENUM_CONST_CHANGED', at);
  }
}

function isMessage(type: ProtoType): type is ProtoMessage {
  return type.kind === 'message';
}

function isEnum(type: ProtoType): type is ProtoEnum {
  return type.kind === 'enum';
}

function byName<T extends ProtoType>(types: readonly ProtoType[], isWanted: (type: ProtoType) => type is T): ReadonlyMap<string, Placed<T>> {
  return new Map(types.filter(isWanted).map((type, index) => [type.name, { type, index }]));
}

function hashOrder(maps: { readonly original: ReadonlyMap<string, unknown>; readonly update: ReadonlyMap<string, unknown> }): string[] {
  return javaHashOrder(javaMapOrder([...maps.original.keys()]), javaMapOrder([...maps.update.keys()]));
}
