/** Transactions and producer ids. */
import type { Setting } from '../../setting.js';

export const transactionSettings: readonly Setting[] = [
  { name: 'transaction.state.log.num.partitions', type: 'INT', default: '50', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'Partitions of `__transaction_state`; must not change once it exists.' },
  { name: 'transaction.state.log.replication.factor', type: 'SHORT', default: '3', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'Replicas of `__transaction_state`.' },
  { name: 'transaction.state.log.min.isr', type: 'INT', default: '2', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: '`min.insync.replicas` of `__transaction_state`.' },
  { name: 'transaction.state.log.segment.bytes', type: 'INT', default: '104857600', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'Segment size of `__transaction_state`.' },
  { name: 'transaction.state.log.load.buffer.size', type: 'INT', default: '5242880', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'How much of `__transaction_state` is read at a time while loading.' },
  { name: 'transaction.max.timeout.ms', type: 'INT', default: '900000', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'The longest transaction timeout that a producer may ask for.' },
  { name: 'transaction.abort.timed.out.transaction.cleanup.interval.ms', type: 'INT', default: '10000', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How often transactions beyond their timeout are looked for.' },
  { name: 'transaction.remove.expired.transaction.cleanup.interval.ms', type: 'INT', default: '3600000', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How often expired transactional ids are looked for.' },
  { name: 'transaction.partition.verification.enable', type: 'BOOLEAN', default: 'true', importance: 'LOW', update: 'cluster-wide', doc: 'Whether a partition must be part of a transaction before records of it are accepted.' },
  { name: 'transaction.two.phase.commit.enable', type: 'BOOLEAN', default: 'false', importance: 'LOW', update: 'read-only', doc: 'Whether producers may take part in two-phase commit (KIP-939).' },
  { name: 'transactional.id.expiration.ms', type: 'INT', default: '604800000', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'How long an unused transactional id is kept.' },
  { name: 'producer.id.expiration.ms', type: 'INT', default: '86400000', check: '[1,...]', importance: 'LOW', update: 'cluster-wide', doc: 'How long the sequence state of a silent idempotent producer is kept.' },
  { name: 'producer.id.expiration.check.interval.ms', type: 'INT', default: '600000', check: '[1,...]', importance: 'LOW', update: 'read-only', internal: true, doc: 'How often expired producer state is looked for.' },
  { name: 'add.partitions.to.txn.retry.backoff.ms', type: 'INT', default: '20', check: '[1,...]', importance: 'HIGH', update: 'read-only', doc: 'The wait before the broker asks the transaction coordinator again.' },
  { name: 'add.partitions.to.txn.retry.backoff.max.ms', type: 'INT', default: '100', check: '[0,...]', importance: 'HIGH', update: 'read-only', doc: 'How long the broker keeps asking the transaction coordinator before it tells the producer.' },
];
