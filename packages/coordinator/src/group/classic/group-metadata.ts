/** A classic group as `__consumer_offsets` has it, both ways. */
import type { Decoded } from '@millrace/protocol';
import type { GroupMetadataValue } from '../../generated/group-metadata.js';
import type { GroupMetadataRecord } from '../../records.js';
import { type ClassicGroup, type ClassicMember, emptyGroup, type SettledGroup } from './classic-group.js';
import { countProtocols, metadataOf } from './protocol-selection.js';
import { subscribedTopics } from './subscription.js';

const VALUE_VERSION = 3;

/** The group of a record: Stable with its members, or Empty. Of their protocols only the chosen one is in the log. */
export function groupFromRecord(groupId: string, value: Decoded<GroupMetadataValue>): SettledGroup {
  const group: SettledGroup = {
    ...emptyGroup(groupId, value.currentStateTimestamp),
    state: value.members.length === 0 ? 'Empty' : 'Stable',
    generationId: value.generation,
    protocolType: value.protocolType === '' ? null : value.protocolType,
    protocolName: value.protocol,
    leader: value.leader,
  };
  for (const member of value.members) {
    const known = memberFromRecord(member, value.protocol ?? '');
    group.members.set(known.memberId, known);
    countProtocols(group, known.protocols, 1);
    if (member.groupInstanceId !== null) group.staticMembers.set(member.groupInstanceId, member.memberId);
  }
  group.subscribedTopics = subscribedTopics(group);
  return group;
}

function memberFromRecord(member: Decoded<GroupMetadataValue>['members'][number], protocol: string): ClassicMember {
  return {
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    // Version 0 of the record, and of JoinGroup, had one timeout for both.
    rebalanceTimeoutMs: member.rebalanceTimeout === -1 ? member.sessionTimeout : member.rebalanceTimeout,
    sessionTimeoutMs: member.sessionTimeout,
    protocols: [{ name: protocol, metadata: member.subscription.slice() }],
    assignment: member.assignment.slice(),
    isNew: false,
    awaitingJoin: null,
    awaitingSync: null,
  };
}

/** The record of a group as it is, with its members' assignments. */
export function groupRecord(group: ClassicGroup): GroupMetadataRecord {
  const members = [...group.members.values()].map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    rebalanceTimeout: member.rebalanceTimeoutMs,
    sessionTimeout: member.sessionTimeoutMs,
    subscription: metadataOf(member.protocols, group.protocolName),
    assignment: member.assignment,
    unknownTags: undefined,
  }));
  return {
    type: 'group-metadata',
    key: { group: group.groupId },
    valueVersion: VALUE_VERSION,
    value: {
      protocolType: group.protocolType ?? '',
      generation: group.generationId,
      protocol: group.protocolName,
      leader: group.leader,
      currentStateTimestamp: group.stateTimestampMs,
      members,
      unknownTags: undefined,
    },
  };
}

/** The record that says there is such a group, written before anybody is in it. */
export function newGroupRecord(groupId: string, now: number): GroupMetadataRecord {
  return groupRecord(emptyGroup(groupId, now));
}

/** The record that deletes a group. */
export function groupTombstone(groupId: string): GroupMetadataRecord {
  return { type: 'group-metadata', key: { group: groupId }, value: null, valueVersion: VALUE_VERSION };
}
