import { SchemaError } from '../schema-error.js';
import type { ProtoFile } from './proto-file.js';

/**
 * Every import must be a reference's or built in, and none may lead back to where it came from.
 *
 * @throws SchemaError `INVALID_REFERENCE` with line and column of the import
 */
export function checkImports(file: ProtoFile, imported: ReadonlyMap<string, ProtoFile>): void {
  const done = new Set<string>();
  const check = (of: ProtoFile, path: readonly string[], place: string | undefined) => {
    for (const name of [...of.imports, ...of.publicImports, ...of.weakImports]) {
      const at = place ?? of.importPlaces.get(name) ?? '1:1';
      if (path.includes(name)) throw new SchemaError('INVALID_REFERENCE', at, `Imports lead back to themselves: ${[...path, name].join(' -> ')}`);
      if (done.has(name)) continue;
      const target = imported.get(name);
      if (target === undefined) throw new SchemaError('INVALID_REFERENCE', at, `No dependency found for import "${name}"`);
      check(target, [...path, name], at);
      done.add(name);
    }
  };
  check(file, [], undefined);
}
