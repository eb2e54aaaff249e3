/** A registry without a log behind it: each decision is written as bytes, read again and replayed. */
import { LeaderClaims } from '../src/core/leader-claims.js';
import { ParsedSchemas } from '../src/core/parsed-schemas.js';
import type { Registry, RegistryRules } from '../src/core/registry.js';
import { RegistryError } from '../src/core/registry-error.js';
import type { Decision } from '../src/core/registry-record.js';
import { registerSchema, type RegisterOptions } from '../src/core/register-schema.js';
import { RegistryState } from '../src/core/registry-state.js';
import type { SchemaRequest } from '../src/core/schema-request.js';
import { decodeEntry, encodeRecord, type EncodedRecord } from '../src/records/log-entry.js';

export const someRules: RegistryRules = {
  compatibilityLevel: 'BACKWARD',
  validateFields: false,
  validateNewSchemas: true,
  rejectsEmptySubject: false,
  allowsModeChanges: true,
  incompatibleCode: 40901,
};

export class RegistryStory {
  readonly registry: Registry;
  readonly claims: LeaderClaims = new LeaderClaims();
  /** All that was written, as key and value. */
  readonly written: EncodedRecord[] = [];

  constructor(rules: Partial<RegistryRules> = {}) {
    const state = new RegistryState();
    this.registry = { state, parsed: new ParsedSchemas(state, 1000), rules: { ...someRules, ...rules } };
  }

  /** Carries a decision out; its answer. */
  apply<Response>(decision: Decision<Response>): Response {
    for (const record of decision.records) this.write(encodeRecord(record, { epoch: 1, name: 'me' }));
    return decision.response;
  }

  write({ key, value }: { key: string; value: string | null }): void {
    this.written.push({ key, value, writer: '1:me' });
    const decoded = decodeEntry({ offset: this.written.length - 1, timestampMs: 1_000 + this.written.length, key, value, writer: null });
    if ('skipped' in decoded) throw new Error(`${key} would be skipped: ${decoded.skipped}`);
    this.registry.state.replay(decoded.record, 1_000 + this.written.length);
  }

  register(subject: string, request: SchemaRequest | string, options?: RegisterOptions): { id: number; version: number } {
    const { id, version } = this.apply(registerSchema(this.registry, subject, typeof request === 'string' ? { schema: request } : request, options));
    return { id, version };
  }

  /** What was written by `run`, as text. */
  writtenBy(run: () => unknown): [string, string | null][] {
    const before = this.written.length;
    run();
    return this.written.slice(before).map(({ key, value }) => [key, value]);
  }
}

/** Code and message of the error that `run` ends with. */
export function refusal(run: () => unknown): [number, string] {
  try {
    run();
  } catch (error) {
    if (error instanceof RegistryError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was refused');
}

/** An Avro record whose fields are ints without and with a default. */
export function avroRecord(name: string, fields: readonly string[], optional: readonly string[] = []): string {
  return JSON.stringify({
    type: 'record',
    name,
    fields: [...fields.map((field) => ({ name: field, type: 'int' })), ...optional.map((field) => ({ name: field, type: 'int', default: 0 }))],
  });
}
