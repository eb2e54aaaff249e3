// Generated from definitions/end-txn-marker.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, type Writer } from '@millrace/protocol';

/** EndTxnMarker, versions 0. */
export interface EndTxnMarker {
  /** Epoch of the coordinator that ended the transaction. */
  coordinatorEpoch: number;
}

export const endTxnMarker: MessageCodec<EndTxnMarker> = messageCodec<EndTxnMarker>(
  {
    name: 'EndTxnMarker',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readEndTxnMarker,
  writeEndTxnMarker,
);

function readEndTxnMarker(reader: Reader, _version: number): Decoded<EndTxnMarker> {
  let field = '';
  try {
    field = 'coordinatorEpoch';
    const coordinatorEpoch = reader.readInt32();
    return { coordinatorEpoch };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEndTxnMarker(writer: Writer, message: EndTxnMarker, _version: number): void {
  let field = '';
  try {
    field = 'coordinatorEpoch';
    const coordinatorEpoch = message.coordinatorEpoch;
    writer.writeInt32(coordinatorEpoch);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
