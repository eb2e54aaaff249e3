/** Keys and certificates for tests of TLS, made by openssl in a directory that is removed after. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl: boolean = spawnSync('openssl', ['version']).status === 0;

export interface CertificateOptions {
  /** Of the issuer; itself when there is none. */
  readonly issuer?: Certificate;
  /** Negative: it has expired. */
  readonly days?: number;
  /** Names and addresses of a server. */
  readonly names?: readonly string[];
}

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  /** Key and certificates, one after another. */
  readonly pem: string;
}

export class Certificates {
  readonly directory: string = mkdtempSync(join(tmpdir(), 'certificates-'));

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  make(name: string, { issuer, days = 2, names = [] }: CertificateOptions = {}): Certificate {
    const files = { key: this.path(`${name}.key`), certificate: this.path(`${name}.crt`), pem: this.path(`${name}.pem`) };
    const extensions = this.#write(`${name}.ext`, names.length === 0 ? `basicConstraints=CA:${issuer === undefined ? 'TRUE' : 'FALSE'}\n` : `basicConstraints=CA:FALSE\nsubjectAltName=${names.join(',')}\n`);
    this.openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', files.key, '-out', this.path(`${name}.csr`), '-subj', `/O=Millrace/CN=${name}`);
    const signing = issuer === undefined ? ['-signkey', files.key] : ['-CA', issuer.certificate, '-CAkey', issuer.key, '-CAcreateserial'];
    this.openssl('x509', '-req', '-in', this.path(`${name}.csr`), ...signing, '-days', String(days), '-out', files.certificate, '-extfile', extensions);
    this.#write(`${name}.pem`, readFileSync(files.key, 'utf8') + readFileSync(files.certificate, 'utf8'));
    return files;
  }

  /** Key and certificate in a PKCS12 file. */
  pkcs12(name: string, { key, certificate }: Certificate, password: string): string {
    this.openssl('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', this.path(name), '-passout', `pass:${password}`);
    return this.path(name);
  }

  /** A PEM file whose key has a password. */
  encrypted(name: string, { key, certificate }: Certificate, password: string): string {
    this.openssl('pkcs8', '-topk8', '-in', key, '-out', this.path(`${name}.key`), '-passout', `pass:${password}`);
    return this.#write(name, readFileSync(this.path(`${name}.key`), 'utf8') + readFileSync(certificate, 'utf8'));
  }

  openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }

  #write(name: string, text: string): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }
}
