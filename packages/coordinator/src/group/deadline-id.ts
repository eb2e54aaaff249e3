/** Names of deadlines. Group and member ids may hold any character, so the length of the group id tells them apart. */
export type DeadlineId =
  | { readonly type: 'session'; readonly groupId: string; readonly memberId: string }
  | { readonly type: 'join' | 'sync'; readonly groupId: string };

/** By when a member has to be heard of. */
export function sessionDeadline(groupId: string, memberId: string): string {
  return `session:${groupId.length}:${groupId}${memberId}`;
}

/** The end of a join phase, or of a round of the initial delay. */
export function joinDeadline(groupId: string): string {
  return `join:${groupId}`;
}

/** By when all members of a generation have to send SyncGroup. */
export function syncDeadline(groupId: string): string {
  return `sync:${groupId}`;
}

/** Takes a name apart; null when it is none of ours. */
export function parseDeadline(id: string): DeadlineId | null {
  const colon = id.indexOf(':');
  const type = id.slice(0, colon);
  const rest = id.slice(colon + 1);
  if (type === 'join' || type === 'sync') return { type, groupId: rest };
  if (type !== 'session') return null;
  const second = rest.indexOf(':');
  const length = Number(rest.slice(0, second));
  const ids = rest.slice(second + 1);
  return { type, groupId: ids.slice(0, length), memberId: ids.slice(length) };
}
