/** Streams groups. */
import type { Setting } from '../../setting.js';

export const streamsGroupSettings: readonly Setting[] = [
  { name: 'group.streams.session.timeout.ms', type: 'INT', default: '45000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'Session timeout of members of streams groups.' },
  { name: 'group.streams.min.session.timeout.ms', type: 'INT', default: '45000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The shortest session timeout that can be set for a streams group.' },
  { name: 'group.streams.max.session.timeout.ms', type: 'INT', default: '60000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The longest session timeout that can be set for a streams group.' },
  { name: 'group.streams.heartbeat.interval.ms', type: 'INT', default: '5000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'Heartbeat interval given to members of streams groups.' },
  { name: 'group.streams.min.heartbeat.interval.ms', type: 'INT', default: '5000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The shortest heartbeat interval that can be set for a streams group.' },
  { name: 'group.streams.max.heartbeat.interval.ms', type: 'INT', default: '15000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The longest heartbeat interval that can be set for a streams group.' },
  { name: 'group.streams.max.size', type: 'INT', default: '2147483647', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most members of a streams group.' },
  { name: 'group.streams.assignors', type: 'LIST', default: 'sticky', importance: 'MEDIUM', update: 'read-only', doc: 'Assignors of streams groups, the first being the default.' },
  { name: 'group.streams.assignment.interval.ms', type: 'INT', default: '1000', check: '[0,...]', importance: 'MEDIUM', update: 'cluster-wide', doc: 'The least time between two assignments of a streams group.' },
  { name: 'group.streams.min.assignment.interval.ms', type: 'INT', default: '0', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The shortest assignment interval that can be set for a streams group.' },
  { name: 'group.streams.max.assignment.interval.ms', type: 'INT', default: '15000', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The longest assignment interval that can be set for a streams group.' },
  { name: 'group.streams.assignor.offload.enable', type: 'BOOLEAN', default: 'true', importance: 'MEDIUM', update: 'cluster-wide', internal: true, doc: 'Whether assignments of streams groups are computed outside the coordinator\'s thread.' },
  { name: 'group.streams.initial.rebalance.delay.ms', type: 'INT', default: '3000', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'How long a new streams group waits for more members before its first assignment.' },
  { name: 'group.streams.num.standby.replicas', type: 'INT', default: '0', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'Standby copies of each stateful task.' },
  { name: 'group.streams.max.standby.replicas', type: 'INT', default: '2', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The most standby copies that can be set for a streams group.' },
  { name: 'group.streams.num.warmup.replicas', type: 'INT', default: '2', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'How many tasks may warm up elsewhere at a time.' },
  { name: 'group.streams.max.warmup.replicas', type: 'INT', default: '20', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'The most warm-up copies that can be set for a streams group.' },
  { name: 'group.streams.acceptable.recovery.lag', type: 'LONG', default: '10000', check: '[0,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'How far behind a copy may be and still count as caught up.' },
  { name: 'group.streams.task.offset.interval.ms', type: 'INT', default: '60000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'How often members report the offsets of their tasks.' },
  { name: 'group.streams.min.task.offset.interval.ms', type: 'INT', default: '15000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', internal: true, doc: 'The shortest report interval that can be set for a streams group.' },
  { name: 'group.streams.rack.aware.assignment.tags', type: 'LIST', default: '', importance: 'LOW', update: 'read-only', doc: 'Client tags over which standby copies are spread.' },
  { name: 'group.streams.topology.description.plugin.class', type: 'CLASS', default: null, importance: 'MEDIUM', update: 'read-only', doc: 'A plug-in class that takes the description of a topology.' },
];
