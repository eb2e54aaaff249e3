// Generated from definitions/aborted-txn.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, type Writer } from '@millrace/protocol';

/** AbortedTxn, versions 0. */
export interface AbortedTxn {
  /** Id of the producer. */
  producerId: number;
  /** First offset of the transaction in this partition. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** First offset of an open transaction, else the high watermark. */
  lastStableOffset: number;
}

export const abortedTxn: MessageCodec<AbortedTxn> = messageCodec<AbortedTxn>(
  {
    name: 'AbortedTxn',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readAbortedTxn,
  writeAbortedTxn,
);

function readAbortedTxn(reader: Reader, _version: number): Decoded<AbortedTxn> {
  let field = '';
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'lastStableOffset';
    const lastStableOffset = reader.readInt64();
    return { producerId, firstOffset, lastOffset, lastStableOffset };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAbortedTxn(writer: Writer, message: AbortedTxn, _version: number): void {
  let field = '';
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'lastStableOffset';
    const lastStableOffset = message.lastStableOffset;
    writer.writeInt64(lastStableOffset);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
