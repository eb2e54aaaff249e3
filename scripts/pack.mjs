// Packs what is published, as `npm publish` would, into `packages` and `apps` of a directory: node scripts/pack.mjs <directory>
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('usage: node scripts/pack.mjs <directory>');
  process.exit(1);
}

// In two directories, as @millrace/broker and millrace-broker would be files of one name.
for (const group of ['packages', 'apps']) {
  const published = readdirSync(join(root, group))
    .map((name) => `./${group}/${name}`)
    .filter((path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).private !== true);
  const directory = resolve(target, group);
  mkdirSync(directory, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', directory, ...published], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
