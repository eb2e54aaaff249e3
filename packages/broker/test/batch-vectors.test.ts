/** Every batch of the vectors, good and damaged, sent in a Produce request: taken or refused with the code that Apache Kafka gives it. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { batchBaseOffset, batchMagic, ErrorCode, isTransactional, setBaseOffset } from '@millrace/protocol';
import { tell } from './story.js';

interface Vector {
  readonly case: string;
  readonly hex: string;
  readonly produce: { readonly error: keyof typeof ErrorCode };
}

const packed = readFileSync(new URL('../../protocol/test/vectors/batches.jsonl.gz', import.meta.url));
const vectors = gunzipSync(packed).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as Vector);
const { CORRUPT_MESSAGE, INVALID_RECORD, TRANSACTIONAL_ID_AUTHORIZATION_FAILED, UNKNOWN_SERVER_ERROR } = ErrorCode;

it(`takes or refuses ${vectors.length} batches as Apache Kafka does`, () =>
  tell({}, async (story) => {
    // A partition each, so that sequences of one do not stand in the way of another.
    await story.createTopic('t', { 'message.timestamp.after.max.ms': '9223372036854775807', 'max.message.bytes': '10000000' }, vectors.length);
    const wrong: string[] = [];
    let taken = 0;
    for (const [partition, vector] of vectors.entries()) {
      const records = Uint8Array.from(Buffer.from(vector.hex, 'hex'));
      if (records.length >= 8 && batchBaseOffset(records, 0) > 0) setBaseOffset(records, 0, 0);
      const transactional = records.length >= 61 && batchMagic(records, 0) === 2 && isTransactional(records, 0);
      const expected = transactional ? TRANSACTIONAL_ID_AUTHORIZATION_FAILED : ErrorCode[vector.produce.error];
      const { errorCode, errorMessage } = await story.produceTo('t', partition, records);
      if (errorCode === 0) taken++;
      // What Kafka did not foresee may be either of two clear errors.
      const clear = expected === UNKNOWN_SERVER_ERROR && (errorCode === CORRUPT_MESSAGE || errorCode === INVALID_RECORD);
      if (errorCode !== expected && !clear) wrong.push(`${vector.case}: ${errorCode} (${errorMessage}), expected ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(taken).toBeGreaterThan(50);
  }));
