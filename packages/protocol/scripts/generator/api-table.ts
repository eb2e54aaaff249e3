import type { Definition } from './definition.ts';

/** The table of all APIs, in key order; each loads its messages on first use. */
export function emitApiTable(definitions: readonly Definition[]): string {
  const rows = definitions.filter(({ api }) => api !== null).toSorted((a, b) => a.api!.key - b.api!.key);
  return [
    '// Generated from definitions/*.api; change those and run `npm run generate`.',
    "import type { ApiInfo } from '../apis.js';",
    '',
    '/** Every API of Apache Kafka 4.4, by key. */',
    'export const apis: readonly ApiInfo[] = [',
    ...rows.flatMap(row),
    '];',
    '',
  ].join('\n');
}

function row({ file, api, messages }: Definition): string[] {
  const request = messages.find(({ kind }) => kind === 'request')!;
  const module = file.replace(/\.api$/, '');
  const base = api!.name.charAt(0).toLowerCase() + api!.name.slice(1);
  return [
    '  {',
    `    key: ${api!.key},`,
    `    name: '${api!.name}',`,
    `    minVersion: ${request.versions.from},`,
    `    maxVersion: ${request.versions.to},`,
    `    maxStableVersion: ${request.versions.to - (request.unstable ? 1 : 0)},`,
    `    flexibleVersion: ${request.flexible},`,
    `    listeners: [${api!.listeners.map((listener) => `'${listener}'`).join(', ')}],`,
    `    load: async () => {`,
    `      const { ${base}Request, ${base}Response } = await import('./${module}.js');`,
    `      return { request: ${base}Request, response: ${base}Response };`,
    '    },',
    '  },',
  ];
}
