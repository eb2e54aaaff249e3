import type { ParsedSchema } from '../parsed-schema.js';
import { type CompatibilityLevel, type CompatibilityPolicy, isBackward, isForward, isTransitive } from './compatibility-level.js';
import type { Incompatibility } from './difference.js';
import { incompatibilities } from './incompatibilities.js';
import { reservedFieldProblems } from './reserved-fields.js';

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
  /** What `validateFields` found; such lines stand before the differences. */
  readonly reservedFieldProblems: readonly string[];
  readonly differences: readonly SidedIncompatibility[];
  /** The version that the differences are against; undefined when compatible. */
  readonly against?: PreviousSchema;
}

export interface CompatibilityOptions {
  readonly policy?: CompatibilityPolicy | undefined;
  /** Also holds the schema to the fields that metadata reserves, at any level. */
  readonly validateFields?: boolean | undefined;
  /** A property of the metadata: only versions that have the same value of it, or also none, are looked at. */
  readonly compatibilityGroup?: string | undefined;
}

const DIFFERENT_TYPE: SidedIncompatibility = {
  type: 'SCHEMA_TYPE_CHANGED',
  path: '',
  direction: 'BACKWARD',
  message: 'Incompatible because of different schema type',
  text: 'Incompatible because of different schema type',
};

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
  const problems = options.validateFields === true ? reservedFieldProblems(schema, previous.at(-1)?.schema) : [];
  const found = firstDifferences(schema, inGroup(schema, previous, options.compatibilityGroup), level, options.policy);
  return { isCompatible: problems.length === 0 && found.differences.length === 0, reservedFieldProblems: problems, ...found };
}

type Found = Pick<CompatibilityResult, 'differences' | 'against'>;

function firstDifferences(schema: ParsedSchema, previous: readonly PreviousSchema[], level: CompatibilityLevel, policy: CompatibilityPolicy | undefined): Found {
  if (level === 'NONE') return { differences: [] };
  const versions = isTransitive(level) ? previous.toReversed() : previous.slice(-1);
  for (const against of versions) {
    if (against.schema.schemaType !== schema.schemaType) return { differences: [DIFFERENT_TYPE], against };
    const differences = [
      ...(isForward(level) ? sided('FORWARD', against.schema, schema, policy) : []),
      ...(isBackward(level) ? sided('BACKWARD', schema, against.schema, policy) : []),
    ];
    if (differences.length > 0) return { differences, against };
  }
  return { differences: [] };
}

function inGroup(schema: ParsedSchema, previous: readonly PreviousSchema[], property: string | undefined): readonly PreviousSchema[] {
  if (property === undefined) return previous;
  const group = schema.metadata?.properties?.[property];
  return previous.filter((version) => version.schema.metadata?.properties?.[property] === group);
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
