import type { Route } from '../route.js';

export const rootRoutes: readonly Route[] = (['GET', 'POST'] as const).map((method) => ({
  method,
  path: '/',
  summary: 'Nothing: that the registry answers',
  access: 'none',
  handle: () => ({}),
}));

export const clusterIdRoute: Route = {
  method: 'GET',
  path: '/v1/metadata/id',
  summary: 'The Kafka cluster that holds the schemas, and the group of the registry',
  access: 'none',
  handle: ({ settings }) => ({ scope: { path: [], clusters: { 'kafka-cluster': settings.kafkaClusterId, 'schema-registry-cluster': settings.groupId } } }),
};

export const versionRoute: Route = {
  method: 'GET',
  path: '/v1/metadata/version',
  summary: 'The release whose API this is',
  access: 'none',
  handle: ({ settings }) => ({ version: settings.version, commitId: 'millrace' }),
};

export const deploymentRoute: Route = {
  method: 'GET',
  path: '/v1/metadata/deployment',
  summary: 'Where the registry runs',
  access: 'none',
  handle: () => ({ attributes: ['deploymentScope:opensource'] }),
};
