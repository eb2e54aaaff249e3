/** Every endpoint of the API is there, asked as somebody would who has registered one schema; refusals of the registry count, those of HTTP do not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestServer } from './test-server.js';

let registry: TestServer;
beforeAll(async () => {
  registry = await TestServer.start();
  await registry.ask('POST', '/subjects/s/versions', { schema: '"int"', metadata: { properties: { owner: 'ada' } } });
  await registry.ask('POST', '/subjects/:.c:s/versions', { schema: '"int"' });
  await registry.ask('POST', '/exporters', { name: 'e', config: { 'schema.registry.url': 'http://127.0.0.1:1' } });
});
afterAll(() => registry.stop());

const schema = { schema: '"int"' };

describe('endpoints', () => {
  test.each([
    ['GET', '/', undefined, 200], ['POST', '/', undefined, 200],
    ['GET', '/subjects?subjectPrefix=:*:&deleted=true&deletedOnly=false&offset=0&limit=1', undefined, 200],
    ['POST', '/subjects/s?normalize=true&format=resolved&deleted=true', schema, 200],
    ['GET', '/subjects/s/metadata?key=owner&value=ada&deleted=true&format=resolved', undefined, 200],
    ['GET', '/subjects/s/versions?deleted=true&deletedAsNegative=true', undefined, 200],
    ['POST', '/subjects/s/versions?normalize=true&format=resolved&force=true', schema, 200],
    ['GET', '/subjects/s/versions/latest?format=resolved&referenceFormat=qualified&deleted=true&findTags=*', undefined, 200],
    ['GET', '/subjects/s/versions/-1/schema?format=resolved', undefined, 200],
    ['GET', '/subjects/s/versions/1/referencedby', undefined, 200],
    ['POST', '/subjects/s/versions/1/tags', {}, 200],
    ['GET', '/schemas?subjectPrefix=s&aliases=true&deleted=true&latestOnly=true&ruleType=CEL', undefined, 200],
    ['GET', '/schemas/ids/1?subject=s&format=resolved&referenceFormat=qualified&findTags=*&fetchMaxId=true', undefined, 200],
    ['GET', '/schemas/ids/1/schema?subject=s', undefined, 200],
    ['GET', '/schemas/ids/1/subjects?deleted=true', undefined, 200],
    ['GET', '/schemas/ids/1/versions?deleted=true', undefined, 200],
    ['GET', '/schemas/guids/none', undefined, 404], ['GET', '/schemas/guids/none/ids', undefined, 404],
    ['GET', '/schemas/types', undefined, 200],
    ['POST', '/compatibility/subjects/s/versions/latest?normalize=true&verbose=true', schema, 200],
    ['POST', '/compatibility/subjects/s/versions?verbose=true', schema, 200],
    ['GET', '/config', undefined, 200], ['PUT', '/config', { compatibility: 'FULL' }, 200], ['DELETE', '/config', undefined, 200],
    ['PUT', '/config/s', { compatibility: 'FULL' }, 200], ['GET', '/config/s?defaultToGlobal=true', undefined, 200], ['DELETE', '/config/s', undefined, 200],
    ['GET', '/mode', undefined, 200], ['PUT', '/mode?force=true', { mode: 'READWRITE' }, 200], ['DELETE', '/mode', undefined, 200],
    ['PUT', '/mode/s?force=true', { mode: 'READWRITE' }, 200], ['GET', '/mode/s', undefined, 200], ['DELETE', '/mode/s?recursive=true', undefined, 200],
    ['PUT', '/mode/:.__GLOBAL:', { mode: 'READWRITE' }, 200], ['DELETE', '/mode/:.__GLOBAL:', undefined, 200],
    ['GET', '/contexts?contextPrefix=.c', undefined, 200], ['DELETE', '/contexts/.c', undefined, 422],
    ['GET', '/contexts/.c/subjects', undefined, 200], ['GET', '/contexts/c/subjects/s/versions', undefined, 200], ['GET', '/contexts/:.c:/schemas/ids/1', undefined, 200],
    ['GET', '/v1/metadata/id', undefined, 200], ['GET', '/v1/metadata/version', undefined, 200], ['GET', '/v1/metadata/deployment', undefined, 200],
    ['PUT', '/associations/resources/r?context=.&dryRun=false', { resourceName: 't', resourceNamespace: 'n', associations: [{ subject: 's' }] }, 200],
    ['GET', '/associations/subjects/s?resourceType=topic&associationType=value&lifecycle=WEAK&offset=0&limit=1', undefined, 200],
    ['GET', '/associations/resources/n/t', undefined, 200], ['GET', '/associations/resources/r', undefined, 200],
    ['POST', '/associations?dryRun=true', { resourceName: 'u', resourceNamespace: 'n', associations: [{ schema }] }, 200],
    ['POST', '/associations:batchGet?includeSchemas=true', { requests: [{ resourceId: 'r' }] }, 207],
    ['POST', '/associations:batchMutate?dryRun=true', { requests: [{ resourceName: 't', resourceNamespace: 'n', resourceId: 'r', associations: [{ opType: 'DELETE' }] }] }, 207],
    ['DELETE', '/associations/resources/r?cascadeLifecycle=true&associationType=value', undefined, 204],
    ['GET', '/exporters', undefined, 200], ['POST', '/exporters', { name: 'f', config: { 'schema.registry.url': 'http://127.0.0.1:1' } }, 200],
    ['GET', '/exporters/e', undefined, 200], ['GET', '/exporters/e/status', undefined, 200], ['GET', '/exporters/e/config', undefined, 200],
    ['PUT', '/exporters/e/pause', undefined, 200], ['PUT', '/exporters/e/reset', undefined, 200], ['PUT', '/exporters/e', {}, 200],
    ['PUT', '/exporters/e/config', { 'schema.registry.url': 'http://127.0.0.1:1' }, 200], ['PUT', '/exporters/e/resume', undefined, 200], ['DELETE', '/exporters/e', undefined, 204],
    ['DELETE', '/subjects/s/versions/1', undefined, 200], ['DELETE', '/subjects/s/versions/1?permanent=true', undefined, 200],
    ['DELETE', '/subjects/s', undefined, 200], ['DELETE', '/subjects/s?permanent=true', undefined, 200],
  ] as const)('%s %s', async (method, path, body, status) => {
    const answer = await registry.ask(method, path, body);
    expect(answer.status, answer.text).toBe(status);
    // The registry's own codes have five digits.
    if (status >= 400) expect((answer.json as { error_code: number }).error_code).toBeGreaterThan(10_000);
  });

  test('the document tells them all', async () => {
    const { paths } = (await registry.ask('GET', '/openapi.json')).json as { paths: Record<string, Record<string, unknown>> };
    expect(paths['/subjects/{subject}/versions/{version}/tags']).toHaveProperty('post');
    expect(Object.keys(paths['/exporters/{name}'] ?? {}).toSorted()).toEqual(['delete', 'get', 'put']);
    expect(Object.keys(paths).filter((path) => path.startsWith('/exporters'))).toHaveLength(7);
  });

  test('a policy whose checks are not there is refused', async () => {
    expect(await registry.ask('PUT', '/config/s', { compatibilityPolicy: 'LOGICAL' })).toMatchObject({ status: 400, json: { error_code: 400, message: expect.stringContaining('LOGICAL') as string } });
    expect((await registry.ask('PUT', '/config/s', { compatibilityPolicy: 'lenient' })).json).toEqual({ compatibilityPolicy: 'LENIENT' });
  });
});
