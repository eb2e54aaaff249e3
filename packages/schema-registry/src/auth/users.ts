/**
 * Users of basic authentication, in the form of Jetty's property files: `name: password, role, …`. A password is plain,
 * `MD5:<hex>`, or `SCRYPT:<salt as hex>:<hash as hex>` (32 bytes, Node's parameters), which is the one to prefer.
 */
import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { parseProperties } from '@millrace/config';

interface User {
  readonly password: string;
  readonly roles: ReadonlySet<string>;
}

/** Who was let in is remembered so long at most, as a hash, so that scrypt does not run for every request. */
const rememberedLogins = 1_000;

export class Users {
  readonly #users: ReadonlyMap<string, User>;
  readonly #known = new Map<string, ReadonlySet<string>>();

  private constructor(users: ReadonlyMap<string, User>) {
    this.#users = users;
  }

  /** @throws PropertiesError, TypeError naming the line that is wrong */
  static parse(text: string): Users {
    const users = parseProperties(text).map(({ key, value, line }): [string, User] => {
      const [password = '', ...roles] = value.split(',').map((part) => part.trim());
      if (password === '') throw new TypeError(`line ${line}: user ${key} has no password`);
      return [key, { password, roles: new Set(roles.filter((role) => role !== '')) }];
    });
    return new Users(new Map(users));
  }

  /** The roles of whoever sent this Authorization header; null when it is not right. */
  async login(authorization: string | undefined): Promise<ReadonlySet<string> | null> {
    const encoded = /^basic +([a-z0-9+/=_-]+) *$/i.exec(authorization ?? '')?.[1];
    if (encoded === undefined) return null;
    const digest = createHash('sha256').update(encoded).digest('base64');
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const user = this.#users.get(text.slice(0, Math.max(colon, 0)));
    // A stranger takes as long as a user.
    const isRight = await passwordMatches(user?.password ?? 'SCRYPT:00:00', text.slice(colon + 1));
    if (user === undefined || colon < 0 || !isRight) return null;
    if (this.#known.size >= rememberedLogins) this.#known.clear();
    this.#known.set(digest, user.roles);
    return user.roles;
  }

  /** The roles of a user that was let in by a certificate. */
  rolesOf(name: string): ReadonlySet<string> {
    return this.#users.get(name)?.roles ?? new Set([name]);
  }
}

const scryptBytes = 32;

async function passwordMatches(stored: string, given: string): Promise<boolean> {
  const [kind, ...rest] = stored.split(':');
  if (kind === 'SCRYPT') {
    const hash = await scrypted(given, Buffer.from(rest[0] ?? '', 'hex'));
    return isEqual(hash, Buffer.from(rest[1] ?? '', 'hex'));
  }
  if (kind === 'MD5') return isEqual(createHash('md5').update(given).digest(), Buffer.from(rest[0] ?? '', 'hex'));
  return isEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(stored).digest());
}

function scrypted(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, scryptBytes, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
