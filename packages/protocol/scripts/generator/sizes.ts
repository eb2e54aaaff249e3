import type { Field, Message, Struct, Versions } from './definition.ts';
import { common, flexibleVersions } from './versions.ts';

/** The fewest bytes one element of this array takes in any of the versions: what bounds its length by the bytes left. */
export function elementSize(message: Message, field: Field, known: Versions): number {
  if (field.struct === null) return valueSize(message, field, known);
  return Math.max(1, structSize(message, field.struct, known));
}

function structSize(message: Message, struct: Struct, known: Versions): number {
  let least = Infinity;
  for (let version = known.from; version <= known.to; version++) {
    const at = { from: version, to: version };
    const flexible = common(flexibleVersions(message), at) !== null;
    const fields = struct.fields.filter((field) => common(field.versions, at) !== null && common(field.tagged, at) === null);
    least = Math.min(least, fields.reduce((sum, field) => sum + fieldSize(message, field, at), flexible ? 1 : 0));
  }
  return least;
}

function fieldSize(message: Message, field: Field, at: Versions): number {
  const flexible = common(flexibleVersions(message), at) !== null && !field.inflexible;
  if (field.array) return flexible ? 1 : 4;
  if (field.struct === null) return valueSize(message, field, at);
  return field.nullable === null ? structSize(message, field.struct, at) : 1;
}

function valueSize(message: Message, field: Field, known: Versions): number {
  const compact = common(flexibleVersions(message), known) !== null && !field.inflexible;
  switch (field.type) {
    case 'bool':
    case 'int8':
      return 1;
    case 'int16':
    case 'uint16':
      return 2;
    case 'int32':
    case 'uint32':
      return 4;
    case 'int64':
    case 'float64':
      return 8;
    case 'uuid':
      return 16;
    case 'string':
      return compact ? 1 : 2;
    default:
      return compact ? 1 : 4;
  }
}
