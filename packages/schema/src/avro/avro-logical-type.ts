import { JsonNumber } from '../json/json-value.js';
import type { AvroProps, AvroType } from './avro-type.js';

/** Logical types by the types they may stand on. */
const BASE_TYPES: ReadonlyMap<string, readonly AvroType['kind'][]> = new Map<string, readonly AvroType['kind'][]>([
  ['decimal', ['bytes', 'fixed']],
  ['big-decimal', ['bytes']],
  ['uuid', ['string', 'fixed']],
  ['date', ['int']],
  ['time-millis', ['int']],
  ['time-micros', ['long']],
  ['timestamp-millis', ['long']],
  ['timestamp-micros', ['long']],
  ['timestamp-nanos', ['long']],
  ['local-timestamp-millis', ['long']],
  ['local-timestamp-micros', ['long']],
  ['local-timestamp-nanos', ['long']],
  ['duration', ['fixed']],
]);

/** The logical type that a type really has: one that Avro knows and that fits. Any other is only an attribute. */
export function logicalTypeOf(type: AvroType): string | undefined {
  if (type.kind === 'union') return undefined;
  const name = type.props.get('logicalType');
  if (typeof name !== 'string' || BASE_TYPES.get(name)?.includes(type.kind) !== true) return undefined;
  if (name === 'decimal') return isValidDecimal(type) ? name : undefined;
  if (type.kind === 'fixed' && type.size !== (name === 'uuid' ? 16 : 12)) return undefined;
  return name;
}

function isValidDecimal(type: Exclude<AvroType, { kind: 'union' }>): boolean {
  const precision = wholeProp(type.props, 'precision');
  const scale = type.props.has('scale') ? wholeProp(type.props, 'scale') : 0;
  if (precision === undefined || precision <= 0 || scale === undefined || scale < 0 || scale > precision) return false;
  return type.kind !== 'fixed' || precision <= Math.floor(Math.log10(2) * (8 * type.size - 1));
}

function wholeProp(props: AvroProps, key: string): number | undefined {
  const value = props.get(key);
  return value instanceof JsonNumber && value.isInteger ? value.value : undefined;
}
