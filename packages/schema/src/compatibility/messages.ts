import type { CompatibilityResult } from './check-compatibility.js';
import type { CompatibilityLevel } from './compatibility-level.js';

/** Characters of an old schema that a message shows. */
const SHOWN_SCHEMA_LENGTH = 10 * 1024;

/**
 * The lines of Confluent's verbose answer: the differences, then against which version and text, then how it was checked.
 * At a FULL level version and text are there only if the new schema cannot read old data.
 */
export function compatibilityMessages(result: CompatibilityResult, level: CompatibilityLevel, options: { readonly validateFields: boolean }): string[] {
  if (result.isCompatible) return [];
  const isOfOneType = result.differences.every((difference) => difference.type !== 'SCHEMA_TYPE_CHANGED');
  const { against } = result;
  const showsSchema = isOfOneType && (!level.startsWith('FULL') || result.differences.some((difference) => difference.direction === 'BACKWARD'));
  return [
    ...result.reservedFieldProblems,
    ...result.differences.map((difference) => difference.text),
    ...(showsSchema && against !== undefined ? [`{oldSchemaVersion: ${against.version}}`, oldSchemaLine(against.schema.canonicalString)] : []),
    `{validateFields: '${options.validateFields}', compatibility: '${level}'}`,
  ];
}

function oldSchemaLine(text: string): string {
  if (text.length <= SHOWN_SCHEMA_LENGTH) return `{oldSchema: '${text}'}`;
  return `{oldSchema: <truncated> '${text.slice(0, SHOWN_SCHEMA_LENGTH)}...'}`;
}
