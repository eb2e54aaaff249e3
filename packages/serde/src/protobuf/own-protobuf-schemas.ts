/** The schema of generated code: its file, with the files that it imports registered first, each under a subject of its own. */
import { toBinary, type DescFile, type DescMessage } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { BUILT_IN_IMPORTS, parseSchema, type SchemaReference } from '@millrace/schema';
import { toBase64 } from '../encryption/dek-store.js';
import { fetchReferences } from '../references.js';
import type { SchemaRegistry, SchemaToRegister } from '../registry/registry-api.js';
import type { SchemaContract } from '../serde-options.js';
import type { ReferenceNameStrategy } from '../subject-name.js';

export interface OwnProtobufOptions {
  readonly registry: SchemaRegistry;
  readonly referenceName: ReferenceNameStrategy;
  /** Register imported files; otherwise they must be there. */
  readonly isRegistering: boolean;
  readonly normalize: boolean;
}

export async function schemaOfMessage(desc: DescMessage, contract: SchemaContract, options: OwnProtobufOptions): Promise<SchemaToRegister> {
  const { metadata, ruleSet } = contract;
  const schema = await schemaOfFile(desc.file, options, new Map());
  return { ...schema, ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) };
}

async function schemaOfFile(file: DescFile, options: OwnProtobufOptions, done: Map<string, SchemaReference>): Promise<SchemaToRegister> {
  const references: SchemaReference[] = [];
  for (const dependency of file.dependencies) {
    const name = `${dependency.name}.proto`;
    if (isBuiltIn(name)) continue;
    const reference = done.get(name) ?? (await referenceTo(dependency, name, options, done));
    done.set(name, reference);
    references.push(reference);
  }
  const sent: SchemaToRegister = { schema: toBase64(toBinary(FileDescriptorProtoSchema, file.proto)), schemaType: 'PROTOBUF', ...(references.length > 0 && { references }) };
  // As text: every registry takes it, and people can read it.
  const parsed = parseSchema('PROTOBUF', { schema: sent.schema, references, resolve: await fetchReferences(options.registry, sent) });
  return { ...sent, schema: parsed.canonicalString };
}

async function referenceTo(file: DescFile, name: string, options: OwnProtobufOptions, done: Map<string, SchemaReference>): Promise<SchemaReference> {
  const { registry, normalize } = options;
  const subject = options.referenceName(name);
  const schema = await schemaOfFile(file, options, done);
  const registered = options.isRegistering ? await registry.register(subject, schema, { normalize }) : undefined;
  const version = registered?.version ?? (await registry.lookup(subject, schema, { normalize })).version;
  return { name, subject, version };
}

function isBuiltIn(name: string): boolean {
  return BUILT_IN_IMPORTS.includes(name);
}
