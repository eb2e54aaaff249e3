/** A copy of a value in which rules have changed fields; the value that was handed in stays as it is. */
import type { AvroRecord, AvroTypeNode } from '@millrace/schema';
import type { Field, FieldType, FieldVisitor } from '../rules/field-visitor.js';
import type { AvroTypeOptions } from './avro-options.js';
import { branchOf } from './union-branch.js';

/** `enclosing` is the field that the value is in, through arrays and maps. */
export async function mapAvroFields(type: AvroTypeNode, value: unknown, visit: FieldVisitor, options: AvroTypeOptions, enclosing?: Field): Promise<unknown> {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case 'union':
      return mapUnion(type.branches, value, visit, options, enclosing);
    case 'array': {
      if (!Array.isArray(value)) return value;
      const items: unknown[] = [];
      for (const item of value) items.push(await mapAvroFields(type.items, item, visit, options, enclosing));
      return items;
    }
    case 'map': {
      const values: [string, unknown][] = [];
      for (const [key, item] of Object.entries(value)) values.push([key, await mapAvroFields(type.values, item, visit, options, enclosing)]);
      return Object.fromEntries(values);
    }
    case 'record':
      return mapRecord(type, value as Record<string, unknown>, visit, options);
    default:
      return enclosing === undefined ? value : visit({ ...enclosing, type: fieldTypeOf(type) }, value);
  }
}

async function mapRecord(record: AvroRecord, value: Record<string, unknown>, visit: FieldVisitor, options: AvroTypeOptions): Promise<unknown> {
  const copy: Record<string, unknown> = { ...value };
  for (const { name, type, props } of record.fields) {
    if (!(name in value)) continue;
    const field: Field = { containing: value, fullName: `${record.name.full}.${name}`, name, type: fieldTypeOf(type), tags: tagsOf(props) };
    copy[name] = await mapAvroFields(type, value[name], visit, options, field);
  }
  return copy;
}

async function mapUnion(branches: readonly AvroTypeNode[], value: unknown, visit: FieldVisitor, options: AvroTypeOptions, enclosing: Field | undefined): Promise<unknown> {
  const { branch, name, inner } = branchOf(branches, value, options);
  if (branch === undefined) return value;
  const mapped = await mapAvroFields(branch, inner, visit, options, enclosing);
  return name === undefined ? mapped : { [name]: mapped };
}

/** A field that may be null counts as what it is otherwise. */
function fieldTypeOf(type: AvroTypeNode): FieldType {
  if (type.kind === 'union') {
    const others = type.branches.filter((branch) => branch.kind !== 'null');
    const [only] = others;
    return others.length === 1 && only !== undefined ? fieldTypeOf(only) : 'COMBINED';
  }
  return type.kind.toUpperCase() as FieldType;
}

function tagsOf(props: AvroRecord['props']): readonly string[] {
  const tags = props.get('confluent:tags');
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}
