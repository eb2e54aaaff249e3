import { create, createFileRegistry, type FileRegistry } from '@bufbuild/protobuf';
import { type FileDescriptorSet, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { builtInDescriptor } from './built-in-imports.js';
import { fileDescriptor } from './file-descriptor.js';
import { SchemaError } from '../schema-error.js';
import { importsOf, type ProtobufSchema, SCHEMA_FILE_NAME } from './protobuf-schema.js';
import type { ProtoFile } from './proto-file.js';

/**
 * Descriptors of a schema and all that it imports, those first that others need, the schema itself last.
 *
 * @throws SchemaError where the schema was stored but does not resolve
 */
export function descriptorSetOf(schema: ProtobufSchema): FileDescriptorSet {
  const needed = neededImports(schema);
  const files = [...schema.imported].filter(([name]) => needed.has(name));
  return create(FileDescriptorSetSchema, {
    file: [
      ...files.map(([name, file]) => builtInDescriptor(name)?.proto ?? fileDescriptor(name, file, schema.table)),
      fileDescriptor(SCHEMA_FILE_NAME, schema.file, schema.table),
    ],
  });
}

const registries = new WeakMap<ProtobufSchema, FileRegistry>();

/**
 * A registry to encode and decode with: `registryOf(schema).getMessage(messageAt(schema.file, indexes))`. Made once for each schema.
 *
 * @throws SchemaError as `descriptorSetOf`
 */
export function registryOf(schema: ProtobufSchema): FileRegistry {
  const known = registries.get(schema);
  if (known !== undefined) return known;
  const registry = builtRegistry(descriptorSetOf(schema));
  registries.set(schema, registry);
  return registry;
}

/** What was stored may break rules that a new schema is held to. */
function builtRegistry(set: FileDescriptorSet): FileRegistry {
  try {
    return createFileRegistry(set);
  } catch (error) {
    throw new SchemaError('INVALID_SCHEMA', '1:1', `No descriptors can be made of the schema: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function neededImports(schema: ProtobufSchema): ReadonlySet<string> {
  const needed = new Set<string>();
  const add = (file: ProtoFile) => {
    for (const name of importsOf(file)) {
      const imported = schema.imported.get(name);
      if (imported === undefined || needed.has(name)) continue;
      needed.add(name);
      add(imported);
    }
  };
  add(schema.file);
  return needed;
}
