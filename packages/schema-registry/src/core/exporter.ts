/** An exporter: what it copies to another registry, under which names, and how far it is. Decisions about exporters. */
import { hasControlCharacters } from './qualified-subject.js';
import {
  exporterExists, exporterNotFound, exporterNotPaused, invalidExporterConfig, invalidExporterName, invalidExporterSubjects, tooManyExporters,
} from './registry-error.js';
import type { Registry } from './registry.js';
import type { Decision, RegistryRecord } from './registry-record.js';

/** What is done with the context of a source: a generated or given one is put before it, it stays, or it becomes the default one. */
export type ContextType = 'AUTO' | 'CUSTOM' | 'NONE' | 'DEFAULT';
export const contextTypes: readonly ContextType[] = ['AUTO', 'CUSTOM', 'NONE', 'DEFAULT'];

export type ExporterState = 'STARTING' | 'RUNNING' | 'PAUSED';

export interface Exporter {
  readonly contextType: ContextType;
  /** What is put before contexts of sources: `.orders`. Absent for NONE and DEFAULT. */
  readonly context?: string;
  /** Names, prefixes with a star at their end, and `:*:` before either for all contexts. */
  readonly subjects: readonly string[];
  /** `${subject}` stands for the name without its context. */
  readonly subjectRenameFormat?: string;
  readonly kekRenameFormat?: string;
  /** Where to, and how to log in there; what is secret in it is sealed. */
  readonly config: Readonly<Record<string, string>>;
}

export interface ExporterStatus {
  readonly state: ExporterState;
  /** All before this offset of the log is copied; -1 when nothing is. */
  readonly offset: number;
  /** When that was. */
  readonly tsMs: number;
  /** What went wrong last. */
  readonly trace?: string;
}

/** Members that are not named stay as they are. */
export type ExporterChange = { readonly [Member in keyof Exporter]?: Exporter[Member] };

export const urlProperty = 'schema.registry.url';
const mostExporters = 100;
const begun: ExporterStatus = { state: 'STARTING', offset: -1, tsMs: 0 };

/** @throws RegistryError 40950, 40951, 40952, 40960, 40964 */
export function createExporter({ state }: Registry, name: string, exporter: Exporter): Decision<string> {
  if (!/^[\w.-]{1,256}$/.test(name)) throw invalidExporterName(name);
  checkExporter(exporter);
  if (state.exporters.has(name)) throw exporterExists(name);
  if (state.exporters.size >= mostExporters) throw tooManyExporters(mostExporters);
  return { records: [{ keytype: 'MILLRACE_EXPORTER', name, value: exporter }, statusRecord(name, begun)], response: name };
}

/** @throws RegistryError 40450, 40951, 40952, 40963 */
export function replaceExporter(registry: Registry, name: string, exporter: Exporter): Decision<string> {
  exporterNamed(registry, name);
  checkExporter(exporter);
  if (exporterStatus(registry, name).state !== 'PAUSED') throw exporterNotPaused(name);
  return { records: [{ keytype: 'MILLRACE_EXPORTER', name, value: exporter }], response: name };
}

/** What it copied stays. @throws RegistryError 40450 */
export function deleteExporter(registry: Registry, name: string): Decision<string> {
  exporterNamed(registry, name);
  return { records: [{ keytype: 'MILLRACE_EXPORTER', name, value: null }, { keytype: 'MILLRACE_EXPORTER_STATUS', name, value: null }], response: name };
}

/** @throws RegistryError 40450 */
export function pauseExporter(registry: Registry, name: string): Decision<string> {
  return statusDecision(registry, name, (status) => (status.state === 'PAUSED' ? status : { ...status, state: 'PAUSED' }));
}

/** Goes on where it was, and with what went wrong once more. @throws RegistryError 40450 */
export function resumeExporter(registry: Registry, name: string): Decision<string> {
  return statusDecision(registry, name, (status) => (status.state === 'PAUSED' ? { state: status.offset < 0 ? 'STARTING' : 'RUNNING', offset: status.offset, tsMs: status.tsMs } : status));
}

/** Will copy everything again when it is resumed. @throws RegistryError 40450, 40963 */
export function resetExporter(registry: Registry, name: string): Decision<string> {
  exporterNamed(registry, name);
  if (exporterStatus(registry, name).state !== 'PAUSED') throw exporterNotPaused(name);
  return statusDecision(registry, name, () => ({ ...begun, state: 'PAUSED' }));
}

/** What the exporter itself says of its progress. One that was paused or deleted meanwhile stays so. */
export function noteExporterProgress(registry: Registry, name: string, status: ExporterStatus): Decision<null> {
  if (!registry.state.exporters.has(name) || exporterStatus(registry, name).state === 'PAUSED') return { records: [], response: null };
  return { records: [statusRecord(name, status)], response: null };
}

/** @throws RegistryError 40450 */
export function exporterNamed({ state }: Registry, name: string): Exporter {
  const exporter = state.exporters.get(name);
  if (exporter === undefined) throw exporterNotFound(name);
  return exporter;
}

export function exporterStatus({ state }: Registry, name: string): ExporterStatus {
  return state.exporterStatuses.get(name) ?? begun;
}

function statusDecision(registry: Registry, name: string, change: (status: ExporterStatus) => ExporterStatus): Decision<string> {
  exporterNamed(registry, name);
  const old = exporterStatus(registry, name);
  const status = change(old);
  return { records: status === old ? [] : [statusRecord(name, status)], response: name };
}

function statusRecord(name: string, value: ExporterStatus): RegistryRecord {
  return { keytype: 'MILLRACE_EXPORTER_STATUS', name, value };
}

function checkExporter({ contextType, context, subjects, subjectRenameFormat, kekRenameFormat, config }: Exporter): void {
  const urls = config[urlProperty] ?? '';
  if (urls === '') throw invalidExporterConfig(`${urlProperty} is missing`);
  for (const url of urls.split(',')) checkUrl(url.trim());
  if (contextType === 'CUSTOM' && (context === undefined || context === '.' || context === '')) throw invalidExporterConfig('contextType CUSTOM needs a context');
  if (subjects.length === 0) throw invalidExporterSubjects('there are none');
  for (const subject of subjects) {
    if (subject === '' || hasControlCharacters(subject)) throw invalidExporterSubjects(`'${subject}' is no name of a subject`);
    if (subject.replace(/^:\*:/, '').slice(0, -1).includes('*')) throw invalidExporterSubjects(`'${subject}' has a star before its end`);
  }
  if (subjectRenameFormat?.trim() === '' || kekRenameFormat?.trim() === '') throw invalidExporterConfig('a format of names is empty');
}

function checkUrl(text: string): void {
  const match = /^https?:\/\/([^/?#]+)(?:\/[^?#]*)?$/.exec(text);
  if (match === null || /\s/.test(text)) throw invalidExporterConfig(`${urlProperty}: '${text}' is not of the form http://host:port`);
  if (match[1]?.includes('@') === true) throw invalidExporterConfig(`${urlProperty} has a password in it: use basic.auth.user.info`);
}
