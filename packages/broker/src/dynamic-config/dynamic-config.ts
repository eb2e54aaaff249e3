/** Settings as they are in effect now: the static ones of this node with what the metadata log says on top. */
import { type BrokerConfig, topicConfig } from '@millrace/config';
import { ConfigResourceType, type MetadataImage } from '@millrace/metadata';
import type { Logger } from '@millrace/platform';
import type { LogConfig } from '@millrace/storage';
import { logConfig } from './log-config.js';

export class DynamicConfig {
  readonly #static: BrokerConfig;
  readonly #logger: Logger;
  #current: BrokerConfig;

  constructor(config: BrokerConfig, logger: Logger) {
    this.#static = config;
    this.#current = config;
    this.#logger = logger;
  }

  get broker(): BrokerConfig {
    return this.#current;
  }

  /** Takes over what the image says of brokers. */
  update(image: MetadataImage): void {
    const own = image.configValues(ConfigResourceType.BROKER, String(this.#static.nodeId));
    const all = image.configValues(ConfigResourceType.BROKER, '');
    const { config, problems } = this.#static.withDynamic(own, all);
    for (const problem of problems) this.#logger.warn(`a dynamic setting is not taken: ${problem.reason}`, { name: problem.name });
    this.#current = config;
  }

  topicOverrides(image: MetadataImage, topic: string): Record<string, string> {
    return Object.fromEntries(image.configValues(ConfigResourceType.TOPIC, topic));
  }

  /** What a topic's logs are told. */
  ofTopic(image: MetadataImage, topic: string): LogConfig {
    return logConfig(topicConfig(this.topicOverrides(image, topic), this.#current), this.#current);
  }
}
