import { describe, expect, test } from 'vitest';
import { updateConfig } from '../src/core/change-config.js';
import { updateMode } from '../src/core/change-mode.js';
import { deleteSubject } from '../src/core/delete-subject.js';
import { deleteVersion } from '../src/core/delete-version.js';
import { lookupSchema } from '../src/core/lookup-schema.js';
import { registeredAlready } from '../src/core/register-schema.js';
import { avroRecord, refusal, RegistryStory } from './registry-story.js';

const first = avroRecord('R', ['a']);
const second = avroRecord('R', ['a'], ['b']);
const incompatible = avroRecord('R', ['a', 'c']);

describe('a new schema', () => {
  test('gets the next id and version, and is written as Confluent writes it', () => {
    const story = new RegistryStory();
    expect(story.writtenBy(() => story.register('s', first))).toEqual([
      [
        '{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}',
        String.raw`{"subject":"s","version":1,"id":1,"schemaType":"AVRO","schema":"{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}","deleted":false}`,
      ],
    ]);
    expect(story.register('s', second)).toEqual({ id: 2, version: 2 });
  });

  test('that the subject has already is answered without a record', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(story.writtenBy(() => expect(story.register('s', first)).toEqual({ id: 1, version: 1 }))).toEqual([]);
    expect(registeredAlready(story.registry, 's', { schema: first })).toMatchObject({ id: 1, version: 1 });
  });

  test('that another subject has shares its id', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(story.register('t', first)).toEqual({ id: 1, version: 1 });
  });

  test('with other metadata, rules or references is another schema', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(story.register('t', { schema: first, metadata: { properties: { owner: 'me' } } }).id).toBe(2);
    expect(story.register('u', { schema: first, ruleSet: { domainRules: [{ name: 'check', type: 'CEL', kind: 'CONDITION', expr: 'true' }] } }).id).toBe(3);
    expect(story.register('v', { schema: first, references: [{ name: 'other', subject: 's', version: 1 }] }).id).toBe(4);
  });

  test('counts ids by context', () => {
    const story = new RegistryStory();
    story.register('s', first);
    const records = story.writtenBy(() => expect(story.register(':.ctx:s', second)).toEqual({ id: 1, version: 1 }));
    expect(records.map(([key]) => key)).toEqual([
      '{"keytype":"CONTEXT","tenant":"default","context":".ctx","magic":0}',
      '{"keytype":"SCHEMA","subject":":.ctx:s","version":1,"magic":1}',
    ]);
    expect(records[0]?.[1]).toBe('{"tenant":"default","context":".ctx"}');
    expect(story.register(':.ctx:t', first)).toEqual({ id: 2, version: 1 });
  });

  test('is refused when it cannot follow, with the code of the release', () => {
    for (const incompatibleCode of [409, 40901] as const) {
      const story = new RegistryStory({ incompatibleCode });
      story.register('s', first);
      const [code, message] = refusal(() => story.register('s', incompatible));
      expect(code).toBe(incompatibleCode);
      expect(message).toBe(
        'Schema being registered is incompatible with an earlier schema for subject "s", details: [' +
          "{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'c' at path '/fields/1' in the new schema has no default value and is missing in the old schema', additionalInfo:'c'}, " +
          `{oldSchemaVersion: 1}, {oldSchema: '${first}'}, {validateFields: 'false', compatibility: 'BACKWARD'}]`,
      );
    }
  });

  test('may be forced past the check', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(story.register('s', { schema: incompatible, force: true })).toEqual({ id: 2, version: 2 });
  });

  test('must have the version it asks for', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(refusal(() => story.register('s', { schema: second, version: 3 }))).toEqual([42201, 'Version is not one more than previous version']);
    story.register('s', { schema: second, version: 2 });
    expect(story.registry.state.latest('s')?.content.metadata).toEqual({ properties: { 'confluent:version': '2' } });
    // `confluent:version` is the registry's own and does not count.
    expect(lookupSchema(story.registry, 's', { schema: second }).version).toBe(2);
  });

  test('without text takes that of the version before, with its own contract', () => {
    const story = new RegistryStory();
    expect(refusal(() => story.register('s', { schema: '' }))).toEqual([42201, 'Empty schema']);
    story.register('s', first);
    expect(story.register('s', { metadata: { properties: { owner: 'me' } } })).toEqual({ id: 2, version: 2 });
    expect(story.registry.state.latest('s')?.content.schema).toBe(first);
  });

  test('that means the same is found by normalizing', () => {
    const story = new RegistryStory();
    const spaced = '{"type": "record", "namespace": "n", "name": "R", "fields": []}';
    story.register('s', spaced, { normalize: true });
    expect(story.register('s', '{"type":"record","name":"n.R","fields":[]}', { normalize: true })).toEqual({ id: 1, version: 1 });
  });
});

