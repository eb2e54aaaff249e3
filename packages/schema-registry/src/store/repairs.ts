/** Records that say again what holds for keys whose last record is void. */
import type { RegistryRecord } from '../core/registry-record.js';
import type { RegistryState } from '../core/registry-state.js';
import { schemaRecord } from '../core/register-schema.js';
import type { StoredVersion } from '../core/stored-version.js';
import { associationKeyText } from '../core/association.js';
import { dekKeyText } from '../core/encryption-key.js';
import { readKey, type RecordKey } from '../records/record-key.js';

export function repairs(state: RegistryState, keys: readonly string[]): RegistryRecord[] {
  return keys.flatMap((text) => {
    const key = readKey(text);
    return key === undefined ? [] : repair(state, key);
  });
}

function repair(state: RegistryState, key: RecordKey): RegistryRecord[] {
  switch (key.keytype) {
    case 'SCHEMA': {
      const stored = state.version(key.subject, key.version);
      return [stored === undefined ? { ...key, value: null } : recordOf(stored)];
    }
    case 'CONFIG':
      return [{ ...key, value: state.configs.get(key.subject) ?? null }];
    case 'MODE':
      return [{ ...key, value: state.modes.get(key.subject) ?? null }];
    case 'DELETE_SUBJECT':
      // A reader that does not know the claims marks the versions as deleted: they are said again behind it.
      return [{ ...key, value: null }, ...state.versions(key.subject).map(recordOf)];
    case 'CLEAR_SUBJECT':
      return [{ ...key, value: null }];
    case 'CONTEXT':
      return [{ ...key, value: state.context(key.context)?.isDeclared === true ? {} : null }];
    case 'ASSOC':
      return [{ ...key, value: state.associations.get(associationKeyText(key)) ?? null }];
    case 'MILLRACE_EXPORTER':
      return [{ ...key, value: state.exporters.get(key.name) ?? null }];
    case 'MILLRACE_EXPORTER_STATUS':
      return [{ ...key, value: state.exporterStatuses.get(key.name) ?? null }];
    case 'MILLRACE_KEK':
      return [{ ...key, value: state.keks.get(key.name) ?? null }];
    case 'MILLRACE_DEK':
      return [{ ...key, value: state.deks.get(dekKeyText(key)) ?? null }];
    case 'NOOP':
      return [];
  }
}

function recordOf({ subject, version, id, content, deleted }: StoredVersion): RegistryRecord {
  return schemaRecord(subject, version, id, content, deleted);
}
