import type { Message, Struct, Versions } from './definition.ts';

/** The versions in both ranges, null when there are none. */
export function common(a: Versions | null, b: Versions | null): Versions | null {
  if (a === null || b === null) return null;
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/**
 * The expression that tells whether `version` is one of `versions`, knowing that it is one of `known`:
 * true and false are constants.
 */
export function condition(versions: Versions | null, known: Versions): string | boolean {
  const within = common(versions, known);
  if (within === null) return false;
  const low = within.from > known.from;
  const high = within.to < known.to;
  if (within.from === within.to && (low || high)) return `version === ${within.from}`;
  const parts = [low ? `version >= ${within.from}` : '', high ? `version <= ${within.to}` : ''].filter((part) => part !== '');
  return parts.length === 0 ? true : parts.join(' && ');
}

/** The same as {@link condition} for flexible versions, in terms of the local constant `flexible`. */
export function flexibleCondition(message: Message, known: Versions): string | boolean {
  const exact = condition(flexibleVersions(message), known);
  return typeof exact === 'string' ? 'flexible' : exact;
}

export function flexibleVersions(message: Message): Versions | null {
  return common({ from: message.flexible, to: 32767 }, message.versions);
}

/** The versions in which each struct can occur: the hull of what the fields of its type allow. */
export function structVersions(message: Message): Map<Struct, Versions> {
  const known = new Map<Struct, Versions>();
  const visit = (struct: Struct, versions: Versions): void => {
    const before = known.get(struct);
    const hull = before === undefined ? versions : { from: Math.min(before.from, versions.from), to: Math.max(before.to, versions.to) };
    known.set(struct, hull);
    for (const field of struct.fields) {
      const there = common(field.versions, versions);
      if (field.struct !== null && there !== null) visit(field.struct, there);
    }
  };
  visit(message.root, message.versions);
  return known;
}

/** `condition ? yes : no`, without the question where the answer is known. */
export function choose(when: string | boolean, yes: string, no: string): string {
  if (yes === no) return yes;
  if (typeof when === 'boolean') return when ? yes : no;
  return `${when} ? ${yes} : ${no}`;
}
