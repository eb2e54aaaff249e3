/** What a topic gets when nobody says. */
import type { Setting } from '../../setting.js';

export const topicDefaultSettings: readonly Setting[] = [
  { name: 'auto.create.topics.enable', type: 'BOOLEAN', default: 'true', importance: 'HIGH', update: 'read-only', doc: 'Whether a topic is made when a client first asks for it.' },
  { name: 'delete.topic.enable', type: 'BOOLEAN', default: 'true', importance: 'HIGH', update: 'read-only', doc: 'Whether topics can be deleted; when false, such requests are refused.' },
  { name: 'num.partitions', type: 'INT', default: '1', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'How many partitions a topic gets when nobody says.' },
  { name: 'default.replication.factor', type: 'INT', default: '1', importance: 'MEDIUM', update: 'read-only', doc: 'How many replicas a topic gets when nobody says.' },
  { name: 'min.insync.replicas', type: 'INT', default: '1', check: '[1,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'How many replicas must have a record before it is acknowledged with `acks=all`.' },
  { name: 'message.max.bytes', type: 'INT', default: '1048588', check: '[0,...]', importance: 'HIGH', update: 'cluster-wide', doc: 'The largest record batch that is accepted, as it is sent, after compression.' },
  { name: 'max.decompressed.message.bytes', type: 'INT', default: '2147483639', check: '[1,...,2147483639]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The largest size to which a compressed batch may unfold.' },
  { name: 'compression.type', type: 'STRING', default: 'producer', check: '[uncompressed, zstd, lz4, snappy, gzip, producer]', importance: 'HIGH', update: 'cluster-wide', doc: 'How stored batches are compressed; `producer` keeps what the producer chose.' },
  { name: 'compression.gzip.level', type: 'INT', default: '-1', check: '[1,...,9] or -1', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The level used when the broker itself compresses with gzip; -1 for the codec\'s default.' },
  { name: 'compression.lz4.level', type: 'INT', default: '9', check: '[1,...,17]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The level used when the broker itself compresses with lz4.' },
  { name: 'compression.zstd.level', type: 'INT', default: '3', check: '[-131072,...,22]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The level used when the broker itself compresses with zstd.' },
  { name: 'create.topic.policy.class.name', type: 'CLASS', default: null, importance: 'LOW', update: 'read-only', doc: 'A plug-in class that may refuse the creation of a topic.' },
  { name: 'alter.config.policy.class.name', type: 'CLASS', default: null, importance: 'LOW', update: 'read-only', doc: 'A plug-in class that may refuse changes of settings.' },
  { name: 'max.request.partition.size.limit', type: 'INT', default: '2000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most partitions in one answer of DescribeTopicPartitions.' },
  { name: 'errors.deadletterqueue.auto.create.topics.enable', type: 'BOOLEAN', default: 'false', importance: 'MEDIUM', update: 'cluster-wide', doc: 'Whether dead-letter topics of share groups are made when first needed.' },
  { name: 'errors.deadletterqueue.topic.name.prefix', type: 'STRING', default: 'dlq.', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The prefix that the name of a dead-letter topic must have.' },
];
