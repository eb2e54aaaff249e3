import { describe, expect, test } from 'vitest';
import { deleteConfig, readConfig, resolveAlias, updateConfig } from '../src/core/change-config.js';
import { deleteMode, readMode, updateMode } from '../src/core/change-mode.js';
import { testCompatibility } from '../src/core/check-compatibility.js';
import { deleteContext } from '../src/core/delete-context.js';
import { deleteSubject } from '../src/core/delete-subject.js';
import { deleteVersion } from '../src/core/delete-version.js';
import { findByGuid, findById, idsOfGuid, versionsWithId } from '../src/core/find-by-id.js';
import { findByMetadata, findVersion } from '../src/core/find-version.js';
import { listContexts, listSchemas, listSubjects, listVersions } from '../src/core/list-schemas.js';
import { lookupSchema } from '../src/core/lookup-schema.js';
import { referencedBy } from '../src/core/referenced-by.js';
import { parseVersion } from '../src/core/schema-request.js';
import { avroRecord, refusal, RegistryStory } from './registry-story.js';

const first = avroRecord('R', ['a']);
const second = avroRecord('R', ['a'], ['b']);
const incompatible = avroRecord('R', ['a', 'c']);

describe('deleting a subject', () => {
  test('marks its versions at first', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.register('s', second);
    expect(story.writtenBy(() => expect(story.apply(deleteSubject(story.registry, 's', false))).toEqual([1, 2]))).toEqual([
      ['{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}', '{"subject":"s","version":2}'],
    ]);
    expect(refusal(() => deleteSubject(story.registry, 's', false))).toEqual([40404, "Subject 's' was soft deleted.Set permanent=true to delete permanently"]);
    expect(listSubjects(story.registry, '', 'without-deleted')).toEqual([]);
    expect(listSubjects(story.registry, '', 'only-deleted')).toEqual(['s']);
    // Data that was written with it may still be read.
    expect(findById(story.registry, 2, '').content.schema).toBe(second);
  });

  test('for good forgets it with config and mode', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.apply(updateConfig(story.registry, 's', { compatibilityLevel: 'FULL' }));
    story.apply(updateMode(story.registry, 's', 'READWRITE', false));
    expect(refusal(() => deleteSubject(story.registry, 's', true))).toEqual([40405, "Subject 's' was not deleted first before being permanently deleted"]);
    story.apply(deleteSubject(story.registry, 's', false));
    expect(story.writtenBy(() => story.apply(deleteSubject(story.registry, 's', true)))).toEqual([
      ['{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', null],
      ['{"keytype":"MODE","subject":"s","magic":0}', null],
      ['{"keytype":"CONFIG","subject":"s","magic":0}', null],
    ]);
    expect(refusal(() => findById(story.registry, 1, ''))).toEqual([40403, 'Schema 1 not found']);
    expect(refusal(() => deleteSubject(story.registry, 's', true))).toEqual([40401, "Subject 's' not found."]);
  });

  test('is refused while another subject refers to it', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.register('t', { schema: '{"type":"record","name":"T","fields":[{"name":"r","type":"R"}]}', references: [{ name: 'R', subject: 's', version: 1 }] });
    const refused = [42206, 'One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=s,version=1}.'];
    expect(refusal(() => deleteSubject(story.registry, 's', false))).toEqual(refused);
    expect(refusal(() => deleteVersion(story.registry, 's', 1, false))).toEqual(refused);
    expect(referencedBy(story.registry, findVersion(story.registry, 's', 1, true), false)).toEqual([2]);
    story.apply(deleteSubject(story.registry, 't', false));
    expect(referencedBy(story.registry, findVersion(story.registry, 's', 1, true), false)).toEqual([]);
    story.apply(deleteSubject(story.registry, 's', false));
    // The deleted one may still be read, so it still refers.
    expect(refusal(() => deleteSubject(story.registry, 's', true))).toEqual(refused);
  });
});

