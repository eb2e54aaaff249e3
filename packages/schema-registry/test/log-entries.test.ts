import { describe, expect, test } from 'vitest';
import { LeaderClaims } from '../src/core/leader-claims.js';
import type { RegistryRecord } from '../src/core/registry-record.js';
import { decodeEntry, encodeRecord } from '../src/records/log-entry.js';
import { RegistryStory } from './registry-story.js';

const entry = (key: string | null, value: string | null): Parameters<typeof decodeEntry>[0] => ({ offset: 7, timestampMs: 0, key, value, writer: null });

describe('entries that cannot be understood are skipped', () => {
  test.each([
    [null, '{}'],
    ['', '{}'],
    ['{', '{}'],
    ['[]', '{}'],
    ['{"keytype":"FUTURE","magic":0}', '{}'],
    ['{"keytype":"SCHEMA","subject":"s","magic":1}', '{}'],
    ['{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', '{"subject":"s","version":1,"schema":"x"}'],
    ['{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', '{"subject":"s","version":1,"id":1,"schemaType":"XML","schema":"x"}'],
    ['{"keytype":"MODE","subject":"s","magic":0}', '{"subject":"s","mode":"SIDEWAYS"}'],
    ['{"keytype":"CONFIG","subject":"s","magic":0}', '{"compatibilityLevel":"SIDEWAYS"}'],
    ['{"keytype":"CONFIG","subject":"s","magic":0}', 'null and void'],
  ])('%s', (key, value) => expect(decodeEntry(entry(key, value))).toEqual({ skipped: expect.any(String) }));
});

/** Its reader ends at a type of key that it does not know, and passes over a key that is no JSON. */
test.each<RegistryRecord>([
  { keytype: 'MILLRACE_EXPORTER', name: 'e', value: null },
  { keytype: 'MILLRACE_EXPORTER_STATUS', name: 'e', value: null },
  { keytype: 'MILLRACE_KEK', name: 'k', value: null },
  { keytype: 'MILLRACE_DEK', kekName: 'k', subject: 's', algorithm: 'AES256_GCM', version: 1, value: null },
])('what Confluent does not have has keys that its registry passes over: $keytype', (record) => {
  const { key, value } = encodeRecord(record, { epoch: 1, name: 'me' });
  expect(() => JSON.parse(key) as unknown).toThrow(SyntaxError);
  expect(decodeEntry(entry(key, value))).toMatchObject({ record });
});

describe('entries of other registries', () => {
  test('with magic 0, without a type, with members that are not known', () => {
    const story = new RegistryStory();
    story.write({ key: '{"keytype":"SCHEMA","subject":"s","version":1,"magic":0}', value: '{"subject":"s","version":1,"id":5,"schema":"\\"int\\"","deleted":false,"offset":3,"ts":9,"more":{}}' });
    expect(story.registry.state.latest('s')).toMatchObject({ id: 5, content: { schemaType: 'AVRO' } });
  });

  test('a deletion or a tombstone of what is not there changes nothing', () => {
    const story = new RegistryStory();
    story.write({ key: '{"keytype":"DELETE_SUBJECT","subject":"gone","magic":0}', value: '{"subject":"gone","version":3}' });
    story.write({ key: '{"keytype":"SCHEMA","subject":"gone","version":1,"magic":1}', value: null });
    story.write({ key: '{"keytype":"CLEAR_SUBJECT","subject":"gone","magic":0}', value: '{"subject":"gone"}' });
    expect(story.registry.state.subjects).toEqual([]);
  });

  test('one id with two schemas keeps the first, until it goes', () => {
    const story = new RegistryStory();
    const write = (subject: string, schema: string): void => story.write({ key: `{"keytype":"SCHEMA","subject":"${subject}","version":1,"magic":1}`, value: JSON.stringify({ subject, version: 1, id: 1, schema, deleted: false }) });
    write('s', '"int"');
    write('t', '"long"');
    expect(story.registry.state.context('.')?.withId(1)?.content.schema).toBe('"int"');
    story.write({ key: '{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', value: null });
    expect(story.registry.state.context('.')?.withId(1)?.content.schema).toBe('"long"');
  });
});

test('keys and values have the members of Confluent in its order', () => {
  const written = (record: Parameters<typeof encodeRecord>[0]): [string, string | null] => {
    const { key, value } = encodeRecord(record, { epoch: 1, name: 'me' });
    return [key, value];
  };
  expect(written({ keytype: 'NOOP' })).toEqual(['{"keytype":"NOOP","magic":0}', null]);
  expect(written({ keytype: 'MODE', subject: '', value: 'READONLY' })).toEqual(['{"keytype":"MODE","magic":0}', '{"mode":"READONLY"}']);
  expect(written({
    keytype: 'SCHEMA', subject: 'a"b', version: 2,
    value: {
      subject: 'a"b', version: 2, id: 3, schemaType: 'JSON', references: [{ name: 'n', subject: 'r', version: 1 }], metadata: { properties: { a: 'b' } },
      ruleSet: { domainRules: [{ name: 'x', kind: 'CONDITION', mode: 'WRITE', type: 'CEL', expr: 'true', disabled: false }] }, schema: '{"a":"\u001f"}', deleted: true,
    },
  })).toEqual([
    String.raw`{"keytype":"SCHEMA","subject":"a\"b","version":2,"magic":1}`,
    String.raw`{"subject":"a\"b","version":2,"id":3,"schemaType":"JSON","references":[{"name":"n","subject":"r","version":1}],"metadata":{"properties":{"a":"b"}},"ruleSet":{"domainRules":[{"name":"x","kind":"CONDITION","mode":"WRITE","type":"CEL","expr":"true","disabled":false}]},"schema":"{\"a\":\"\u001F\"}","deleted":true}`,
  ]);
});

describe('claims', () => {
  test('a later claim makes records of earlier leaders void, and unsigned ones apply', () => {
    const claims = new LeaderClaims();
    expect(claims.judge({ epoch: 1, name: 'a' }, null)).toBe('applies');
    expect(claims.judge({ epoch: 1, name: 'b' }, 'k')).toBe('void');
    expect(claims.judge({ epoch: 2, name: 'b' }, null)).toBe('applies');
    expect(claims.judge({ epoch: 1, name: 'a' }, 'l')).toBe('void');
    expect(claims.spoiledKeys).toEqual(['k', 'l']);
    expect(claims.judge(null, 'k')).toBe('applies');
    expect(claims.judge({ epoch: 2, name: 'b' }, 'l')).toBe('applies');
    expect(claims.spoiledKeys).toEqual([]);
  });
});
