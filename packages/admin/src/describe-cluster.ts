import { api, type Api, type BrokerNode } from '@millrace/network-client';
import { describeClusterRequest, describeClusterResponse, type DescribeClusterRequest, type DescribeClusterResponse } from '@millrace/protocol/messages/describe-cluster';
import { askAny, throwIfError, type AdminContext } from './admin-context.js';

const describeClusterApi: Api<DescribeClusterRequest, DescribeClusterResponse> = api(describeClusterRequest, describeClusterResponse, { keepsBytes: false });

const controllers = 2;

export interface ClusterDescription {
  readonly clusterId: string;
  /** The broker to send changes to; with KRaft any one, and of controllers the active one. -1 when there is none. */
  readonly controllerId: number;
  /** Or the controllers, where those are asked. */
  readonly brokers: readonly (BrokerNode & { readonly isFenced: boolean })[];
}

export async function describeCluster(context: AdminContext, options: { includeFencedBrokers?: boolean } = {}): Promise<ClusterDescription> {
  const answer = await askAny(context, describeClusterApi, (version) => ({
    includeClusterAuthorizedOperations: false,
    ...(context.client.settings.asksControllers ? { endpointType: controllers } : {}),
    ...(version >= 2 ? { includeFencedBrokers: options.includeFencedBrokers === true } : {}),
  }));
  throwIfError(answer.errorCode, 'DescribeCluster', answer.errorMessage);
  const brokers = answer.brokers.map(({ brokerId: nodeId, host, port, rack, isFenced }) => ({ nodeId, host, port, rack, isFenced }));
  return { clusterId: answer.clusterId, controllerId: answer.controllerId, brokers };
}
