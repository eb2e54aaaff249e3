import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// One project per package, all run on sources: no build is needed to test.
// `*.long.test.ts` (many seeds, crash rounds, foreign programs) run alone, and only under MILLRACE_LONG=1: `npm run test:long`.
const long = process.env['MILLRACE_LONG'] === '1';

const project = (name: string, dir: string, tests = 'test') => ({
  resolve: { conditions: ['@millrace/source'] },
  ssr: { resolve: { conditions: ['@millrace/source', 'node'] } },
  test: {
    name,
    root: dir,
    include: [long ? `${tests}/**/*.long.test.ts` : `${tests}/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', ...(long ? [] : ['**/*.long.test.ts'])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      ...readdirSync('packages').map((name) => project(name, `packages/${name}`)),
      ...readdirSync('apps').map((name) => project(name, `apps/${name}`)),
      ...(existsSync('benchmarks') ? [project('benchmarks', 'benchmarks')] : []),
      project('tests', 'tests', '*'),
    ],
  },
});
