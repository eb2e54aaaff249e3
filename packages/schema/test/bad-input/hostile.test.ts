import { expect, test } from 'vitest';
import { HOSTILE_SCHEMAS } from './hostile-schemas.js';
import { useSchema } from './use-schema.js';

// What grows faster than its schema shows here by the timeout; hostile.long.test.ts has them of 1 MB.
test.each(HOSTILE_SCHEMAS)('$type: $name', ({ type, text, code }) => {
  const schema = text(20_000);
  expect(useSchema(type, schema, true)?.code).toBe(code);
  useSchema(type, schema, false);
});
