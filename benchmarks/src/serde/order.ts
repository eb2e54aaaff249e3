/** An order of a shop, in three languages: about 150 bytes of Avro. */
export interface Order {
  id: string;
  customer: string;
  placedAt: number;
  paid: boolean;
  note: string | null;
  lines: { product: string; quantity: number; price: number }[];
}

export const order: Order = {
  id: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  customer: 'customer-1234567',
  placedAt: 1_700_000_000_000,
  paid: true,
  note: 'please ring twice',
  lines: Array.from({ length: 3 }, (_, index) => ({ product: `product-${index}`, quantity: index + 1, price: 9.95 })),
};

const line = { type: 'record', name: 'Line', fields: [{ name: 'product', type: 'string' }, { name: 'quantity', type: 'int' }, { name: 'price', type: 'double' }] } as const;

export const avroSchema = {
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'customer', type: 'string' },
    { name: 'placedAt', type: 'long' },
    { name: 'paid', type: 'boolean' },
    { name: 'note', type: ['null', 'string'] },
    { name: 'lines', type: { type: 'array', items: line } },
  ],
} as never;

export const avroText: string = JSON.stringify(avroSchema);

export const jsonText: string = JSON.stringify({
  type: 'object',
  properties: {
    id: { type: 'string' },
    customer: { type: 'string' },
    placedAt: { type: 'integer' },
    paid: { type: 'boolean' },
    note: { type: ['string', 'null'] },
    lines: { type: 'array', items: { type: 'object', properties: { product: { type: 'string' }, quantity: { type: 'integer' }, price: { type: 'number' } }, required: ['product', 'quantity', 'price'] } },
  },
  required: ['id', 'customer', 'placedAt', 'paid', 'lines'],
});

export const protoText: string = `syntax = "proto3";
message Order { string id = 1; string customer = 2; double placedAt = 3; bool paid = 4; string note = 5; repeated Line lines = 6; }
message Line { string product = 1; int32 quantity = 2; double price = 3; }`;