describe('bad input', () => {
  const story = new RegistryStory();
  test.each([
    ['a broken schema', 's', { schema: '{"type":' }, 42201, /^Invalid schema \{subject=s,.*\} with refs \[\] of type AVRO, details: /],
    ['an unknown type', 's', { schema: 'x', schemaType: 'XML' }, 42201, /^Invalid schema type XML$/],
    ['a reference to nothing', 's', { schema: '"x.Y"', references: [{ name: 'x.Y', subject: 'gone', version: 3 }] }, 42201, /No schema reference found for subject "gone" and version 3/],
    ['a subject with a control character', 'a\u0000b', { schema: '"int"' }, 42208, /^The specified subject 'a.b' is not a valid\.$/],
    ['the name of all subjects', '__GLOBAL', { schema: '"int"' }, 42208, /__GLOBAL/],
    ['the global context', ':.__GLOBAL:s', { schema: '"int"' }, 42208, /__GLOBAL/],
    ['an id outside of import mode', 's', { schema: '"int"', id: 7 }, 42205, /^Subject s in context {2}is not in import mode$/],
    ['a rule without a name', 's', { schema: '"int"', ruleSet: { domainRules: [{ type: 'CEL' } as never] } }, 42210, /^Missing rule name$/],
    ['a rule without a type', 's', { schema: '"int"', ruleSet: { domainRules: [{ name: 'a' }] } }, 42210, /^Missing rule type$/],
    ['a rule twice', 's', { schema: '"int"', ruleSet: { domainRules: [{ name: 'a', type: 'CEL' }, { name: 'a', type: 'CEL' }] } }, 42210, /^Found rule with duplicate name 'a'$/],
    ['a migration rule that writes', 's', { schema: '"int"', ruleSet: { migrationRules: [{ name: 'a', type: 'JSONATA', mode: 'WRITE' }] } }, 42210, /^Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN$/],
    ['two actions for one way', 's', { schema: '"int"', ruleSet: { domainRules: [{ name: 'a', type: 'CEL', mode: 'WRITE', onFailure: 'NONE,ERROR' }] } }, 42210, /^Multiple actions only valid with WRITEREAD and UPDOWN$/],
  ] as const)('%s', (_, subject, request, code, message) => {
    const [foundCode, foundMessage] = refusal(() => story.register(subject, request as never));
    expect(foundCode).toBe(code);
    expect(foundMessage).toMatch(message);
  });

  test('cyclic references end', () => {
    const cyclic = new RegistryStory();
    cyclic.register('a', '{"type":"record","name":"A","fields":[]}');
    cyclic.register('b', { schema: '{"type":"record","name":"B","fields":[{"name":"a","type":"A"}]}', references: [{ name: 'A', subject: 'a', version: 1 }] });
    cyclic.write({ key: '{"keytype":"SCHEMA","subject":"a","version":1,"magic":1}', value: JSON.stringify({ subject: 'a', version: 1, id: 1, references: [{ name: 'B', subject: 'b', version: 1 }], schema: '{"type":"record","name":"A","fields":[{"name":"b","type":"B"}]}', deleted: false }) });
    const [code] = refusal(() => cyclic.register('c', { schema: '{"type":"record","name":"C","fields":[{"name":"b","type":"B"}]}', references: [{ name: 'B', subject: 'b', version: 1 }] }));
    expect(code).toBe(42201);
  });
});

describe('after a deletion', () => {
  test('the same schema gets the same id and a new version, and the old one goes', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.apply(deleteSubject(story.registry, 's', false));
    const records = story.writtenBy(() => expect(story.register('s', first)).toEqual({ id: 1, version: 2 }));
    expect(records.map(([key, value]) => [key, value === null])).toEqual([
      ['{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', true],
      ['{"keytype":"SCHEMA","subject":"s","version":2,"magic":1}', false],
    ]);
  });

  test('deleted versions do not count for compatibility, but for numbers', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.apply(deleteVersion(story.registry, 's', 1, false));
    expect(story.register('s', incompatible)).toEqual({ id: 2, version: 2 });
  });

  test('numbers begin again only when everything is gone for good', () => {
    const story = new RegistryStory();
    story.register('s', first);
    story.apply(deleteSubject(story.registry, 's', false));
    story.apply(deleteSubject(story.registry, 's', true));
    expect(story.register('s', second)).toEqual({ id: 2, version: 1 });
  });
});

