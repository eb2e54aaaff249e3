// One file to start from and one chunk per tool, so that a tool loads only what it needs: ready in well under 150 ms.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('../dist/chunks'), { recursive: true, force: true });
await build({
  entryPoints: { millrace: here('../src/main.ts') },
  outdir: here('../dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@millrace/source'],
  // Native modules, what is loaded by name at run time, and what serves files of its own.
  external: ['fs-native-extensions', 'pino', 'fastify', '@fastify/swagger', '@fastify/swagger-ui', 'prom-client'],
  banner: { js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);" },
  sourcemap: 'linked',
  logLevel: 'warning',
});
