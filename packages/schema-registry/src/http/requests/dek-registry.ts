/** The DEK registry. A KEK is of no subject, so that only an administrator changes it; a DEK is its subject's. */
import { createDek, createKek, deleteDeks, deleteKek, undeleteDeks, undeleteKek, updateKek, type AskedDek, type DekFilter } from '../../core/change-keys.js';
import { resolveAlias } from '../../core/change-config.js';
import { checkKeyName, checkKeySubject, dekKeyText, findDeks, invalidKey, kekNamed, keyNotFound, noKms, usualAlgorithm, type Dek } from '../../core/encryption-key.js';
import { normalizedSubject } from '../../core/qualified-subject.js';
import { latestVersion } from '../../core/schema-request.js';
import type { Registry } from '../../core/registry.js';
import type { Decision } from '../../core/registry-record.js';
import { algorithmNamed, dekEntity, kekEntity, readAskedDek, readKek, readKekChange } from '../../records/read-key.js';
import type { Call, Paging } from '../call.js';
import { httpError } from '../http-error.js';
import { Answer, type Route } from '../route.js';

const root = '/dek-registry/v1/keks';
const subjectPath = `${root}/:name/deks/:subject`;
const versionPath = `${subjectPath}/versions/:version`;
const everything: Paging = { default: 0x7fff_ffff, max: 0x7fff_ffff };
const paged = { offset: 'integer', limit: 'integer' } as const;
const exampleKek = { name: 'orders-key', kmsType: 'local-kms', kmsKeyId: 'orders', shared: false };
const exampleDek = { subject: 'orders-value', version: 1, algorithm: 'AES256_GCM', encryptedKeyMaterial: 'CiQAb3JkZXJz' };

const kekRoutes: readonly Route[] = [
  {
    method: 'GET', path: root, summary: 'The names of keys that data keys are encrypted with', access: 'read', query: { subjectPrefix: 'strings', deleted: 'boolean', ...paged },
    handle: (call) => {
      const { state } = call.registry;
      const prefixes = call.texts('subjectPrefix');
      const names = prefixes.length === 0
        ? [...state.keks.values()].filter(({ deleted }) => !deleted || call.flag('deleted')).map(({ name }) => name)
        : findDeks(state, {}, call.flag('deleted')).filter(({ subject }) => call.mayRead(subject) && prefixes.some((prefix) => subject.startsWith(prefix))).map(({ kekName }) => kekName);
      return call.page([...new Set(names)].toSorted(), everything);
    },
  },
  {
    method: 'POST', path: root, summary: 'Registers a key of a KMS, by its name there', access: 'administer', query: { testSharing: 'boolean' }, body: exampleKek,
    handle: (call) => {
      const kek = call.body((members) => readKek(members, checkKeyName(members.optionalString('name'))));
      return changedKek(call, kek.name, (registry) => createKek(registry, kek, call.flag('testSharing')));
    },
  },
  {
    method: 'GET', path: `${root}/:name`, summary: 'A key that data keys are encrypted with', access: 'read', query: { deleted: 'boolean' },
    handle: (call) => kekEntity(kekNamed(call.registry.state, kekName(call), call.flag('deleted'))),
  },
  {
    method: 'PUT', path: `${root}/:name`, summary: 'Changes kmsProps, doc or shared of a key', access: 'administer', query: { testSharing: 'boolean' }, body: { doc: 'of the orders' },
    handle: (call) => {
      const change = call.body(readKekChange);
      return changedKek(call, kekName(call), (registry) => updateKek(registry, kekName(call), change, call.flag('testSharing')));
    },
  },
  {
    method: 'DELETE', path: `${root}/:name`, summary: 'Deletes a key that has no data keys; for good when it was deleted before', access: 'administer', query: { permanent: 'boolean' },
    handle: (call) => done(call, (registry) => deleteKek(registry, kekName(call), call.flag('permanent'))),
  },
  {
    method: 'POST', path: `${root}/:name/undelete`, summary: 'Brings a deleted key back', access: 'administer',
    handle: (call) => done(call, (registry) => undeleteKek(registry, kekName(call))),
  },
  {
    method: 'POST', path: `${root}/:name/test`, summary: 'Whether the registry itself can use a shared key', access: 'administer',
    handle: (call) => {
      const kek = kekNamed(call.registry.state, kekName(call), false);
      throw kek.shared ? noKms('encrypted', '__TEST', kek) : invalidKey('shared');
    },
  },
];

