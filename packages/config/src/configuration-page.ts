/** The page docs/configuration.md, printed from the tables. */
import { settingsMarkdown } from './markdown.js';
import type { Setting } from './setting.js';
import { brokerSettingGroups } from './tables/broker.js';
import { clientMetricsSettings } from './tables/client-metrics.js';
import { adminTable, consumerTable, producerTable } from './tables/clients.js';
import { brokerSettingEffect, topicSettingEffect } from './tables/effects.js';
import { groupSettings } from './tables/group.js';
import { brokerQuotas, ipQuotas, userAndClientQuotas } from './tables/quota.js';
import { schemaRegistrySettingGroups } from './tables/schema-registry.js';
import { topicSettings } from './tables/topic.js';

const introduction = `# Configuration

This page is printed from the tables in packages/config by \`npm run docs -w @millrace/config\`; change it there.

A broker reads a \`.properties\` file as Apache Kafka 4.4 does. Environment variables override it under the names of Apache's container image
(\`KAFKA_NUM_PARTITIONS\` is \`num.partitions\`; two underscores stand for one, three for a hyphen), and \`--override key=value\` overrides both.

Every setting of Kafka 4.4 is known, parsed and checked. The column *effect* says what it does here:

- **yes**: what it says.
- **not yet**: nothing; the broker says so once at start.
- **stops the start**: it protects a broker in a way that is not there yet. Any value but the default stops the start with exit code 1,
  as does a listener of a protocol other than PLAINTEXT: a broker never runs open where a closed one was asked for.

The column *update* says whether a setting can change at run time: \`read-only\` no, \`per-broker\` on one broker, \`cluster-wide\` on one or on all.`;

const validationIntroduction = `With these, which Kafka does not have, a broker holds the records of a topic against the schema registry of
\`confluent.schema.registry.url\`, and refuses those that do not fit. DescribeConfigs shows them where they are set.`;

const schemaRegistryIntroduction = `\`millrace-schema-registry schema-registry.properties\` takes Confluent's settings. Environment variables override the file under
the names of Confluent's container image (\`SCHEMA_REGISTRY_KAFKASTORE_TOPIC\` is \`kafkastore.topic\`), and \`--override key=value\` overrides both.
Settings under \`kafkastore.topic.config.\` are those of the topic when it is made.`;

export function configurationPage(): string {
  const sections: string[] = [introduction, '## Broker and controller'];
  for (const [title, rows] of brokerSettingGroups) sections.push(`### ${title}`, settingsMarkdown(rows, brokerSettingEffect));
  sections.push('## Topics', 'What a topic does not set comes from the broker.', settingsMarkdown(topicSettings, topicSettingEffect));
  const validation = topicSettings.filter(({ name }) => name.startsWith('confluent.')).map(({ internal: _, ...setting }) => setting);
  sections.push('### Record validation', validationIntroduction, settingsMarkdown(validation, topicSettingEffect));
  sections.push('## Groups', settingsMarkdown(groupSettings, () => 'none-yet'));
  sections.push('## Client metrics', settingsMarkdown(clientMetricsSettings, () => 'none-yet'));
  sections.push('## Quotas', 'Of users and client ids, of addresses, and of brokers.', settingsMarkdown([...userAndClientQuotas, ...ipQuotas, ...brokerQuotas].map(withoutUpdate), () => 'none-yet'));
  for (const [title, table] of [['Producer', producerTable], ['Consumer', consumerTable], ['Admin client', adminTable]] as const) {
    sections.push(`## ${title}`, settingsMarkdown([...table.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))));
  }
  sections.push('## Schema registry', schemaRegistryIntroduction);
  for (const [title, rows] of schemaRegistrySettingGroups) sections.push(`### Schema registry: ${title}`, settingsMarkdown(rows));
  return `${sections.join('\n\n')}\n`;
}

function withoutUpdate({ update: _, ...setting }: Setting): Setting {
  return setting;
}
