import type { SchemaRequest } from '../core/schema-request.js';
import type { JsonMembers } from '../records/json-members.js';
import { readMetadata, readReferences, readRuleSet } from '../records/read-contract.js';

/** The body of a registration, a lookup or a check. Members that are not known are passed over. @throws TypeError */
export function readSchemaRequest(members: JsonMembers): SchemaRequest {
  for (const name of ['schemaTagsToAdd', 'schemaTagsToRemove']) {
    // Passing over them would register a schema without the tags that it was asked to have.
    if (members.optionalList(name, (tag) => tag)?.length) throw new TypeError(`${name} is not supported yet`);
  }
  if (members.optionalBoolean('propagateSchemaTags') === true) throw new TypeError('propagateSchemaTags is not supported yet');
  const schema = members.optionalString('schema');
  const schemaType = members.optionalString('schemaType');
  const references = readReferences(members, 'references');
  const metadata = readMetadata(members, 'metadata');
  const ruleSet = readRuleSet(members, 'ruleSet');
  const id = members.optionalInteger('id');
  const version = members.optionalInteger('version');
  return {
    ...(schema === undefined ? {} : { schema }),
    ...(schemaType === undefined ? {} : { schemaType }),
    ...(references === undefined ? {} : { references }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
  };
}

export const schemaExample: object = { schema: '{"type":"record","name":"User","fields":[{"name":"name","type":"string"}]}', schemaType: 'AVRO' };
