/**
 * Changes on their way from one image to the next. Replay records in the order of the log, then `apply` once; after
 * that the delta is spent. Transaction markers pass through it without effect: `MetadataLoader` obeys them.
 */
import type { BrokerRegistration, ControllerRegistration } from './broker-registration.js';
import { brokerFrom, changedBroker, controllerFrom } from './broker-registration.js';
import { type ConfigResource, configResourceKey, ConfigResourceType, withSetting } from './configs-image.js';
import { MapDraft } from './immutable-map.js';
import { MetadataError } from './metadata-error.js';
import { MetadataImage, type MetadataParts } from './metadata-image.js';
import { changedPartition, partitionFrom } from './partition-registration.js';
import type { MetadataRecord } from './record-types.js';
import { quotaKey, scramKey, withQuota } from './security-images.js';
import type { AccessControlEntry, ClientQuota, DelegationToken, ScramCredential } from './security-images.js';
import { type TopicChanges, TopicsDraft } from './topics-image.js';

/** What a publisher needs to look at between two images. */
export interface MetadataChanges {
  readonly topics: TopicChanges;
  /** Ids of brokers and controllers that came, went or changed. */
  readonly brokers: readonly number[];
  readonly controllers: readonly number[];
  /** Resources whose settings changed, with their settings now. */
  readonly configs: readonly ConfigResource[];
  /** Names of features whose finalized level changed. */
  readonly features: readonly string[];
  readonly producerIds: boolean;
  readonly clientQuotas: readonly string[];
  readonly scram: readonly string[];
  readonly acls: readonly string[];
  readonly delegationTokens: readonly string[];
}

type RecordOf<K extends MetadataRecord['type']> = Extract<MetadataRecord, { type: K }>['record'];

export class MetadataDelta {
  readonly base: MetadataImage;
  #offset: number;
  #epoch: number;
  #nextProducerId: number;
  #zkMigrationState: number;
  readonly #features: Map<string, number>;
  readonly #changedFeatures = new Set<string>();
  readonly #topics: TopicsDraft;
  readonly #brokers: MapDraft<number, BrokerRegistration>;
  readonly #controllers: MapDraft<number, ControllerRegistration>;
  readonly #configs: MapDraft<string, ConfigResource>;
  readonly #quotas: MapDraft<string, ClientQuota>;
  readonly #scram: MapDraft<string, ScramCredential>;
  readonly #acls: MapDraft<string, AccessControlEntry>;
  readonly #tokens: MapDraft<string, DelegationToken>;

  constructor(base: MetadataImage) {
    const parts: MetadataParts = base.parts;
    this.base = base;
    this.#offset = parts.offset;
    this.#epoch = parts.epoch;
    this.#nextProducerId = parts.nextProducerId;
    this.#zkMigrationState = parts.zkMigrationState;
    this.#features = new Map(parts.features);
    this.#topics = new TopicsDraft(parts.topics);
    this.#brokers = new MapDraft(parts.brokers);
    this.#controllers = new MapDraft(parts.controllers);
    this.#configs = new MapDraft(parts.configs);
    this.#quotas = new MapDraft(parts.clientQuotas);
    this.#scram = new MapDraft(parts.scram);
    this.#acls = new MapDraft(parts.acls);
    this.#tokens = new MapDraft(parts.delegationTokens);
  }

  /** Control batches move the place in the log too, without a record. */
  advanceTo(offset: number, epoch: number): void {
    this.#offset = offset;
    this.#epoch = epoch;
  }

  /** @throws MetadataError when the record does not fit what the log said before. */
  replay(change: MetadataRecord, offset: number, epoch: number = this.#epoch): void {
    this.advanceTo(offset, epoch);
    if (this.#replayCluster(change) || this.#replayTopic(change) || this.#replaySecurity(change)) return;
    switch (change.type) {
      case 'ConfigRecord':
        return this.#setting(change.record);
      case 'FeatureLevelRecord':
        return this.#feature(change.record);
      case 'ProducerIdsRecord':
        this.#nextProducerId = change.record.nextProducerId;
        return;
      case 'ZkMigrationStateRecord':
        this.#zkMigrationState = change.record.zkMigrationState;
        return;
      default:
        // NoOpRecord and the transaction markers say nothing about the cluster.
        return;
    }
  }

  apply(): MetadataImage {
    return new MetadataImage({
      offset: this.#offset,
      epoch: this.#epoch,
      features: this.#changedFeatures.size === 0 ? this.base.features : this.#features,
      brokers: this.#brokers.finish(),
      controllers: this.#controllers.finish(),
      topics: this.#topics.finish(),
      configs: this.#configs.finish(),
      nextProducerId: this.#nextProducerId,
      clientQuotas: this.#quotas.finish(),
      scram: this.#scram.finish(),
      acls: this.#acls.finish(),
      delegationTokens: this.#tokens.finish(),
      zkMigrationState: this.#zkMigrationState,
    });
  }

  /** What differs in `after`, the image that {@link apply} gave. */
  changes(after: MetadataImage): MetadataChanges {
    return {
      topics: this.#topics.changes(after.topics),
      brokers: this.#brokers.changedKeys(),
      controllers: this.#controllers.changedKeys(),
      configs: this.#configs.changedKeys().map((key) => this.#resource(key)),
      features: [...this.#changedFeatures],
      producerIds: this.#nextProducerId !== this.base.nextProducerId,
      clientQuotas: this.#quotas.changedKeys(),
      scram: this.#scram.changedKeys(),
      acls: this.#acls.changedKeys(),
      delegationTokens: this.#tokens.changedKeys(),
    };
  }

  #resource(key: string): ConfigResource {
    const colon = key.indexOf(':');
    return this.#configs.get(key) ?? { type: Number(key.slice(0, colon)), name: key.slice(colon + 1), values: new Map() };
  }

  #replayCluster(change: MetadataRecord): boolean {
    switch (change.type) {
      case 'RegisterBrokerRecord':
        this.#brokers.set(change.record.brokerId, brokerFrom(change.record));
        return true;
      case 'UnregisterBrokerRecord':
        this.#broker(change.record.brokerId, change.record.brokerEpoch);
        this.#brokers.delete(change.record.brokerId);
        return true;
      case 'BrokerRegistrationChangeRecord': {
        const before = this.#broker(change.record.brokerId, change.record.brokerEpoch);
        this.#brokers.set(before.id, changedBroker(before, change.record));
        return true;
      }
      case 'FenceBrokerRecord':
      case 'UnfenceBrokerRecord': {
        const before = this.#broker(change.record.id, change.record.epoch);
        this.#brokers.set(before.id, { ...before, fenced: change.type === 'FenceBrokerRecord' });
        return true;
      }
      case 'RegisterControllerRecord':
        this.#controllers.set(change.record.controllerId, controllerFrom(change.record));
        return true;
      case 'UnregisterControllerRecord':
        this.#controllers.delete(change.record.controllerId);
        return true;
      default:
        return false;
    }
  }

