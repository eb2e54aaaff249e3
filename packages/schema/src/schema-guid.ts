import { getTextEncoding } from '@bufbuild/protobuf/wire';
import type { Metadata, Rule, RuleSet } from './data-contract.js';
import { md5 } from './md5.js';
import type { SchemaReference } from './schema-reference.js';

/** What makes a schema this one and no other: the same content has the same guid in every registry, and one id per context. */
export interface SchemaContent {
  /** The text as it is stored. */
  readonly schema: string;
  readonly references?: readonly SchemaReference[] | undefined;
  readonly metadata?: Metadata | undefined;
  readonly ruleSet?: RuleSet | undefined;
}

/** A hash function of 16 bytes that stands in for our own MD5 where the platform has a faster one. */
export type Md5 = (bytes: Uint8Array) => Uint8Array;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Confluent's guid (8.0): the MD5 of the content, written as a UUID. It is also the key under which content is looked up. */
export function schemaGuid(content: SchemaContent, hash: Md5 = md5): string {
  const digest = hash(hashedBytes(content));
  let text = '';
  for (let i = 0; i < 16; i++) text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[digest[i] ?? 0];
  return text;
}

/** The bytes under the hash. Parts stand one after another without lengths, as in Confluent. */
export function hashedBytes(content: SchemaContent): Uint8Array {
  const parts: (string | number[])[] = [content.schema];
  for (const { name, subject, version } of content.references ?? []) {
    parts.push(name, subject, [(version >> 24) & 255, (version >> 16) & 255, (version >> 8) & 255, version & 255]);
  }
  if (content.metadata !== undefined) parts.push([1], ...metadataParts(content.metadata));
  if (content.ruleSet !== undefined) parts.push([1], ...ruleSetParts(content.ruleSet));
  return joinedBytes(parts);
}

function metadataParts(metadata: Metadata): string[] {
  return [
    ...sortedEntries(metadata.tags).flatMap(([path, tags]) => [path, ...sortedSet(tags)]),
    ...sortedEntries(metadata.properties).flat(),
    ...sortedSet(metadata.sensitive ?? []),
  ];
}

function ruleSetParts(ruleSet: RuleSet): (string | number[])[] {
  const rules = [...(ruleSet.migrationRules ?? []), ...(ruleSet.domainRules ?? []), ...(ruleSet.encodingRules ?? [])];
  return [...rules.flatMap(ruleParts), ...(ruleSet.enableAt === undefined ? [] : [ruleSet.enableAt])];
}

/** Kind and mode have defaults, which are hashed like any other. */
function ruleParts(rule: Rule): (string | number[])[] {
  return [
    // What a client sent may have none: such a rule is refused, but after this.
    (rule.name as string | undefined) ?? '',
    rule.doc ?? '',
    rule.kind ?? 'TRANSFORM',
    rule.mode ?? 'WRITEREAD',
    rule.type ?? '',
    ...sortedSet(rule.tags ?? []),
    ...sortedEntries(rule.params).flat(),
    rule.expr ?? '',
    rule.onSuccess ?? '',
    rule.onFailure ?? '',
    ...(rule.disabled === true ? [[1]] : []),
  ];
}

function sortedEntries<V>(record: Readonly<Record<string, V>> | undefined): [string, V][] {
  return Object.entries(record ?? {}).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted();
}

function joinedBytes(parts: readonly (string | readonly number[])[]): Uint8Array {
  const { encodeUtf8 } = getTextEncoding();
  const [only] = parts;
  // By far the most common: a schema without references and contract.
  if (parts.length === 1 && typeof only === 'string') return encodeUtf8(only);
  const chunks = parts.map((part) => (typeof part === 'string' ? encodeUtf8(part) : Uint8Array.from(part)));
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
