/**
 * Where the fields stand in answers to requests for one topic and one partition, in the versions that we send: so few
 * that no decoder is needed.
 *
 *   Produce v12   size corr tags │ 1 topic: name │ 1 partition: index error …
 *   Fetch v12     size corr tags │ throttle error session │ 1 topic: name │ 1 partition: index error hw lso start aborted rack records
 */
const HEADER_BYTES = 4 + 4 + 1;
const ONE = 1;

/** Of the partition's error code in a Produce answer. */
export function produceErrorAt(topic: string): number {
  return HEADER_BYTES + ONE + nameBytes(topic) + ONE + 4;
}

/** Of the partition's error code in a Fetch answer. */
export function fetchErrorAt(topic: string): number {
  return HEADER_BYTES + 4 + 2 + 4 + ONE + nameBytes(topic) + ONE + 4;
}

/** Of the answer's own error code in a Fetch answer. */
export const FETCH_TOP_ERROR_AT: number = HEADER_BYTES + 4;

/** Of the length of the records in a Fetch answer that lists no aborted transactions. */
export function fetchRecordsLengthAt(topic: string): number {
  return fetchErrorAt(topic) + 2 + 3 * 8 + ONE + 4;
}

/** A compact length (KIP-482), 0 for null. */
export function compactLength(head: DataView, at: number): number {
  let value = 0;
  for (let shift = 0; shift <= 28; shift += 7) {
    const byte = head.getUint8(at++);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return Math.max(0, value - 1);
  }
  throw new Error('a compact length has at most five bytes');
}

function nameBytes(topic: string): number {
  if (topic.length > 126) throw new RangeError(`topic name of ${topic.length} characters; the layout holds for 126`);
  return ONE + topic.length;
}
