/** Associations: which subjects serve which topics. Changing them changes a topic's subjects, so it is an administrator's where roles are told apart. */
import { randomUUID } from 'node:crypto';
import { findAssociations, type Association, type AssociationFilter, type Lifecycle } from '../../core/association.js';
import { checkDistinct, checkedResource, checkedType, topicResource, type AssociationRequest, type Resource } from '../../core/association-request.js';
import { changeAssociations, type SettledAssociation } from '../../core/change-associations.js';
import { deleteAssociations } from '../../core/delete-associations.js';
import { isImport } from '../../core/mode.js';
import { registerSchema, type RegisteredSchema } from '../../core/register-schema.js';
import { modeOf, type Registry } from '../../core/registry.js';
import { associationNotFound, invalidAssociation, RegistryError } from '../../core/registry-error.js';
import { JsonMembers } from '../../records/json-members.js';
import {
  lifecycleNamed, readAssociationQuery, readAssociationRequest, readRequests, readStepsRequest, type AssociationQuery, type AssociationStep, type StepsRequest,
} from '../../records/read-association.js';
import { operations } from '../../store/operation.js';
import type { Call, Write } from '../call.js';
import { registerResponse, schemaEntity } from '../entities.js';
import { badBody, httpError } from '../http-error.js';
import { schemaExample } from '../read-schema-request.js';
import { Answer, type Route } from '../route.js';

/** In place of a name or a namespace: any. */
const any = '-';
const filterQuery = { resourceType: 'string', associationType: 'strings', lifecycle: 'string', offset: 'integer', limit: 'integer' } as const;
const resourceExample = { resourceName: 'orders', resourceNamespace: 'lkc-1', resourceId: 'f2a0c3d4-0000-0000-0000-000000000000' };
const requestExample = { ...resourceExample, associations: [{ associationType: 'value', schema: schemaExample }] };

const bySubjectRoute: Route = {
  method: 'GET',
  path: '/associations/subjects/:subject',
  summary: 'The topics that a subject serves',
  access: 'read',
  query: filterQuery,
  handle: (call) => list(call, { subject: call.subject() }),
};

const byNameRoute: Route = {
  method: 'GET',
  path: '/associations/resources/:resourceNamespace/:resourceName',
  summary: 'The subjects that serve a topic, by its name; `-` stands for any namespace or name',
  access: 'read',
  query: filterQuery,
  handle: (call) => {
    const [resourceNamespace, resourceName] = [call.param('resourceNamespace'), call.param('resourceName')].map((name) => (name === any ? undefined : name));
    return list(call, { resourceNamespace, resourceName });
  },
};

const byIdRoute: Route = {
  method: 'GET',
  path: '/associations/resources/:resourceId',
  summary: 'The subjects that serve a topic, by its id',
  access: 'read',
  query: filterQuery,
  handle: (call) => list(call, { resourceId: call.param('resourceId') }),
};

const createRoute: Route = {
  method: 'POST',
  path: '/associations',
  summary: 'Makes associations together with their topic, and registers the schemas that come with them',
  access: 'write',
  query: { context: 'string', dryRun: 'boolean' },
  body: requestExample,
  handle: (call) => {
    const request = call.body(readAssociationRequest);
    return call.writes('associations', (write) => change(call, write, request, true));
  },
};

const upsertRoute: Route = {
  method: 'PUT',
  path: '/associations/resources/:resourceId',
  summary: 'Makes or changes associations of a topic that is there',
  access: 'write',
  query: { context: 'string', dryRun: 'boolean' },
  body: { ...resourceExample, associations: [{ associationType: 'value', subject: 'shared', lifecycle: 'WEAK' }] },
  handle: (call) => {
    const request = call.body(readAssociationRequest);
    const resourceId = call.param('resourceId');
    if ((request.resourceId ?? resourceId) !== resourceId) throw invalidAssociation('resourceId', 'is another in the path than in the body');
    return call.writes('associations', (write) => change(call, write, { ...request, resourceId }, false));
  },
};

const deleteRoute: Route = {
  method: 'DELETE',
  path: '/associations/resources/:resourceId',
  summary: 'Deletes associations of a topic; `cascadeLifecycle` deletes the subjects that are its own too',
  access: 'write',
  query: { resourceType: 'string', associationType: 'strings', cascadeLifecycle: 'boolean', dryRun: 'boolean' },
  handle: (call) => {
    const resourceId = call.param('resourceId');
    const filter = { resourceId, resourceType: resourceType(call), associationTypes: call.texts('associationType') };
    return call.writes('associations', async (write) => {
      await remove(call, write, filter, { cascades: call.flag('cascadeLifecycle'), mustExist: true });
      return new Answer(204);
    });
  },
};

