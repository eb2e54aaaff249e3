/** One request as its handler sees it: what was asked, the registry, and the way to write. */
import type { FastifyRequest } from 'fastify';
import { resolveAlias } from '../core/change-config.js';
import { globalScope } from '../core/mode.js';
import { contextOf, contextPrefix, normalizedSubject, parseSubject, defaultContext } from '../core/qualified-subject.js';
import type { Registry } from '../core/registry.js';
import { leaderUnknown } from '../core/registry-error.js';
import type { Decision } from '../core/registry-record.js';
import { parseVersion } from '../core/schema-request.js';
import { JsonMembers } from '../records/json-members.js';
import type { Permissions } from '../auth/permissions.js';
import type { StoredVersion } from '../core/stored-version.js';
import type { RegistryNode } from '../registry-node.js';
import { NotLeaderError } from '../store/not-leader-error.js';
import { operations, type OperationName } from '../store/operation.js';
import type { ExporterSecrets } from '../exporters/secrets.js';
import type { EntityStyle } from './entities.js';
import { forwardToLeader, type ForwardOptions } from './forward.js';
import { badBody, httpError, missingBody } from './http-error.js';
import type { Answer } from './route.js';

/** How long lists may be: what is given when nothing is asked, and at most. */
export interface Paging {
  readonly default: number;
  readonly max: number;
}

export interface ServiceSettings {
  readonly style: EntityStyle;
  readonly schemaPaging: Paging;
  readonly subjectPaging: Paging;
  readonly versionPaging: Paging;
  readonly contextPaging: Paging;
  readonly groupId: string;
  readonly kafkaClusterId: string;
  readonly version: string;
  readonly forwarding: ForwardOptions;
  readonly exporterSecrets: ExporterSecrets;
}

/** A body as it came and as it was read. */
export interface RequestBody {
  readonly bytes: Buffer;
  readonly value: unknown;
}

/** Decides and answers when that is logged. @throws NotLeaderError */
export type Write = <Response>(decide: (registry: Registry) => Decision<Response>) => Promise<Response>;

/** A leader that was just replaced sends a request on: one that may be sent on again would go in circles. */
const forwardedHeader = 'x-forward';

export class Call {
  readonly node: RegistryNode;
  readonly settings: ServiceSettings;
  /** Null where anybody may call. */
  readonly permissions: Permissions | null;
  readonly #request: FastifyRequest;

  constructor(node: RegistryNode, settings: ServiceSettings, request: FastifyRequest, permissions: Permissions | null) {
    this.node = node;
    this.settings = settings;
    this.permissions = permissions;
    this.#request = request;
  }

  get registry(): Registry {
    return this.node.registry;
  }

  get style(): EntityStyle {
    return this.settings.style;
  }

  param(name: string): string {
    return (this.#request.params as Record<string, string>)[name] ?? '';
  }

  /** The subject of the path, behind its alias. */
  subject(): string {
    return resolveAlias(this.registry, normalizedSubject(this.param('subject')));
  }

  /** What config and mode are set for: the default context is the global scope. */
  scope(): string {
    const text = this.param('subject');
    const { context, name } = parseSubject(text);
    return text === '' || (text.startsWith(':') && context === defaultContext && name === '') ? globalScope : normalizedSubject(text);
  }

  /** @throws RegistryError 42202 */
  version(): number {
    return parseVersion(this.param('version'));
  }

  /** A whole number of the path. @throws RegistryError 404 */
  id(): number {
    return wholeNumber(this.param('id'));
  }

  text(name: string): string | undefined {
    const value = this.#query[name];
    return Array.isArray(value) ? value[0] : value;
  }

  texts(name: string): string[] {
    const value = this.#query[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  }

  /** Only `true`, in any case, is true. */
  flag(name: string): boolean {
    return this.text(name)?.toLowerCase() === 'true';
  }

  /** @throws RegistryError 404 for what is no number */
  number(name: string, otherwise: number): number {
    const text = this.text(name);
    return text === undefined || text === '' ? otherwise : wholeNumber(text);
  }

  mayRead(subject: string): boolean {
    return this.permissions === null || this.permissions.mayRead(subject);
  }

  readable(subjects: readonly string[]): string[] {
    return subjects.filter((subject) => this.mayRead(subject));
  }

  /** A schema may be read by whoever may read a subject that has it. @throws RegistryError 403 */
  readableVersion(stored: StoredVersion): StoredVersion {
    if (this.mayRead(stored.subject)) return stored;
    const readable = this.registry.state.context(contextOf(stored.subject))?.versionsOf(stored.content).find(({ subject }) => this.mayRead(subject));
    if (readable === undefined) throw httpError(403);
    return readable;
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  /** The subject of the query, for ids, behind its alias. */
  subjectOfQuery(): string {
    return resolveAlias(this.registry, normalizedSubject(this.text('subject') ?? ''));
  }

  contextOfQuery(): string {
    return contextPrefix(contextOf(this.text('context') ?? ''));
  }

  /** The page of a list that was asked for. */
  page<Item>(items: readonly Item[], { default: usual, max }: Paging): Item[] {
    const offset = Math.max(0, this.number('offset', 0));
    const asked = this.number('limit', -1);
    const limit = asked <= 0 || asked > max ? usual : asked;
    return items.slice(offset, offset + limit);
  }

  /** Reads the body. @throws RegistryError 422 without one, 400 when it is not as it must be */
  body<Result>(read: (members: JsonMembers) => Result): Result {
    const body = this.#request.body as RequestBody | undefined;
    if (body === undefined || body.value === null || body.value === undefined) throw missingBody();
    try {
      return read(new JsonMembers(body.value, ''));
    } catch (error) {
      if (error instanceof TypeError) throw badBody(error.message === ' is not an object' ? 'The request body is not an object' : error.message);
      throw error;
    }
  }

  /** Decides here when this instance leads, and otherwise hands the request to the one that does. */
  write<Response>(name: OperationName, decide: (registry: Registry) => Decision<Response>, answer: (response: Response) => unknown): Promise<unknown> {
    return this.writes(name, async (write) => answer(await write(decide)));
  }

  /** Several decisions, each on what the ones before have left. */
  async writes(name: OperationName, run: (write: Write) => Promise<unknown>): Promise<unknown> {
    try {
      return await run((decide) => this.node.write(operations[name], decide));
    } catch (error) {
      if (!(error instanceof NotLeaderError)) throw error;
      return this.#forward(name);
    }
  }

  #forward(name: OperationName): Promise<Answer> {
    const { leadership } = this.node;
    if (leadership.kind !== 'other' || this.header(forwardedHeader) !== undefined) throw leaderUnknown();
    return forwardToLeader(leadership.identity, this.#request, operations[name].forwards, this.settings.forwarding);
  }

  get #query(): Record<string, string | string[]> {
    return this.#request.query as Record<string, string | string[]>;
  }
}

function wholeNumber(text: string): number {
  if (!/^[+-]?\d{1,10}$/.test(text)) throw httpError(404);
  const value = Number(text);
  if (value > 0x7fff_ffff || value < -0x8000_0000) throw httpError(404);
  return value;
}

