/** What a topic may be called. */

const MAX_LENGTH = 249;
const LEGAL = /^[a-zA-Z0-9._-]+$/;

/** Null when the name is good, otherwise what is wrong with it. */
export function checkTopicName(name: string): string | null {
  if (name === '') return 'Topic name is invalid: the empty string is not allowed';
  if (name === '.' || name === '..') return `Topic name is invalid: '${name}' is not allowed`;
  if (name.length > MAX_LENGTH) return `Topic name is invalid: the length of '${name}' is longer than the max allowed length ${MAX_LENGTH}`;
  if (!LEGAL.test(name)) {
    return `Topic name is invalid: '${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`;
  }
  return null;
}

/** Names equal after this would share their metric names. */
export function unifyCollisionCharacters(name: string): string {
  return name.replaceAll('.', '_');
}

export function hasCollisionCharacters(name: string): boolean {
  return name.includes('.') || name.includes('_');
}
