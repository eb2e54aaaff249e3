/** The OpenAPI document, made from the table of requests, and a page to browse it at /docs. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { ParameterType, Route } from './route.js';

export async function addDocumentation(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Schema registry', version, description: 'The API of Confluent Schema Registry, served by Millrace.' },
      components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
    },
  });
  await server.register(swaggerUi, { routePrefix: '/docs' });
  server.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.type('application/json').send(server.swagger()));
}

/** What the document says of a route. */
export function documentationOf({ path, summary, query, body }: Omit<Route, 'handle'>): FastifySchema {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = '']): [string, object] => [name, { type: name === 'id' ? 'integer' : 'string' }]);
  return {
    summary,
    tags: [tagOf(path)],
    ...(parameters.length === 0 ? {} : { params: { type: 'object', properties: Object.fromEntries(parameters) } }),
    ...(query === undefined ? {} : { querystring: { type: 'object', properties: Object.fromEntries(Object.entries(query).map(([name, type]) => [name, typeOf(type)])) } }),
    ...(body === undefined ? {} : { body: { type: 'object', example: body } }),
  };
}

function tagOf(path: string): string {
  return path.split('/')[1] || 'server';
}

function typeOf(type: ParameterType): object {
  return type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type };
}
