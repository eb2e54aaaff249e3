/** Writes the generated code of every package from its definitions, and removes what has none any more. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDirectory, generatePackage, packagesWithDefinitions } from './generator/packages.ts';

for (const name of packagesWithDefinitions()) {
  const files = generatePackage(name);
  const directory = generatedDirectory(name);
  mkdirSync(directory, { recursive: true });
  for (const file of readdirSync(directory)) if (!files.has(join(directory, file))) rmSync(join(directory, file));
  for (const [path, text] of files) writeFileSync(path, text);
  console.log(`${name}: ${files.size} files`);
}
