/** Exporters and how far they are, in the log and in requests. */
import { contextTypes, type ContextType, type Exporter, type ExporterChange, type ExporterState, type ExporterStatus } from '../core/exporter.js';
import { contextNamed } from '../core/qualified-subject.js';
import { text, type JsonMembers } from './json-members.js';

const states: readonly ExporterState[] = ['STARTING', 'RUNNING', 'PAUSED'];

export function exporterMembers({ contextType, context, subjects, subjectRenameFormat, kekRenameFormat, config }: Exporter): object {
  return {
    contextType,
    ...(context === undefined ? {} : { context }),
    subjects,
    ...(subjectRenameFormat === undefined ? {} : { subjectRenameFormat }),
    ...(kekRenameFormat === undefined ? {} : { kekRenameFormat }),
    config,
  };
}

export function exporterStatusMembers({ state, offset, tsMs, trace }: ExporterStatus): object {
  return { state, offset, ts: tsMs, ...(trace === undefined ? {} : { trace }) };
}

/** @throws TypeError */
export function readExporter(members: JsonMembers): Exporter {
  return { contextType: 'AUTO', subjects: [], config: {}, ...readExporterChange(members) };
}

/** Members that are not there stay as they are. @throws TypeError */
export function readExporterChange(members: JsonMembers): ExporterChange {
  const word = members.optionalString('contextType');
  const context = members.optionalString('context');
  const subjects = members.optionalStrings('subjects');
  const subjectRenameFormat = members.optionalString('subjectRenameFormat');
  const kekRenameFormat = members.optionalString('kekRenameFormat');
  const config = members.optionalRecord('config', text);
  return {
    ...(word === undefined ? {} : { contextType: contextTypeNamed(word) }),
    ...(context === undefined ? {} : { context: contextOfText(context) }),
    ...(subjects === undefined ? {} : { subjects }),
    ...(subjectRenameFormat === undefined ? {} : { subjectRenameFormat }),
    ...(kekRenameFormat === undefined ? {} : { kekRenameFormat }),
    ...(config === undefined ? {} : { config }),
  };
}

/** @throws TypeError */
export function readExporterStatus(members: JsonMembers): ExporterStatus {
  const trace = members.optionalString('trace');
  const state = states.find((candidate) => candidate === members.string('state'));
  if (state === undefined) throw new TypeError(`state '${members.string('state')}' is not known`);
  return { state, offset: members.long('offset'), tsMs: members.long('ts'), ...(trace === undefined ? {} : { trace }) };
}

function contextTypeNamed(word: string): ContextType {
  const found = contextTypes.find((type) => type === word.toUpperCase());
  if (found === undefined) throw new TypeError(`contextType: '${word}' is none of ${contextTypes.join(', ')}`);
  return found;
}

function contextOfText(word: string): string {
  const context = contextNamed(word);
  if (context === undefined) throw new TypeError(`context: '${word}' has a colon inside`);
  return context;
}
