import { mapTypes, type ProtoField, type ProtoLabel, SCALAR_TYPES } from '../proto-file.js';
import { mapTypeOf, type TypeEntry } from '../type-table.js';
import { compareMessages } from './compare-messages.js';
import type { DiffContext, DiffScope } from './diff-context.js';

/** Types of one group are the same on the wire, or as near as a reader bears. Enums are of the first. */
const SCALAR_GROUPS: Readonly<Record<string, string>> = {
  int32: 'number',
  int64: 'number',
  uint32: 'number',
  uint64: 'number',
  bool: 'number',
  sint32: 'signed',
  sint64: 'signed',
  string: 'text',
  bytes: 'text',
  fixed32: 'fixed32',
  sfixed32: 'fixed32',
  fixed64: 'fixed64',
  sfixed64: 'fixed64',
  float: 'float',
  double: 'double',
};

export function compareFields(context: DiffContext, scope: DiffScope, original: ProtoField, update: ProtoField): void {
  context.spend(scope);
  if (original.name !== update.name) context.add('FIELD_NAME_CHANGED', scope);
  compareFieldTypes(context, scope, { type: original.type, label: original.label }, { type: update.type, label: update.label });
}

interface Side {
  readonly type: string;
  readonly label: ProtoLabel | undefined;
}

function compareFieldTypes(context: DiffContext, scope: DiffScope, original: Side, update: Side): void {
  const [from, to] = [typeOf(context, scope, original.type, true), typeOf(context, scope, update.type, false)];
  if (from.kind === 'scalar' && to.kind === 'scalar') {
    if (from.group !== to.group) context.add('FIELD_SCALAR_KIND_CHANGED', scope);
    else compareLabels(context, scope, original.label, update.label, from.group);
  } else if (from.kind === 'map' && to.kind === 'map') {
    compareFieldTypes(context, scope, { type: from.key, label: undefined }, { type: to.key, label: undefined });
    compareFieldTypes(context, scope, { type: from.value, label: undefined }, { type: to.value, label: undefined });
  } else if (from.kind === 'message' && to.kind === 'message') {
    compareMessageTypes(context, scope, { name: original.type, entry: from.entry }, { name: update.type, entry: to.entry });
  } else context.add('FIELD_KIND_CHANGED', scope);
}

type FieldType =
  | { readonly kind: 'scalar'; readonly group: string }
  | { readonly kind: 'map'; readonly key: string; readonly value: string }
  | { readonly kind: 'message'; readonly entry: TypeEntry | undefined };

function typeOf(context: DiffContext, scope: DiffScope, type: string, isOriginal: boolean): FieldType {
  const group = SCALAR_GROUPS[type];
  if (group !== undefined && SCALAR_TYPES.has(type)) return { kind: 'scalar', group };
  const entry = context.find(type, scope, isOriginal);
  const map = mapTypes(type) ?? mapTypes(mapTypeOf(entry) ?? '');
  if (map !== undefined) return { kind: 'map', ...map };
  return entry?.type.kind === 'enum' ? { kind: 'scalar', group: 'number' } : { kind: 'message', entry };
}

/** A label that was not written says nothing. */
function compareLabels(context: DiffContext, scope: DiffScope, original: ProtoLabel | undefined, update: ProtoLabel | undefined, group: string): void {
  if (original === undefined || update === undefined || original === update) return;
  context.add(group === 'text' ? 'FIELD_STRING_OR_BYTES_LABEL_CHANGED' : 'FIELD_NUMERIC_LABEL_CHANGED', scope);
}

interface NamedSide {
  readonly name: string;
  readonly entry: TypeEntry | undefined;
}

/** Local types are compared where they stand; those of other files here, unless both come from the same version of a subject. */
function compareMessageTypes(context: DiffContext, scope: DiffScope, original: NamedSide, update: NamedSide): void {
  const [from, to] = [original.entry, update.entry];
  if (from === undefined || to === undefined) {
    if (original.name !== update.name) context.add('FIELD_NAMED_TYPE_CHANGED', scope);
    return;
  }
  const name = localName(from);
  if (name !== localName(to)) return context.add('FIELD_NAMED_TYPE_CHANGED', scope);
  if (from.origin !== undefined && from.origin === to.origin) return;
  const [before, after] = [from.type, to.type];
  if (before.kind !== 'message' || after.kind !== 'message') return;
  const inner: DiffScope = { path: name.split('.'), original: from.fullName, update: to.fullName };
  const isCompatible = context.apart(before, after, () => compareMessages(context, inner, before, after));
  if (!isCompatible) context.add('FIELD_NAMED_TYPE_CHANGED', scope);
}

/** The name without its package. */
function localName({ fullName, packageName }: TypeEntry): string {
  return packageName !== '' && fullName.startsWith(`${packageName}.`) ? fullName.slice(packageName.length + 1) : fullName;
}
