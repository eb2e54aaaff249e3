import { describe, expect, test } from 'vitest';
import { destinationReference, destinationSubject, isExported } from '../src/core/exported-subjects.js';
import type { Exporter } from '../src/core/exporter.js';
import { copyKey, ExportPlan, unwantedCopies, wantedCopies, type Copies, type CopiedVersion, type ExportStep } from '../src/exporters/export-steps.js';
import { ExporterSecrets, withoutSecrets } from '../src/exporters/secrets.js';
import { deleteSubject } from '../src/core/delete-subject.js';
import { deleteVersion } from '../src/core/delete-version.js';
import type { RegistryState } from '../src/core/registry-state.js';
import { RegistryStory } from './registry-story.js';
import { TestServer } from './test-server.js';
import { MemoryLog, MemoryTopic } from './memory-log.js';

const config = { 'schema.registry.url': 'http://127.0.0.1:1' };

function exportSteps(state: RegistryState, from: Exporter, copies: Copies): ExportStep[] {
  const plan = new ExportPlan(from, copies);
  for (const found of wantedCopies(state, from)) for (const wanted of found) plan.want(wanted);
  for (const copy of unwantedCopies(state, from)) plan.forget(copy);
  return plan.steps;
}

const exporter = (change: Partial<Exporter> = {}): Exporter => ({ contextType: 'CUSTOM', context: '.copies', subjects: ['*'], config, ...change });

describe('subjects of an exporter', () => {
  test.each([
    [['*'], ['a', 'b'], [':.c:a']],
    [['a'], ['a'], ['ab', ':.c:a']],
    [['a*'], ['a', 'ab'], ['b', ':.c:a']],
    [[':*:'], ['a', ':.c:a'], []],
    [[':*:a*'], ['ab', ':.c:ab'], ['b', ':.c:b']],
    [[':.c:*'], [':.c:a'], ['a', ':.d:a']],
    [['a', ':.c:b'], ['a', ':.c:b'], ['b', ':.c:a']],
    // What it copied itself is not copied again.
    [[':*:'], [':.copiesandmore:a'], [':.copies:a', ':.copies.c:a']],
  ])('%j are %j and not %j', (subjects, are, areNot) => {
    for (const subject of are) expect(isExported(exporter({ subjects }), subject), subject).toBe(true);
    for (const subject of areNot) expect(isExported(exporter({ subjects }), subject), subject).toBe(false);
  });

  test.each([
    [exporter(), 'a', ':.copies:a'],
    [exporter(), ':.c:a', ':.copies.c:a'],
    [exporter({ contextType: 'AUTO', context: '.lsrc-1' }), 'a', ':.lsrc-1:a'],
    [{ contextType: 'NONE', subjects: ['*'], config }, ':.c:a', ':.c:a'],
    [{ contextType: 'NONE', subjects: ['*'], config }, 'a', 'a'],
    [{ contextType: 'DEFAULT', subjects: ['*'], config }, ':.c:a', 'a'],
    [exporter({ subjectRenameFormat: 'dc_${subject}-${subject}' }), 'a$&', ':.copies:dc_a$&-a$&'],
  ] as [Exporter, string, string][])('of %j, %s is %s', (from, subject, name) => expect(destinationSubject(from, subject)).toBe(name));

  test('references follow the names', () => {
    const renamed = exporter({ subjectRenameFormat: 'dc_${subject}' });
    expect(destinationReference(renamed, 'a', { name: 'n', subject: 'b', version: 2 })).toEqual({ name: 'n', subject: 'dc_b', version: 2 });
    expect(destinationReference(renamed, 'a', { name: 'n', subject: ':.c:b', version: 1 }).subject).toBe(':.copies.c:dc_b');
    expect(destinationReference(renamed, ':.c:a', { name: 'n', subject: 'b', version: 1 }).subject).toBe('dc_b');
  });
});

