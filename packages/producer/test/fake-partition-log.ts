/** A partition's log as a broker keeps it for idempotent producers: it checks sequences and remembers the last five batches. */
import { batchBaseSequence, batchLastSequence, batchProducerEpoch, batchProducerId, batchRecordCount, ensureValidBatch, ErrorCode, incrementSequence, RecordReader } from '@millrace/protocol';

interface ProducerState {
  epoch: number;
  batches: { first: number; last: number; offset: number }[];
}

const text = new TextDecoder();
const rememberedBatches = 5;

export class FakePartitionLog {
  readonly values: string[] = [];
  readonly #producers = new Map<number, ProducerState>();

  /** Forgets who wrote, as a broker does that lost its state. */
  forgetProducers(): void {
    this.#producers.clear();
  }

  append(bytes: Uint8Array): { errorCode: number; baseOffset: number } {
    ensureValidBatch(bytes, 0);
    const producerId = batchProducerId(bytes, 0);
    const errorOrOffset = producerId < 0 ? null : this.#check(producerId, bytes);
    if (errorOrOffset !== null) return errorOrOffset;
    const baseOffset = this.values.length;
    if (producerId >= 0) this.#remember(producerId, bytes, baseOffset);
    const reader = new RecordReader(bytes);
    reader.nextBatch();
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) this.values.push(text.decode(record.value ?? undefined));
    return { errorCode: ErrorCode.NONE, baseOffset };
  }

  #check(producerId: number, bytes: Uint8Array): { errorCode: number; baseOffset: number } | null {
    const state = this.#producers.get(producerId);
    const first = batchBaseSequence(bytes, 0);
    const epoch = batchProducerEpoch(bytes, 0);
    const refused = (errorCode: number) => ({ errorCode, baseOffset: -1 });
    if (state === undefined) return null;
    if (epoch < state.epoch) return refused(ErrorCode.INVALID_PRODUCER_EPOCH);
    if (epoch > state.epoch) return first === 0 ? null : refused(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
    const same = state.batches.find((batch) => batch.first === first && batch.last === batchLastSequence(bytes, 0));
    if (same !== undefined) return { errorCode: ErrorCode.NONE, baseOffset: same.offset };
    const last = state.batches.at(-1)!.last;
    return first === incrementSequence(last, 1) ? null : refused(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
  }

  #remember(producerId: number, bytes: Uint8Array, offset: number): void {
    const epoch = batchProducerEpoch(bytes, 0);
    const known = this.#producers.get(producerId);
    const batches = known?.epoch === epoch ? known.batches : [];
    batches.push({ first: batchBaseSequence(bytes, 0), last: batchLastSequence(bytes, 0), offset });
    if (batches.length > rememberedBatches) batches.shift();
    if (batchRecordCount(bytes, 0) < 1) throw new Error('an empty batch was sent');
    this.#producers.set(producerId, { epoch, batches });
  }
}
