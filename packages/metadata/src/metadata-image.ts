/** The state of a cluster at one offset of the metadata log. Never changes; the next one shares all that stayed the same. */
import type { BrokerRegistration, ControllerRegistration } from './broker-registration.js';
import { configValues, type ConfigsImage } from './configs-image.js';
import { imageRecords } from './image-records.js';
import { ImmutableMap } from './immutable-map.js';
import { METADATA_VERSION_FEATURE, MINIMUM_METADATA_VERSION } from './metadata-version.js';
import type { MetadataRecord } from './record-types.js';
import type { AclsImage, ClientQuotasImage, DelegationTokensImage, ScramImage } from './security-images.js';
import { emptyTopics, type TopicImage, type TopicsImage } from './topics-image.js';
import type { PartitionRegistration } from './partition-registration.js';

export interface MetadataParts {
  /** Offset and epoch of the last record in it, -1 before the first. */
  readonly offset: number;
  readonly epoch: number;
  /** Finalized levels above 0 by feature, metadata.version among them. */
  readonly features: ReadonlyMap<string, number>;
  readonly brokers: ImmutableMap<number, BrokerRegistration>;
  readonly controllers: ImmutableMap<number, ControllerRegistration>;
  readonly topics: TopicsImage;
  readonly configs: ConfigsImage;
  /** The first producer id that no block has taken. */
  readonly nextProducerId: number;
  readonly clientQuotas: ClientQuotasImage;
  readonly scram: ScramImage;
  readonly acls: AclsImage;
  readonly delegationTokens: DelegationTokensImage;
  /** From clusters that came from ZooKeeper; 0 when there was none. Kept, not used. */
  readonly zkMigrationState: number;
}

export class MetadataImage {
  readonly parts: MetadataParts;

  constructor(parts: MetadataParts) {
    this.parts = parts;
  }

  static readonly empty: MetadataImage = new MetadataImage({
    offset: -1,
    epoch: -1,
    features: new Map(),
    brokers: ImmutableMap.empty(),
    controllers: ImmutableMap.empty(),
    topics: emptyTopics,
    configs: ImmutableMap.empty(),
    nextProducerId: 0,
    clientQuotas: ImmutableMap.empty(),
    scram: ImmutableMap.empty(),
    acls: ImmutableMap.empty(),
    delegationTokens: ImmutableMap.empty(),
    zkMigrationState: 0,
  });

  get offset(): number {
    return this.parts.offset;
  }

  get epoch(): number {
    return this.parts.epoch;
  }

  get features(): ReadonlyMap<string, number> {
    return this.parts.features;
  }

  /** The finalized metadata.version; the lowest there is while none was written. */
  get metadataVersion(): number {
    return this.parts.features.get(METADATA_VERSION_FEATURE) ?? MINIMUM_METADATA_VERSION;
  }

  get brokers(): ImmutableMap<number, BrokerRegistration> {
    return this.parts.brokers;
  }

  get controllers(): ImmutableMap<number, ControllerRegistration> {
    return this.parts.controllers;
  }

  get topics(): TopicsImage {
    return this.parts.topics;
  }

  get configs(): ConfigsImage {
    return this.parts.configs;
  }

  get nextProducerId(): number {
    return this.parts.nextProducerId;
  }

  get clientQuotas(): ClientQuotasImage {
    return this.parts.clientQuotas;
  }

  get scram(): ScramImage {
    return this.parts.scram;
  }

  get acls(): AclsImage {
    return this.parts.acls;
  }

  get delegationTokens(): DelegationTokensImage {
    return this.parts.delegationTokens;
  }

  topicByName(name: string): TopicImage | undefined {
    const id = this.parts.topics.idByName.get(name);
    return id === undefined ? undefined : this.parts.topics.byId.get(id);
  }

  topicById(id: string): TopicImage | undefined {
    return this.parts.topics.byId.get(id);
  }

  partition(topicId: string, partitionId: number): PartitionRegistration | undefined {
    return this.topicById(topicId)?.partitions[partitionId];
  }

  /** Dynamic settings of a resource (type as in `ConfigResourceType`), empty when it has none. */
  configValues(type: number, name: string): ReadonlyMap<string, string> {
    return configValues(this.parts.configs, type, name);
  }

  /** The finalized level of a feature, 0 when it is not finalized. */
  featureLevel(name: string): number {
    return this.parts.features.get(name) ?? 0;
  }

  /** The same image said to be of another place in the log, as a snapshot's id says. */
  at(offset: number, epoch: number): MetadataImage {
    return new MetadataImage({ ...this.parts, offset, epoch });
  }

  /** The records that make this image out of the empty one, one by one: the content of a snapshot. */
  records(): Generator<MetadataRecord> {
    return imageRecords(this.parts);
  }

  /** All of {@link records}. */
  toRecords(): MetadataRecord[] {
    return [...this.records()];
  }
}