describe('deleting a version', () => {
  test('marks it, then forgets it', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.register('s', second);
    expect(refusal(() => deleteVersion(story.registry, 's', 2, true))).toEqual([40407, "Subject 's' Version 2 was not deleted first before being permanently deleted"]);
    expect(story.apply(deleteVersion(story.registry, 's', -1, false))).toBe(2);
    expect(story.registry.state.latest('s')?.version).toBe(1);
    expect(refusal(() => deleteVersion(story.registry, 's', 2, false))).toEqual([40406, "Subject 's' Version 2 was soft deleted.Set permanent=true to delete permanently"]);
    expect(refusal(() => findVersion(story.registry, 's', 2, false))).toEqual([40402, 'Version 2 not found.']);
    expect(findVersion(story.registry, 's', 2, true).deleted).toBe(true);
    expect(story.apply(deleteVersion(story.registry, 's', 2, true))).toBe(2);
    expect(refusal(() => deleteVersion(story.registry, 's', 2, true))).toEqual([40402, 'Version 2 not found.']);
    expect(refusal(() => deleteVersion(story.registry, 'gone', 2, true))).toEqual([40401, "Subject 'gone' not found."]);
  });
});

describe('looking a schema up', () => {
  test('in its subject, in other contexts, among the deleted', () => {
    const story = new RegistryStory();
    story.register(':.ctx:s', first);
    expect(lookupSchema(story.registry, 's', { schema: first }).subject).toBe(':.ctx:s');
    expect(refusal(() => lookupSchema(story.registry, 's', { schema: second }))).toEqual([40401, "Subject 's' not found."]);
    expect(refusal(() => lookupSchema(story.registry, ':.ctx:s', { schema: second }))).toEqual([40403, 'Schema not found']);
    story.apply(deleteSubject(story.registry, ':.ctx:s', false));
    expect(refusal(() => lookupSchema(story.registry, ':.ctx:s', { schema: first }))[0]).toBe(40401);
    expect(lookupSchema(story.registry, ':.ctx:s', { schema: first }, { deleted: true }).version).toBe(1);
  });

  test('with all that it refers to written out', () => {
    const story = new RegistryStory();
    story.register('r', first);
    story.register('t', { schema: '{"type":"record","name":"T","fields":[{"name":"r","type":"R"}]}', references: [{ name: 'R', subject: 'r', version: -1 }] });
    expect(lookupSchema(story.registry, 't', { schema: `{"type":"record","name":"T","fields":[{"name":"r","type":${first}}]}` }).version).toBe(1);
    expect(story.registry.state.latest('t')?.content.references).toEqual([{ name: 'R', subject: 'r', version: 1 }]);
  });

  test('by metadata finds the newest that has all', () => {
    const story = new RegistryStory();
    story.register('s', { schema: first, metadata: { properties: { stage: 'test', owner: 'me' } } });
    story.register('s', { schema: second, metadata: { properties: { stage: 'test' } } });
    expect(findByMetadata(story.registry, 's', new Map([['stage', 'test']]), false).version).toBe(2);
    expect(findByMetadata(story.registry, 's', new Map([['stage', 'test'], ['owner', 'me']]), false).version).toBe(1);
    expect(refusal(() => findByMetadata(story.registry, 's', new Map([['stage', 'x']]), false))).toEqual([40403, 'Schema not found']);
  });
});

