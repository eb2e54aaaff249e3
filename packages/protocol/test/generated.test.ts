import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedDirectory, generatePackage, packagesWithDefinitions } from '../scripts/generator/packages.js';
import { parseDefinition } from '../scripts/generator/parse.js';

describe('generated code', () => {
  test.each(packagesWithDefinitions())('%s has exactly what its definitions say', (name) => {
    const files = generatePackage(name);
    const directory = generatedDirectory(name);
    const there = readdirSync(directory).map((file) => join(directory, file));
    expect(there.toSorted()).toEqual([...files.keys()].toSorted());
    for (const [path, text] of files) expect(readFileSync(path, 'utf8') === text, `${path}: run npm run generate`).toBe(true);
  });

  test('every field has its line of meaning', () => {
    const silent = packagesWithDefinitions().flatMap((name) =>
      readdirSync(join(generatedDirectory(name), '../../definitions')).flatMap((file) => {
        const text = readFileSync(join(generatedDirectory(name), '../../definitions', file), 'utf8');
        return text.split('\n').filter((line) => /^ +(?!struct )\S/.test(line) && !line.includes('  # ')).map((line) => `${file}: ${line}`);
      }),
    );
    expect(silent).toEqual([]);
  });
});

describe('the notation', () => {
  test('names file, line and word that cannot be read', () => {
    const text = 'api Ping key 9 listeners broker\nrequest versions 0\n  name string 0+ nulable\n';
    expect(() => parseDefinition('ping.api', text)).toThrow('ping.api: line 3: name: cannot read nulable');
  });

  test('names a type that is nowhere', () => {
    expect(() => parseDefinition('ping.api', 'message Ping kind data versions 0\n  a Nothing\n')).toThrow('ping.api: line 2: no type Nothing');
  });
});
