// Generated from definitions/client-quota-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ClientQuotaRecord, versions 0. */
export interface ClientQuotaRecord {
  /** Parts of the entity the quota is for. */
  entity: ClientQuotaRecordEntityData[];
  /** Name of the quota. */
  key: string;
  /** Value of the quota. */
  value: number;
  /** Whether to remove the quota value. */
  remove: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ClientQuotaRecordEntityData {
  /** Kind of the entity: user, client-id or ip. */
  entityType: string;
  /** Name of the entity; null for the default. */
  entityName: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const clientQuotaRecord: MessageCodec<ClientQuotaRecord> = messageCodec<ClientQuotaRecord>(
  {
    name: 'ClientQuotaRecord',
    kind: 'metadata-record',
    apiKey: 14,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readClientQuotaRecord,
  writeClientQuotaRecord,
);

function readClientQuotaRecord(reader: Reader, version: number): Decoded<ClientQuotaRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'entity';
    const entity: Decoded<ClientQuotaRecordEntityData>[] = [];
    const entityLength = reader.readCompactArrayLength(3);
    for (index = 0; index < entityLength; index++) entity.push(readClientQuotaRecordEntityData(reader, version));
    index = -1;
    field = 'key';
    const key = reader.readCompactString();
    field = 'value';
    const value = reader.readFloat64();
    field = 'remove';
    const remove = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { entity, key, value, remove, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readClientQuotaRecordEntityData(reader: Reader, _version: number): Decoded<ClientQuotaRecordEntityData> {
  let field = '';
  try {
    field = 'entityType';
    const entityType = reader.readCompactString();
    field = 'entityName';
    const entityName = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { entityType, entityName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeClientQuotaRecord(writer: Writer, message: ClientQuotaRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'entity';
    const entity = message.entity;
    writer.writeUnsignedVarint(entity.length + 1);
    for (index = 0; index < entity.length; index++) {
      const entityItem = entity[index];
      if (entityItem === undefined) throw unexpectedNull(version);
      writeClientQuotaRecordEntityData(writer, entityItem, version);
    }
    index = -1;
    field = 'key';
    const key = message.key;
    writer.writeCompactString(key);
    field = 'value';
    const value = message.value;
    writer.writeFloat64(value);
    field = 'remove';
    const remove = message.remove;
    writer.writeBoolean(remove);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeClientQuotaRecordEntityData(writer: Writer, message: ClientQuotaRecordEntityData, _version: number): void {
  let field = '';
  try {
    field = 'entityType';
    const entityType = message.entityType;
    writer.writeCompactString(entityType);
    field = 'entityName';
    const entityName = message.entityName;
    writer.writeCompactNullableString(entityName);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
