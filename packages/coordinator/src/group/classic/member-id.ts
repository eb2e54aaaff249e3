import { uuidToBytes } from '@millrace/protocol';

/** `<prefix>-<uuid>`, the uuid in its usual 36 characters; the prefix is the client id, or the group instance id of a static member. */
export function newMemberId(prefix: string, random: () => string): string {
  let hex = '';
  for (const byte of uuidToBytes(random())) hex += byte.toString(16).padStart(2, '0');
  return `${prefix}-${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
