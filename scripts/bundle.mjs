// Bundles the app of the directory it runs in: one file to start from, named as the app, and a chunk for whatever is loaded on
// first use, so that a start loads only what it needs. Goes into dist, or where the argument says.
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const app = process.cwd();
const outdir = process.argv[2] ?? `${app}/dist`;

rmSync(`${outdir}/chunks`, { recursive: true, force: true });
await build({
  entryPoints: { [basename(app)]: `${app}/src/main.ts` },
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
