/** What a caller may do. Roles are granted reading, writing or everything, each for subjects that begin with a prefix. */
export type GrantedOperation = 'read' | 'write' | 'admin';

export interface Grant {
  readonly role: string;
  readonly operation: GrantedOperation;
  /** Of the qualified subject; empty for all. */
  readonly prefix: string;
}

export interface Permissions {
  mayRead(subject: string): boolean;
  mayWrite(subject: string): boolean;
  /** Config and mode of all subjects, and contexts. */
  readonly mayAdminister: boolean;
}

export const allPermissions: Permissions = { mayRead: () => true, mayWrite: () => true, mayAdminister: true };

/** Writing includes reading, administering both. */
export function permissionsOf(roles: ReadonlySet<string>, grants: readonly Grant[]): Permissions {
  const own = grants.filter((grant) => grant.role === '*' || roles.has(grant.role));
  const covers = (subject: string, operations: ReadonlySet<GrantedOperation>): boolean => own.some((grant) => operations.has(grant.operation) && subject.startsWith(grant.prefix));
  return {
    mayRead: (subject) => covers(subject, reading),
    mayWrite: (subject) => covers(subject, writing),
    mayAdminister: own.some((grant) => grant.operation === 'admin' && grant.prefix === ''),
  };
}

const reading: ReadonlySet<GrantedOperation> = new Set(['read', 'write', 'admin']);
const writing: ReadonlySet<GrantedOperation> = new Set(['write', 'admin']);
const operations: readonly GrantedOperation[] = ['read', 'write', 'admin'];

/** `role:operation:prefix`, the prefix with a star at its end or not: `developers:read:*`, `orders-team:write:orders-`. @throws TypeError */
export function parseGrant(text: string): Grant {
  const match = /^([^:]+):([a-z]+)(?::(.*))?$/s.exec(text.trim());
  const operation = operations.find((candidate) => candidate === match?.[2]);
  if (match === null || operation === undefined) throw new TypeError(`'${text}' is not of the form role:read|write|admin:prefix`);
  return { role: match[1] ?? '', operation, prefix: (match[3] ?? '').replace(/\*$/, '') };
}
