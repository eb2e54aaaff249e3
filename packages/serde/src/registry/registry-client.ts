/**
 * A schema registry over REST, Confluent's or one that speaks as it does.
 * Answers that cannot change are cached: a schema by its id, an id by its schema. The latest version is cached for `latestTtlMs`.
 */
import type { SchemaType } from '@millrace/schema';
import { BoundedCache } from './bounded-cache.js';
import { DekRegistry } from './dek-registry.js';
import { RegistryError } from './registry-error.js';
import { RegistryHttp } from './registry-http.js';
import { registrySettings, type SchemaRegistryOptions } from './registry-options.js';
import type {
  Association,
  CompatibilityAnswer,
  LookupOptions,
  RegisteredSchema,
  RegisterOptions,
  SchemaRegistry,
  SchemaToRegister,
  SubjectConfig,
  SubjectVersion,
} from './registry-api.js';
import { toRegisteredSchema, toSubjectVersion } from './registry-answers.js';

export class SchemaRegistryClient implements SchemaRegistry {
  readonly latestTtlMs: number | undefined;
  /** Keys for field encryption. */
  readonly deks: DekRegistry;
  readonly #http: RegistryHttp;
  readonly #registered: BoundedCache<RegisteredSchema>;
  readonly #found: BoundedCache<SubjectVersion>;
  readonly #byId: BoundedCache<RegisteredSchema>;
  readonly #byGuid: BoundedCache<RegisteredSchema>;
  readonly #latest: BoundedCache<SubjectVersion>;
  readonly #versions: BoundedCache<SubjectVersion>;

