/** Keys and certificates from the files that the settings name, checked so that a start tells what a handshake would fail of. */
import type { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { checkServerIdentity, createSecureContext, TLSSocket, type ConnectionOptions, type SecureContextOptions } from 'node:tls';
import type { Settings } from '@millrace/config';
import { tlsVersions } from './tls-versions.js';

/** For a server, and, with the same identity, for its calls to other instances. */
export interface TlsFiles extends SecureContextOptions {
  /** Callers are asked for a certificate. */
  readonly requestCert: boolean;
  /** And are refused without one that is trusted. */
  readonly rejectUnauthorized: boolean;
}

/** Null when there is no key store. @throws TypeError naming the setting and what is wrong with its file */
export function tlsOptions(settings: Settings, nowMs: number): TlsFiles | null {
  const keyStore = settings.stringOrNull('ssl.keystore.location');
  if (keyStore === null) return null;
  const clients = clientAuthentication(settings);
  const identity = keyOptions(keyStore, settings);
  checkIdentity(keyStore, settings, identity, nowMs);
  return {
    ...identity,
    ...trustOptions(settings),
    ...tlsVersions(settings.list('ssl.enabled.protocols'), settings.list('ssl.cipher.suites')),
    requestCert: clients !== 'NONE',
    rejectUnauthorized: clients === 'REQUIRED',
  };
}

export type ClientAuthentication = 'NONE' | 'REQUESTED' | 'REQUIRED';

/** `ssl.client.auth` is an older word for it. */
export function clientAuthentication(settings: Settings): ClientAuthentication {
  if (!settings.isGiven('ssl.client.authentication') && settings.boolean('ssl.client.auth')) return 'REQUIRED';
  return settings.string('ssl.client.authentication') as ClientAuthentication;
}

/** How an instance calls the leader: with its own certificate, and with a look at that of the leader. */
export function outgoingTls(settings: Settings, tls: TlsFiles | null): ConnectionOptions {
  const identity: Pick<ConnectionOptions, 'checkServerIdentity'> = settings.string('ssl.endpoint.identification.algorithm') === '' ? { checkServerIdentity: () => undefined } : { checkServerIdentity };
  return { ...(tls ?? trustOptions(settings)), ...identity, rejectUnauthorized: true };
}

function trustOptions(settings: Settings): SecureContextOptions {
  const file = settings.stringOrNull('ssl.truststore.location');
  if (file === null) return {};
  const content = read('ssl.truststore.location', file);
  const text = content.toString('latin1');
  if (text.includes('-----BEGIN CERTIFICATE')) return { ca: text };
  throw new TypeError(`ssl.truststore.location: ${file} has no certificate in PEM form${isPem(text) ? '' : `: make one with ${isJavaKeyStore(content) ? `keytool -importkeystore to PKCS12 and then ${conversion(file)}` : conversion(file)}`}`);
}

function conversion(file: string): string {
  return `openssl pkcs12 -in ${file} -nokeys`;
}

function keyOptions(file: string, settings: Settings): SecureContextOptions {
  const content = read('ssl.keystore.location', file);
  const type = settings.stringOrNull('ssl.keystore.type')?.toUpperCase();
  const text = content.toString('latin1');
  const wrong = (what: string): TypeError => new TypeError(`ssl.keystore.location: ${file} ${what}`);
  if (isJavaKeyStore(content)) throw wrong('is a JKS file, which only Java reads: convert it to PKCS12 or PEM with keytool or openssl');
  if (!isPem(text)) {
    if (type === 'PEM') throw wrong('has nothing in PEM form, but ssl.keystore.type is PEM');
    return { pfx: content, ...passphrase(settings, 'ssl.keystore.password', 'ssl.key.password') };
  }
  if (type === 'PKCS12') throw wrong('is a PEM file, but ssl.keystore.type is PKCS12');
  if (!text.includes('PRIVATE KEY-----')) throw wrong('has no private key: a PEM file has the key and its certificates, one after another');
  if (!text.includes('-----BEGIN CERTIFICATE')) throw wrong('has no certificate: a PEM file has the key and its certificates, one after another');
  const password = passphrase(settings, 'ssl.key.password', 'ssl.keystore.password');
  if (password.passphrase === undefined && text.includes('ENCRYPTED')) throw wrong('has a key with a password: set ssl.key.password');
  return { key: text, cert: text, ...password };
}

function passphrase(settings: Settings, ...names: readonly string[]): Pick<SecureContextOptions, 'passphrase'> {
  const password = names.map((name) => settings.stringOrNull(name)).find((text) => text !== null);
  return password === undefined ? {} : { passphrase: password };
}

/** Opens the files as a handshake would, and looks at when the certificate is valid. */
function checkIdentity(file: string, settings: Settings, options: SecureContextOptions, nowMs: number): void {
  const certificate = opened(file, settings, options);
  if (certificate === undefined) throw new TypeError(`ssl.keystore.location: ${file} has no certificate`);
  const subject = certificate.subject?.replaceAll('\n', ',') ?? '';
  if (nowMs > Date.parse(certificate.validTo)) throw new TypeError(`ssl.keystore.location: ${file}: the certificate of ${subject} expired on ${certificate.validTo}`);
  if (nowMs < Date.parse(certificate.validFrom)) throw new TypeError(`ssl.keystore.location: ${file}: the certificate of ${subject} is valid from ${certificate.validFrom} on`);
}

function opened(file: string, settings: Settings, options: SecureContextOptions): X509Certificate | undefined {
  let socket: TLSSocket | undefined;
  try {
    // Node tells the certificate of a context through a socket alone.
    socket = new TLSSocket(new PassThrough(), { isServer: true, secureContext: createSecureContext(options) });
    return socket.getX509Certificate();
  } catch (error) {
    const { message } = error as Error;
    throw new TypeError(`ssl.keystore.location: ${file} cannot be opened${hint(message, settings, options)}: ${message}`, { cause: error });
  } finally {
    socket?.destroy();
  }
}

function hint(message: string, settings: Settings, { pfx, passphrase: password }: SecureContextOptions): string {
  if (/mac verify|bad decrypt|maybe wrong password/i.test(message)) return password === undefined ? ', and may need ssl.keystore.password' : `, ${settings.isGiven('ssl.keystore.password') ? 'ssl.keystore.password' : 'ssl.key.password'} is not its password`;
  if (/key values mismatch/.test(message)) return ', the certificate is not that of the key';
  return pfx === undefined ? '' : ', it is neither PEM nor PKCS12';
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new TypeError(`${setting}: ${(error as Error).message}`, { cause: error });
  }
}

function isPem(text: string): boolean {
  return text.includes('-----BEGIN ');
}

function isJavaKeyStore(content: Buffer): boolean {
  return content.length > 4 && content.readUInt32BE(0) === 0xfeedfeed;
}
