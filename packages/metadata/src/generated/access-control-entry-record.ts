// Generated from definitions/access-control-entry-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** AccessControlEntryRecord, versions 0. */
export interface AccessControlEntryRecord {
  /** Id of the rule. */
  id: string;
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Kind of the resource's name, as the code of PatternType. */
  patternType: number;
  /** Principal the rule is for, as type:name. */
  principal: string;
  /** Host name or address. */
  host: string;
  /** Operation, as the code of AclOperation. */
  operation: number;
  /** 2 deny, 3 allow, 1 any. */
  permissionType: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const accessControlEntryRecord: MessageCodec<AccessControlEntryRecord> = messageCodec<AccessControlEntryRecord>(
  {
    name: 'AccessControlEntryRecord',
    kind: 'metadata-record',
    apiKey: 18,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAccessControlEntryRecord,
  writeAccessControlEntryRecord,
);

function readAccessControlEntryRecord(reader: Reader, _version: number): Decoded<AccessControlEntryRecord> {
  let field = '';
  try {
    field = 'id';
    const id = reader.readUuid();
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = reader.readCompactString();
    field = 'patternType';
    const patternType = reader.readInt8();
    field = 'principal';
    const principal = reader.readCompactString();
    field = 'host';
    const host = reader.readCompactString();
    field = 'operation';
    const operation = reader.readInt8();
    field = 'permissionType';
    const permissionType = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { id, resourceType, resourceName, patternType, principal, host, operation, permissionType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAccessControlEntryRecord(writer: Writer, message: AccessControlEntryRecord, _version: number): void {
  let field = '';
  try {
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    writer.writeCompactString(resourceName);
    field = 'patternType';
    const patternType = message.patternType;
    writer.writeInt8(patternType);
    field = 'principal';
    const principal = message.principal;
    writer.writeCompactString(principal);
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'operation';
    const operation = message.operation;
    writer.writeInt8(operation);
    field = 'permissionType';
    const permissionType = message.permissionType;
    writer.writeInt8(permissionType);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