describe('ids and guids', () => {
  test('are of a context, and found in others for a plain subject', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.register(':.ctx:t', second);
    story.register(':.ctx:u', first);
    expect(findById(story.registry, 1, '').subject).toBe('s');
    expect(findById(story.registry, 1, ':.ctx:').subject).toBe(':.ctx:t');
    expect(findById(story.registry, 2, '').subject).toBe(':.ctx:u');
    expect(refusal(() => findById(story.registry, 2, ':.other:'))).toEqual([40403, 'Schema 2 not found']);
    const { guid } = findById(story.registry, 1, '').content;
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(idsOfGuid(story.registry, guid)).toEqual([{ context: '.', id: 1 }, { context: '.ctx', id: 2 }]);
    expect(findByGuid(story.registry, guid.toUpperCase()).content.schema).toBe(first);
    expect(refusal(() => findByGuid(story.registry, 'nothing'))).toEqual([40403, 'Schema nothing not found']);
  });

  test('tell their subjects and versions', () => {
    const story = new RegistryStory();
    story.register('b', first);
    story.register('a', first);
    expect(versionsWithId(story.registry, 1, '', false).map(({ subject, version }) => [subject, version])).toEqual([['a', 1], ['b', 1]]);
    story.apply(deleteSubject(story.registry, 'a', false));
    expect(versionsWithId(story.registry, 1, '', false)).toHaveLength(1);
    expect(versionsWithId(story.registry, 1, '', true)).toHaveLength(2);
    expect(refusal(() => versionsWithId(story.registry, 9, '', true))).toEqual([40403, 'Schema not found']);
  });
});

describe('compatibility', () => {
  const story = new RegistryStory();
  story.register('s', first);

  test('against the latest of an unknown subject holds, against a version of it does not exist', () => {
    expect(testCompatibility(story.registry, 'gone', -1, { schema: first })).toEqual({ is_compatible: true });
    expect(refusal(() => testCompatibility(story.registry, 'gone', 1, { schema: first }))).toEqual([40402, 'Version 1 not found.']);
    expect(testCompatibility(story.registry, 'gone', 'all', { schema: first }, { verbose: true })).toEqual({ is_compatible: true, messages: [] });
  });

  test('says why only when asked', () => {
    expect(testCompatibility(story.registry, 's', -1, { schema: incompatible })).toEqual({ is_compatible: false });
    expect(testCompatibility(story.registry, 's', -1, { schema: incompatible }, { verbose: true }).messages).toHaveLength(4);
  });

  test('of a broken schema is an error, or words when asked', () => {
    expect(refusal(() => testCompatibility(story.registry, 's', -1, { schema: '{' }))[0]).toBe(42201);
    expect(testCompatibility(story.registry, 's', -1, { schema: '{' }, { verbose: true })).toMatchObject({ is_compatible: false, messages: [expect.stringContaining('Invalid schema')] });
  });
});

describe('config', () => {
  test('changes what is named, and takes away what is null', () => {
    const story = new RegistryStory();
    expect(readConfig(story.registry, '', false)).toEqual({ compatibilityLevel: 'BACKWARD' });
    expect(story.writtenBy(() => story.apply(updateConfig(story.registry, '', { compatibilityLevel: 'FULL', alias: 'x' })))).toEqual([
      ['{"keytype":"CONFIG","magic":0}', '{"alias":"x","compatibilityLevel":"FULL"}'],
    ]);
    expect(story.apply(updateConfig(story.registry, '', { alias: null, normalize: true }))).toEqual({ normalize: true, compatibilityLevel: 'FULL' });
    expect(refusal(() => readConfig(story.registry, 's', false))).toEqual([40408, "Subject 's' does not have subject-level compatibility configured"]);
    expect(readConfig(story.registry, 's', true)).toMatchObject({ compatibilityLevel: 'FULL' });
    expect(refusal(() => deleteConfig(story.registry, 's'))).toEqual([40401, "Subject 's' not found."]);
    expect(story.apply(deleteConfig(story.registry, ''))).toEqual({ normalize: true, compatibilityLevel: 'FULL' });
    expect(readConfig(story.registry, '', false)).toEqual({ compatibilityLevel: 'BACKWARD' });
  });

  test('a global config with a subject of null, as old releases wrote it, is the global one', () => {
    const story = new RegistryStory();
    story.write({ key: '{"keytype":"CONFIG","subject":null,"magic":0}', value: '{"subject":null,"compatibilityLevel":"FORWARD"}' });
    expect(readConfig(story.registry, '', false)).toEqual({ compatibilityLevel: 'FORWARD' });
  });

  test('an alias leads to a subject of the same context', () => {
    const story = new RegistryStory();
    story.apply(updateConfig(story.registry, ':.ctx:a', { alias: 'b' }));
    expect(resolveAlias(story.registry, ':.ctx:a')).toBe(':.ctx:b');
    expect(resolveAlias(story.registry, 'a')).toBe('a');
    story.register(':.ctx:b', first);
    expect(listSchemas(story.registry, { subjectPrefix: ':*:', deleted: false, latestOnly: false, aliases: true }).map(({ aliases }) => aliases)).toEqual([[':.ctx:a']]);
  });
});

