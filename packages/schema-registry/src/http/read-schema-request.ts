import type { SchemaRequest } from '../core/schema-request.js';
import type { JsonMembers } from '../records/json-members.js';
import { readMetadata, readReferences, readRuleSet } from '../records/read-contract.js';
import { readTags } from '../records/read-tags.js';

/** The body of a registration, a lookup or a check. Members that are not known are passed over. @throws TypeError */
export function readSchemaRequest(members: JsonMembers): SchemaRequest {
  const schema = members.optionalString('schema');
  const schemaType = members.optionalString('schemaType');
  const references = readReferences(members, 'references');
  const metadata = readMetadata(members, 'metadata');
  const ruleSet = readRuleSet(members, 'ruleSet');
  const id = members.optionalInteger('id');
  const version = members.optionalInteger('version');
  const schemaTagsToAdd = readTags(members, 'schemaTagsToAdd');
  const schemaTagsToRemove = readTags(members, 'schemaTagsToRemove');
  const propagateSchemaTags = members.optionalBoolean('propagateSchemaTags');
  return {
    ...(schema === undefined ? {} : { schema }),
    ...(schemaType === undefined ? {} : { schemaType }),
    ...(references === undefined ? {} : { references }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
    ...(schemaTagsToAdd === undefined ? {} : { schemaTagsToAdd }),
    ...(schemaTagsToRemove === undefined ? {} : { schemaTagsToRemove }),
    ...(propagateSchemaTags === undefined ? {} : { propagateSchemaTags }),
  };
}

export const schemaExample: object = { schema: '{"type":"record","name":"User","fields":[{"name":"name","type":"string"}]}', schemaType: 'AVRO' };
