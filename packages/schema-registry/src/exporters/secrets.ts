/** What is secret in the config of an exporter: sealed in the log, hidden in answers. AES-256-GCM under a key from `password.encoder.secret`. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { invalidExporterConfig } from '../core/registry-error.js';

type Config = Readonly<Record<string, string>>;

const hidden = '[hidden]';
const sealedPrefix = 'sealed:v1:';
const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

export class ExporterSecrets {
  readonly #key: Buffer | null;

  /** Null where no secret is set. */
  constructor(secret: string | null) {
    this.#key = secret === null || secret === '' ? null : scryptSync(secret, 'millrace.exporters', keyBytes);
  }

  /** As it is logged. What a caller only saw hidden stays what it was. @throws RegistryError 40951 without a key to seal with */
  seal(config: Config, old: Config = {}): Config {
    return mapped(config, (name, value) => {
      if (!isSecret(name) || isSealed(value)) return value;
      const known = old[name];
      if (value === hidden && known !== undefined) return known;
      if (this.#key === null) throw invalidExporterConfig(`${name} is a secret, and would be stored as it is: set password.encoder.secret in the settings of the registry`);
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, this.#key, nonce);
      const sealed = Buffer.concat([sealing.update(value, 'utf8'), sealing.final()]);
      return sealedPrefix + Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64');
    });
  }

  /** As it is used. @throws RegistryError 40951 when it was sealed under another secret */
  open(config: Config): Config {
    return mapped(config, (name, value) => (isSealed(value) ? this.#opened(name, value) : value));
  }

  #opened(name: string, value: string): string {
    const bytes = Buffer.from(value.slice(sealedPrefix.length), 'base64');
    try {
      if (this.#key === null) throw new Error('password.encoder.secret is not set');
      const opening = createDecipheriv(cipher, this.#key, bytes.subarray(0, nonceBytes));
      opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
    } catch (error) {
      throw invalidExporterConfig(`${name} cannot be read: it was stored under another password.encoder.secret`, error);
    }
  }
}

/** As it is shown. */
export function withoutSecrets(config: Config): Config {
  return mapped(config, (name, value) => (isSecret(name) ? hidden : value));
}

function isSecret(name: string): boolean {
  return /password|secret|token$|user\.info$|\.key$/i.test(name);
}

function isSealed(value: string): boolean {
  return value.startsWith(sealedPrefix);
}

function mapped(config: Config, change: (name: string, value: string) => string): Config {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, change(name, value)]));
}
