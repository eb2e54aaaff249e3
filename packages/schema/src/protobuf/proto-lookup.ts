import type { ProtoConstant, ProtoEnum, ProtoField, ProtoMessage } from './proto-file.js';

/** Fields and constants by name and number: options look them up again and again. */

export const fieldsByName: (message: ProtoMessage) => ReadonlyMap<string, ProtoField> = lookup((message: ProtoMessage) => mapOf(allFields(message), ({ name }) => name));
export const fieldsByTag: (message: ProtoMessage) => ReadonlyMap<number, ProtoField> = lookup((message: ProtoMessage) => mapOf(allFields(message), ({ tag }) => tag));
export const constantsByName: (type: ProtoEnum) => ReadonlyMap<string, ProtoConstant> = lookup((type: ProtoEnum) => mapOf(type.constants, ({ name }) => name));
export const constantsByTag: (type: ProtoEnum) => ReadonlyMap<number, ProtoConstant> = lookup((type: ProtoEnum) => mapOf(type.constants, ({ tag }) => tag));

export function allFields(message: ProtoMessage): ProtoField[] {
  return [...message.fields, ...message.oneofs.flatMap((oneof) => oneof.fields)];
}

/** Made once for each element, and gone with it. */
function lookup<Element extends object, Found>(make: (element: Element) => Found): (element: Element) => Found {
  const made = new WeakMap<Element, Found>();
  return (element) => {
    const known = made.get(element);
    if (known !== undefined) return known;
    const found = make(element);
    made.set(element, found);
    return found;
  };
}

/** The first of each key. */
function mapOf<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, Value> {
  return new Map(values.toReversed().map((value) => [keyOf(value), value]));
}
