/** Where a node listens and what it advertises. */
import type { Setting } from '../../setting.js';

export const listenerSettings: readonly Setting[] = [
  { name: 'listeners', type: 'LIST', default: 'PLAINTEXT://:9092', importance: 'HIGH', update: 'per-broker', doc: 'Where this node listens, as `NAME://host:port` separated by commas; an empty host means every interface.' },
  { name: 'advertised.listeners', type: 'LIST', default: null, importance: 'HIGH', update: 'read-only', doc: 'The addresses that clients and other nodes are told to connect to; the same as `listeners` when not given.' },
  { name: 'listener.security.protocol.map', type: 'STRING', default: 'SASL_SSL:SASL_SSL,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT', importance: 'LOW', update: 'per-broker', doc: 'Which security protocol each listener name uses, as `NAME:PROTOCOL` pairs.' },
  { name: 'inter.broker.listener.name', type: 'STRING', default: null, importance: 'MEDIUM', update: 'read-only', doc: 'The listener over which brokers talk to each other; cannot be given together with `security.inter.broker.protocol`.' },
  { name: 'security.inter.broker.protocol', type: 'STRING', default: 'PLAINTEXT', check: '[PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL]', importance: 'MEDIUM', update: 'read-only', doc: 'The protocol between brokers, when `inter.broker.listener.name` is not given.' },
  { name: 'controller.listener.names', type: 'LIST', default: null, required: true, importance: 'HIGH', update: 'read-only', doc: 'Names of the listeners that controllers serve; the first is the one that brokers connect to.' },
  { name: 'early.start.listeners', type: 'LIST', default: null, importance: 'HIGH', update: 'read-only', doc: 'Listeners that accept connections before the authorizer is ready.' },
];