describe('mode', () => {
  test('of subjects, contexts and all', () => {
    const story = new RegistryStory();
    expect(readMode(story.registry, '', false)).toBe('READWRITE');
    expect(refusal(() => readMode(story.registry, 's', false))).toEqual([40409, "Subject 's' does not have subject-level mode configured"]);
    expect(refusal(() => updateMode(story.registry, 's', 'FORWARD', false))).toEqual([42204, 'Forward mode only supported on global level']);
    story.apply(updateMode(story.registry, ':.ctx:', 'READONLY', false));
    story.apply(updateMode(story.registry, ':.ctx:s', 'IMPORT', false));
    expect(readMode(story.registry, ':.ctx:t', true)).toBe('READONLY');
    expect(refusal(() => deleteMode(story.registry, 's', false))).toEqual([40401, "Subject 's' not found."]);
    expect(story.apply(deleteMode(story.registry, ':.ctx:', true))).toBe('READONLY');
    expect(story.registry.state.modes.size).toBe(0);
  });

  test('stays when the registry is set up so', () => {
    expect(refusal(() => updateMode(new RegistryStory({ allowsModeChanges: false }).registry, '', 'READONLY', false))).toEqual([42205, 'Mode changes are not allowed']);
  });
});

describe('lists', () => {
  const story = new RegistryStory();
  story.register('orders-value', first);
  story.register('orders-key', '"string"');
  story.register(':.ctx:orders-value', second);
  story.register('orders-value', { schema: second, ruleSet: { domainRules: [{ name: 'a', type: 'CEL' }] } });

  test.each([
    ['', ['orders-key', 'orders-value']],
    [':*:', [':.ctx:orders-value', 'orders-key', 'orders-value']],
    ['orders-v', ['orders-value']],
    [':.ctx:', [':.ctx:orders-value']],
    [':*:orders-v', [':.ctx:orders-value', 'orders-value']],
  ])('subjects with the prefix %j', (prefix, subjects) => {
    expect(listSubjects(story.registry, prefix, 'without-deleted')).toEqual(subjects);
  });

  test('schemas, newest only or with a type of rule', () => {
    const list = (filter: object): unknown[] => listSchemas(story.registry, { subjectPrefix: '', deleted: false, latestOnly: false, aliases: false, ...filter }).map(({ stored }) => [stored.subject, stored.version]);
    expect(list({})).toEqual([['orders-key', 1], ['orders-value', 1], ['orders-value', 2]]);
    expect(list({ latestOnly: true })).toEqual([['orders-key', 1], ['orders-value', 2]]);
    expect(list({ ruleType: 'CEL' })).toEqual([['orders-value', 2]]);
  });

  test('versions and contexts', () => {
    expect(listVersions(story.registry, 'orders-value', 'without-deleted').map(({ version }) => version)).toEqual([1, 2]);
    expect(refusal(() => listVersions(story.registry, 'gone', 'with-deleted'))).toEqual([40401, "Subject 'gone' not found."]);
    expect(listContexts(story.registry, '')).toEqual(['.', '.ctx']);
    expect(refusal(() => deleteContext(story.registry, '.ctx'))).toEqual([42211, "The specified context '.ctx' is not empty."]);
  });
});

test.each([['1', 1], ['latest', -1], ['LATEST', -1], ['-1', -1]])('the version %s is %i', (text, version) => expect(parseVersion(text)).toBe(version));
test.each(['0', '-2', 'x', '', '2147483648', '1.5'])('%j is no version', (text) => {
  expect(refusal(() => parseVersion(text))).toEqual([42202, `The specified version '${text}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`]);
});
