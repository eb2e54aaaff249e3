/** A copy of a message in which rules have changed fields; the message that was handed in stays as it is. */
import { getOption, hasOption, ScalarType, type DescField, type DescMessage, type Message, type Registry } from '@bufbuild/protobuf';
import type { Field, FieldType, FieldVisitor } from '../rules/field-visitor.js';

/** Fields that are not set are left out. */
export async function mapMessageFields(desc: DescMessage, message: Message, visit: FieldVisitor, registry: Registry): Promise<Message> {
  // Messages are plain objects by the names of their fields; a oneof is `{ case, value }`.
  const before = message as unknown as Record<string, unknown>;
  const copy: Record<string, unknown> = { ...before };
  // The type's name is not enumerable in every message.
  Object.defineProperty(copy, '$typeName', { value: message.$typeName, enumerable: true });
  for (const field of desc.fields) {
    if (field.oneof !== undefined) {
      const chosen = before[field.oneof.localName] as { case: string | undefined; value: unknown };
      if (chosen.case === field.localName) copy[field.oneof.localName] = { case: chosen.case, value: await mapField(desc, field, chosen.value, before, visit, registry) };
    } else if (before[field.localName] !== undefined) {
      copy[field.localName] = await mapField(desc, field, before[field.localName], before, visit, registry);
    }
  }
  return copy as unknown as Message;
}

async function mapField(desc: DescMessage, field: DescField, value: unknown, containing: unknown, visit: FieldVisitor, registry: Registry): Promise<unknown> {
  const seen: Field = { containing, fullName: `${desc.typeName}.${field.name}`, name: field.name, type: fieldTypeOf(field), tags: tagsOf(desc, field, registry) };
  const one = (item: unknown): Promise<unknown> => {
    if (field.message !== undefined) return mapMessageFields(field.message, item as Message, visit, registry);
    return visit({ ...seen, type: elementType(field) }, item);
  };
  if (field.fieldKind === 'list') {
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) items.push(await one(item));
    return items;
  }
  if (field.fieldKind === 'map') {
    const values: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value as object)) values.push([key, await one(item)]);
    return Object.fromEntries(values);
  }
  return one(value);
}

/** Tags stand in the option `(confluent.field_meta).tags`, which only the registered file's own descriptors know. */
function tagsOf(desc: DescMessage, field: DescField, registry: Registry): readonly string[] {
  const extension = registry.getExtension('confluent.field_meta');
  const registered = registry.getMessage(desc.typeName)?.fields.find(({ number }) => number === field.number);
  if (extension === undefined || registered === undefined || !hasOption(registered, extension)) return [];
  const { tags } = getOption(registered, extension) as { tags?: unknown };
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}

function fieldTypeOf(field: DescField): FieldType {
  if (field.fieldKind === 'list') return 'ARRAY';
  return field.fieldKind === 'map' ? 'MAP' : elementType(field);
}

function elementType(field: DescField): FieldType {
  if (field.message !== undefined) return 'RECORD';
  if (field.enum !== undefined) return 'ENUM';
  switch (field.scalar) {
    case ScalarType.STRING:
      return 'STRING';
    case ScalarType.BYTES:
      return 'BYTES';
    case ScalarType.BOOL:
      return 'BOOLEAN';
    case ScalarType.FLOAT:
      return 'FLOAT';
    case ScalarType.DOUBLE:
      return 'DOUBLE';
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return 'LONG';
    default:
      return 'INT';
  }
}
