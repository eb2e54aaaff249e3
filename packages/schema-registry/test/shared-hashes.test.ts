/** Contents that differ and have one guid, since Confluent's hash says neither the type nor where texts end. */
import { expect, test } from 'vitest';
import type { SchemaRequest } from '../src/core/schema-request.js';
import { RegistryStory } from './registry-story.js';

const uuid = '{"type":"string","logicalType":"uuid"}';
const rule = { name: 'x', kind: 'CONDITION', mode: 'WRITE', type: 'CEL', expr: 'true' } as const;

test.each([
  [{ schema: uuid }, { schema: uuid, schemaType: 'JSON' }],
  [{ schema: '"long"', metadata: { properties: { ab: 'c' } } }, { schema: '"long"', metadata: { properties: { a: 'bc' } } }],
  [{ schema: '"long"', ruleSet: { domainRules: [{ ...rule, onSuccess: 'NONE' }] } }, { schema: '"long"', ruleSet: { domainRules: [{ ...rule, onFailure: 'NONE' }] } }],
] as [SchemaRequest, SchemaRequest][])('%j and %j are each served as they were registered', (one, other) => {
  const story = new RegistryStory();
  story.register('one', one);
  story.register('other', other);
  for (const [subject, { schemaType = 'AVRO', metadata, ruleSet }] of [['one', one], ['other', other]] as const) {
    expect(story.registry.state.version(subject, 1)?.content, subject).toMatchObject({ schemaType, ...(metadata === undefined ? {} : { metadata }), ...(ruleSet === undefined ? {} : { ruleSet }) });
  }
});
