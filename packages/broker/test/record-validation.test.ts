import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import type { RecordValidator } from '../src/record-validation/record-validator.js';
import { batch, tell, valuesIn, type Story } from './story.js';

/** Values must begin with `ok`, keys with `k`; `wait` is not known yet. */
const validator: RecordValidator = {
  check: (_topic, part, bytes, _headers, strategy) => {
    const text = new TextDecoder().decode(bytes);
    if (text === 'wait') return 'later';
    return text.startsWith(part === 'value' ? 'ok' : 'k') ? null : { problem: `the ${part} ${text} is wrong${strategy === undefined ? '' : ` by ${strategy}`}` };
  },
};

async function withValidator(story: Story): Promise<void> {
  story.recordValidator = validator;
  await story.restart();
}

describe('records held against their schemas', () => {
  it.each([0, 1, 2, 4])('refuses the batch and names each record, whatever the codec (%d)', (codec) =>
    tell({}, async (story) => {
      await withValidator(story);
      await story.createTopic('t', { 'confluent.value.schema.validation': 'true' });
      expect(await story.produceTo('t', 0, batch(['ok 1', 'bad', 'ok 2', { key: 'any' }, 'worse'], { codec }))).toMatchObject({
        errorCode: ErrorCode.INVALID_RECORD,
        baseOffset: -1,
        errorMessage: '2 of 5 records do not follow their schemas: the value bad is wrong',
        recordErrors: [{ batchIndex: 1, batchIndexErrorMessage: 'the value bad is wrong' }, { batchIndex: 4, batchIndexErrorMessage: 'the value worse is wrong' }],
      });
      expect(await story.produceTo('t', 0, batch(['ok 1', { key: 'tombstone' }], { codec }))).toMatchObject({ errorCode: 0, baseOffset: 0 });
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:ok 1', '1:null']);
    }));

  it('looks at keys where the topic says so, by the strategy that it says', () =>
    tell({}, async (story) => {
      await withValidator(story);
      await story.createTopic('t', { 'confluent.key.schema.validation': 'true', 'confluent.key.subject.name.strategy': 'RecordNameStrategy' });
      expect(await story.produceTo('t', 0, batch([{ key: 'x', value: 'anything' }]))).toMatchObject({ errorCode: ErrorCode.INVALID_RECORD, recordErrors: [{ batchIndex: 0, batchIndexErrorMessage: 'the key x is wrong by RecordNameStrategy' }] });
      expect(await story.produceTo('t', 0, batch([{ key: 'k', value: 'anything' }, 'no key']))).toMatchObject({ errorCode: 0 });
    }));

  it('tells the producer to try again while a schema is being fetched', () =>
    tell({}, async (story) => {
      await withValidator(story);
      await story.createTopic('t', { 'confluent.value.schema.validation': 'true' });
      expect(await story.produceTo('t', 0, batch(['bad', 'wait']))).toMatchObject({ errorCode: ErrorCode.REQUEST_TIMED_OUT, recordErrors: [] });
    }));

  it('leaves damage to the log, which says what it is', () =>
    tell({}, async (story) => {
      await withValidator(story);
      await story.createTopic('t', { 'confluent.value.schema.validation': 'true' });
      const damaged = batch(['bad']);
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
      expect(await story.produceTo('t', 0, damaged)).toMatchObject({ errorCode: ErrorCode.CORRUPT_MESSAGE });
    }));

  it('leaves topics alone that do not ask', () =>
    tell({}, async (story) => {
      await withValidator(story);
      await story.createTopic('t', { 'confluent.value.schema.validation': 'false', 'retention.ms': '-1' });
      expect(await story.produceTo('t', 0, batch(['bad']))).toMatchObject({ errorCode: 0 });
    }));

  it('takes nothing for such a topic without a registry', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'confluent.value.schema.validation': 'true' });
      expect(await story.produceTo('t', 0, batch(['ok']))).toMatchObject({ errorCode: ErrorCode.INVALID_CONFIG, errorMessage: expect.stringContaining('confluent.schema.registry.url is not set') as string });
    }));

  it.each([['confluent.value.schema.validation', 'maybe'], ['confluent.value.subject.name.strategy', 'MyStrategy']])('refuses %s=%s when the topic is made', (name, value) =>
    tell({}, async (story) => {
      await expect(story.createTopic('t', { [name]: value })).rejects.toThrow(`error ${ErrorCode.INVALID_CONFIG}`);
    }));
});
