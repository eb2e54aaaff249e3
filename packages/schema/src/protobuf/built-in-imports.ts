import type { DescFile } from '@bufbuild/protobuf';
import {
  file_google_protobuf_any,
  file_google_protobuf_api,
  file_google_protobuf_descriptor,
  file_google_protobuf_duration,
  file_google_protobuf_empty,
  file_google_protobuf_field_mask,
  file_google_protobuf_source_context,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  file_google_protobuf_type,
  file_google_protobuf_wrappers,
} from '@bufbuild/protobuf/wkt';
import { fileOfDescriptor } from './descriptor-to-file.js';
import { GOOGLE_TYPE_TEXTS } from './google-type-texts.js';
import type { ProtoFile } from './proto-file.js';
import { parseProto } from './proto-parser.js';

const DESCRIPTORS: Readonly<Record<string, DescFile>> = {
  'google/protobuf/any.proto': file_google_protobuf_any,
  'google/protobuf/api.proto': file_google_protobuf_api,
  'google/protobuf/descriptor.proto': file_google_protobuf_descriptor,
  'google/protobuf/duration.proto': file_google_protobuf_duration,
  'google/protobuf/empty.proto': file_google_protobuf_empty,
  'google/protobuf/field_mask.proto': file_google_protobuf_field_mask,
  'google/protobuf/source_context.proto': file_google_protobuf_source_context,
  'google/protobuf/struct.proto': file_google_protobuf_struct,
  'google/protobuf/timestamp.proto': file_google_protobuf_timestamp,
  'google/protobuf/type.proto': file_google_protobuf_type,
  'google/protobuf/wrappers.proto': file_google_protobuf_wrappers,
};

export const BUILT_IN_IMPORTS: readonly string[] = [...Object.keys(DESCRIPTORS), ...Object.keys(GOOGLE_TYPE_TEXTS)];

const files = new Map<string, ProtoFile>();

/** A file that may be imported without a reference; undefined for any other name. */
export function builtInFile(name: string): ProtoFile | undefined {
  const known = files.get(name);
  if (known !== undefined) return known;
  const descriptor = Object.hasOwn(DESCRIPTORS, name) ? DESCRIPTORS[name] : undefined;
  const text = Object.hasOwn(GOOGLE_TYPE_TEXTS, name) ? GOOGLE_TYPE_TEXTS[name] : undefined;
  const file = descriptor !== undefined ? fileOfDescriptor(descriptor.proto) : text !== undefined ? parseProto(text) : undefined;
  if (file !== undefined) files.set(name, file);
  return file;
}

/** The descriptor of a built-in file as its own library has it; undefined where there is only a text. */
export function builtInDescriptor(name: string): DescFile | undefined {
  return Object.hasOwn(DESCRIPTORS, name) ? DESCRIPTORS[name] : undefined;
}
