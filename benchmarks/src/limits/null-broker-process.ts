/**
 * A broker that does nothing: it cuts the stream into frames and answers each as if it had been done. The same load on
 * it shows what the loopback and the generator can carry. A second port swallows whatever comes.
 */
import { nodePlatform, type Connection } from '@millrace/platform';
import { decodeRequestHeader, encodeResponseFrame, Reader } from '@millrace/protocol';
import { fetchRequest, fetchResponse } from '@millrace/protocol/messages/fetch';
import { produceResponse } from '@millrace/protocol/messages/produce';
import { FrameCounter } from '../load/frame-counter.js';
import { FETCH_VERSION, PRODUCE_VERSION } from '../load/request-frames.js';
import { LIMIT_TOPIC } from './limit-topic.js';

const PRODUCE = 0;
/** What of a made answer is copied to take the correlation id; the rest is shared. */
const COPIED_BYTES = 64;

const produceAnswer = madeProduceAnswer();
const fetchAnswers = new Map<number, Uint8Array>();

function madeProduceAnswer(): Uint8Array {
  const partitionResponses = [{ index: 0, errorCode: 0, baseOffset: 0 }];
  const message = { responses: [{ name: LIMIT_TOPIC, partitionResponses }] };
  return joined(encodeResponseFrame(0, produceResponse, message, PRODUCE_VERSION));
}

function fetchAnswer(size: number): Uint8Array {
  let made = fetchAnswers.get(size);
  if (made === undefined) {
    const partition = { partitionIndex: 0, errorCode: 0, highWatermark: 0, lastStableOffset: 0, logStartOffset: 0 };
    const partitions = [{ ...partition, abortedTransactions: [], records: new Uint8Array(size) }];
    const message = { throttleTimeMs: 0, responses: [{ topic: LIMIT_TOPIC, partitions }] };
    made = joined(encodeResponseFrame(0, fetchResponse, message, FETCH_VERSION));
    fetchAnswers.set(size, made);
  }
  return made;
}

function joined(pieces: readonly unknown[]): Uint8Array {
  return Buffer.concat(pieces.filter((piece) => piece instanceof Uint8Array));
}

function askedBytes(head: DataView, headBytes: number): number {
  const reader = new Reader(new Uint8Array(head.buffer, head.byteOffset, headBytes), 4);
  decodeRequestHeader(reader);
  return fetchRequest.decode(reader, FETCH_VERSION).topics[0]?.partitions[0]?.partitionMaxBytes ?? 0;
}

function serve(connection: Connection): void {
  const answers: Uint8Array[] = [];
  const frames = new FrameCounter((head, headBytes) => {
    const isProduce = head.getInt16(4) === PRODUCE;
    const whole = isProduce ? produceAnswer : fetchAnswer(askedBytes(head, headBytes));
    const start = Buffer.from(whole.subarray(0, COPIED_BYTES));
    start.writeInt32BE(head.getInt32(8), 4);
    answers.push(start);
    if (whole.length > COPIED_BYTES) answers.push(whole.subarray(COPIED_BYTES));
  });
  const onBytes = (bytes: Uint8Array): void => {
    frames.feed(bytes);
    if (answers.length > 0) connection.writeAll(answers.splice(0));
  };
  connection.start({ onBytes, onDrain: () => undefined, onClose: () => undefined });
}

function swallow(connection: Connection): void {
  connection.start({ onBytes: () => undefined, onDrain: () => undefined, onClose: () => undefined });
}

const { network } = nodePlatform();
const frameListener = await network.listen({ host: '127.0.0.1', port: 0 }, serve);
const sinkListener = await network.listen({ host: '127.0.0.1', port: 0 }, swallow);
process.send?.({ framePort: frameListener.port, sinkPort: sinkListener.port });
process.once('disconnect', () => process.exit(0));
