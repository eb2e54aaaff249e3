/** From a request's context to what the group coordinator is told of who asks. */
import type { GroupContext } from '@millrace/coordinator';
import type { RequestContext } from './handler.js';

export function groupContext(context: RequestContext, given: Pick<GroupContext, 'now' | 'random' | 'token'>): GroupContext {
  return { ...given, clientId: context.clientId, clientHost: `/${context.clientHost}`, apiVersion: context.apiVersion };
}
