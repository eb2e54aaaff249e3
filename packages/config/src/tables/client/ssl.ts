/** TLS of a client. */
import type { Setting } from '../../setting.js';

export const clientSslSettings: readonly Setting[] = [
  { name: 'ssl.protocol', type: 'STRING', default: 'TLSv1.3', importance: 'MEDIUM', doc: 'The TLS version that a context is made for.' },
  { name: 'ssl.provider', type: 'STRING', default: null, importance: 'MEDIUM', doc: 'The Java security provider of TLS; the platform\'s when not given.' },
  { name: 'ssl.cipher.suites', type: 'LIST', default: '', importance: 'LOW', doc: 'The cipher suites that may be used; all of the platform\'s when empty.' },
  { name: 'ssl.enabled.protocols', type: 'LIST', default: 'TLSv1.2,TLSv1.3', importance: 'MEDIUM', doc: 'The TLS versions that may be spoken.' },
  { name: 'ssl.keystore.type', type: 'STRING', default: 'JKS', importance: 'MEDIUM', doc: 'The format of the key store: JKS, PKCS12 or PEM.' },
  { name: 'ssl.keystore.location', type: 'STRING', default: null, importance: 'HIGH', doc: 'The file with this side\'s key and certificate.' },
  { name: 'ssl.keystore.password', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'The password of the key store file.' },
  { name: 'ssl.keystore.key', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'This side\'s private key as PEM text, instead of a file.' },
  { name: 'ssl.keystore.certificate.chain', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'This side\'s certificates as PEM text, instead of a file.' },
  { name: 'ssl.key.password', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'The password of the private key.' },
  { name: 'ssl.truststore.type', type: 'STRING', default: 'JKS', importance: 'MEDIUM', doc: 'The format of the trust store: JKS, PKCS12 or PEM.' },
  { name: 'ssl.truststore.location', type: 'STRING', default: null, importance: 'HIGH', doc: 'The file with the certificates that are trusted.' },
  { name: 'ssl.truststore.password', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'The password of the trust store file.' },
  { name: 'ssl.truststore.certificates', type: 'PASSWORD', default: null, importance: 'HIGH', doc: 'The trusted certificates as PEM text, instead of a file.' },
  { name: 'ssl.keymanager.algorithm', type: 'STRING', default: 'SunX509', importance: 'LOW', doc: 'The key manager algorithm of the Java platform.' },
  { name: 'ssl.trustmanager.algorithm', type: 'STRING', default: 'PKIX', importance: 'LOW', doc: 'The trust manager algorithm of the Java platform.' },
  { name: 'ssl.endpoint.identification.algorithm', type: 'STRING', default: 'https', importance: 'LOW', doc: 'How the name of the other side is checked against its certificate; empty turns the check off.' },
  { name: 'ssl.secure.random.implementation', type: 'STRING', default: null, importance: 'LOW', doc: 'The random generator of the Java platform used for TLS.' },
  { name: 'ssl.engine.factory.class', type: 'CLASS', default: null, importance: 'LOW', doc: 'A class that makes the TLS engine.' },
];
