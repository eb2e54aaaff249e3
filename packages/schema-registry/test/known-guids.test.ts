import { describe, expect, it, vi } from 'vitest';
import { updateConfig } from '../src/core/change-config.js';
import { lookupSchema } from '../src/core/lookup-schema.js';
import { avroRecord, refusal, RegistryStory } from './registry-story.js';

const spaced = '{ "name": "R", "type": "record", "fields": [ { "type": "int", "name": "b" }, {"name":"a","type":"int"} ] }';

describe('a schema that was understood before', () => {
  it('is found without being parsed again, in whichever spelling', () => {
    const story = new RegistryStory();
    story.register('s', spaced);
    const find = () => lookupSchema(story.registry, 's', { schema: spaced });
    expect(find().version).toBe(1);
    const parses = vi.spyOn(story.registry.parsed, 'ofDraft');
    expect(find().version).toBe(1);
    expect(parses).not.toHaveBeenCalled();
    expect(lookupSchema(story.registry, 's', { schema: avroRecord('R', ['b', 'a']) }).version).toBe(1);
  });

  it('is another one when it is normalized, or of another type', () => {
    const story = new RegistryStory();
    const text = '{"type":"object","properties":{"b":{"type":"string"},"a":{"type":"string"}}}';
    story.register('s', { schema: text, schemaType: 'JSON' });
    for (let times = 0; times < 2; times++) {
      expect(lookupSchema(story.registry, 's', { schema: text, schemaType: 'JSON' }).version).toBe(1);
      expect(refusal(() => lookupSchema(story.registry, 's', { schema: text, schemaType: 'JSON' }, { normalize: true }))[0]).toBe(40403);
      expect(refusal(() => lookupSchema(story.registry, 's', { schema: text }))[0]).toBe(42201);
    }
  });

  it('is refused all the same when its fields are checked', () => {
    const story = new RegistryStory();
    const reserved = avroRecord('R', ['$$id']);
    const find = () => lookupSchema(story.registry, 's', { schema: reserved });
    expect(refusal(find)[0]).toBe(42201);
    const ordinary = avroRecord('R', ['id']);
    story.register('s', ordinary);
    expect(lookupSchema(story.registry, 's', { schema: ordinary }).version).toBe(1);
    story.apply(updateConfig(story.registry, 's', { validateFields: true }));
    expect(lookupSchema(story.registry, 's', { schema: ordinary }).version).toBe(1);
  });

  it('is not known by a text that only has its hash', () => {
    const story = new RegistryStory();
    const metadata = { properties: { k: 'v' } };
    story.register('s', { schema: '"int"', metadata });
    expect(lookupSchema(story.registry, 's', { schema: '"int"', metadata }).version).toBe(1);
    expect(refusal(() => lookupSchema(story.registry, 's', { schema: '"int"\u0001kv' }))[0]).toBe(42201);
    expect(refusal(() => story.register('s', '"int"\u0001kv'))[0]).toBe(42201);
  });
});
