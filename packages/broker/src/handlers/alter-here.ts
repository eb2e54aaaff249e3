/** What a broker refuses of a change of settings by itself: settings of another broker, which only that one may take. */
import { ConfigResourceType } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import type { RequestContext } from './handler.js';

interface Resource {
  readonly resourceType: number;
  readonly resourceName: string;
}

interface Answer extends Resource {
  errorCode: number;
  errorMessage: string | null;
}

/** The answers of `alter`, which is given what is not refused, and those of the refused resources. */
export async function alterHere<R extends Resource, Request extends { resources: R[] }, A extends Answer, Response extends { responses: A[] }>(
  node: BrokerNode,
  context: RequestContext,
  request: Request,
  alter: (rest: Request) => Promise<Response>,
): Promise<{ throttleTimeMs: number; responses: Answer[] }> {
  // A controller keeps the settings of all nodes.
  if (node.settings.listenerKind(context.listenerName) === 'controller') return { throttleTimeMs: 0, responses: (await alter(request)).responses };
  const isOther = ({ resourceType, resourceName }: Resource): boolean =>
    resourceType === ConfigResourceType.BROKER && /^\d+$/.test(resourceName) && Number(resourceName) !== node.nodeId;
  const { responses } = await alter({ ...request, resources: request.resources.filter((resource) => !isOther(resource)) });
  const refused = request.resources.filter(isOther).map(({ resourceType, resourceName }): Answer => ({
    errorCode: ErrorCode.INVALID_REQUEST,
    errorMessage: `Unexpected broker id, expected ${node.nodeId}, but received ${resourceName}`,
    resourceType,
    resourceName,
  }));
  return { throttleTimeMs: 0, responses: [...responses, ...refused] };
}
