/** Which broker and topic settings do something. Everything that is not listed here is read, checked, and has no effect yet. */
import type { Effect } from '../setting.js';

const effective: ReadonlySet<string> = new Set([
  // the node and its quorum
  'process.roles', 'node.id', 'broker.id', 'broker.rack', 'controller.listener.names', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers',
  'broker.heartbeat.interval.ms', 'broker.session.timeout.ms', 'controller.quorum.election.timeout.ms', 'controller.quorum.election.backoff.max.ms', 'controller.quorum.fetch.timeout.ms',
  'metadata.log.dir', 'metadata.log.segment.bytes', 'metadata.log.segment.ms', 'metadata.log.max.record.bytes.between.snapshots',
  'metadata.log.max.snapshot.interval.ms',
  // listeners and connections
  'listeners', 'advertised.listeners', 'listener.security.protocol.map', 'inter.broker.listener.name', 'security.inter.broker.protocol',
  'max.connections', 'max.connections.per.ip', 'max.connections.per.ip.overrides', 'connections.max.idle.ms',
  'max.connection.creation.rate', 'queued.max.request.bytes', 'socket.request.max.bytes', 'socket.listen.backlog.size',
  // topics
  'auto.create.topics.enable', 'delete.topic.enable', 'num.partitions', 'default.replication.factor', 'min.insync.replicas', 'message.max.bytes',
  'max.decompressed.message.bytes', 'compression.type', 'max.request.partition.size.limit',
  // logs
  'log.dir', 'log.dirs', 'log.segment.bytes', 'log.roll.ms', 'log.roll.hours', 'log.roll.jitter.ms', 'log.roll.jitter.hours', 'log.retention.ms',
  'log.retention.minutes', 'log.retention.hours', 'log.retention.bytes', 'log.retention.check.interval.ms', 'log.index.size.max.bytes',
  'log.index.interval.bytes', 'log.flush.interval.messages', 'log.flush.interval.ms', 'log.flush.scheduler.interval.ms',
  'log.flush.offset.checkpoint.interval.ms', 'log.flush.start.offset.checkpoint.interval.ms',
  'replica.high.watermark.checkpoint.interval.ms', 'log.segment.delete.delay.ms',
  'log.cleanup.policy', 'log.message.timestamp.type', 'log.message.timestamp.before.max.ms', 'log.message.timestamp.after.max.ms',
  // fetching
  'fetch.max.bytes', 'max.incremental.fetch.session.cache.slots',
  // groups and offsets
  'offsets.topic.num.partitions', 'offsets.topic.replication.factor', 'offsets.topic.segment.bytes', 'offsets.topic.compression.codec',
  'offset.metadata.max.bytes', 'offsets.commit.timeout.ms', 'offsets.retention.minutes',
  'offsets.retention.check.interval.ms', 'group.initial.rebalance.delay.ms', 'group.min.session.timeout.ms', 'group.max.session.timeout.ms',
  'group.max.size', 'producer.id.expiration.ms', 'producer.id.expiration.check.interval.ms',
  // own
  'millrace.log.level', 'millrace.log.json', 'confluent.schema.registry.url',
]);

const guarding: ReadonlySet<string> = new Set([
  'principal.builder.class', 'security.providers', 'delegation.token.secret.key', 'connections.max.reauth.ms',
  'create.topic.policy.class.name', 'alter.config.policy.class.name', 'client.quota.callback.class',
]);

/** What setting this broker setting does, known or unknown to the table. */
export function brokerSettingEffect(name: string): Effect {
  const base = withoutListenerPrefix(name);
  if (guarding.has(base) || /^(ssl|sasl|authorizer)\./.test(base)) return 'protects';
  return effective.has(name) ? 'yes' : 'none-yet';
}

/** The setting behind `listener.name.internal.ssl.key.password` or `listener.name.internal.plain.sasl.jaas.config`. */
export function withoutListenerPrefix(name: string): string {
  return name.replace(/^listener\.name\.[^.]+\.(?:[^.]+\.(?=sasl\.))?/, '');
}

const effectiveForTopics: ReadonlySet<string> = new Set([
  'compression.type', 'file.delete.delay.ms', 'flush.messages', 'flush.ms', 'index.interval.bytes', 'max.decompressed.message.bytes', 'max.message.bytes',
  'message.timestamp.after.max.ms', 'message.timestamp.before.max.ms', 'message.timestamp.type', 'min.insync.replicas', 'retention.bytes',
  'retention.ms', 'segment.bytes', 'segment.index.bytes', 'segment.jitter.ms', 'segment.ms', 'cleanup.policy',
  'confluent.key.schema.validation', 'confluent.key.subject.name.strategy', 'confluent.value.schema.validation', 'confluent.value.subject.name.strategy',
]);

export function topicSettingEffect(name: string): Effect {
  return effectiveForTopics.has(name) ? 'yes' : 'none-yet';
}