  constructor(options: SchemaRegistryOptions) {
    const settings = registrySettings(options);
    const bounded = { size: settings.cacheSize, clock: settings.clock };
    this.latestTtlMs = settings.latestTtlMs;
    this.#http = new RegistryHttp(settings);
    this.deks = new DekRegistry(this.#http, bounded);
    this.#registered = new BoundedCache(bounded);
    this.#found = new BoundedCache(bounded);
    this.#byId = new BoundedCache(bounded);
    this.#byGuid = new BoundedCache(bounded);
    this.#versions = new BoundedCache(bounded);
    this.#latest = new BoundedCache({ ...bounded, ttlMs: settings.latestTtlMs });
  }

  register(subject: string, schema: SchemaToRegister, { normalize = false }: RegisterOptions = {}): Promise<RegisteredSchema> {
    return this.#registered.get(keyOf(subject, schema, normalize), async () => {
      const json = await this.#http.call({ method: 'POST', path: `${subjectPath(subject)}/versions`, query: { normalize }, body: schema });
      // The latest version of the subject may be another now.
      this.#latest.delete(keyOf(subject));
      return toRegisteredSchema(json, schema);
    });
  }

  lookup(subject: string, schema: SchemaToRegister, { normalize = false, deleted = false }: LookupOptions = {}): Promise<SubjectVersion> {
    return this.#found.get(keyOf(subject, schema, normalize, deleted), async () => toSubjectVersion(await this.#http.call({ method: 'POST', path: subjectPath(subject), query: { normalize, deleted }, body: schema }), schema));
  }

  schemaById(id: number, subject?: string): Promise<RegisteredSchema> {
    return this.#byId.get(keyOf(id, subject ?? ''), async () => {
      const json = await this.#http.call({ method: 'GET', path: `/schemas/ids/${id}`, query: { subject } });
      return toRegisteredSchema({ ...(json as object), id });
    });
  }

  schemaByGuid(guid: string): Promise<RegisteredSchema> {
    return this.#byGuid.get(guid, async () => {
      const json = await this.#http.call({ method: 'GET', path: `/schemas/guids/${encodeURIComponent(guid)}` });
      return toRegisteredSchema({ id: -1, ...(json as object), guid });
    });
  }

  latestVersion(subject: string): Promise<SubjectVersion> {
    return this.#latest.get(keyOf(subject), async () => toSubjectVersion(await this.#http.call({ method: 'GET', path: `${subjectPath(subject)}/versions/latest` })));
  }

  latestWithMetadata(subject: string, metadata: Readonly<Record<string, string>>): Promise<SubjectVersion> {
    return this.#latest.get(keyOf(subject, metadata), async () => {
      const pairs = Object.entries(metadata).map(([key, value]) => `key=${encodeURIComponent(key)}&value=${encodeURIComponent(value)}`);
      return toSubjectVersion(await this.#http.call({ method: 'GET', path: `${subjectPath(subject)}/metadata?${pairs.join('&')}` }));
    });
  }

  /** Soft-deleted versions too: data written with them may still be there. */
  version(subject: string, version: number): Promise<SubjectVersion> {
    return this.#versions.get(keyOf(subject, version), async () => toSubjectVersion(await this.#http.call({ method: 'GET', path: `${subjectPath(subject)}/versions/${version}`, query: { deleted: true } })));
  }

  async subjects(options: { prefix?: string; deleted?: boolean } = {}): Promise<string[]> {
    return (await this.#http.call({ method: 'GET', path: '/subjects', query: { subjectPrefix: options.prefix, deleted: options.deleted } })) as string[];
  }

  async versions(subject: string, options: { deleted?: boolean } = {}): Promise<number[]> {
    return (await this.#http.call({ method: 'GET', path: `${subjectPath(subject)}/versions`, query: { deleted: options.deleted } })) as number[];
  }

  async schemaTypes(): Promise<SchemaType[]> {
    return (await this.#http.call({ method: 'GET', path: '/schemas/types' })) as SchemaType[];
  }

  /** The versions deleted. Permanent needs a soft delete before. */
  async deleteSubject(subject: string, options: { permanent?: boolean } = {}): Promise<number[]> {
    const versions = (await this.#http.call({ method: 'DELETE', path: subjectPath(subject), query: { permanent: options.permanent } })) as number[];
    this.forget();
    return versions;
  }

  async deleteVersion(subject: string, version: number | 'latest', options: { permanent?: boolean } = {}): Promise<number> {
    const deleted = (await this.#http.call({ method: 'DELETE', path: `${subjectPath(subject)}/versions/${version}`, query: { permanent: options.permanent } })) as number;
    this.forget();
    return deleted;
  }

  /** Whether the schema could be registered: against one version, or as the subject's level asks (`all`). */
  async checkCompatibility(subject: string, schema: SchemaToRegister, version: number | 'latest' | 'all' = 'latest', options: RegisterOptions = {}): Promise<CompatibilityAnswer> {
    const path = `/compatibility${subjectPath(subject)}/versions${version === 'all' ? '' : `/${version}`}`;
    return (await this.#http.call({ method: 'POST', path, query: { verbose: true, normalize: options.normalize }, body: schema })) as CompatibilityAnswer;
  }

  /** The global one without a subject. */
  async config(subject?: string, options: { defaultToGlobal?: boolean } = {}): Promise<SubjectConfig> {
    return (await this.#http.call({ method: 'GET', path: `/config${segment(subject)}`, query: { defaultToGlobal: options.defaultToGlobal } })) as SubjectConfig;
  }

  async updateConfig(config: SubjectConfig, subject?: string): Promise<SubjectConfig> {
    return (await this.#http.call({ method: 'PUT', path: `/config${segment(subject)}`, body: config })) as SubjectConfig;
  }

  async mode(subject?: string, options: { defaultToGlobal?: boolean } = {}): Promise<string> {
    return ((await this.#http.call({ method: 'GET', path: `/mode${segment(subject)}`, query: { defaultToGlobal: options.defaultToGlobal } })) as { mode: string }).mode;
  }

  async updateMode(mode: string | null, subject?: string, options: { force?: boolean } = {}): Promise<void> {
    await this.#http.call({ method: 'PUT', path: `/mode${segment(subject)}`, query: { force: options.force }, body: { mode } });
  }

  /** Registers under an id and version of its own; the subject must be in mode IMPORT. */
  async importVersion(subject: string, schema: SchemaToRegister & { id: number; version: number }): Promise<RegisteredSchema> {
    return toRegisteredSchema(await this.#http.call({ method: 'POST', path: `${subjectPath(subject)}/versions`, body: schema }), schema);
  }

  /** The subjects of a topic. None where the registry has none, or knows no associations. */
  async associations(topic: string, type: 'key' | 'value', namespace: string = '-'): Promise<Association[]> {
    try {
      const path = `/associations/resources/${encodeURIComponent(namespace)}/${encodeURIComponent(topic)}`;
      return (await this.#http.call({ method: 'GET', path, query: { resourceType: 'topic', associationType: type } })) as Association[];
    } catch (error) {
      if (error instanceof RegistryError && error.isNotFound) return [];
      throw error;
    }
  }

  /** Empties all caches. */
  forget(): void {
    for (const cache of [this.#registered, this.#found, this.#byId, this.#byGuid, this.#latest, this.#versions]) cache.clear();
  }
}

function subjectPath(subject: string): string {
  return `/subjects/${encodeURIComponent(subject)}`;
}

function segment(subject: string | undefined): string {
  return subject === undefined ? '' : `/${encodeURIComponent(subject)}`;
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