describe('what is to be copied', () => {
  const copies = (...there: CopiedVersion[]): Map<string, CopiedVersion> => new Map(there.map((copy) => [copyKey(copy), copy]));
  const words = (steps: readonly ExportStep[]): string[] => steps.map(({ kind, copy }) => `${kind} ${copy.subject} ${copy.version} ${copy.id}`);

  test('is what is not there, with what it refers to before it', () => {
    const story = new RegistryStory();
    story.register('z', '{"type":"record","name":"Z","fields":[]}');
    story.register('a', { schema: '{"type":"record","name":"A","fields":[{"name":"z","type":"Z"}]}', references: [{ name: 'Z', subject: 'z', version: 1 }] });
    story.register('b', '"int"');
    const { state } = story.registry;
    const onlyA = exporter({ subjects: ['a'] });
    const steps = exportSteps(state, onlyA, copies());
    expect(words(steps)).toEqual(['register :.copies:z 1 1', 'register :.copies:a 1 2']);
    expect(steps[1]).toMatchObject({ body: { id: 2, version: 1, schemaType: 'AVRO', references: [{ name: 'Z', subject: 'z', version: 1 }] } });
    expect(exportSteps(state, onlyA, copies(...steps.map(({ copy }) => copy)))).toEqual([]);
    // An id that is another one is registered as well, and refused there.
    expect(words(exportSteps(state, onlyA, copies({ subject: ':.copies:z', version: 1, id: 9, deleted: false }, { subject: ':.copies:a', version: 1, id: 2, deleted: false })))).toEqual(['register :.copies:z 1 1']);
  });

  test('includes what is marked as deleted, and what is forgotten if it is a copy', () => {
    const story = new RegistryStory();
    const { registry } = story;
    for (const [subject, schema] of [['a', '"int"'], ['b', '"long"'], ['c', '"string"']] as const) story.register(subject, schema);
    for (const subject of ['a', 'b', 'c']) story.apply(deleteVersion(registry, subject, 1, false));
    story.apply(deleteSubject(registry, 'b', true));
    story.apply(deleteSubject(registry, 'c', true));
    expect(words(exportSteps(registry.state, exporter(), copies()))).toEqual(['register :.copies:a 1 1', 'delete :.copies:a 1 1']);
    const there = copies({ subject: ':.copies:a', version: 1, id: 1, deleted: false }, { subject: ':.copies:b', version: 1, id: 2, deleted: false }, { subject: ':.copies:c', version: 1, id: 8, deleted: true });
    expect(words(exportSteps(registry.state, exporter(), there))).toEqual(['delete :.copies:a 1 1', 'delete :.copies:b 1 2', 'forget :.copies:b 1 2']);
  });
});

test('what is gone leaves alone a copy that another subject has too', () => {
  const story = new RegistryStory();
  for (const subject of ['a', 'b']) story.register(subject, '"int"');
  story.apply(deleteSubject(story.registry, 'a', false));
  story.apply(deleteSubject(story.registry, 'a', true));
  const there = { subject: ':.copies:one', version: 1, id: 1, deleted: false };
  expect(exportSteps(story.registry.state, exporter({ subjectRenameFormat: 'one' }), new Map([[copyKey(there), there]]))).toEqual([]);
});

describe('secrets', () => {
  const given = { ...config, 'basic.auth.user.info': 'ada:secret', 'bearer.auth.token': 't', 'schema.registry.ssl.truststore.location': '/a' };

  test('are sealed, hidden and opened again', () => {
    const secrets = new ExporterSecrets('key');
    const sealed = secrets.seal(given);
    expect(JSON.stringify(sealed)).not.toContain('ada');
    expect(secrets.open(sealed)).toEqual(given);
    expect(secrets.seal(sealed)).toEqual(sealed);
    const shown = withoutSecrets(sealed);
    expect(shown).toEqual({ ...given, 'basic.auth.user.info': '[hidden]', 'bearer.auth.token': '[hidden]' });
    expect(secrets.seal({ ...shown, 'bearer.auth.token': 'u' }, sealed)).toMatchObject({ 'basic.auth.user.info': sealed['basic.auth.user.info'] });
    expect(() => new ExporterSecrets('other').open(sealed)).toThrow('basic.auth.user.info cannot be read: it was stored under another password.encoder.secret');
  });

  test('need a secret to seal them with', () => {
    expect(new ExporterSecrets(null).seal(config)).toEqual(config);
    expect(() => new ExporterSecrets(null).seal(given)).toThrow('set password.encoder.secret');
  });
});

