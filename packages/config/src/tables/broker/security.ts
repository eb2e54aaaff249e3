/** Who may do what; delegation tokens. */
import type { Setting } from '../../setting.js';

export const securitySettings: readonly Setting[] = [
  { name: 'authorizer.class.name', type: 'STRING', default: '', check: 'non-null string', importance: 'LOW', update: 'read-only', doc: 'The class that decides who may do what; empty to let everybody do everything.' },
  { name: 'principal.builder.class', type: 'CLASS', default: 'org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder', importance: 'MEDIUM', update: 'per-broker', doc: 'The class that turns a connection into a principal.' },
  { name: 'security.providers', type: 'STRING', default: null, importance: 'LOW', update: 'read-only', doc: 'Security provider classes of the Java platform.' },
  { name: 'delegation.token.secret.key', type: 'PASSWORD', default: null, importance: 'MEDIUM', update: 'read-only', doc: 'The secret that signs delegation tokens; the same on every broker.' },
  { name: 'delegation.token.max.lifetime.ms', type: 'LONG', default: '604800000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'The longest life of a delegation token, renewals included.' },
  { name: 'delegation.token.expiry.time.ms', type: 'LONG', default: '86400000', check: '[1,...]', importance: 'MEDIUM', update: 'read-only', doc: 'How long a delegation token is valid before it must be renewed.' },
  { name: 'delegation.token.expiry.check.interval.ms', type: 'LONG', default: '3600000', check: '[1,...]', importance: 'LOW', update: 'read-only', doc: 'How often expired delegation tokens are looked for.' },
];
