/** A program of the repository, bundled from the sources as they are, for tests that run it as a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..', '..');

export interface Program {
  readonly path: string;
  remove(): void;
}

/** Within the repository, so that it finds the packages that are not in the bundle. */
export function bundleProgram(name: 'millrace' | 'millrace-broker' | 'millrace-schema-registry'): Program {
  const cache = join(repository, 'tests', '.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, `${name}-`));
  execFileSync(process.execPath, [join(repository, 'scripts', 'bundle.mjs'), directory], { cwd: join(repository, 'apps', name), stdio: 'inherit' });
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  return { path: join(directory, `${name}.js`), remove: () => rmSync(directory, { recursive: true, force: true }) };
}
