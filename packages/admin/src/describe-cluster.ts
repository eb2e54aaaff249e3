import { api, type Api, type BrokerNode } from '@millrace/network-client';
import { describeClusterRequest, describeClusterResponse, type DescribeClusterRequest, type DescribeClusterResponse } from '@millrace/protocol/messages/describe-cluster';
import { askAny, throwIfError, type AdminContext } from './admin-context.js';

const describeClusterApi: Api<DescribeClusterRequest, DescribeClusterResponse> = api(describeClusterRequest, describeClusterResponse, { keepsBytes: false });

export interface ClusterDescription {
  readonly clusterId: string;
  /** The broker to send changes to; with KRaft any one. -1 when there is none. */
  readonly controllerId: number;
  readonly brokers: readonly (BrokerNode & { readonly isFenced: boolean })[];
}

export async function describeCluster(context: AdminContext, options: { includeFencedBrokers?: boolean } = {}): Promise<ClusterDescription> {
  const answer = await askAny(context, describeClusterApi, (version) => ({
    includeClusterAuthorizedOperations: false,
    ...(version >= 2 ? { includeFencedBrokers: options.includeFencedBrokers === true } : {}),
  }));
  throwIfError(answer.errorCode, 'DescribeCluster', answer.errorMessage);
  const brokers = answer.brokers.map(({ brokerId: nodeId, host, port, rack, isFenced }) => ({ nodeId, host, port, rack, isFenced }));
  return { clusterId: answer.clusterId, controllerId: answer.controllerId, brokers };
}
