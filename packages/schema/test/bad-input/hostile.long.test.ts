import { expect, test } from 'vitest';
import { HOSTILE_SCHEMAS } from './hostile-schemas.js';
import { useSchema } from './use-schema.js';

// Schemas of 1 MB.
test.each(HOSTILE_SCHEMAS)('$type: $name', ({ type, text, code }) => {
  const schema = text(1_000_000);
  expect(useSchema(type, schema, true)?.code).toBe(code);
  useSchema(type, schema, false);
}, 120_000);
