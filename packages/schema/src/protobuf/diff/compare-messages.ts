import { javaHashOrder, javaMapOrder } from '../../java-hash-order.js';
import type { ProtoField, ProtoMessage, ProtoOneof } from '../proto-file.js';
import { compareFields } from './compare-fields.js';
import { compareTypes } from './compare-files.js';
import type { DiffContext, DiffScope } from './diff-context.js';

/** Fields are matched by number, oneofs by name; a field that moved into a oneof is judged there and not compared. */
export function compareMessages(context: DiffContext, scope: DiffScope, original: ProtoMessage, update: ProtoMessage): void {
  context.entered(original, scope, () => {
    const outside = new Map(original.fields.map((field) => [field.tag, field]));
    const inOneofs = new Set(original.oneofs.flatMap((oneof) => oneof.fields.map((field) => field.tag)));
    for (const oneof of update.oneofs) compareMoved(context, at(scope, oneof.name), oneof, outside, inOneofs);
    compareOneofs(context, scope, original.oneofs, update.oneofs);
    const after = new Map(update.fields.map((field) => [field.tag, field]));
    for (const tag of javaHashOrder(javaMapOrder([...outside.keys()]), javaMapOrder([...after.keys()]))) {
      compareTag(context, at(scope, String(tag)), outside.get(tag), after.get(tag));
    }
  });
  compareTypes(context, scope, original.types, update.types);
}

/** What a oneof takes in: one field that stood alone is fine, more of them could have been set together. */
function compareMoved(context: DiffContext, scope: DiffScope, oneof: ProtoOneof, outside: Map<number, ProtoField>, inOneofs: ReadonlySet<number>): void {
  let moved = 0;
  let existing = 0;
  for (const { tag } of oneof.fields) {
    if (outside.delete(tag)) moved++;
    else if (inOneofs.has(tag)) existing++;
  }
  if (moved > 1) context.add('MULTIPLE_FIELDS_MOVED_TO_ONEOF', scope);
  else if (moved === 1 && existing > 0) context.add('FIELD_MOVED_TO_EXISTING_ONEOF', scope);
}

function compareOneofs(context: DiffContext, scope: DiffScope, original: readonly ProtoOneof[], update: readonly ProtoOneof[]): void {
  const before = new Map(original.map((oneof) => [oneof.name, oneof]));
  const after = new Map(update.map((oneof) => [oneof.name, oneof]));
  for (const name of javaHashOrder(javaMapOrder([...before.keys()]), javaMapOrder([...after.keys()]))) {
    const [from, to] = [before.get(name), after.get(name)];
    if (to === undefined) context.add('ONEOF_REMOVED', at(scope, name));
    else if (from === undefined) context.add('ONEOF_ADDED', at(scope, name));
    else compareOneof(context, at(scope, name), from, to);
  }
}

function compareOneof(context: DiffContext, scope: DiffScope, original: ProtoOneof, update: ProtoOneof): void {
  const before = new Map(original.fields.map((field) => [field.tag, field]));
  const after = new Map(update.fields.map((field) => [field.tag, field]));
  for (const tag of javaHashOrder(javaMapOrder([...before.keys()]), javaMapOrder([...after.keys()]))) {
    const [from, to] = [before.get(tag), after.get(tag)];
    if (to === undefined) context.add('ONEOF_FIELD_REMOVED', at(scope, String(tag)));
    else if (from === undefined) context.add('ONEOF_FIELD_ADDED', at(scope, String(tag)));
    else compareFields(context, at(scope, String(tag)), from, to);
  }
}

function compareTag(context: DiffContext, scope: DiffScope, original: ProtoField | undefined, update: ProtoField | undefined): void {
  if (original !== undefined && update !== undefined) return compareFields(context, scope, original, update);
  if (original !== undefined) return context.add(original.label === 'required' ? 'REQUIRED_FIELD_REMOVED' : 'FIELD_REMOVED', scope);
  context.add(update?.label === 'required' ? 'REQUIRED_FIELD_ADDED' : 'FIELD_ADDED', scope);
}

/** A step that is no name: types are not looked up from it. */
function at(scope: DiffScope, step: string): DiffScope {
  return { ...scope, path: [...scope.path, step] };
}
