/** Keys of the log. The order of the members matters: compaction compares bytes. */
import type { DekAlgorithm } from '../core/encryption-key.js';
import type { RegistryRecord } from '../core/registry-record.js';
import { globalScope } from '../core/mode.js';
import { jacksonText } from './jackson-text.js';
import { JsonMembers } from './json-members.js';
import { algorithmNamed } from './read-key.js';

/**
 * In front of keys of types that are ours. Confluent's registry passes over a key that is no JSON, and stops reading at one
 * whose type it does not know.
 */
const ownPrefix = 'millrace:';

/** A record without what it says. */
export type RecordKey = { readonly [Kind in RegistryRecord['keytype']]: Omit<Extract<RegistryRecord, { keytype: Kind }>, 'value'> }[RegistryRecord['keytype']];

export function keyText(key: RecordKey): string {
  switch (key.keytype) {
    case 'SCHEMA':
      return jacksonText({ keytype: 'SCHEMA', subject: key.subject, version: key.version, magic: 1 });
    case 'CONFIG':
    case 'MODE':
      // The global one has no subject.
      return jacksonText({ keytype: key.keytype, ...(key.subject === globalScope ? {} : { subject: key.subject }), magic: 0 });
    case 'DELETE_SUBJECT':
    case 'CLEAR_SUBJECT':
      return jacksonText({ keytype: key.keytype, ...(key.subject === globalScope ? {} : { subject: key.subject }), magic: 0 });
    case 'CONTEXT':
      return jacksonText({ keytype: 'CONTEXT', tenant: key.tenant, context: key.context, magic: 0 });
    case 'MILLRACE_EXPORTER':
    case 'MILLRACE_EXPORTER_STATUS':
    case 'MILLRACE_KEK':
      return ownPrefix + jacksonText({ keytype: key.keytype, name: key.name, magic: 0 });
    case 'MILLRACE_DEK':
      return ownPrefix + jacksonText({ keytype: key.keytype, kekName: key.kekName, subject: key.subject, algorithm: key.algorithm, version: key.version, magic: 0 });
    case 'NOOP':
      return jacksonText({ keytype: 'NOOP', magic: 0 });
    case 'ASSOC':
      return jacksonText({
        keytype: 'ASSOC', tenant: key.tenant, resourceName: key.resourceName, resourceNamespace: key.resourceNamespace, resourceType: key.resourceType,
        associationType: key.associationType, subject: key.subject, magic: 0,
      });
  }
}

/** Undefined for a type of key that is not known. @throws SyntaxError, TypeError for a known type without its members */
export function readKey(text: string): RecordKey | undefined {
  const key = new JsonMembers(JSON.parse(text.startsWith(ownPrefix) ? text.slice(ownPrefix.length) : text), '');
  const keytype = key.string('keytype');
  switch (keytype) {
    case 'SCHEMA':
      return { keytype, subject: key.string('subject'), version: key.integer('version') };
    case 'CONFIG':
    case 'MODE':
    case 'CLEAR_SUBJECT':
      // Old registries wrote a subject of null for the global one.
      return { keytype, subject: key.optionalString('subject') ?? globalScope };
    case 'DELETE_SUBJECT':
      return { keytype, subject: key.string('subject') };
    case 'CONTEXT':
      return { keytype, tenant: key.optionalString('tenant') ?? 'default', context: key.string('context') };
    case 'MILLRACE_EXPORTER':
    case 'MILLRACE_EXPORTER_STATUS':
      return { keytype, name: key.string('name') };
    case 'MILLRACE_KEK':
      return { keytype, name: key.string('name') };
    case 'MILLRACE_DEK':
      return { keytype, kekName: key.string('kekName'), subject: key.string('subject'), algorithm: readAlgorithm(key.string('algorithm')), version: key.integer('version') };
    case 'NOOP':
      return { keytype };
    case 'ASSOC':
      return {
        keytype, tenant: key.optionalString('tenant') ?? 'default', resourceName: key.string('resourceName'), resourceNamespace: key.string('resourceNamespace'),
        resourceType: key.string('resourceType'), associationType: key.string('associationType'), subject: key.string('subject'),
      };
    default:
      return undefined;
  }
}

function readAlgorithm(word: string): DekAlgorithm {
  const algorithm = algorithmNamed(word);
  if (algorithm === undefined) throw new TypeError(`algorithm '${word}' is not known`);
  return algorithm;
}
