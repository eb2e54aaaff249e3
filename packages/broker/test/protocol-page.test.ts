import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiByKey } from '@millrace/protocol';
import { protocolPage } from '../scripts/protocol-page.js';
import { apiTable } from '../src/index.js';

describe('the table of APIs', () => {
  it('is printed in docs/protocol.md', () => {
    const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
    expect(page).toBe(protocolPage());
  });

  it('serves only what the codec has, on the listeners that Kafka has it on', () => {
    for (const row of apiTable) {
      const api = apiByKey(row.key)!;
      expect([row.name, row.minVersion >= api.minVersion, row.maxVersion <= api.maxStableVersion]).toEqual([api.name, true, true]);
      for (const kind of row.on) expect(api.listeners).toContain(kind);
    }
  });

  it('loads a handler of its own API for every row', async () => {
    for (const row of apiTable) {
      const handler = await row.load();
      expect([handler.request.apiKey, handler.response.apiKey]).toEqual([row.key, row.key]);
    }
  });
});
