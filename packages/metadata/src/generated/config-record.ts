// Generated from definitions/config-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConfigRecord, versions 0. */
export interface ConfigRecord {
  /** Kind of the resource, as its code. */
  resourceType: number;
  /** Name of the resource. */
  resourceName: string;
  /** Name of the setting. */
  name: string;
  /** Value of the setting; null removes it. */
  value: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const configRecord: MessageCodec<ConfigRecord> = messageCodec<ConfigRecord>(
  {
    name: 'ConfigRecord',
    kind: 'metadata-record',
    apiKey: 4,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConfigRecord,
  writeConfigRecord,
);

function readConfigRecord(reader: Reader, _version: number): Decoded<ConfigRecord> {
  let field = '';
  try {
    field = 'resourceType';
    const resourceType = reader.readInt8();
    field = 'resourceName';
    const resourceName = reader.readCompactString();
    field = 'name';
    const name = reader.readCompactString();
    field = 'value';
    const value = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { resourceType, resourceName, name, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConfigRecord(writer: Writer, message: ConfigRecord, _version: number): void {
  let field = '';
  try {
    field = 'resourceType';
    const resourceType = message.resourceType;
    writer.writeInt8(resourceType);
    field = 'resourceName';
    const resourceName = message.resourceName;
    writer.writeCompactString(resourceName);
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'value';
    const value = message.value;
    writer.writeCompactNullableString(value);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
