import { SchemaError } from '../schema-error.js';
import { isMapEntry, MAX_TAG, optionText, type ProtoEnum, type ProtoFile, type ProtoMessage, type ProtoType, type TagRange } from './proto-file.js';

/** Numbers that the implementation keeps for itself. */
const OWN_TAGS: TagRange = { start: 19_000, end: 19_999 };

/**
 * What a descriptor must hold to: names and numbers given once, numbers in range and not reserved, enums that begin with zero in proto3.
 *
 * @throws SchemaError with line and column
 */
export function validateFile(file: ProtoFile): void {
  if (file.packageName !== undefined && !/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(file.packageName)) throw invalid('1:1', `"${file.packageName}" is not a valid package name`);
  checkTypes(file.types, file.syntax === 'proto3');
  checkOnce(file.services, 'service');
  for (const service of file.services) checkOnce(service.rpcs, 'rpc');
  for (const extend of file.extends) checkNames(extend.fields);
}

function checkTypes(types: readonly ProtoType[], isProto3: boolean): void {
  checkOnce(types, 'type');
  for (const type of types) {
    if (type.kind === 'enum') checkEnum(type, isProto3);
    else checkMessage(type, isProto3);
  }
}

function checkMessage(message: ProtoMessage, isProto3: boolean): void {
  const fields = [...message.fields, ...message.groups, ...message.oneofs.flatMap((oneof) => [...oneof.fields, ...oneof.groups])];
  checkOnce([...fields, ...message.oneofs], 'field');
  for (const extend of message.extends) checkNames(extend.fields);
  const tags = new Set<number>();
  const reserved = message.reserved.flatMap((element) => element.values);
  const names = new Set(reserved.filter((value) => typeof value === 'string'));
  const isReserved = rangeLookup(reserved.filter((value) => typeof value !== 'string'));
  for (const { name, tag, place } of fields) {
    if (tag < 1 || tag > MAX_TAG) throw invalid(place, `Field number ${tag} of "${name}" is not in 1 to ${MAX_TAG}`);
    if (isWithin(tag, OWN_TAGS)) throw invalid(place, `Field number ${tag} of "${name}" is in the range ${OWN_TAGS.start} to ${OWN_TAGS.end}`);
    if (tags.has(tag)) throw invalid(place, `Field number ${tag} has already been used in "${message.name}"`);
    tags.add(tag);
    if (names.has(name)) throw invalid(place, `Field name "${name}" is reserved in "${message.name}"`);
    if (isReserved(tag)) throw invalid(place, `Field "${name}" uses reserved number ${tag}`);
  }
  checkTypes(message.types, isProto3);
  if (isProto3 && message.groups.length > 0 && !isMapEntry(message)) throw invalid(message.place, 'Groups are not supported in proto3 syntax');
}

function checkEnum(type: ProtoEnum, isProto3: boolean): void {
  const [first] = type.constants;
  if (first === undefined) throw invalid(type.place, `Enum "${type.name}" must contain at least one value`);
  if (isProto3 && first.tag !== 0) throw invalid(first.place, `The first enum value of "${type.name}" must be zero in proto3`);
  checkOnce(type.constants, 'enum value');
  const mayRepeat = optionText(type.options, 'allow_alias') === 'true';
  const tags = new Set<number>();
  for (const { name, tag, place } of type.constants) {
    if (tags.has(tag) && !mayRepeat) throw invalid(place, `Enum value "${name}" uses the number ${tag} again; set allow_alias to allow it`);
    tags.add(tag);
  }
}

function checkNames(elements: readonly { readonly name: string; readonly place: string }[]): void {
  const wrong = elements.find(({ name }) => !/^[A-Za-z_]\w*$/.test(name));
  if (wrong !== undefined) throw invalid(wrong.place, `"${wrong.name}" is not a valid identifier`);
}

/** Names that are names, each given once. */
function checkOnce(elements: readonly { readonly name: string; readonly place: string }[], what: string): void {
  checkNames(elements);
  const seen = new Map<string, string>();
  for (const { name, place } of elements) {
    if (seen.has(name)) throw invalid(place, `${what} ${name} is already defined at ${seen.get(name)}`);
    seen.set(name, place);
  }
}

/** Tells whether a number is in one of many ranges. */
function rangeLookup(values: readonly (number | TagRange)[]): (tag: number) => boolean {
  const ranges = values.map((value) => (typeof value === 'number' ? { start: value, end: value } : value)).toSorted((a, b) => a.start - b.start);
  // Where each range and those before it end at most.
  let furthest = -Infinity;
  const ends = ranges.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (tag) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) <= tag) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? -Infinity) >= tag;
  };
}

function isWithin(tag: number, range: number | TagRange): boolean {
  return typeof range === 'number' ? tag === range : tag >= range.start && tag <= range.end;
}

function invalid(place: string, detail: string): SchemaError {
  return new SchemaError('INVALID_SCHEMA', place, detail);
}
