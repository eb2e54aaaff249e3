/** Feature levels of the cluster (KIP-584): what brokers support, what is in force, and changing that. */
import { api, type Api, type VersionRange } from '@millrace/network-client';
import { updateFeaturesRequest, updateFeaturesResponse, type UpdateFeaturesRequest, type UpdateFeaturesResponse } from '@millrace/protocol/messages/update-features';
import { askController, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';

const updateFeaturesApi: Api<UpdateFeaturesRequest, UpdateFeaturesResponse> = api(updateFeaturesRequest, updateFeaturesResponse, { keepsBytes: false });
const upgradeTypes = { upgrade: 1, 'safe-downgrade': 2, 'unsafe-downgrade': 3 } as const;

export interface FeatureMetadata {
  readonly supported: ReadonlyMap<string, VersionRange>;
  readonly finalized: ReadonlyMap<string, VersionRange>;
  /** Grows with each change; -1 if unknown. */
  readonly finalizedEpoch: number;
}

/** As this broker (default: any) says. */
export async function describeFeatures(context: AdminContext, nodeId?: number): Promise<FeatureMetadata> {
  const view = await context.client.retry('Metadata', context.timeoutMs, () => context.client.metadata.refresh());
  const { supported } = await context.client.connection(nodeId ?? [...view.brokers.keys()][0]!);
  return { supported: supported.supportedFeatures, finalized: supported.finalizedFeatures, finalizedEpoch: supported.finalizedFeaturesEpoch };
}

export interface FeatureUpdate {
  readonly feature: string;
  /** 0 takes the feature out of force. */
  readonly level: number;
  /** Default 'upgrade'. */
  readonly type?: keyof typeof upgradeTypes | undefined;
}

/** All or, from version 2 on, none: then a failure is thrown. */
export async function updateFeatures(context: AdminContext, updates: readonly FeatureUpdate[], options: { validateOnly?: boolean } = {}): Promise<(ItemResult & { readonly feature: string })[]> {
  const message = (version: number): UpdateFeaturesRequest => ({
    timeoutMs: context.client.settings.requestTimeoutMs,
    featureUpdates: updates.map(({ feature, level, type = 'upgrade' }) => ({
      feature, maxVersionLevel: level, ...(version === 0 ? { allowDowngrade: type !== 'upgrade' } : { upgradeType: upgradeTypes[type] }),
    })),
    ...(version === 0 ? {} : { validateOnly: options.validateOnly === true }),
  });
  const answer = await askController(context, updateFeaturesApi, message, ({ errorCode }) => [errorCode]);
  throwIfError(answer.errorCode, 'UpdateFeatures', answer.errorMessage);
  if (answer.results.length === 0) return updates.map(({ feature }) => ({ feature, error: null }));
  return answer.results.map(({ feature, errorCode, errorMessage }) => ({ feature, error: itemError(errorCode, `feature '${feature}'`, errorMessage) }));
}
