import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configurationPage } from '@millrace/config';

it('docs/configuration.md is what the tables print', () => {
  expect(readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')).toBe(configurationPage());
});
