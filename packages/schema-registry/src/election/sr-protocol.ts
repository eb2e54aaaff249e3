/** What instances tell each other through the group protocol: who they are, and who leads. JSON, as Confluent's registry has it. */
import { JsonMembers } from '../records/json-members.js';

export const protocolType = 'sr';
export const protocolName = 'v0';

export interface Identity {
  readonly host: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  /** May lead. */
  readonly isEligible: boolean;
  /** Leads now. */
  readonly isLeader: boolean;
}

export interface Member {
  readonly memberId: string;
  readonly identity: Identity;
}

export interface Assignment {
  /** Two members have one address: nobody can lead. */
  readonly hasDuplicates: boolean;
  /** Null when nobody may lead. */
  readonly leader: Member | null;
}

const noError = 0;
const duplicateUrls = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function urlOf({ scheme, host, port }: Identity): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export function encodeIdentity(identity: Identity): Uint8Array {
  return encoder.encode(JSON.stringify(identityMembers(identity)));
}

/** @throws TypeError, SyntaxError for what another program wrote */
export function decodeIdentity(bytes: Uint8Array): Identity {
  return readIdentity(new JsonMembers(JSON.parse(decoder.decode(bytes)), 'member'));
}

export function encodeAssignment({ hasDuplicates, leader }: Assignment): Uint8Array {
  return encoder.encode(JSON.stringify({
    version: 1,
    error: hasDuplicates ? duplicateUrls : noError,
    ...(leader === null ? {} : { master: leader.memberId, master_identity: identityMembers(leader.identity) }),
  }));
}

/** @throws TypeError, SyntaxError */
export function decodeAssignment(bytes: Uint8Array): Assignment {
  const members = new JsonMembers(JSON.parse(decoder.decode(bytes)), 'assignment');
  const memberId = members.optionalString('master');
  const identity = members.optionalObject('master_identity');
  return {
    hasDuplicates: members.optionalInteger('error') === duplicateUrls,
    leader: memberId === undefined || identity === undefined ? null : { memberId, identity: readIdentity(identity) },
  };
}

/** The eligible member with the smallest address; with `isSticky` the one that leads already, if it is there. */
export function chooseLeader(members: readonly Member[], isSticky: boolean): Assignment {
  const urls = members.map(({ identity }) => urlOf(identity));
  if (new Set(urls).size < urls.length) return { hasDuplicates: true, leader: null };
  const eligible = members.filter(({ identity }) => identity.isEligible);
  const leading = isSticky ? eligible.filter(({ identity }) => identity.isLeader) : [];
  const candidates = leading.length === 1 ? leading : eligible;
  return { hasDuplicates: false, leader: candidates.toSorted((a, b) => (urlOf(a.identity) < urlOf(b.identity) ? -1 : 1))[0] ?? null };
}

function identityMembers({ host, port, isEligible, scheme, isLeader }: Identity): object {
  return { version: 1, host, port, master_eligibility: isEligible, scheme, leader: isLeader };
}

function readIdentity(members: JsonMembers): Identity {
  return {
    host: members.string('host'),
    port: members.integer('port'),
    scheme: members.optionalString('scheme') === 'https' ? 'https' : 'http',
    isEligible: members.optionalBoolean('master_eligibility') ?? true,
    isLeader: members.optionalBoolean('leader') ?? false,
  };
}