  #replayTopic(change: MetadataRecord): boolean {
    switch (change.type) {
      case 'TopicRecord':
        this.#topics.create(change.record.name, change.record.topicId);
        return true;
      case 'PartitionRecord':
        if (!this.#topics.setPartition(change.record.topicId, change.record.partitionId, partitionFrom(change.record))) {
          throw this.#error(`there is no topic with id ${change.record.topicId}`);
        }
        return true;
      case 'PartitionChangeRecord':
        this.#changePartition(change.record);
        return true;
      case 'RemoveTopicRecord': {
        const name = this.#topics.remove(change.record.topicId);
        if (name === undefined) throw this.#error(`there is no topic with id ${change.record.topicId}`);
        this.#configs.delete(configResourceKey(ConfigResourceType.TOPIC, name));
        return true;
      }
      case 'ClearElrRecord':
        this.#topics.clearEligibleLeaderReplicas(change.record.topicName);
        return true;
      default:
        return false;
    }
  }

  #replaySecurity(change: MetadataRecord): boolean {
    switch (change.type) {
      case 'ClientQuotaRecord':
        this.#quota(change.record);
        return true;
      case 'UserScramCredentialRecord': {
        const { name, mechanism, salt, storedKey, serverKey, iterations } = change.record;
        // Copies: decoded bytes are views, and would keep the whole batch in memory.
        const [ownSalt, ownStoredKey, ownServerKey] = [new Uint8Array(salt), new Uint8Array(storedKey), new Uint8Array(serverKey)];
        const credential = { name, mechanism, salt: ownSalt, storedKey: ownStoredKey, serverKey: ownServerKey, iterations };
        this.#scram.set(scramKey(mechanism, name), credential);
        return true;
      }
      case 'RemoveUserScramCredentialRecord':
        this.#scram.delete(scramKey(change.record.mechanism, change.record.name));
        return true;
      case 'AccessControlEntryRecord': {
        const { id, resourceType, resourceName, patternType, principal, host, operation, permissionType } = change.record;
        this.#acls.set(id, { id, resourceType, resourceName, patternType, principal, host, operation, permissionType });
        return true;
      }
      case 'RemoveAccessControlEntryRecord':
        this.#acls.delete(change.record.id);
        return true;
      case 'DelegationTokenRecord': {
        const { tokenId, owner, requester, renewers, issueTimestamp, maxTimestamp, expirationTimestamp } = change.record;
        this.#tokens.set(tokenId, { tokenId, owner, requester, renewers, issueTimestamp, maxTimestamp, expirationTimestamp });
        return true;
      }
      case 'RemoveDelegationTokenRecord':
        this.#tokens.delete(change.record.tokenId);
        return true;
      default:
        return false;
    }
  }

  #changePartition(record: RecordOf<'PartitionChangeRecord'>): void {
    const before = this.#topics.partition(record.topicId, record.partitionId);
    if (before === undefined) throw this.#error(`there is no partition ${record.partitionId} in topic ${record.topicId}`);
    this.#topics.setPartition(record.topicId, record.partitionId, changedPartition(before, record));
  }

  #setting(record: RecordOf<'ConfigRecord'>): void {
    const { resourceType, resourceName, name, value } = record;
    const key = configResourceKey(resourceType, resourceName);
    const after = withSetting(this.#configs.get(key), resourceType, resourceName, name, value);
    if (after === undefined) this.#configs.delete(key);
    else this.#configs.set(key, after);
  }

  #feature(record: RecordOf<'FeatureLevelRecord'>): void {
    if (record.featureLevel === 0) this.#features.delete(record.name);
    else this.#features.set(record.name, record.featureLevel);
    this.#changedFeatures.add(record.name);
  }

  #quota(record: RecordOf<'ClientQuotaRecord'>): void {
    const key = quotaKey(record.entity);
    const entity = record.entity.map(({ entityType, entityName }) => ({ entityType, entityName }));
    const after = withQuota(this.#quotas.get(key), entity, record.key, record.remove ? undefined : record.value);
    if (after === undefined) this.#quotas.delete(key);
    else this.#quotas.set(key, after);
  }

  #broker(id: number, epoch: number): BrokerRegistration {
    const broker = this.#brokers.get(id);
    if (broker === undefined) throw this.#error(`broker ${id} is not registered`);
    if (broker.epoch !== epoch) throw this.#error(`broker ${id} has epoch ${broker.epoch}, not ${epoch}`);
    return broker;
  }

  #error(reason: string): MetadataError {
    return new MetadataError(this.#offset, reason);
  }
}
