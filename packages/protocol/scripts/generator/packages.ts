import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emitApiTable } from './api-table.ts';
import type { Definition } from './definition.ts';
import { emitModule } from './module.ts';
import { parseDefinition } from './parse.ts';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

/** Directories of all packages that own definitions. */
export function packagesWithDefinitions(): string[] {
  return readdirSync(PACKAGES)
    .toSorted()
    .filter((name) => existsSync(join(PACKAGES, name, 'definitions')));
}

/** The definitions of one package, in file order. */
export function readDefinitions(packageName: string): Definition[] {
  const directory = join(PACKAGES, packageName, 'definitions');
  return readdirSync(directory)
    .filter((file) => file.endsWith('.api'))
    .toSorted()
    .map((file) => parseDefinition(file, readFileSync(join(directory, file), 'utf8')));
}

/** Every generated file of one package: path to text. */
export function generatePackage(packageName: string): Map<string, string> {
  const inside = packageName === 'protocol';
  const definitions = readDefinitions(packageName);
  const target = generatedDirectory(packageName);
  const files = new Map(definitions.map((definition) => [join(target, definition.file.replace(/\.api$/, '.ts')), emitModule(definition, inside)]));
  if (inside) files.set(join(target, 'api-table.ts'), emitApiTable(definitions));
  else files.set(join(target, 'index.ts'), emitIndex(definitions));
  return files;
}

export function generatedDirectory(packageName: string): string {
  return join(PACKAGES, packageName, 'src', 'generated');
}

function emitIndex(definitions: readonly Definition[]): string {
  const exports = definitions.map(({ file }) => `export * from './${file.replace(/\.api$/, '.js')}';\n`);
  return `// Generated from definitions/*.api; change those and run \`npm run generate\`.\n${exports.join('')}`;
}
