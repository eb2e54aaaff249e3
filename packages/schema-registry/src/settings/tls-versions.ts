/** Protocols and ciphers of TLS, from the names that Java has for them. */
import { getCiphers, type SecureContextOptions, type SecureVersion } from 'node:tls';

/** Ciphers have OpenSSL's names, separated by colons. */
export type TlsVersions = Pick<SecureContextOptions, 'minVersion' | 'maxVersion' | 'ciphers'>;

const versions: readonly SecureVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** Empty lists leave it to Node. @throws TypeError naming the setting */
export function tlsVersions(protocols: readonly string[], suites: readonly string[]): TlsVersions {
  const wanted = protocols.map((protocol) => {
    const version = versions.indexOf(protocol as SecureVersion);
    if (version < 0) throw new TypeError(`ssl.enabled.protocols: ${protocol} is none of ${versions.join(', ')}`);
    return version;
  });
  const least = versions[Math.min(...wanted)];
  const most = versions[Math.max(...wanted)];
  return {
    ...(least === undefined || most === undefined ? {} : { minVersion: least, maxVersion: most }),
    ...(suites.length === 0 ? {} : { ciphers: suites.map(cipherNamed).join(':') }),
  };
}

const known: ReadonlySet<string> = new Set(getCiphers());

function cipherNamed(suite: string): string {
  const name = openSslName(suite);
  if (!known.has(name.toLowerCase())) throw new TypeError(`ssl.cipher.suites: ${suite} is no cipher suite that is known here`);
  return name;
}

/** `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256` is `ECDHE-RSA-AES128-GCM-SHA256`; those of TLS 1.3 have one name, and OpenSSL's own are taken as they are. */
function openSslName(suite: string): string {
  const parts = /^TLS_(.+)_WITH_(.+)$/.exec(suite);
  if (parts === null) return suite;
  const [, exchange = '', cipher = ''] = parts;
  const name = cipher.replace(/AES_(\d+)/, 'AES$1').replace('_CBC', '').replace('CHACHA20_POLY1305_SHA256', 'CHACHA20_POLY1305');
  return `${exchange === 'RSA' ? '' : `${exchange}_`}${name}`.replaceAll('_', '-');
}
