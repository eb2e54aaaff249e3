import { md5, parseSchema, schemaGuid } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { parseRegistryOptions } from '../src/registry/options.js';
import { logRecord, requestsOf, schemaText } from '../src/registry/requests.js';

describe('the registry benchmark', () => {
  it('takes its options', () => {
    expect(parseRegistryOptions([])).toMatchObject({ connections: 16, pipelining: 1, schemas: 10_000, rounds: 5 });
    expect(parseRegistryOptions(['--quick', '--pipelining', '8', '--schemas=50'])).toMatchObject({ pipelining: 8, schemas: 50, rounds: 1 });
    expect(() => parseRegistryOptions(['--connections', 'many'])).toThrow('--connections: "many" is not a whole number of at least 1');
    expect(() => parseRegistryOptions(['--wrong'])).toThrow("Unknown option '--wrong'");
  });

  it('has schemas that differ, in the spelling that a registry keeps', () => {
    const texts = [1, 2, 3].map(schemaText);
    expect(new Set(texts.map((schema) => schemaGuid({ schema }, md5))).size).toBe(3);
    for (const schema of texts) expect(parseSchema('AVRO', { schema, references: [], resolve: () => undefined }).canonicalString).toBe(schema);
    expect(JSON.parse(logRecord(7).value)).toMatchObject({ id: 7, version: 1, schema: schemaText(7) });
  });

  it('asks as HTTP/1.1 does', () => {
    const [request] = requestsOf('known', { from: 3, count: 1 });
    const [head = '', body = ''] = (request?.toString() ?? '').split('\r\n\r\n');
    expect(head).toMatch(/^POST \/subjects\/events\.number-3-value\/versions HTTP\/1\.1\r\n/);
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    expect(JSON.parse(body)).toEqual({ schema: schemaText(3) });
    expect(requestsOf('by-id', { from: 5, count: 2 }).map((one) => one.toString().split(' ')[1])).toEqual(['/schemas/ids/5', '/schemas/ids/6']);
  });
});
