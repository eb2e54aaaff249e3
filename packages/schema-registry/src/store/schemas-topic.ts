/** Makes the topic where it is missing, and refuses one that would lose schemas. */
import type { Admin } from '@millrace/admin';
import type { Logger } from '@millrace/platform';
import { ErrorCode } from '@millrace/protocol';
import { storeFailed } from '../core/registry-error.js';

export interface SchemasTopic {
  readonly topic: string;
  readonly replicationFactor: number;
  /** `kafkastore.topic.config.*` */
  readonly configs: Readonly<Record<string, string>>;
  readonly skipsValidation: boolean;
}

/** @throws RegistryError 50001 saying what is wrong with the topic; KafkaError and NetworkError of the cluster */
export async function ensureSchemasTopic(admin: Admin, wanted: SchemasTopic, logger: Logger): Promise<void> {
  const [found] = await admin.describeTopics([wanted.topic]);
  if (found?.error?.code === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) await createTopic(admin, wanted, logger);
  else if (found?.error !== null && found !== undefined) throw found.error;
  else if (!wanted.skipsValidation) await validate(admin, wanted.topic, found?.partitions.length ?? 0, logger);
}

async function createTopic(admin: Admin, { topic, replicationFactor, configs }: SchemasTopic, logger: Logger): Promise<void> {
  const { brokers } = await admin.describeCluster();
  const factor = Math.min(replicationFactor, brokers.length);
  if (factor < replicationFactor) logger.warn('fewer brokers than copies: the schemas are less safe than wanted', { topic, wanted: replicationFactor, brokers: brokers.length });
  const [created] = await admin.createTopics([{ topic, partitions: 1, replicationFactor: factor, configs: { ...configs, 'cleanup.policy': 'compact' } }]);
  // Another instance may have been quicker.
  if (created?.error !== null && created?.error.code !== ErrorCode.TOPIC_ALREADY_EXISTS) throw storeFailed(`the topic ${topic} could not be made: ${created?.error.message}`, created?.error);
  logger.info('made the topic', { topic, replicationFactor: factor });
}

async function validate(admin: Admin, topic: string, partitions: number, logger: Logger): Promise<void> {
  if (partitions !== 1) throw storeFailed(`the topic ${topic} has ${partitions} partitions, but a registry's order needs exactly 1`);
  const [described] = await admin.describeConfigs([{ type: 'topic', name: topic, names: ['cleanup.policy'] }]);
  if (described === undefined || described.error !== null) {
    logger.warn('the settings of the topic could not be read', { topic, error: described?.error?.message });
    return;
  }
  const policy = described.configs.find((config) => config.name === 'cleanup.policy')?.value;
  if (policy !== 'compact') throw storeFailed(`the topic ${topic} has cleanup.policy=${policy}, which would lose schemas: it must be compact`);
}
