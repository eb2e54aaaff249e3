/** How Avro's types become TypeScript values. */
import { avroLogicalTypes, type AvroLogicalType, type AvroLogicalTypeName } from './logical-types/logical-types.js';

/** Longs as numbers, refused beyond 2^53; as bigint; or as numbers where that is exact and bigint beyond. */
export type AvroLong = 'number' | 'bigint' | 'auto';

export interface AvroValueOptions {
  /** Default: number. */
  long?: AvroLong;
  /** Default: all of them. `none` leaves numbers, bytes and text as Avro has them; single ones can be replaced, or left out with false. */
  logicalTypes?: 'none' | Readonly<Partial<Record<AvroLogicalTypeName, AvroLogicalType | false>>>;
}

export interface AvroTypeOptions {
  readonly long: AvroLong;
  readonly logicalTypes: Readonly<Record<string, AvroLogicalType | undefined>>;
}

export function avroTypeOptions({ long = 'number', logicalTypes = {} }: AvroValueOptions): AvroTypeOptions {
  if (long !== 'number' && long !== 'bigint' && long !== 'auto') throw new TypeError(`long: ${JSON.stringify(long)} is none of number, bigint and auto`);
  if (logicalTypes === 'none') return { long, logicalTypes: {} };
  const known = { ...avroLogicalTypes, ...logicalTypes };
  return { long, logicalTypes: Object.fromEntries(Object.entries(known).filter(([, type]) => type !== false)) as Record<string, AvroLogicalType> };
}
