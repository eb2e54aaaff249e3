import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// One project per package, all run on sources: no build is needed to test.
const project = (name: string, dir: string) => ({
  resolve: { conditions: ['@millrace/source'] },
  ssr: { resolve: { conditions: ['@millrace/source', 'node', 'import', 'module', 'default'] } },
  test: { name, root: dir, include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      ...readdirSync('packages').map((name) => project(name, `packages/${name}`)),
      ...readdirSync('apps').map((name) => project(name, `apps/${name}`)),
      project('tests', 'tests'),
    ],
  },
});
