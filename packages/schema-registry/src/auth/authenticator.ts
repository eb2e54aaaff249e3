/** Who calls, and what they may do. */
import { TLSSocket } from 'node:tls';
import type { FastifyRequest } from 'fastify';
import { httpError } from '../http/http-error.js';
import { allPermissions, permissionsOf, type Grant, type Permissions } from './permissions.js';
import type { Users } from './users.js';

export interface AuthenticatorOptions {
  /** Null: nobody has to say who they are. */
  readonly users: Users | null;
  /** A client certificate says who it is: its common name is a role, and a user's name. */
  readonly usesCertificates: boolean;
  /** `authentication.roles`: whoever logs in must have one of these; `*` is any. */
  readonly roles: readonly string[];
  /** Empty: whoever is known may do all. */
  readonly grants: readonly Grant[];
  readonly realm: string;
}

export class Authenticator {
  readonly #options: AuthenticatorOptions;

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** Whoever calls may do all. */
  get isOpen(): boolean {
    const { users, usesCertificates, grants } = this.#options;
    return users === null && !usesCertificates && grants.length === 0;
  }

  get challenge(): string {
    return `basic realm="${this.#options.realm.replaceAll('"', '')}"`;
  }

  /** Null when the caller must say who they are, and did not. @throws RegistryError 403 for who may not call at all */
  permissions(request: FastifyRequest): Permissions | null | Promise<Permissions | null> {
    const { users, usesCertificates, grants } = this.#options;
    const name = usesCertificates ? certificateName(request) : undefined;
    if (name !== undefined) return this.#granted(users?.rolesOf(name) ?? new Set([name]));
    if (users !== null) return this.#login(users, request.headers.authorization);
    return grants.length === 0 ? allPermissions : permissionsOf(new Set(), grants);
  }

  async #login(users: Users, authorization: string | undefined): Promise<Permissions | null> {
    const roles = await users.login(authorization);
    if (roles === null) return null;
    if (!this.#options.roles.some((role) => role === '*' || roles.has(role))) throw httpError(403);
    return this.#granted(roles);
  }

  #granted(roles: ReadonlySet<string>): Permissions {
    return this.#options.grants.length === 0 ? allPermissions : permissionsOf(roles, this.#options.grants);
  }
}

function certificateName({ raw: { socket } }: FastifyRequest): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const name = socket.getPeerCertificate().subject?.CN;
  return Array.isArray(name) ? name[0] : name;
}