describe('requests about exporters', () => {
  const copies = { name: 'copies', contextType: 'CUSTOM', context: 'copies', subjects: ['orders*'], config: { ...config, 'basic.auth.user.info': 'ada:secret' } };

  test('whose secret was stored under another password are refused with that word', async () => {
    const topic = new MemoryTopic();
    const before = await TestServer.start({ log: new MemoryLog(topic) });
    await before.ask('POST', '/exporters', copies);
    await before.ask('PUT', '/exporters/copies/pause');
    await before.stop();
    const registry = await TestServer.start({ log: new MemoryLog(topic), service: { exporterSecrets: new ExporterSecrets('other') } });
    const shown = (await registry.ask('GET', '/exporters/copies/config')).json;
    expect(shown).toEqual({ ...config, 'basic.auth.user.info': '[hidden]' });
    const refused = await registry.ask('PUT', '/exporters/copies/config', shown);
    expect(refused).toMatchObject({ status: 409, json: { error_code: 40951 } });
    expect(refused.text).toContain('basic.auth.user.info cannot be read');
    expect((await registry.ask('PUT', '/exporters/copies/config', { ...config, 'basic.auth.user.info': 'ada:other' })).status).toBe(200);
    await registry.stop();
  });

  test('make, show, change, pause, reset and delete one', async () => {
    const registry = await TestServer.start();
    expect((await registry.ask('GET', '/exporters')).json).toEqual([]);
    expect(await registry.ask('POST', '/exporters', copies)).toMatchObject({ status: 200, json: { name: 'copies' } });
    expect((await registry.ask('GET', '/exporters')).json).toEqual(['copies']);
    expect((await registry.ask('GET', '/exporters/copies')).json).toEqual({ ...copies, context: '.copies', config: { ...config, 'basic.auth.user.info': '[hidden]' } });
    expect((await registry.ask('GET', '/exporters/copies/status')).json).toEqual({ name: 'copies', state: 'STARTING', offset: -1, ts: 0 });

    expect(await registry.ask('POST', '/exporters', copies)).toMatchObject({ status: 409, json: { error_code: 40960, message: "Exporter 'copies' already exists" } });
    expect(await registry.ask('PUT', '/exporters/copies', { subjects: ['*'] })).toMatchObject({ status: 409, json: { error_code: 40963 } });
    expect(await registry.ask('PUT', '/exporters/copies/reset')).toMatchObject({ status: 409, json: { error_code: 40963 } });
    expect((await registry.ask('PUT', '/exporters/copies/pause')).json).toEqual({ name: 'copies' });
    expect((await registry.ask('GET', '/exporters/copies/status')).json).toMatchObject({ state: 'PAUSED' });
    expect((await registry.ask('PUT', '/exporters/copies', { subjects: ['*'], contextType: 'NONE' })).json).toEqual({ name: 'copies' });
    expect((await registry.ask('GET', '/exporters/copies')).json).toMatchObject({ subjects: ['*'], contextType: 'NONE' });
    expect((await registry.ask('GET', '/exporters/copies')).json).not.toHaveProperty('context');
    expect((await registry.ask('PUT', '/exporters/copies/config', { 'schema.registry.url': 'https://elsewhere:1/base', 'basic.auth.user.info': '[hidden]' })).json).toEqual({ name: 'copies' });
    expect((await registry.ask('GET', '/exporters/copies/config')).json).toEqual({ 'schema.registry.url': 'https://elsewhere:1/base', 'basic.auth.user.info': '[hidden]' });
    expect((await registry.ask('PUT', '/exporters/copies/reset')).status).toBe(200);
    expect((await registry.ask('PUT', '/exporters/copies/resume')).status).toBe(200);
    expect((await registry.ask('GET', '/exporters/copies/status')).json).toMatchObject({ state: 'STARTING', offset: -1 });
    expect(await registry.ask('DELETE', '/exporters/copies')).toMatchObject({ status: 204, text: '' });
    expect((await registry.ask('GET', '/exporters')).json).toEqual([]);
    await registry.stop();
  });

  test('of AUTO make up a context', async () => {
    const registry = await TestServer.start();
    await registry.ask('POST', '/exporters', { name: 'auto', config });
    expect((await registry.ask('GET', '/exporters/auto')).json).toEqual({ name: 'auto', contextType: 'AUTO', context: expect.stringMatching(/^\.lsrc-[0-9a-f]{6}$/) as string, subjects: ['*'], config });
    await registry.stop();
  });

  test('survive a restart', async () => {
    const topic = new MemoryTopic();
    const first = await TestServer.start({ log: new MemoryLog(topic) });
    await first.ask('POST', '/exporters', copies);
    await first.ask('PUT', '/exporters/copies/pause');
    await first.stop();
    expect(JSON.stringify(topic.entries)).not.toContain('secret');
    const second = await TestServer.start({ log: new MemoryLog(topic) });
    expect((await second.ask('GET', '/exporters/copies/status')).json).toMatchObject({ state: 'PAUSED' });
    expect((await second.ask('GET', '/exporters/copies')).json).toMatchObject({ subjects: ['orders*'] });
    await second.stop();
  });

  test.each([
    ['/exporters', { config }, 40950],
    ['/exporters', { name: 'a b', config }, 40950],
    ['/exporters', { name: 'a' }, 40951],
    ['/exporters', { name: 'a', config: {} }, 40951],
    ['/exporters', { name: 'a', config: { 'schema.registry.url': 'ftp://x' } }, 40951],
    ['/exporters', { name: 'a', config: { 'schema.registry.url': 'http://ada:secret@x' } }, 40951],
    ['/exporters', { name: 'a', config: { 'schema.registry.url': 'http://x:99999999' } }, 40951],
    ['/exporters', { name: 'a', config: { ...config, 'basic.auth.credentials.source': 'SASL_INHERIT' } }, 40951],
    ['/exporters', { name: 'a', config: { ...config, 'basic.auth.credentials.source': 'USER_INFO' } }, 40951],
    ['/exporters', { name: 'a', config: { ...config, 'schema.registry.ssl.keystore.location': '/a' } }, 40951],
    ['/exporters', { name: 'a', config: { ...config, 'schema.registry.ssl.truststore.location': '/not/there' } }, 40951],
    ['/exporters', { name: 'a', contextType: 'CUSTOM', config }, 40951],
    ['/exporters', { name: 'a', subjectRenameFormat: ' ', config }, 40951],
    ['/exporters', { name: 'a', subjects: [], config }, 40952],
    ['/exporters', { name: 'a', subjects: ['a*b'], config }, 40952],
    ['/exporters', { name: 'a', subjects: [''], config }, 40952],
    ['/exporters', { name: 'a', contextType: 'SOME', config }, 400],
    ['/exporters', { name: 'a', contextType: 'CUSTOM', context: 'a:b', config }, 400],
    ['/exporters', { name: 'a', subjects: 'a', config }, 400],
    ['/exporters', { name: 'a', config: { ...config, retries: 3 } }, 400],
    ['/exporters', 'null', 422],
  ])('%s with %j is refused with %i', async (path, body, code) => {
    const registry = await TestServer.start();
    expect(await registry.ask('POST', path, body)).toMatchObject({ json: { error_code: code } });
    expect((await registry.ask('GET', '/exporters')).json).toEqual([]);
    await registry.stop();
  });

  test.each([
    ['GET', ''], ['PUT', ''], ['DELETE', ''], ['GET', '/status'], ['GET', '/config'], ['PUT', '/config'], ['PUT', '/pause'], ['PUT', '/resume'], ['PUT', '/reset'],
  ] as const)('%s /exporters/none%s is not found', async (method, rest) => {
    const registry = await TestServer.start();
    expect(await registry.ask(method, `/exporters/none${rest}`, method === 'PUT' ? {} : undefined)).toMatchObject({ status: 404, json: { error_code: 40450, message: "Exporter 'none' not found" } });
    await registry.stop();
  });

  test('are an administrator\'s', async () => {
    const registry = await TestServer.start({ authenticator: { grants: [{ role: '*', operation: 'write', prefix: '' }] } });
    for (const [method, path] of [['GET', '/exporters'], ['POST', '/exporters'], ['GET', '/exporters/a/config'], ['DELETE', '/exporters/a']] as const) expect((await registry.ask(method, path)).status).toBe(403);
    await registry.stop();
  });
});
