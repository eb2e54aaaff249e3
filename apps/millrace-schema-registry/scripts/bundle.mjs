// One file to start from. Goes into dist, or where the argument says.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const outdir = process.argv[2] ?? here('../dist');

rmSync(`${outdir}/chunks`, { recursive: true, force: true });
await build({
  entryPoints: { 'millrace-schema-registry': here('../src/main.ts') },
  outdir,
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
