import type { Metadata, RuleSet } from '../data-contract.js';
import type { ParsedSchema } from '../parsed-schema.js';
import { SchemaError, withinReference } from '../schema-error.js';
import { normalizedReferences, type ResolvedReferences, type SchemaReference } from '../schema-reference.js';
import { builtInFile } from './built-in-imports.js';
import { checkImports } from './check-imports.js';
import { fileOfDescriptorText, isDescriptorText } from './descriptor-text.js';
import { fileDescriptor, serializedDescriptor } from './file-descriptor.js';
import { withoutExtensions } from './ignore-extensions.js';
import { messageNames } from './message-indexes.js';
import { normalizedFile } from './normalize-file.js';
import type { ProtoFile } from './proto-file.js';
import { parseProto } from './proto-parser.js';
import { protoText } from './proto-text.js';
import { TypeTable } from './type-table.js';
import { validateFile } from './validate-file.js';

/** What Confluent calls the file of a schema inside descriptors; a schema has no file name of its own. */
export const SCHEMA_FILE_NAME = 'default';

export interface ProtobufSchema extends ParsedSchema {
  readonly schemaType: 'PROTOBUF';
  readonly file: ProtoFile;
  /** Imported files by name, referenced and built in, those first that others import. */
  readonly imported: ReadonlyMap<string, ProtoFile>;
  readonly table: TypeTable;
}

export interface ProtobufSchemaInput {
  /** A `.proto` file, or a `FileDescriptorProto` in base64. */
  readonly schema: string;
  readonly resolved: ResolvedReferences;
  /** Being registered: all names must lead somewhere, numbers must be right. */
  readonly isNew: boolean;
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

type Carried = Pick<ProtobufSchemaInput, 'metadata' | 'ruleSet'> & { readonly resolved: ResolvedReferences };

/** @throws SchemaError with line and column */
export function parseProtobuf(input: ProtobufSchemaInput): ProtobufSchema {
  const referenced = new Map<string, ProtoFile>();
  for (const [name, text] of input.resolved.texts) referenced.set(name, referencedFile(name, text, referenced));
  const file = fileOf(input.schema, referenced);
  ensureWritable(file);
  const imported = importedFiles(file, referenced);
  const schema = protobufSchema(file, imported, input.resolved.references, input);
  if (input.isNew) {
    checkImports(file, imported);
    validateFile(file);
    // Whatever a descriptor cannot say is an error of the schema.
    fileDescriptor(SCHEMA_FILE_NAME, file, schema.table);
  }
  return schema;
}

function fileOf(text: string, referenced: ReadonlyMap<string, ProtoFile>): ProtoFile {
  if (!isDescriptorText(text)) return parseProto(text);
  const known = [builtInFile('confluent/meta.proto'), ...referenced.values()];
  return fileOfDescriptorText(text, known.flatMap((file) => (file === undefined ? [] : [{ file, origin: undefined }])));
}

/** What is kept is the text as it is printed: what would not be read again as it is must stay out. */
function ensureWritable(file: ProtoFile): void {
  const text = protoText(file);
  try {
    if (protoText(parseProto(text)) === text) return;
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    throw new SchemaError(error.code, '1:1', `The schema cannot be written as a .proto file: ${error.message}`);
  }
  throw new SchemaError('INVALID_SCHEMA', '1:1', 'The schema cannot be written as a .proto file');
}

function referencedFile(name: string, text: string, before: ReadonlyMap<string, ProtoFile>): ProtoFile {
  try {
    return fileOf(text, before);
  } catch (error) {
    throw withinReference(error, name);
  }
}

/** All that the file needs, depth first; what is neither referenced nor built in is left out. */
function importedFiles(file: ProtoFile, referenced: ReadonlyMap<string, ProtoFile>): Map<string, ProtoFile> {
  const found = new Map<string, ProtoFile>();
  const visited = new Set<string>();
  const add = (name: string) => {
    const imported = referenced.get(name) ?? builtInFile(name);
    if (imported === undefined || visited.has(name)) return;
    visited.add(name);
    importsOf(imported).forEach(add);
    found.set(name, imported);
  };
  importsOf(file).forEach(add);
  // A reference that nothing imports is kept: Confluent resolves names in it.
  for (const name of referenced.keys()) add(name);
  return found;
}

export function importsOf(file: ProtoFile): readonly string[] {
  return [...file.imports, ...file.publicImports, ...file.weakImports];
}

function protobufSchema(file: ProtoFile, imported: ReadonlyMap<string, ProtoFile>, references: readonly SchemaReference[], carried: Carried): ProtobufSchema {
  const origins = new Map(references.map((reference) => [reference.name, `${reference.subject} ${reference.version}`]));
  const sources = [...imported].map(([name, importedFile]) => ({ file: importedFile, origin: origins.get(name) }));
  const table = new TypeTable([...sources, { file, origin: '' }]);
  const canonicalString = protoText(file);
  return {
    schemaType: 'PROTOBUF',
    file,
    imported,
    table,
    name: messageNames(file)[0],
    canonicalString,
    references,
    referenced: carried.resolved.texts,
    ...(carried.metadata === undefined ? {} : { metadata: carried.metadata }),
    ...(carried.ruleSet === undefined ? {} : { ruleSet: carried.ruleSet }),
    normalize: () => protobufSchema(normalizedFile(file, table), imported, normalizedReferences(references), carried),
    formattedString: (format) => {
      if (format === 'ignore_extensions') return protoText(withoutExtensions(file));
      return format === 'serialized' ? serializedDescriptor(SCHEMA_FILE_NAME, file, table) : canonicalString;
    },
  };
}
