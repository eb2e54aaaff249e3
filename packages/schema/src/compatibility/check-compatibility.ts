import type { ParsedSchema } from '../parsed-schema.js';
import { type CompatibilityLevel, type CompatibilityPolicy, isBackward, isForward, isTransitive } from './compatibility-level.js';
import type { Incompatibility } from './difference.js';
import { incompatibilities } from './incompatibilities.js';

/** A version of the subject that the new schema is held against. */
export interface PreviousSchema {
  readonly schema: ParsedSchema;
  readonly version: number;
}

export interface SidedIncompatibility extends Incompatibility {
  /** Which side could not read: the new schema old data, or the old schema new data. */
  readonly direction: 'BACKWARD' | 'FORWARD';
  /** `message` with the sides put in: `new` and `old`. */
  readonly text: string;
}

export interface CompatibilityResult {
  readonly isCompatible: boolean;
  readonly differences: readonly SidedIncompatibility[];
  /** The version that the differences are against; undefined when compatible. */
  readonly against?: PreviousSchema;
}

export interface CompatibilityOptions {
  readonly policy?: CompatibilityPolicy;
}

const DIFFERENT_TYPE: SidedIncompatibility = {
  type: 'SCHEMA_TYPE_CHANGED',
  path: '',
  direction: 'BACKWARD',
  message: 'Incompatible because of different schema type',
  text: 'Incompatible because of different schema type',
};

const COMPATIBLE: CompatibilityResult = { isCompatible: true, differences: [] };

/**
 * Holds a new schema against earlier ones.
 *
 * @param previous in the order of their versions; a level that is not transitive looks at the last alone, a transitive
 *   one goes back and stops at the first that has differences
 */
export function checkCompatibility(
  schema: ParsedSchema,
  previous: readonly PreviousSchema[],
  level: CompatibilityLevel,
  options: CompatibilityOptions = {},
): CompatibilityResult {
  if (level === 'NONE') return COMPATIBLE;
  const versions = isTransitive(level) ? previous.toReversed() : previous.slice(-1);
  for (const against of versions) {
    if (against.schema.schemaType !== schema.schemaType) return { isCompatible: false, differences: [DIFFERENT_TYPE], against };
    const differences = [
      ...(isForward(level) ? sided('FORWARD', against.schema, schema, options.policy) : []),
      ...(isBackward(level) ? sided('BACKWARD', schema, against.schema, options.policy) : []),
    ];
    if (differences.length > 0) return { isCompatible: false, differences, against };
  }
  return COMPATIBLE;
}

function sided(
  direction: SidedIncompatibility['direction'],
  reader: ParsedSchema,
  writer: ParsedSchema,
  policy: CompatibilityPolicy = 'STRICT',
): SidedIncompatibility[] {
  const sides = direction === 'BACKWARD' ? ['new', 'old'] : ['old', 'new'];
  return incompatibilities(reader, writer, policy).map((difference) => {
    const left = [...sides];
    return { ...difference, direction, text: difference.message.replaceAll('%s', () => left.shift() ?? '%s') };
  });
}
