import type { VersionRange } from '@millrace/network-client';
import type { AdminContext } from './admin-context.js';

/** The versions a broker serves, by API key. */
export async function apiVersions(context: AdminContext, nodeId: number): Promise<ReadonlyMap<number, VersionRange>> {
  return context.client.retry(`ApiVersions of broker ${nodeId}`, context.timeoutMs, async () => {
    if (!context.client.metadata.view.brokers.has(nodeId)) await context.client.metadata.refresh();
    return (await context.client.connection(nodeId)).supported.ranges;
  });
}
