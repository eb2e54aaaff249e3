// Generated from definitions/feature-level-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** FeatureLevelRecord, versions 0. */
export interface FeatureLevelRecord {
  /** Name of the feature. */
  name: string;
  /** Finalized level of the feature. */
  featureLevel: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const featureLevelRecord: MessageCodec<FeatureLevelRecord> = messageCodec<FeatureLevelRecord>(
  {
    name: 'FeatureLevelRecord',
    kind: 'metadata-record',
    apiKey: 12,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readFeatureLevelRecord,
  writeFeatureLevelRecord,
);

function readFeatureLevelRecord(reader: Reader, _version: number): Decoded<FeatureLevelRecord> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'featureLevel';
    const featureLevel = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, featureLevel, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFeatureLevelRecord(writer: Writer, message: FeatureLevelRecord, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'featureLevel';
    const featureLevel = message.featureLevel;
    writer.writeInt16(featureLevel);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
