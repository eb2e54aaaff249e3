/** Values as CEL takes them. */
import { isMessage } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';

/** CEL tells whole numbers from others by their type, JavaScript by their value. */
export function plainToCel(value: unknown, wholeAreInts: boolean = true): unknown {
  if (typeof value === 'number') return wholeAreInts && Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || isMessage(value)) return value;
  if (value instanceof Date) return timestampFromDate(value);
  if (Array.isArray(value)) return value.map((item) => plainToCel(item, wholeAreInts));
  return new Map(Object.entries(value).map(([key, member]) => [key, plainToCel(member, wholeAreInts)]));
}
