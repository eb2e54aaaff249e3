// Generated from definitions/control-record-type-schema.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, type Writer } from '@millrace/protocol';

/** ControlRecordTypeSchema, versions 0. */
export interface ControlRecordTypeSchema {
  /** 0 abort, 1 commit, 2 leader change, 3 snapshot header, 4 snapshot footer, 5 kraft.version, 6 voters. */
  type: number;
}

export const controlRecordTypeSchema: MessageCodec<ControlRecordTypeSchema> = messageCodec<ControlRecordTypeSchema>(
  {
    name: 'ControlRecordTypeSchema',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readControlRecordTypeSchema,
  writeControlRecordTypeSchema,
);

function readControlRecordTypeSchema(reader: Reader, _version: number): Decoded<ControlRecordTypeSchema> {
  let field = '';
  try {
    field = 'type';
    const type = reader.readInt16();
    return { type };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeControlRecordTypeSchema(writer: Writer, message: ControlRecordTypeSchema, _version: number): void {
  let field = '';
  try {
    field = 'type';
    const type = message.type;
    writer.writeInt16(type);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
