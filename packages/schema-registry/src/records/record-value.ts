/** Values of the log, members in Confluent's order. */
import type { SchemaType } from '@millrace/schema';
import type { Association, AssociationKey, Lifecycle } from '../core/association.js';
import { globalScope, modeNamed, type Mode } from '../core/mode.js';
import type { AssociationRecord, ConfigRecord, RegistryRecord, SchemaRecord, SchemaValue } from '../core/registry-record.js';
import { changedConfig } from '../core/subject-config.js';
import { jacksonText } from './jackson-text.js';
import { JsonMembers } from './json-members.js';
import { readConfigChange } from './read-config.js';
import { readMetadata, readReferences, readRuleSet } from './read-contract.js';
import { exporterMembers, exporterStatusMembers, readExporter, readExporterStatus } from './read-exporter.js';
import { dekMembers, kekMembers, readDek, readKek } from './read-key.js';
import type { RecordKey } from './record-key.js';

/** Null is a tombstone. */
export function valueText(record: RegistryRecord): string | null {
  if (record.keytype === 'NOOP' || record.value === null) return null;
  const subject = 'subject' in record && record.subject !== globalScope ? { subject: record.subject } : {};
  switch (record.keytype) {
    case 'SCHEMA':
      return jacksonText(schemaMembers(record.value));
    case 'CONFIG':
      return jacksonText({ ...subject, ...record.value });
    case 'MODE':
      return jacksonText({ ...subject, mode: record.value });
    case 'DELETE_SUBJECT':
      return jacksonText({ ...subject, version: record.value.version });
    case 'CLEAR_SUBJECT':
      return jacksonText(subject);
    case 'CONTEXT':
      return jacksonText({ tenant: record.tenant, context: record.context });
    case 'ASSOC':
      return jacksonText(associationMembers(record.value));
    case 'MILLRACE_EXPORTER':
      return jacksonText({ name: record.name, ...exporterMembers(record.value) });
    case 'MILLRACE_KEK':
      return jacksonText(kekMembers(record.value));
    case 'MILLRACE_DEK':
      return jacksonText(dekMembers(record.value));
    case 'MILLRACE_EXPORTER_STATUS':
      return jacksonText({ name: record.name, ...exporterStatusMembers(record.value) });
  }
}

/** @throws TypeError */
export function readRecord(key: RecordKey, value: JsonMembers | null): RegistryRecord {
  switch (key.keytype) {
    case 'NOOP':
      return key;
    case 'SCHEMA':
      return { ...key, value: value === null ? null : readSchema(key, value) };
    case 'CONFIG':
      return { ...key, value: value === null ? null : readConfig(value) };
    case 'MODE':
      return { ...key, value: value === null ? null : readMode(value) };
    case 'DELETE_SUBJECT':
      return { ...key, value: value === null ? null : { version: value.integer('version') } };
    case 'CLEAR_SUBJECT':
    case 'CONTEXT':
      return { ...key, value: value === null ? null : {} };
    case 'ASSOC':
      return { ...key, value: value === null ? null : readAssociation(key, value) };
    case 'MILLRACE_EXPORTER':
      return { ...key, value: value === null ? null : readExporter(value) };
    case 'MILLRACE_KEK':
      return { ...key, value: value === null ? null : readKek(value, key.name) };
    case 'MILLRACE_DEK':
      return { ...key, value: value === null ? null : readDek(value, key) };
    case 'MILLRACE_EXPORTER_STATUS':
      return { ...key, value: value === null ? null : readExporterStatus(value) };
  }
}

function schemaMembers({ subject, version, id, schemaType, references, metadata, ruleSet, schema, deleted }: SchemaValue): object {
  return {
    subject, version, id, schemaType,
    ...(references.length === 0 ? {} : { references: references.map((reference) => ({ name: reference.name, subject: reference.subject, version: reference.version })) }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    schema, deleted,
  };
}

function readSchema(key: Omit<SchemaRecord, 'value'>, value: JsonMembers): SchemaValue {
  const schemaType = value.optionalString('schemaType') ?? 'AVRO';
  if (!isSchemaType(schemaType)) throw new TypeError(`schemaType '${schemaType}' is not known`);
  const metadata = readMetadata(value, 'metadata');
  const ruleSet = readRuleSet(value, 'ruleSet');
  return {
    subject: key.subject,
    version: key.version,
    id: value.integer('id'),
    schemaType,
    references: readReferences(value, 'references') ?? [],
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    schema: value.string('schema'),
    deleted: value.optionalBoolean('deleted') ?? false,
  };
}

function readConfig(value: JsonMembers): ConfigRecord['value'] {
  return changedConfig({}, readConfigChange(value, 'compatibilityLevel'));
}

function readMode(value: JsonMembers): Mode {
  const word = value.string('mode');
  const mode = modeNamed(word);
  if (mode === undefined) throw new TypeError(`mode '${word}' is not known`);
  return mode;
}

function associationMembers(association: Association): object {
  const { guid, tenant, resourceName, resourceNamespace, resourceId, resourceType, associationType, lifecycle, frozen, subject } = association;
  return { subject, guid, tenant, resourceName, resourceNamespace, resourceId, resourceType, associationType, lifecycle, frozen };
}

function readAssociation({ keytype: _, ...key }: Omit<AssociationRecord, 'value'> & AssociationKey, value: JsonMembers): Association {
  const createdAtMs = value.optionalLong('createTs');
  return {
    ...key,
    guid: value.string('guid'),
    resourceId: value.string('resourceId'),
    lifecycle: value.string('lifecycle') as Lifecycle,
    frozen: value.optionalBoolean('frozen') ?? false,
    ...(createdAtMs === undefined ? {} : { createdAtMs }),
  };
}

function isSchemaType(word: string): word is SchemaType {
  return word === 'AVRO' || word === 'JSON' || word === 'PROTOBUF';
}
