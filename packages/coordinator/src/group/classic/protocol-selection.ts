/** Which assignor a group uses: one that all members support, with most votes. */
import type { ClassicGroup, MemberProtocol } from './classic-group.js';

/** Names that every member supports. */
function candidates(group: ClassicGroup): Set<string> {
  let common: Set<string> | null = null;
  for (const member of group.members.values()) {
    const names = new Set(member.protocols.map((protocol) => protocol.name));
    if (common === null) common = names;
    else for (const name of common) if (!names.has(name)) common.delete(name);
  }
  return common ?? new Set();
}

/** Whether a member of this type with these protocols can be in the group beside the others. */
export function supportsProtocols(group: ClassicGroup, protocolType: string, protocols: readonly MemberProtocol[]): boolean {
  if (group.state === 'Empty') return protocolType !== '' && protocols.length > 0;
  if (group.protocolType !== protocolType) return false;
  // All members may have left while a rebalance was under way; then anything goes.
  if (group.members.size === 0) return protocols.length > 0;
  const common = candidates(group);
  return protocols.some((protocol) => common.has(protocol.name));
}

/** The name that most members prefer among those that all support; the first voted for wins a tie. Null without members. */
export function selectProtocol(group: ClassicGroup): string | null {
  const common = candidates(group);
  const votes = new Map<string, number>();
  for (const member of group.members.values()) {
    const vote = member.protocols.find((protocol) => common.has(protocol.name));
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
