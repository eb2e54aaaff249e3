/** Which way data must stay readable, and against which versions. */
export type CompatibilityLevel = 'NONE' | 'BACKWARD' | 'BACKWARD_TRANSITIVE' | 'FORWARD' | 'FORWARD_TRANSITIVE' | 'FULL' | 'FULL_TRANSITIVE';

/** LENIENT lets a JSON schema narrow its content model; to Avro and Protobuf both are the same. */
export type CompatibilityPolicy = 'STRICT' | 'LENIENT';

export const COMPATIBILITY_LEVELS: readonly CompatibilityLevel[] = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
];

/** The level of a word in any case; undefined for any other word. */
export function compatibilityLevel(word: string): CompatibilityLevel | undefined {
  const upper = word.toUpperCase();
  return COMPATIBILITY_LEVELS.find((level) => level === upper);
}

export function isTransitive(level: CompatibilityLevel): boolean {
  return level.endsWith('_TRANSITIVE');
}

/** The new schema reads old data. */
export function isBackward(level: CompatibilityLevel): boolean {
  return level.startsWith('BACKWARD') || level.startsWith('FULL');
}

/** The old schema reads new data. */
export function isForward(level: CompatibilityLevel): boolean {
  return level.startsWith('FORWARD') || level.startsWith('FULL');
}
