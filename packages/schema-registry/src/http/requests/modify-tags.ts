import { modifyTags, type TagRequest } from '../../core/modify-tags.js';
import type { JsonMembers } from '../../records/json-members.js';
import { readMetadata, readRuleSet } from '../../records/read-contract.js';
import { readTags } from '../../records/read-tags.js';
import { registerResponse } from '../entities.js';
import type { Route } from '../route.js';

export const modifyTagsRoute: Route = {
  method: 'POST',
  path: '/subjects/:subject/versions/:version/tags',
  summary: 'Registers a version again with other tags, metadata or rules',
  access: 'write',
  body: { tagsToAdd: [{ schemaEntity: { entityPath: 'User.name', entityType: 'sr_field' }, tags: ['PII'] }] },
  handle: (call) => {
    const version = call.version();
    const request = call.body(readTagRequest);
    return call.write('modifyTags', (registry) => modifyTags(registry, call.subject(), version, request, (subject) => call.mayRead(subject)), (registered) => registerResponse(registered, call.style));
  },
};

function readTagRequest(members: JsonMembers): TagRequest {
  const newVersion = members.optionalInteger('newVersion');
  const metadata = readMetadata(members, 'metadata');
  const ruleSet = readRuleSet(members, 'ruleSet');
  const rulesToMerge = readRuleSet(members, 'rulesToMerge');
  const rulesToRemove = members.optionalStrings('rulesToRemove');
  return {
    ...(newVersion === undefined ? {} : { newVersion }),
    tagsToAdd: readTags(members, 'tagsToAdd') ?? [],
    tagsToRemove: readTags(members, 'tagsToRemove') ?? [],
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    ...(rulesToMerge === undefined ? {} : { rulesToMerge }),
    ...(rulesToRemove === undefined ? {} : { rulesToRemove }),
  };
}
