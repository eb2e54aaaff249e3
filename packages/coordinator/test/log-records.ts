import { controlRecordType, type RecordReader } from '@millrace/protocol';

export interface LogRecord {
  readonly offset: number;
  readonly producerId: number;
  readonly producerEpoch: number;
  /** Of a record in a control batch, else null. */
  readonly controlType: number | null;
  readonly key: Uint8Array;
  readonly value: Uint8Array | null;
}

/** Every record of a log, in order. */
export function* recordsOf(reader: RecordReader): Generator<LogRecord> {
  while (reader.nextBatch()) {
    const { producerId, producerEpoch, isControl } = reader;
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
      const { offset, key, value } = record;
      if (key === null) throw new Error(`record ${offset} has no key`);
      yield { offset, producerId, producerEpoch, controlType: isControl ? controlRecordType(key) : null, key, value };
    }
  }
}
