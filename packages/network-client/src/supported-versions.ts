/** What a broker said in ApiVersions: the versions it serves, and the features of the cluster. */
import { ErrorCode, KafkaError, type Decoded } from '@millrace/protocol';
import type { ApiVersionsResponse } from '@millrace/protocol/messages/api-versions';
import type { Api } from './api.js';

export interface VersionRange {
  readonly min: number;
  readonly max: number;
}

export class SupportedVersions {
  readonly #ranges = new Map<number, VersionRange>();
  /** Finalized feature levels by name, such as `metadata.version`. */
  readonly finalizedFeatures: ReadonlyMap<string, VersionRange>;
  /** The levels this broker could run, by feature name. */
  readonly supportedFeatures: ReadonlyMap<string, VersionRange>;
  readonly finalizedFeaturesEpoch: number;

  constructor(response: Decoded<ApiVersionsResponse>) {
    for (const { apiKey, minVersion, maxVersion } of response.apiKeys) this.#ranges.set(apiKey, { min: minVersion, max: maxVersion });
    this.finalizedFeatures = new Map(
      response.finalizedFeatures.map((feature) => [feature.name, { min: feature.minVersionLevel, max: feature.maxVersionLevel }]),
    );
    this.supportedFeatures = new Map(
      response.supportedFeatures.map((feature) => [feature.name, { min: feature.minVersion, max: feature.maxVersion }]),
    );
    this.finalizedFeaturesEpoch = response.finalizedFeaturesEpoch;
  }

  /** Versions of an API key, or undefined when the broker does not serve it. */
  range(apiKey: number): VersionRange | undefined {
    return this.#ranges.get(apiKey);
  }

  get ranges(): ReadonlyMap<number, VersionRange> {
    return this.#ranges;
  }

  /** The highest version that both sides know, at most `limit`. @throws KafkaError UNSUPPORTED_VERSION. */
  pick(api: Api<unknown, unknown>, where: string, limit: number = api.request.maxVersion): number {
    const range = this.#ranges.get(api.key);
    if (range === undefined) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${api.name} is not served by ${where}`);
    const version = Math.min(api.request.maxVersion, limit, range.max);
    if (version < range.min || version < api.request.minVersion) {
      throw new KafkaError(
        ErrorCode.UNSUPPORTED_VERSION,
        `${api.name}: ${where} serves versions ${range.min} to ${range.max}, wanted ${api.request.minVersion} to ${Math.min(api.request.maxVersion, limit)}`,
      );
    }
    return version;
  }
}