describe('in import mode', () => {
  test('ids and versions come with the schema', () => {
    const story = new RegistryStory();
    story.apply(updateMode(story.registry, '', 'IMPORT', false));
    expect(story.register('s', { schema: first, id: 41, version: 7 })).toEqual({ id: 41, version: 7 });
    expect(refusal(() => story.register('s', { schema: second }))).toEqual([42205, 'Subject s in context  is not in read-write mode']);
    expect(refusal(() => story.register('t', { schema: second, id: 41 }))).toEqual([42205, 'Overwrite new schema with id 41 in context  is not permitted.']);
    story.apply(updateMode(story.registry, '', null, false));
    expect(story.register('s', { schema: second })).toEqual({ id: 42, version: 8 });
  });

  test('nothing may be there, and what is marked as deleted goes for good', () => {
    const story = new RegistryStory();
    story.register('s', first);
    expect(refusal(() => updateMode(story.registry, 's', 'IMPORT', false))).toEqual([42205, 'Cannot import since found existing subjects']);
    story.apply(deleteSubject(story.registry, 's', false));
    expect(story.writtenBy(() => story.apply(updateMode(story.registry, 's', 'IMPORT', false)))).toEqual([
      ['{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}', null],
      ['{"keytype":"CLEAR_SUBJECT","subject":"s","magic":0}', '{"subject":"s"}'],
      ['{"keytype":"MODE","subject":"s","magic":0}', '{"subject":"s","mode":"IMPORT"}'],
    ]);
  });
});

describe('what is configured', () => {
  test('defaults and overrides are merged into the contract', () => {
    const story = new RegistryStory();
    story.apply(updateConfig(story.registry, 's', {
      defaultMetadata: { properties: { owner: 'nobody', team: 'core' } },
      overrideMetadata: { properties: { stage: 'production' } },
      overrideRuleSet: { domainRules: [{ name: 'check', type: 'CEL' }] },
    }));
    story.register('s', { schema: first, metadata: { properties: { owner: 'me', stage: 'test' } } });
    expect(story.registry.state.latest('s')?.content).toMatchObject({
      metadata: { properties: { owner: 'me', stage: 'production', team: 'core' } },
      ruleSet: { domainRules: [{ name: 'check', kind: 'TRANSFORM', mode: 'WRITEREAD', type: 'CEL', disabled: false }] },
    });
    expect(registeredAlready(story.registry, 's', { schema: first })).toBeUndefined();
  });

  test('the contract is that of the version before when nothing is said', () => {
    const story = new RegistryStory();
    story.register('s', { schema: first, metadata: { properties: { owner: 'me' } } });
    story.register('s', second);
    expect(story.registry.state.latest('s')?.content.metadata).toEqual({ properties: { owner: 'me' } });
    expect(story.register('s', { schema: second })).toEqual({ id: 2, version: 2 });
    expect(lookupSchema(story.registry, 's', { schema: second }).version).toBe(2);
  });

  test('only versions of the same group are compared', () => {
    const story = new RegistryStory();
    story.apply(updateConfig(story.registry, 's', { compatibilityGroup: 'major' }));
    story.register('s', { schema: first, metadata: { properties: { major: '1' } } });
    expect(story.register('s', { schema: incompatible, metadata: { properties: { major: '2' } } })).toEqual({ id: 2, version: 2 });
  });

  test('the nearest scope wins', () => {
    const story = new RegistryStory();
    story.apply(updateConfig(story.registry, '', { compatibilityLevel: 'NONE' }));
    story.apply(updateConfig(story.registry, 's', { compatibilityLevel: 'FULL' }));
    story.register('s', first);
    story.register('t', first);
    expect(refusal(() => story.register('s', incompatible))[0]).toBe(40901);
    expect(story.register('t', incompatible).version).toBe(2);
  });

  test('reserved fields may not be used nor given up', () => {
    const story = new RegistryStory({ validateFields: true });
    story.register('s', { schema: first, metadata: { properties: { 'confluent:reserved': 'b' } } });
    expect(refusal(() => story.register('s', { schema: second }))[1]).toContain('RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY');
    expect(refusal(() => story.register('s', { schema: second, metadata: { properties: {} } }))[1]).toContain('RESERVED_PROPERTY_REMOVED');
  });

  test('a read-only subject takes nothing', () => {
    const story = new RegistryStory();
    story.apply(updateMode(story.registry, '', 'READONLY', false));
    expect(refusal(() => story.register('s', first))).toEqual([42205, 'Subject s in context  is in read-only mode']);
    story.apply(updateMode(story.registry, ':.c:', 'READONLY', false));
    expect(refusal(() => story.register(':.c:s', first))).toEqual([42205, 'Subject :.c:s in context :.c: is in read-only mode']);
    story.register(':.d:s', first);
    story.apply(updateMode(story.registry, ':.__GLOBAL:', 'READONLY', false));
    expect(refusal(() => story.register(':.d:t', first))).toEqual([42205, 'Subject :.d:t in context :.d: is in read-only mode']);
  });
});
