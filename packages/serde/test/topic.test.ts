import { describe, expect, expectTypeOf, it } from 'vitest';
import { avroDeserializer, avroSerializer, defineTopic, jsonDeserializer, jsonSerializer, textKey, type RecordOf } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

const place = { type: 'record', name: 'Place', fields: [{ name: 'shop', type: 'int' }] } as const;
const order = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }, { name: 'placed', type: { type: 'long', logicalType: 'timestamp-millis' } }] } as const;

function ordersOf(fake: FakeRegistry, idIn: 'prefix' | 'header' = 'prefix') {
  const registry = fake.client();
  return defineTopic('orders', {
    key: { serializer: avroSerializer({ registry, schema: place, part: 'key', idIn }), deserializer: avroDeserializer({ registry, schema: place, part: 'key' }) },
    value: { serializer: avroSerializer({ registry, schema: order, idIn }), deserializer: avroDeserializer({ registry, schema: order }) },
  });
}

const sent = { key: { shop: 4 }, value: { id: 'a7', placed: new Date(1_700_000_000_000) } };

describe('a topic', () => {
  it('writes and reads keys and values by their schemas', async () => {
    const fake = new FakeRegistry();
    const orders = ordersOf(fake);
    const encoded = await orders.encode({ ...sent, headers: [['trace', 't1']], partition: 2, timestamp: 5 });
    expect(encoded).toMatchObject({ topic: 'orders', headers: [['trace', 't1']], partition: 2, timestamp: 5 });
    expect(fake.stored.map(({ subject }) => subject)).toEqual(['orders-key', 'orders-value']);
    const read = { topic: 'orders', key: encoded.key, value: encoded.value, offset: 9 };
    expect(await orders.decode(read)).toEqual({ ...sent, record: read });
  });

  it('keeps null: no key, and a value that deletes', async () => {
    const orders = ordersOf(new FakeRegistry());
    const encoded = await orders.encode({ key: null, value: null });
    expect(encoded).toEqual({ topic: 'orders', key: null, value: null, headers: [] });
    expect(await orders.decode(encoded)).toMatchObject({ key: null, value: null });
  });

  it('hands headers on, where ids are in them, and leaves those of the caller alone', async () => {
    const orders = ordersOf(new FakeRegistry(), 'header');
    const headers: [string, string][] = [['trace', 't1']];
    const encoded = await orders.encode({ ...sent, headers });
    expect(encoded.headers.map(([name]) => name)).toEqual(['trace', '__key_schema_id', '__value_schema_id']);
    expect(headers).toHaveLength(1);
    expect(await orders.decode(encoded)).toMatchObject(sent);
  });

  it('refuses the record of another topic, a value that does not fit, and a key that is no text', async () => {
    const registry = new FakeRegistry().client();
    const orders = defineTopic('orders', { key: textKey, value: { serializer: avroSerializer({ registry, schema: order }), deserializer: avroDeserializer({ registry, schema: order }) } });
    await expect(orders.decode({ topic: 'other', key: null, value: null })).rejects.toThrow('a record of topic other is none of orders');
    await expect(orders.encode({ key: 'k', value: { id: 7, placed: new Date() } as never })).rejects.toThrow('value of topic orders: expected string, got 7 at $.id');
    await expect(orders.decode({ key: Uint8Array.of(0xff), value: null })).rejects.toThrow('key of topic orders: 1 bytes are no UTF-8');
    expect((await orders.decode(await orders.encode({ key: 'ключ', value: null }))).key).toBe('ключ');
  });
});

describe('the types of a topic', () => {
  it('are those of its schemas', async () => {
    const orders = ordersOf(new FakeRegistry());
    expectTypeOf<RecordOf<typeof orders>>().toEqualTypeOf<{ readonly key: { shop: number } | null; readonly value: { id: string; placed: Date } | null }>();
    expectTypeOf(orders.decode<{ key: null; value: null; offset: number }>).returns.resolves.toHaveProperty('record').toEqualTypeOf<{ key: null; value: null; offset: number }>();
    // @ts-expect-error the id is a text
    await expect(orders.encode({ key: { shop: 1 }, value: { id: 1, placed: new Date() } })).rejects.toThrow('expected string, got 1');
    // @ts-expect-error the key is no text
    await expect(orders.encode({ key: 'k', value: sent.value })).rejects.toThrow('key of topic orders');
  });

  it('may be interfaces, as `millrace schema types` writes them', () => {
    interface Order { id: string; placed: Date }
    interface Note { text: string }
    const registry = new FakeRegistry().client();
    const orders = defineTopic('orders', { key: textKey, value: { serializer: avroSerializer<Order>({ registry, useLatestVersion: true }), deserializer: avroDeserializer<Order>({ registry }) } });
    expectTypeOf<RecordOf<typeof orders>>().toEqualTypeOf<{ readonly key: string | null; readonly value: Order | null }>();
    // @ts-expect-error both directions are of one type
    defineTopic('notes', { key: textKey, value: { serializer: jsonSerializer<Note>({ registry, useLatestVersion: true }), deserializer: jsonDeserializer<Order>({ registry }) } });
  });
});
