/** SCRAM credentials of users (KIP-554). A password does not leave this process: it is salted and hashed here (RFC 5802). */
import { pbkdf2Sync } from 'node:crypto';
import { api, type Api } from '@millrace/network-client';
import {
  alterUserScramCredentialsRequest, alterUserScramCredentialsResponse, type AlterUserScramCredentialsRequest, type AlterUserScramCredentialsResponse,
} from '@millrace/protocol/messages/alter-user-scram-credentials';
import {
  describeUserScramCredentialsRequest, describeUserScramCredentialsResponse, type DescribeUserScramCredentialsRequest, type DescribeUserScramCredentialsResponse,
} from '@millrace/protocol/messages/describe-user-scram-credentials';
import { askAny, askController, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';

const describeScramApi: Api<DescribeUserScramCredentialsRequest, DescribeUserScramCredentialsResponse> = api(describeUserScramCredentialsRequest, describeUserScramCredentialsResponse, { keepsBytes: false });
const alterScramApi: Api<AlterUserScramCredentialsRequest, AlterUserScramCredentialsResponse> = api(alterUserScramCredentialsRequest, alterUserScramCredentialsResponse, { keepsBytes: false });

const mechanisms = { 'SCRAM-SHA-256': { code: 1, hash: 'sha256', bytes: 32 }, 'SCRAM-SHA-512': { code: 2, hash: 'sha512', bytes: 64 } } as const;
const saltBytes = 24;
const defaultIterations = 4096;

export type ScramMechanism = keyof typeof mechanisms;

export interface UserScramCredentials extends ItemResult {
  readonly user: string;
  readonly credentials: readonly { readonly mechanism: ScramMechanism | 'UNKNOWN'; readonly iterations: number }[];
}

export interface ScramChange {
  readonly user: string;
  readonly mechanism: ScramMechanism;
  /** Without it the credential is removed. */
  readonly password?: string | Uint8Array | undefined;
  /** 4096 (the default) to 16384. */
  readonly iterations?: number | undefined;
}

/** Of these users, or of all. */
export async function describeUserScramCredentials(context: AdminContext, users: readonly string[] | null): Promise<UserScramCredentials[]> {
  const answer = await askAny(context, describeScramApi, { users: users === null ? null : users.map((name) => ({ name })) });
  throwIfError(answer.errorCode, 'DescribeUserScramCredentials', answer.errorMessage);
  return answer.results.map(({ user, errorCode, errorMessage, credentialInfos }) => ({
    user,
    error: itemError(errorCode, `credentials of user '${user}'`, errorMessage),
    credentials: credentialInfos.map(({ mechanism, iterations }) => ({ mechanism: mechanismOf(mechanism), iterations })),
  }));
}

/** All changes of a user or none; a user may be named once in a call. */
export async function alterUserScramCredentials(context: AdminContext, changes: readonly ScramChange[]): Promise<({ readonly user: string } & ItemResult)[]> {
  const request: AlterUserScramCredentialsRequest = { deletions: [], upsertions: [] };
  for (const { user: name, mechanism, password, iterations = defaultIterations } of changes) {
    if (!Object.hasOwn(mechanisms, mechanism)) throw new TypeError(`mechanism: ${String(mechanism)} is neither SCRAM-SHA-256 nor SCRAM-SHA-512`);
    if (!Number.isInteger(iterations) || iterations < 1) throw new RangeError(`iterations: ${iterations} is not a whole number of at least 1`);
    if (password !== undefined && password.length === 0) throw new TypeError(`password: it is empty for user '${name}'`);
    const { code, hash, bytes } = mechanisms[mechanism];
    if (password === undefined) request.deletions.push({ name, mechanism: code });
    else {
      const salt = context.client.platform.random.bytes(saltBytes);
      request.upsertions.push({ name, mechanism: code, iterations, salt, saltedPassword: pbkdf2Sync(password, salt, iterations, bytes, hash) });
    }
  }
  const answer = await askController(context, alterScramApi, request, ({ results }) => results.map(({ errorCode }) => errorCode));
  return answer.results.map(({ user, errorCode, errorMessage }) => ({ user, error: itemError(errorCode, `credentials of user '${user}'`, errorMessage) }));
}

function mechanismOf(code: number): ScramMechanism | 'UNKNOWN' {
  return (Object.keys(mechanisms) as ScramMechanism[]).find((name) => mechanisms[name].code === code) ?? 'UNKNOWN';
}
