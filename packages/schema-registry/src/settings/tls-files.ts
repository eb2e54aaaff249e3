/** Keys and certificates from the files that the settings name. */
import { readFileSync } from 'node:fs';
import type { SecureContextOptions } from 'node:tls';
import type { Settings } from '@millrace/config';

/** For a server, and, with the same identity, for its calls to other instances. */
export interface TlsFiles extends SecureContextOptions {
  /** Callers are asked for a certificate. */
  readonly requestCert: boolean;
  /** And are refused without one that is trusted. */
  readonly rejectUnauthorized: boolean;
}

/** Null when there is no key store. @throws TypeError naming the setting and what is wrong with its file */
export function tlsOptions(settings: Settings): TlsFiles | null {
  const keyStore = settings.stringOrNull('ssl.keystore.location');
  if (keyStore === null) return null;
  const clients = settings.string('ssl.client.authentication');
  const trustStore = settings.stringOrNull('ssl.truststore.location');
  return {
    ...keyOptions(keyStore, settings),
    ...(trustStore === null ? {} : { ca: pem('ssl.truststore.location', trustStore) }),
    requestCert: clients !== 'NONE',
    rejectUnauthorized: clients === 'REQUIRED',
  };
}

function keyOptions(file: string, settings: Settings): SecureContextOptions {
  const content = read('ssl.keystore.location', file);
  const password = settings.stringOrNull('ssl.key.password') ?? settings.stringOrNull('ssl.keystore.password');
  const passphrase = password === null ? {} : { passphrase: password };
  const text = content.toString('latin1');
  if (text.includes('-----BEGIN')) return { key: text, cert: text, ...passphrase };
  if (isJavaKeyStore(content)) throw new TypeError(`ssl.keystore.location: ${file} is a JKS file, which only Java reads: convert it to PKCS12 or PEM with keytool or openssl`);
  return { pfx: content, ...passphrase };
}

function pem(setting: string, file: string): string {
  const text = read(setting, file).toString('latin1');
  if (!text.includes('-----BEGIN CERTIFICATE')) throw new TypeError(`${setting}: ${file} has no certificate in PEM form`);
  return text;
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new TypeError(`${setting}: ${(error as Error).message}`, { cause: error });
  }
}

function isJavaKeyStore(content: Buffer): boolean {
  return content.length > 4 && content.readUInt32BE(0) === 0xfeedfeed;
}
