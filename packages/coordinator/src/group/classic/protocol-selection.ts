/** Which assignor a group uses: one that all members support, with most votes. */
import type { ClassicGroup, MemberProtocol } from './classic-group.js';

/** A member that supports these comes (1) or goes (-1); one that is named twice counts once. */
export function countProtocols(group: ClassicGroup, protocols: readonly MemberProtocol[], by: 1 | -1): void {
  for (const name of new Set(protocols.map((protocol) => protocol.name))) {
    const count = (group.protocolSupport.get(name) ?? 0) + by;
    if (count === 0) group.protocolSupport.delete(name);
    else group.protocolSupport.set(name, count);
  }
}

/** Whether every member supports it; without members everybody does. */
function isCommon({ protocolSupport, members }: ClassicGroup, name: string): boolean {
  return (protocolSupport.get(name) ?? 0) === members.size;
}

/** Whether a member of this type with these protocols can be in the group beside the others. */
export function supportsProtocols(group: ClassicGroup, protocolType: string, protocols: readonly MemberProtocol[]): boolean {
  if (group.state === 'Empty') return protocolType !== '' && protocols.length > 0;
  if (group.protocolType !== protocolType) return false;
  return protocols.some((protocol) => isCommon(group, protocol.name));
}

/** The name that most members prefer among those that all support; the first voted for wins a tie. Null without members. */
export function selectProtocol(group: ClassicGroup): string | null {
  const votes = new Map<string, number>();
  for (const member of group.members.values()) {
    const vote = member.protocols.find((protocol) => isCommon(group, protocol.name));
    if (vote !== undefined) votes.set(vote.name, (votes.get(vote.name) ?? 0) + 1);
  }
  let selected: string | null = null;
  for (const [name, count] of votes) if (selected === null || count > (votes.get(selected) ?? 0)) selected = name;
  return selected;
}

/** Whether two lists say the same, in the same order of preference. */
export function sameProtocols(a: readonly MemberProtocol[], b: readonly MemberProtocol[]): boolean {
  return a.length === b.length && a.every((protocol, index) => sameProtocol(protocol, b[index]));
}

function sameProtocol(a: MemberProtocol, b: MemberProtocol | undefined): boolean {
  return b !== undefined && a.name === b.name && sameBytes(a.metadata, b.metadata);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** What a member says under this protocol; nothing when it does not support it. */
export function metadataOf(protocols: readonly MemberProtocol[], name: string | null): Uint8Array {
  return protocols.find((protocol) => protocol.name === name)?.metadata ?? NOTHING;
}

const NOTHING = new Uint8Array(0);