const dekRoutes: readonly Route[] = [
  {
    method: 'GET', path: `${root}/:name/deks`, summary: 'The subjects that have data keys under a key', access: 'read', query: { deleted: 'boolean', ...paged },
    handle: (call) => {
      const { state } = call.registry;
      const kek = kekNamed(state, kekName(call), call.flag('deleted'));
      return call.page(call.readable([...new Set(findDeks(state, { kekName: kek.name }, call.flag('deleted')).map(({ subject }) => subject))]), everything);
    },
  },
  {
    method: 'POST', path: `${root}/:name/deks`, summary: 'Registers an encrypted data key of the subject in the body', access: 'read', query: { rewrap: 'boolean' }, body: exampleDek,
    handle: (call) => {
      const named = call.body((members) => members.optionalString('subject'));
      return createdDek(call, dekSubject(call, named, 'write'));
    },
  },
  {
    method: 'POST', path: subjectPath, summary: 'Registers an encrypted data key of a subject', access: 'write', query: { rewrap: 'boolean' }, body: exampleDek,
    handle: (call) => createdDek(call, dekSubject(call, call.param('subject'), 'write')),
  },
  {
    method: 'GET', path: subjectPath, summary: 'The first data key of a subject', access: 'read', query: { algorithm: 'string', deleted: 'boolean' },
    handle: (call) => shownDek(call, findDeks(call.registry.state, dekFilter(call), call.flag('deleted')).find(({ version }) => version === 1)),
  },
  {
    method: 'GET', path: `${subjectPath}/versions`, summary: 'The versions of the data keys of a subject', access: 'read', query: { algorithm: 'string', deleted: 'boolean', ...paged },
    handle: (call) => {
      const { state } = call.registry;
      kekNamed(state, kekName(call), call.flag('deleted'));
      return call.page(findDeks(state, dekFilter(call), call.flag('deleted')).map(({ version }) => version), everything);
    },
  },
  {
    method: 'GET', path: versionPath, summary: 'A version of the data key of a subject', access: 'read', query: { algorithm: 'string', deleted: 'boolean' },
    handle: (call) => {
      const version = call.version();
      const deks = findDeks(call.registry.state, dekFilter(call), call.flag('deleted'));
      return shownDek(call, version === latestVersion ? deks.at(-1) : deks.find((dek) => dek.version === version));
    },
  },
  ...([
    [subjectPath, 'all data keys'],
    [versionPath, 'a version of the data key'],
  ] as const).flatMap(([path, what]): Route[] => [
    {
      method: 'DELETE', path, summary: `Deletes ${what} of a subject; for good when deleted before`, access: 'write', query: { algorithm: 'string', permanent: 'boolean' },
      handle: (call) => done(call, (registry) => deleteDeks(registry, versionFilter(call), call.flag('permanent'))),
    },
    {
      method: 'POST', path: `${path}/undelete`, summary: `Brings ${what} of a subject back`, access: 'write', query: { algorithm: 'string' },
      handle: (call) => done(call, (registry) => undeleteDeks(registry, versionFilter(call))),
    },
  ]),
];

export const dekRegistryRoutes: readonly Route[] = [...kekRoutes, ...dekRoutes];

function kekName(call: Call): string {
  return checkKeyName(call.param('name'));
}

function dekFilter(call: Call, access: 'read' | 'write' = 'read'): DekFilter {
  const word = call.text('algorithm');
  const algorithm = word === undefined || word === '' ? usualAlgorithm : algorithmNamed(word);
  if (algorithm === undefined) throw httpError(404);
  return { kekName: kekName(call), subject: dekSubject(call, call.param('subject'), access), algorithm };
}

function versionFilter(call: Call): DekFilter {
  const filter = dekFilter(call, 'write');
  if (call.param('version') === '') return filter;
  const version = call.version();
  return { ...filter, version: version === latestVersion ? (findDeks(call.registry.state, filter, true).at(-1)?.version ?? 1) : version };
}

/** Of a shared key it would be the key in the clear, for which there is no KMS here. */
function shownDek(call: Call, dek: Dek | undefined): object {
  const kek = kekNamed(call.registry.state, kekName(call), call.flag('deleted'));
  if (dek === undefined) throw keyNotFound(dekSubject(call, call.param('subject'), 'read'));
  if (kek.shared) throw noKms('raw', dek.subject, kek);
  return dekEntity(dek);
}

/** Behind its alias, which may be another one for keys. @throws RegistryError 403, 42271 */
function dekSubject(call: Call, text: string | undefined, access: 'read' | 'write'): string {
  const named = normalizedSubject(checkKeySubject(text));
  const subject = resolveAlias(call.registry, named, true);
  const { permissions } = call;
  const may = (one: string): boolean => permissions === null || (access === 'write' ? permissions.mayWrite(one) : permissions.mayRead(one));
  if (!may(named) || !may(subject)) throw httpError(403);
  return subject;
}

function createdDek(call: Call, subject: string): Promise<unknown> {
  const asked: AskedDek = call.body((members) => readAskedDek(members, kekName(call), subject));
  return call.write('keys', (registry) => createDek(registry, asked, call.flag('rewrap')), () => {
    const dek = call.registry.state.deks.get(dekKeyText(asked));
    if (dek === undefined) throw keyNotFound(subject);
    return dekEntity(dek);
  });
}

function changedKek(call: Call, name: string, decide: (registry: Registry) => Decision<void>): Promise<unknown> {
  return call.write('keys', decide, () => kekEntity(kekNamed(call.registry.state, name, true)));
}

function done(call: Call, decide: (registry: Registry) => Decision<void>): Promise<unknown> {
  return call.write('keys', decide, () => new Answer(204));
}
