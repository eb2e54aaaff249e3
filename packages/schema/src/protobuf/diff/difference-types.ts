/** Every way in which two Protobuf schemas can differ. The harmless ones have no description: none is ever shown. */
const DESCRIPTIONS = {
  PACKAGE_CHANGED: "The package at '@' in the %s schema does not match the package in the %s schema",
  MESSAGE_ADDED: undefined,
  MESSAGE_MOVED: undefined,
  MESSAGE_REMOVED: "The %s schema is missing a MESSAGE type at path '@' in the %s schema",
  ENUM_ADDED: undefined,
  ENUM_REMOVED: undefined,
  ENUM_CONST_ADDED: undefined,
  ENUM_CONST_CHANGED: undefined,
  ENUM_CONST_REMOVED: undefined,
  FIELD_ADDED: undefined,
  FIELD_REMOVED: undefined,
  FIELD_NAME_CHANGED: undefined,
  FIELD_KIND_CHANGED: "The type of a field at path '@' in the %s schema does not match the %s schema",
  FIELD_SCALAR_KIND_CHANGED: "The kind of a SCALAR field at path '@' in the %s schema does not match its kind in the %s schema",
  FIELD_NAMED_TYPE_CHANGED: "The type of a MESSAGE field at path '@' in the %s schema does not match its type in the %s schema",
  FIELD_NUMERIC_LABEL_CHANGED: "The label for a NUMERIC field at path '@' in the %s schema does not match its label in the %s schema",
  FIELD_STRING_OR_BYTES_LABEL_CHANGED: undefined,
  REQUIRED_FIELD_ADDED: "A required field  at path '@' in the %s schema is missing in the %s schema",
  REQUIRED_FIELD_REMOVED: "The %s schema is missing a required field at path: '@' in the %s schema",
  ONEOF_ADDED: undefined,
  ONEOF_REMOVED: undefined,
  ONEOF_FIELD_ADDED: undefined,
  ONEOF_FIELD_REMOVED: "The %s schema is missing a oneof field at path '@' in the %s schema",
  MULTIPLE_FIELDS_MOVED_TO_ONEOF: "Multiple fields in the oneof at path '@' in the %s schema are outside a oneof in the %s schema",
  FIELD_MOVED_TO_EXISTING_ONEOF: "A field in the oneof at path '@' in the %s schema is outside an existing oneof in the %s schema",
} as const;

export type ProtoDifferenceType = keyof typeof DESCRIPTIONS;

export const PROTO_DIFFERENCE_TYPES: readonly ProtoDifferenceType[] = Object.keys(DESCRIPTIONS) as ProtoDifferenceType[];

export function isCompatibleType(type: ProtoDifferenceType): boolean {
  return DESCRIPTIONS[type] === undefined;
}

/** Confluent's line for a difference that is not compatible. */
export function protoDifferenceMessage(type: ProtoDifferenceType, path: string): string {
  return `{errorType:"${type}", description:"${(DESCRIPTIONS[type] ?? '').split('@').join(path)}"}`;
}
