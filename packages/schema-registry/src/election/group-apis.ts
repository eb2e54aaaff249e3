/** The APIs of a group's member. */
import { api, type Api } from '@millrace/network-client';
import { heartbeatRequest, heartbeatResponse, type HeartbeatRequest, type HeartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import { joinGroupRequest, joinGroupResponse, type JoinGroupRequest, type JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import { leaveGroupRequest, leaveGroupResponse, type LeaveGroupRequest, type LeaveGroupResponse } from '@millrace/protocol/messages/leave-group';
import { syncGroupRequest, syncGroupResponse, type SyncGroupRequest, type SyncGroupResponse } from '@millrace/protocol/messages/sync-group';

export const joinGroup: Api<JoinGroupRequest, JoinGroupResponse> = api(joinGroupRequest, joinGroupResponse);
export const syncGroup: Api<SyncGroupRequest, SyncGroupResponse> = api(syncGroupRequest, syncGroupResponse);
export const heartbeat: Api<HeartbeatRequest, HeartbeatResponse> = api(heartbeatRequest, heartbeatResponse, { keepsBytes: false });
export const leaveGroup: Api<LeaveGroupRequest, LeaveGroupResponse> = api(leaveGroupRequest, leaveGroupResponse, { keepsBytes: false });
