/** ApiVersions (KIP-35, KIP-511, KIP-584, KIP-1242): what this listener serves, and the features of the cluster. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { KRAFT_VERSION_FEATURE, supportedFeatures } from '@millrace/metadata';
import {
  apiVersionsRequest,
  apiVersionsResponse,
  type ApiVersionsRequest,
  type ApiVersionsResponse,
} from '@millrace/protocol/messages/api-versions';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';
import { apiTable, type ListenerKind } from './table.js';

const PRODUCE = 0;
const CLIENT_SOFTWARE = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;

export const apiVersions: AnyHandler = handler({
  request: apiVersionsRequest,
  response: apiVersionsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<ApiVersionsRequest>, context: RequestContext): ApiVersionsResponse {
    const kind = node.settings.listenerKind(context.listenerName);
    const errorCode = check(node, request, context, kind);
    if (errorCode !== ErrorCode.NONE) return { errorCode, apiKeys: [], throttleTimeMs: 0 };
    if (context.apiVersion >= 3) {
      context.session.clientSoftwareName = request.clientSoftwareName;
      context.session.clientSoftwareVersion = request.clientSoftwareVersion;
    }
    // The level of kraft.version stands in the quorum's log, not among the records of the image.
    const finalized = [...node.image.features, [KRAFT_VERSION_FEATURE, node.controller.kraftVersion] as const].filter(([, level]) => level > 0);
    return {
      errorCode,
      apiKeys: apiTable.filter((api) => api.on.includes(kind)).map((api) => ({ ...rangeOf(api.key, api.minVersion, kind), maxVersion: api.maxVersion })),
      throttleTimeMs: 0,
      // Old clients read a range that starts at 0 wrongly, so they are not shown one (KAFKA-17011).
      supportedFeatures: supportedFeatures
        .filter((feature) => context.apiVersion >= 4 || feature.minSupportedVersion > 0)
        .map((feature) => ({ name: feature.name, minVersion: feature.minSupportedVersion, maxVersion: feature.maxSupportedVersion })),
      finalizedFeaturesEpoch: node.image.offset,
      finalizedFeatures: finalized.map(([name, level]) => ({ name, minVersionLevel: level, maxVersionLevel: level })),
    };
  },
});

// Old librdkafka looks for Produce 0 to decide whether it may compress (KAFKA-18659); versions 0 to 2 are refused all the same.
function rangeOf(apiKey: number, minVersion: number, kind: ListenerKind): { apiKey: number; minVersion: number } {
  return { apiKey, minVersion: apiKey === PRODUCE && kind === 'broker' ? 0 : minVersion };
}

function check(node: BrokerNode, request: Decoded<ApiVersionsRequest>, context: RequestContext, kind: ListenerKind): number {
  if (context.apiVersion >= 3 && !(isName(request.clientSoftwareName) && isName(request.clientSoftwareVersion))) {
    return ErrorCode.INVALID_REQUEST;
  }
  if (context.apiVersion < 5 || kind === 'controller') return ErrorCode.NONE;
  const { clusterId, nodeId } = request;
  if ((clusterId === null) !== (nodeId === -1)) return ErrorCode.INVALID_REQUEST;
  if (clusterId !== null && (clusterId !== node.clusterId || nodeId !== node.nodeId)) return ErrorCode.REBOOTSTRAP_REQUIRED;
  return ErrorCode.NONE;
}

function isName(text: string): boolean {
  return CLIENT_SOFTWARE.test(text);
}