const batchGetRoute: Route = {
  method: 'POST',
  path: '/associations::batchGet',
  summary: 'The associations of several topics, each with its latest schemas when `includeSchemas` is set',
  access: 'read',
  query: { includeSchemas: 'boolean' },
  body: { requests: [{ resourceId: resourceExample.resourceId }] },
  handle: (call) => {
    const requests = call.body(readRequests);
    return new Answer(207, { results: requests.map((members) => found(call, members)) });
  },
};

const batchMutateRoute: Route = {
  method: 'POST',
  path: '/associations::batchMutate',
  summary: 'Makes, changes and deletes associations of several topics, each topic for itself',
  access: 'write',
  query: { context: 'string', dryRun: 'boolean' },
  body: { requests: [{ ...resourceExample, associations: [{ opType: 'UPSERT', associationType: 'value', subject: 'shared', lifecycle: 'WEAK' }] }] },
  handle: (call) => {
    const requests = call.body(readRequests);
    return call.writes('associations', async (write) => {
      const results: object[] = [];
      for (const members of requests) results.push(await mutated(call, write, members));
      return new Answer(207, { results });
    });
  },
};

export const associationRoutes: readonly Route[] = [bySubjectRoute, byNameRoute, byIdRoute, createRoute, upsertRoute, deleteRoute, batchGetRoute, batchMutateRoute];

function resourceType(call: Call): string {
  return call.text('resourceType') || topicResource;
}

function list(call: Call, filter: AssociationFilter): object[] {
  const word = call.text('lifecycle');
  const lifecycle: Lifecycle | undefined = word === undefined || word === '' ? undefined : lifecycleNamed(word);
  if (word !== undefined && word !== '' && lifecycle === undefined) throw httpError(404);
  const associations = findAssociations(call.registry.state, { ...filter, resourceType: resourceType(call), associationTypes: call.texts('associationType'), lifecycle });
  return call.page(associations.filter(({ subject }) => call.mayRead(subject)), call.settings.schemaPaging).map(associationEntity);
}

export function associationEntity({ subject, guid, resourceName, resourceNamespace, resourceId, resourceType: type, associationType, lifecycle, frozen, createdAtMs, updatedAtMs }: Association): object {
  return {
    subject, guid, resourceName, resourceNamespace, resourceId, resourceType: type, associationType, lifecycle,
    ...frozenMember(lifecycle, frozen),
    ...(createdAtMs === undefined ? {} : { createTs: createdAtMs }),
    ...(updatedAtMs === undefined ? {} : { updateTs: updatedAtMs }),
  };
}

/** Said only where it is not what the lifecycle makes of it. */
function frozenMember(lifecycle: Lifecycle, frozen: boolean): object {
  return frozen === (lifecycle === 'STRONG') ? {} : { frozen };
}

/** Members that are undefined are left out of the answer. */
function resourceEntity({ resourceName, resourceNamespace, resourceId, resourceType: type }: { readonly [Member in keyof Resource]: string | undefined }, associations: readonly Association[], schemas: ReadonlyMap<string, object>): object {
  const infos = associations.map(({ subject, associationType, lifecycle, frozen }) => {
    return { subject, associationType, lifecycle, ...frozenMember(lifecycle, frozen), schema: schemas.get(associationType) };
  });
  return { resourceName, resourceNamespace, resourceId, resourceType: type, associations: infos.length === 0 ? undefined : infos };
}

interface Change {
  readonly settled: readonly SettledAssociation[];
  /** Of what was registered, by type. */
  readonly schemas: ReadonlyMap<string, object>;
}

async function change(call: Call, write: Write, request: AssociationRequest, isCreate: boolean): Promise<object> {
  const isDryRun = call.flag('dryRun');
  const { settled, schemas } = await carriedOut(call, write, request, isCreate);
  return resourceEntity(checkedResource(request, isDryRun), isDryRun ? [] : settled.map(({ association }) => association), schemas);
}

function carriedOut(call: Call, write: Write, request: AssociationRequest, isCreate: boolean): Promise<Change> {
  return call.node.changes.run(() => carryOut(call, write, request, isCreate));
}

async function carryOut(call: Call, write: Write, request: AssociationRequest, isCreate: boolean): Promise<Change> {
  const isDryRun = call.flag('dryRun');
  const options = { isCreate, isDryRun, context: call.contextOfQuery(), newGuid: randomUUID };
  const decide = (registry: Registry) => changeAssociations(registry, request, options);
  const checked = await write((registry) => ({ records: [], response: decide(registry).response }));
  const schemas = new Map<string, object>();
  if (isDryRun) return { settled: checked, schemas };
  for (const { association, schema, normalize } of checked) {
    if (schema === undefined || isImport(modeOf(call.registry, association.subject))) continue;
    const registered = await write((registry) => registerSchema(registry, association.subject, schema, { normalize }));
    schemas.set(association.associationType, registeredEntity(call, association.subject, registered));
  }
  return { settled: await write(decide), schemas };
}

function registeredEntity(call: Call, subject: string, registered: RegisteredSchema): object {
  return { subject, ...registerResponse(registered, call.style) };
}

/** Whether there are any is the leader's to say: others may not have read of them yet. */
async function remove(call: Call, write: Write, filter: AssociationFilter & { readonly resourceId: string }, { cascades, mustExist }: { cascades: boolean; mustExist: boolean }): Promise<void> {
  await write((registry) => {
    const { records, response } = deleteAssociations(registry, filter, cascades);
    if (mustExist && response.length === 0) throw associationNotFound(filter.resourceId);
    return { records: call.flag('dryRun') ? [] : records, response };
  });
}

/** A result of a batch: an answer, or what was wrong with this request alone. */
function found(call: Call, members: JsonMembers): object {
  try {
    const query = checkedQuery(readAssociationQuery(members));
    const { state } = call.registry;
    const byId = (query.resourceId ?? '') === '' ? { resourceName: query.resourceName, resourceNamespace: query.resourceNamespace === any ? undefined : query.resourceNamespace } : { resourceId: query.resourceId };
    const type = query.resourceType || topicResource;
    const associations = findAssociations(state, { ...byId, resourceType: type, associationTypes: query.associationTypes, lifecycle: query.lifecycle }).filter(({ subject }) => call.mayRead(subject));
    const [first] = associations;
    const latest = call.flag('includeSchemas') ? associations.flatMap(({ associationType, subject }) => (state.latest(subject) === undefined ? [] : [[associationType, schemaEntity(state.latest(subject)!, call.style)] as const])) : [];
    const { resourceName = query.resourceName, resourceNamespace = query.resourceNamespace, resourceId = query.resourceId } = first ?? {};
    return { result: resourceEntity({ resourceName, resourceNamespace, resourceId, resourceType: type }, associations, new Map(latest)) };
  } catch (error) {
    return { error: errorEntity(error, 'Error while getting associations') };
  }
}

function checkedQuery(query: AssociationQuery): AssociationQuery {
  const isNamed = (query.resourceName ?? '') !== '';
  if ((query.resourceId ?? '') === '' && !isNamed) throw invalidAssociation('resourceId', 'either resourceId or resourceName must be there');
  if (isNamed && (query.resourceNamespace ?? '') === '') throw invalidAssociation('resourceNamespace', 'must be there beside resourceName');
  return query;
}

async function mutated(call: Call, write: Write, members: JsonMembers): Promise<object> {
  try {
    const request = readStepsRequest(members);
    const isDryRun = call.flag('dryRun');
    const resource = checkedResource(request, isDryRun);
    const schemas = new Map<string, object>();
    for (const run of runsOf(checkedSteps(request))) {
      if (run.opType === 'DELETE') {
        await remove(call, write, { resourceId: resource.resourceId ?? '', resourceType: resource.resourceType, associationTypes: [run.associationType] }, { cascades: run.cascadeLifecycle, mustExist: false });
      } else {
        const done = await carriedOut(call, write, { ...resource, associations: run.associations }, run.opType === 'CREATE');
        for (const [type, schema] of done.schemas) schemas.set(type, schema);
      }
    }
    const { resourceId } = resource;
    const there = isDryRun || resourceId === undefined ? [] : findAssociations(call.registry.state, { resourceId, resourceType: resource.resourceType });
    return { result: resourceEntity(resource, there, schemas) };
  } catch (error) {
    return { error: errorEntity(error, operations.associations.fails) };
  }
}

type Run =
  | { readonly opType: 'CREATE' | 'UPSERT'; readonly associations: NonNullable<AssociationRequest['associations']> }
  | { readonly opType: 'DELETE'; readonly associationType: string; readonly cascadeLifecycle: boolean };

type CheckedStep = AssociationStep & { readonly associationType: string };

function checkedSteps({ steps }: StepsRequest): CheckedStep[] {
  if (steps.length === 0) throw invalidAssociation('associations', 'cannot be null or empty');
  const checked = steps.map((step): CheckedStep => ({ ...step, associationType: checkedType(step.associationType) }));
  checkDistinct(checked);
  return checked;
}

/** Steps of one kind that follow each other are one change: both types of a topic may have to change together. */
function runsOf(steps: readonly CheckedStep[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (step.opType === 'DELETE') runs.push(step);
    else if (last !== undefined && last.opType === step.opType) runs.splice(-1, 1, { opType: step.opType, associations: [...last.associations, step] });
    else runs.push({ opType: step.opType, associations: [step] });
  }
  return runs;
}

function errorEntity(error: unknown, otherwise: string): object {
  const known = error instanceof TypeError ? badBody(error.message) : error;
  if (known instanceof RegistryError) return { error_code: known.code, message: known.message };
  // Whoever leads now must be asked for all of the batch.
  if (error instanceof Error && error.name === 'NotLeaderError') throw error;
  return { error_code: 500, message: `${otherwise}: ${String((error as Error).message)}` };
}
